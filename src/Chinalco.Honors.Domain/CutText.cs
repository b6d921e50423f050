namespace Chinalco.Honors.Domain;

/// <summary>Shortens what print or a file name gives to what the registry keeps beside the full text.</summary>
public static class CutText
{
    /// <summary>The text, or its beginning and an ellipsis when it is longer than <paramref name="longest"/> UTF-16 units.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? To(string? text, int longest)
    {
        if (text is null || text.Length <= longest)
        {
            return text;
        }

        // A character beyond the first plane is two units: never keep half of it.
        var end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
