using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Documents;

/// <summary>Whether a document gives honours or takes them back.</summary>
public enum DocumentKind
{
    /// <summary>表彰决定</summary>
    Confers = 1,

    /// <summary>撤销决定</summary>
    Revokes = 2,

    /// <summary>更正</summary>
    Corrects = 3,
}

/// <summary>表彰文件: the decision that confers or revokes. One document, many conferrals.</summary>
public sealed class Document
{
    /// <summary>Most UTF-16 units of the title.</summary>
    public const int LongestTitle = 300;

    /// <summary>Most UTF-16 units of the number.</summary>
    public const int LongestNumber = 100;

    /// <summary>Most UTF-16 units of the issuing body's name.</summary>
    public const int LongestBody = 200;

    public Document(Guid id, DocumentKind kind, string title, string? number, string? issuingBody, DateOnly? date, Guid? articleId)
    {
        (Id, Kind, Title, Number, IssuingBody, Date, ArticleId) = (id, kind, title, number, issuingBody, date, articleId);
        PageVersion = 1;
    }

    private Document() { }

    public Guid Id { get; private set; }

    public DocumentKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>文号, such as 示铝发〔2024〕12号.</summary>
    public string? Number { get; private set; }

    public string? IssuingBody { get; private set; }

    public DateOnly? Date { get; private set; }

    /// <summary>The article that holds the document's text.</summary>
    public Guid? ArticleId { get; private set; }

    public long PageVersion { get; private set; }

    /// <summary>What stands on the paper's head.</summary>
    public DocumentFacts Facts => new(Title, Number, IssuingBody, Date);

    /// <summary>Corrects what was entered wrongly.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Correct(DocumentFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Require.That(new TextIsGiven("文件标题", facts.Title, LongestTitle));
        var before = Facts;
        (Title, Number, IssuingBody, Date) = (facts.Title, facts.Number, facts.IssuingBody, facts.Date);
        return before != facts;
    }
}

/// <summary>Title, number, issuing body and day of a document.</summary>
public sealed record DocumentFacts(string Title, string? Number, string? IssuingBody, DateOnly? Date)
{
    /// <summary>Names exactly these facts: whoever corrects says what was shown.</summary>
    public string Digest => Sha256Hex.Of(string.Join('\n', Title, Number, IssuingBody, Date));
}
