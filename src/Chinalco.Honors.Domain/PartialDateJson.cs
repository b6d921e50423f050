using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chinalco.Honors.Domain;

/// <summary>
/// Writes a partial date as its text. Without it a date would be written but not read back: a struct's parameterless constructor wins over
/// the one that fills it.
/// </summary>
internal sealed class PartialDateJson : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && PartialDate.TryParse(reader.GetString(), out var date)
            ? date
            : throw new JsonException("Expected a year, a month or a day, such as \"2019-05\".");

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
