namespace Chinalco.Honors.Domain.Conferrals;

/// <summary>佐证: the sentence of an article, or the document, that proves a conferral.</summary>
public sealed class Evidence
{
    /// <summary>Most UTF-16 units of who asserts it.</summary>
    public const int LongestSource = 200;

    internal Evidence(Guid conferralId, EvidenceDraft draft, Actor enteredBy, DateTimeOffset enteredAt)
    {
        Id = Guid.CreateVersion7();
        ConferralId = conferralId;
        (ArticleId, Start, End, Quote, DocumentId, AssertedBy, FindingId) = (
            draft.ArticleId,
            draft.Start,
            draft.End,
            draft.Quote,
            draft.DocumentId,
            draft.AssertedBy,
            draft.FindingId
        );
        QuoteSha256 = draft.Quote is null ? null : Sha256Hex.Of(draft.Quote);
        (EnteredBy, EnteredAt) = (enteredBy.Name, enteredAt);
    }

    private Evidence() { }

    public Guid Id { get; private set; }

    public Guid ConferralId { get; private set; }

    public Guid? ArticleId { get; private set; }

    /// <summary>First UTF-16 unit of the quote in the article's text.</summary>
    public int? Start { get; private set; }

    /// <summary>The UTF-16 unit after the quote.</summary>
    public int? End { get; private set; }

    /// <summary>The literal piece of the article's text.</summary>
    public string? Quote { get; private set; }

    /// <summary>SHA-256 of the quote's UTF-8 bytes, as lower-case hexadecimal.</summary>
    public string? QuoteSha256 { get; private set; }

    public Guid? DocumentId { get; private set; }

    /// <summary>Who asserts the fact: the newspaper, or the body that issued the document.</summary>
    public string AssertedBy { get; private set; } = "";

    /// <summary>Who entered it into the registry.</summary>
    public string EnteredBy { get; private set; } = "";

    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>The finding it came from; null when entered by hand.</summary>
    public Guid? FindingId { get; private set; }

    internal bool IsSameAs(Evidence other) =>
        (ArticleId, Start, End, DocumentId) == (other.ArticleId, other.Start, other.End, other.DocumentId);

    internal void Proves(Guid conferralId) => ConferralId = conferralId;
}

/// <summary>A proof, before it is entered.</summary>
public sealed record EvidenceDraft(
    Guid? ArticleId,
    int? Start,
    int? End,
    string? Quote,
    Guid? DocumentId,
    string AssertedBy,
    Guid? FindingId = null
);
