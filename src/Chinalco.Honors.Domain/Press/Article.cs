namespace Chinalco.Honors.Domain.Press;

/// <summary>Where an article's text comes from, as far as the reader must be told.</summary>
public enum Provenance
{
    /// <summary>As the source printed it.</summary>
    Original = 1,

    /// <summary>示例改写: sample data, printed facts in other words.</summary>
    RewrittenSample = 2,

    /// <summary>示例虚构: sample data, people and deeds invented.</summary>
    InventedSample = 3,
}

/// <summary>How an article's text is rendered. Rendering never changes the text.</summary>
public enum TextFormat
{
    Plain = 1,
    Markdown = 2,
}

/// <summary>文章: a piece of text. Evidence counts into <see cref="Text"/>, which never changes.</summary>
public sealed class Article
{
    /// <summary>Most UTF-16 units of the title and of the note on its source.</summary>
    public const int LongestTitle = 300;

    /// <summary>Most UTF-16 units of a series' name.</summary>
    public const int LongestSeries = 200;

    public Article(Guid id, Guid sourceFileId, int ordinal, string? title, string text, ArticleDetails details)
    {
        (Id, SourceFileId, Ordinal, Title, Text) = (id, sourceFileId, ordinal, title, text);
        (IssueId, Page, Subtitles, Authors, Series) = (details.IssueId, details.Page, details.Subtitles, details.Authors, details.Series);
        (Date, Format, Provenance, SourceNote, Warnings, IsNotice) = (
            details.Date,
            details.Format,
            details.Provenance,
            details.SourceNote,
            details.Warnings,
            details.IsNotice
        );
        TextSha256 = Sha256Hex.Of(text);
        PageVersion = 1;
    }

    private Article() { }

    public Guid Id { get; private set; }

    public Guid SourceFileId { get; private set; }

    /// <summary>Place in its source file, in reading order, from 1.</summary>
    public int Ordinal { get; private set; }

    public Guid? IssueId { get; private set; }

    /// <summary>版次; null when unknown.</summary>
    public int? Page { get; private set; }

    /// <summary>The day it was printed or signed.</summary>
    public DateOnly? Date { get; private set; }

    /// <summary>Null when the headline was lost.</summary>
    public string? Title { get; private set; }

    public IReadOnlyList<string> Subtitles { get; private set; } = [];

    public IReadOnlyList<string> Authors { get; private set; } = [];

    public string? Series { get; private set; }

    /// <summary>The one stored text: paragraphs or rows, each one line.</summary>
    public string Text { get; private set; } = "";

    /// <summary>SHA-256 of the text's UTF-8 bytes.</summary>
    public string TextSha256 { get; private set; } = "";

    public TextFormat Format { get; private set; }

    public Provenance Provenance { get; private set; }

    /// <summary>For samples: where the facts were printed.</summary>
    public string? SourceNote { get; private set; }

    /// <summary>What reading the page could not put right, for the reader, in Chinese.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>A list, decision or correction rather than a story.</summary>
    public bool IsNotice { get; private set; }

    /// <summary>转载: the article that printed nearly the same text first.</summary>
    public Guid? ReprintOfId { get; private set; }

    public long PageVersion { get; private set; }

    /// <summary>Says that the text was printed before.</summary>
    public void Reprints(Guid articleId) => ReprintOfId = articleId;
}

/// <summary>What is known of an article besides its title and text.</summary>
public sealed record ArticleDetails(
    Guid? IssueId = null,
    int? Page = null,
    DateOnly? Date = null,
    IReadOnlyList<string>? SubtitleLines = null,
    IReadOnlyList<string>? AuthorNames = null,
    string? Series = null,
    TextFormat Format = TextFormat.Plain,
    Provenance Provenance = Provenance.Original,
    string? SourceNote = null,
    IReadOnlyList<string>? WarningTexts = null,
    bool IsNotice = false
)
{
    public IReadOnlyList<string> Subtitles => SubtitleLines ?? [];

    public IReadOnlyList<string> Authors => AuthorNames ?? [];

    public IReadOnlyList<string> Warnings => WarningTexts ?? [];
}
