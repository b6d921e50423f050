using System.Collections.Immutable;

namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>A decoded file. Of a Word, HTML or PDF file <see cref="Text"/> is what was read out of it, the one text that all offsets count in. The <c>Spans</c> of its articles count UTF-16 units of <see cref="Text"/>.</summary>
/// <param name="FileName">Name of the file without its folder.</param>
/// <param name="Text">The decoded file without byte order mark; its newline characters are untouched.</param>
/// <param name="EncodingName">How it was decoded, such as UTF-8 or GB18030; of a Word or PDF file its format.</param>
/// <param name="FrontMatter">The front matter of a Markdown file; null where there is none.</param>
public sealed record SourceText(string FileName, string Text, string EncodingName, FrontMatter? FrontMatter)
{
    /// <summary>Where the articles begin in <see cref="Text"/>: behind the front matter, else 0.</summary>
    public int BodyStart { get; init; }

    /// <summary>
    /// Whether <see cref="Text"/> is Markdown: of a file so named, and of a Word or HTML file that marks its headings as such.
    /// </summary>
    public bool IsMarkdown { get; init; } = FileName.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where each page of a PDF file begins in <see cref="Text"/>; empty for other files.</summary>
    public ImmutableArray<int> PageStarts { get; init; } = [];

    /// <summary>The page of a PDF file, counted from 1, that holds a place of <see cref="Text"/>; null for other files.</summary>
    public int? PageAt(int place)
    {
        var page = PageStarts.BinarySearch(place);
        return PageStarts.IsEmpty ? null : Math.Max(1, page >= 0 ? page + 1 : ~page);
    }
}
