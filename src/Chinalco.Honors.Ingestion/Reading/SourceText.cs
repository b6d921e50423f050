namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>A decoded file. The <c>Spans</c> of its articles count UTF-16 units of <see cref="Text"/>.</summary>
/// <param name="FileName">Name of the file without its folder.</param>
/// <param name="Text">The decoded file without byte order mark; its newline characters are untouched.</param>
/// <param name="EncodingName">How it was decoded, such as UTF-8 or GB18030.</param>
/// <param name="FrontMatter">The front matter of a Markdown file; null where there is none.</param>
public sealed record SourceText(string FileName, string Text, string EncodingName, FrontMatter? FrontMatter)
{
    /// <summary>Where the articles begin in <see cref="Text"/>: behind the front matter, else 0.</summary>
    public int BodyStart { get; init; }

    /// <summary>Whether the file is Markdown, by its name.</summary>
    public bool IsMarkdown => FileName.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
}
