using System.Text.Json.Serialization;

namespace Chinalco.Honors.Web.LookUps;

/// <summary>One line of a list: whom somebody asks for.</summary>
/// <param name="Text">The line as it was typed, to be recognised again.</param>
/// <param name="Unit">What the line says of the unit; it tells namesakes apart.</param>
/// <param name="Chosen">The one among namesakes that the user chose.</param>
public sealed record LookUpEntry(
    [property: JsonPropertyName("t")] string Text,
    [property: JsonPropertyName("n")] string? Name = null,
    [property: JsonPropertyName("e")] string? Number = null,
    [property: JsonPropertyName("u")] string? Unit = null,
    [property: JsonPropertyName("c")] Guid? Chosen = null
);

/// <summary>A list cannot be taken. The message tells the user, in Chinese, why and what to do.</summary>
public sealed class ListRefusedException(string message) : Exception(message);
