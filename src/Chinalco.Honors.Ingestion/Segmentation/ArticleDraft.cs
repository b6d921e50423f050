namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>An article in the making: which blocks of the page are its head and its body.</summary>
internal sealed class ArticleDraft
{
    /// <summary>Kicker, title, subtitles and author lines, as printed.</summary>
    public List<Block> Head { get; init; } = [];

    /// <summary>The block that is the main title; null where the headline is lost.</summary>
    public Block? Title { get; set; }

    /// <summary>A title that stands in the front matter only.</summary>
    public string? GivenTitle { get; init; }

    /// <summary>Paragraphs, headings, rows, captions and sign-off, in reading order.</summary>
    public List<Block> Body { get; set; } = [];

    public List<string> Authors { get; } = [];

    public string? Series { get; set; }

    public int? Page { get; init; }

    /// <summary>A list, decision, notice or correction.</summary>
    public bool IsNotice { get; init; }

    /// <summary>Only headlines, or only a picture with its caption: nothing that stands elsewhere belongs to it.</summary>
    public bool IsComplete { get; init; }

    public SortedSet<ArticleWarning> Warnings { get; } = [];

    /// <summary>Whether its last block says that it ends.</summary>
    public bool IsSignedOff =>
        Body.Count > 0
        && Body.FindLast(block => block.Kind != BlockKind.Caption) is { } last
        && (SignOff.Closes(last.Text) || SignOff.IsAttendance(last.Text));
}
