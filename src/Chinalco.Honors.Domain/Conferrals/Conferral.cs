using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Conferrals;

/// <summary>授予: one act of one award in one edition, to one or several recipients. Belongs to its award.</summary>
public sealed class Conferral
{
    private readonly List<Recipient> recipients = [];
    private readonly List<Evidence> evidence = [];

    public Conferral(Guid id, Guid awardId, ConferralFacts facts, IReadOnlyList<RecipientDraft> recipients, DateTimeOffset at)
    {
        Require.That(
            new AConferralHasRecipients(recipients),
            new ARecipientStandsOnceInAConferral(recipients),
            new TheYearIsPlausible(facts.Year, at)
        );
        (Id, AwardId, EnteredAt, Status) = (id, awardId, at, ConferralStatus.Confirmed);
        (Year, Edition, AwardAsPrinted, Level, ConferringBody, DocumentId) = (
            facts.Year,
            facts.Edition,
            facts.AwardAsPrinted,
            facts.Level,
            facts.ConferringBody,
            facts.DocumentId
        );
        this.recipients.AddRange(recipients.Select((draft, order) => new Recipient(id, order, draft)));
        RecipientsKey = RecipientsKeyOf(recipients);
    }

    private Conferral() { }

    public Guid Id { get; private set; }

    public Guid AwardId { get; private set; }

    /// <summary>The year it was conferred for; the last one of a span of years; null when nobody said.</summary>
    public int? Year { get; private set; }

    /// <summary>The edition as printed, such as 第八届 or 2023—2024年度; null when it has none but the year.</summary>
    public string? Edition { get; private set; }

    /// <summary>The award's name as the source printed it.</summary>
    public string AwardAsPrinted { get; private set; } = "";

    /// <summary>The level of this conferral: one catalogue entry may stand for awards that several bodies confer.</summary>
    public AwardLevel Level { get; private set; }

    public string? ConferringBody { get; private set; }

    public Guid? DocumentId { get; private set; }

    public ConferralStatus Status { get; private set; }

    /// <summary>Why the status is not Confirmed, for the reader, in Chinese.</summary>
    public string? StatusReason { get; private set; }

    /// <summary>The finding whose acceptance ended it; null when nothing ended it, or somebody by hand. That decision can be taken back.</summary>
    public Guid? EndedByFindingId { get; private set; }

    /// <summary>Who may see it.</summary>
    public Visibility Visibility { get; private set; }

    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>Who received it, as one text: equal for equal sets of recipients. With award and year it is the conferral's identity.</summary>
    public string RecipientsKey { get; private set; } = "";

    public IReadOnlyList<Recipient> Recipients => recipients;

    public IReadOnlyList<Evidence> Evidence => evidence;

    /// <summary>Whether scores and counts include it.</summary>
    public bool Counts => Status is ConferralStatus.Confirmed or ConferralStatus.Expired;

    /// <summary>Adds a proof; the same passage or document twice changes nothing.</summary>
    /// <returns>Whether the proof is new.</returns>
    public bool AddEvidence(EvidenceDraft draft, Actor enteredBy, DateTimeOffset at)
    {
        Require.That(new EvidenceNamesAPassageOrADocument(draft));
        if (
            evidence.Exists(e =>
                e.ArticleId == draft.ArticleId && e.Start == draft.Start && e.End == draft.End && e.DocumentId == draft.DocumentId
            )
        )
        {
            return false;
        }

        evidence.Add(new Evidence(Id, draft, enteredBy, at));
        return true;
    }

    /// <summary>Takes the proof back that a finding gave. A conferral that nothing else proves was entered wrongly.</summary>
    /// <returns>Whether there was such a proof.</returns>
    public bool Withdraw(Guid findingId, string reason)
    {
        if (evidence.RemoveAll(e => e.FindingId == findingId) == 0)
        {
            return false;
        }

        if (evidence.Count == 0 && Status != ConferralStatus.Deprecated)
        {
            Deprecate(reason);
        }

        return true;
    }

    /// <summary>Fills in the year and edition that an earlier report left open; what is known already stays.</summary>
    /// <returns>Whether anything was new.</returns>
    public bool LearnYear(int year, string? edition, DateTimeOffset at)
    {
        Require.That(new TheYearIsPlausible(year, at));
        var before = (Year, Edition);
        (Year, Edition) = (Year ?? year, Edition ?? edition);
        return before != (Year, Edition);
    }

    /// <summary>Corrects facts that were entered wrongly. Recipients are corrected by deprecating and conferring anew.</summary>
    public void Correct(ConferralFacts facts, DateTimeOffset at)
    {
        Require.That(
            new ARevokedConferralStaysRevoked(Status),
            new ADeprecatedConferralStaysDeprecated(Status),
            new TheYearIsPlausible(facts.Year, at)
        );
        (Year, Edition, AwardAsPrinted, Level, ConferringBody, DocumentId) = (
            facts.Year,
            facts.Edition,
            facts.AwardAsPrinted,
            facts.Level,
            facts.ConferringBody,
            facts.DocumentId
        );
    }

    /// <summary>Marks it as entered wrongly: kept, shown to editors only, never counted.</summary>
    public void Deprecate(string reason) => End(ConferralStatus.Deprecated, reason);

    /// <summary>Marks it as ended by itself.</summary>
    public void Expire(string reason) => End(ConferralStatus.Expired, reason);

    /// <summary>Marks it as taken back by a deciding body.</summary>
    public void Revoke(string reason) => End(ConferralStatus.Revoked, reason);

    /// <summary>Says that the end was read in print: as long as nobody else ended it, taking the finding back makes it hold again.</summary>
    public void EndedBy(Guid findingId) => EndedByFindingId = findingId;

    /// <summary>It holds again: the decision on the finding that ended it was taken back.</summary>
    /// <exception cref="RuleBrokenException">Something else ended it.</exception>
    public void Reinstate(Guid findingId)
    {
        Require.That(new OnlyWhatEndedItMakesItHoldAgain(EndedByFindingId == findingId));
        (Status, StatusReason, EndedByFindingId) = (ConferralStatus.Confirmed, null, null);
    }

    /// <summary>Says who may see it.</summary>
    /// <returns>Whether that is new.</returns>
    public bool Show(Visibility visibility)
    {
        var before = Visibility;
        Visibility = visibility;
        return before != visibility;
    }

    /// <summary>The text that identifies a set of recipients, whatever their order.</summary>
    public static string RecipientsKeyOf(IEnumerable<RecipientDraft> recipients) =>
        Sha256Hex.Of(string.Join('|', recipients.Select(r => r.Key).Order(StringComparer.Ordinal)));

    private void End(ConferralStatus status, string reason)
    {
        Require.That(
            new ARevokedConferralStaysRevoked(Status),
            new ADeprecatedConferralStaysDeprecated(Status),
            new TextIsGiven("原因", reason, 500)
        );
        (Status, StatusReason) = (status, reason);
    }
}

/// <summary>What is said of a conferral besides its award and recipients.</summary>
public sealed record ConferralFacts(
    int? Year,
    string? Edition,
    string AwardAsPrinted,
    AwardLevel Level,
    string? ConferringBody,
    Guid? DocumentId
);
