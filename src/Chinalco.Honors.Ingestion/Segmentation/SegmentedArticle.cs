using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>One article, put together from its pieces on the page.</summary>
/// <remarks>
/// <see cref="Text"/> begins with the head as printed (kicker, title, subtitles, author line), so that an honour that stands only in a
/// headline can be quoted; the body begins at <see cref="BodyStart"/>. Every source paragraph, list row or heading is one line, lines are
/// joined by '\n', inside a line runs of white space (U+3000 too) fold to one space; nothing else is altered. A paragraph broken over
/// columns is put together again without '\n'. Markdown keeps its marks (<c>##</c>, <c>&gt;</c>, tables), for the page renders them.
/// </remarks>
/// <param name="Id">a1, a2 … in reading order.</param>
/// <param name="Title">Main title with white space folded; null where the headline is lost.</param>
/// <param name="Subtitles">Kicker, subtitles and headings inside the body, in reading order.</param>
/// <param name="Authors">Reporters, correspondents and photographers named as makers of the piece.</param>
/// <param name="Series">Series or column it stands in.</param>
/// <param name="Page">Newspaper page, counted from 1.</param>
/// <param name="Spans">The ranges of the source it is made of, in reading order.</param>
/// <param name="Text">The one stored text that evidence counts in.</param>
/// <param name="Pieces">Maps ranges of <see cref="Text"/> to ranges of the source; in the order of the text, gaps are the joining '\n'.</param>
/// <param name="Warnings">What had to be repaired or could not be.</param>
/// <param name="IsNotice">Whether it is a list, decision, notice or correction rather than a story.</param>
public sealed record SegmentedArticle(
    string Id,
    string? Title,
    ImmutableArray<string> Subtitles,
    ImmutableArray<string> Authors,
    string? Series,
    int? Page,
    ImmutableArray<TextSpan> Spans,
    string Text,
    ImmutableArray<TextPiece> Pieces,
    ImmutableArray<ArticleWarning> Warnings,
    bool IsNotice
)
{
    /// <summary>Where the body begins in <see cref="Text"/>; the length of the text for a piece that is only headlines.</summary>
    public int BodyStart { get; init; }
}

/// <summary>A range of UTF-16 units; <paramref name="End"/> is exclusive.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of UTF-16 units.</summary>
    public int Length => End - Start;
}

/// <summary>A range of an article's text and the range of the source it was taken from; both read alike once white space is folded.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextPiece(TextSpan Text, TextSpan Source);
