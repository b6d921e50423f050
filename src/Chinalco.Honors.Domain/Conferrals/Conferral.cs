using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Conferrals;

/// <summary>授予: one act of one award in one edition, to one or several recipients. Belongs to its award.</summary>
public sealed class Conferral
{
    private readonly List<Recipient> recipients = [];
    private readonly List<Evidence> evidence = [];
    private readonly List<CertificateEntry> certificates = [];

    public Conferral(Guid id, Guid awardId, ConferralFacts facts, IReadOnlyList<RecipientDraft> recipients, DateTimeOffset at)
    {
        Require.That(
            new AConferralHasRecipients(recipients),
            new ARecipientStandsOnceInAConferral(recipients),
            new TheYearIsPlausible(facts.Year, at)
        );
        (Id, AwardId, EnteredAt, Status) = (id, awardId, at, ConferralStatus.Confirmed);
        Take(facts);
        Version = 1;
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

    /// <summary>When it was conferred; null when nobody said more than the year.</summary>
    public PartialDate? Date { get; private set; }

    /// <summary>Moves with every change: whoever saw another number is told, and overwrites nothing. No concurrency token, which is the award's.</summary>
    public long Version { get; private set; }

    public ConferralStatus Status { get; private set; }

    /// <summary>Why the status is not Confirmed, for the reader, in Chinese.</summary>
    public string? StatusReason { get; private set; }

    /// <summary>How it stood before it was said to be entered wrongly; null when it was not.</summary>
    public ConferralStatus? StatusBefore { get; private set; }

    /// <summary>How it was taken back; null when it was not.</summary>
    public Revocation? Revocation { get; private set; }

    /// <summary>The finding whose acceptance ended it; null when nothing ended it, or somebody by hand. That decision can be taken back.</summary>
    public Guid? EndedByFindingId { get; private set; }

    /// <summary>Who may see it.</summary>
    public Visibility Visibility { get; private set; }

    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>Who received it, as one text: equal for equal sets of recipients. With award and year it is the conferral's identity.</summary>
    public string RecipientsKey { get; private set; } = "";

    public IReadOnlyList<Recipient> Recipients => recipients;

    public IReadOnlyList<Evidence> Evidence => evidence;

    /// <summary>What became of its certificates, in no order.</summary>
    public IReadOnlyList<CertificateEntry> Certificates => certificates;

    /// <summary>What is said of it besides its award and recipients.</summary>
    public ConferralFacts Facts => new(Year, Edition, AwardAsPrinted, Level, ConferringBody, DocumentId, Date);

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
        Version++;
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

        Version++;
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
        if (before == (Year, Edition))
        {
            return false;
        }

        Version++;
        return true;
    }

    /// <summary>Corrects facts that were entered wrongly. Recipients are corrected by deprecating and conferring anew.</summary>
    public void Correct(ConferralFacts facts, DateTimeOffset at)
    {
        Require.That(
            new ARevokedConferralStaysRevoked(Status),
            new ADeprecatedConferralStaysDeprecated(Status),
            new TheYearIsPlausible(facts.Year, at)
        );
        var before = Facts;
        Take(facts);
        Version += before == Facts ? 0 : 1;
    }

    /// <summary>Marks it as entered wrongly: kept, shown to editors only, never counted.</summary>
    public void Deprecate(string reason)
    {
        var before = Status;
        End(ConferralStatus.Deprecated, reason);
        StatusBefore = before;
    }

    /// <summary>Marks it as ended by itself.</summary>
    public void Expire(string reason) => End(ConferralStatus.Expired, reason);

    /// <summary>Marks it as taken back by a deciding body.</summary>
    /// <param name="reason">The ground, for the reader, in Chinese.</param>
    public void Revoke(string reason, RevocationFacts facts, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Require.That(new ARevocationFollowsItsConferral(facts.Date, Date ?? (Year is { } year ? new PartialDate(year) : null)));
        End(ConferralStatus.Revoked, reason);
        Revocation = new Revocation(Id, facts, by, at);
    }

    /// <summary>Notes that medal or certificate came back after the conferral was revoked.</summary>
    /// <returns>Whether that is new.</returns>
    public bool GiveBack(bool medal, bool certificate, Actor by, DateTimeOffset at)
    {
        Require.That(new OnlyARevokedHonourIsGivenBack(Status == ConferralStatus.Revoked));
        Revocation ??= new Revocation(Id, new RevocationFacts(), by, at);
        if (!Revocation.GiveBack(medal, certificate))
        {
            return false;
        }

        Version++;
        return true;
    }

    /// <summary>Notes what became of a certificate.</summary>
    public void NoteCertificate(CertificateDraft draft, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Require.That(
            new ADeprecatedConferralStaysDeprecated(Status),
            new TheCertificateIsARecipients(recipients.Exists(r => r.Id == draft.RecipientId))
        );
        var before = certificates.Where(c => c.RecipientId == draft.RecipientId).MaxBy(c => c.Order);
        Require.That(
            new ACertificateTakesOneStepAfterAnother(before, draft),
            new ANumberIsGivenWhereACertificateIs(draft),
            new ACertificatesDatesFollowEachOther(before, draft)
        );
        certificates.Add(
            new CertificateEntry(Id, (before?.Order ?? 0) + 1, draft with { Number = draft.Number ?? before?.Number }, by, at)
        );
        Version++;
    }

    /// <summary>Says that the end was read in print: as long as nobody else ended it, taking the finding back makes it hold again.</summary>
    public void EndedBy(Guid findingId) => EndedByFindingId = findingId;

    /// <summary>It holds again: the decision on the finding that ended it was taken back.</summary>
    /// <exception cref="RuleBrokenException">Something else ended it.</exception>
    public void Reinstate(Guid findingId)
    {
        Require.That(new OnlyWhatEndedItMakesItHoldAgain(EndedByFindingId == findingId));
        (Status, StatusReason, EndedByFindingId, StatusBefore, Revocation) = (ConferralStatus.Confirmed, null, null, null, null);
        Version++;
    }

    /// <summary>It holds again: whoever said that it was wrong, or revoked, had entered that wrongly. What ended by itself stays ended.</summary>
    /// <param name="reason">In Chinese; the reader sees it where it ended by itself.</param>
    /// <exception cref="RuleBrokenException">It was not ended, or by a finding, which is taken back on the desk.</exception>
    public void Restore(string reason)
    {
        Require.That(
            new OnlyWhatWasEndedByHandIsRestoredByHand(
                Status is ConferralStatus.Deprecated or ConferralStatus.Revoked,
                EndedByFindingId is not null
            ),
            new TextIsGiven("原因", reason, 500)
        );
        var expired = Status == ConferralStatus.Deprecated && StatusBefore == ConferralStatus.Expired;
        (Status, StatusReason) = expired ? (ConferralStatus.Expired, reason) : (ConferralStatus.Confirmed, null);
        (StatusBefore, Revocation) = (null, null);
        Version++;
    }

    /// <summary>Says who may see it.</summary>
    /// <returns>Whether that is new.</returns>
    public bool Show(Visibility visibility)
    {
        var before = Visibility;
        if (before == visibility)
        {
            return false;
        }

        Visibility = visibility;
        Version++;
        return true;
    }

    /// <summary>The recipients turned out to be somebody else: two entries were one person, or one was two.</summary>
    public void Reassign(Guid from, Guid to)
    {
        if (recipients.Find(r => r.HonoreeId == from) is not { } moved)
        {
            return;
        }

        Version++;
        if (recipients.Find(r => r.HonoreeId == to) is not { } there)
        {
            moved.Is(to);
            RecipientsKey = RecipientsKeyOf(recipients.Select(r => r.Draft));
            return;
        }

        // Who stands in it twice stands in it once from now on.
        TakeCertificates(certificates.Where(c => c.RecipientId == moved.Id), there);
        certificates.RemoveAll(c => c.RecipientId == moved.Id);
        recipients.Remove(moved);
        RecipientsKey = RecipientsKeyOf(recipients.Select(r => r.Draft));
    }

    /// <summary>The key that it would have after <see cref="Reassign"/>.</summary>
    public string RecipientsKeyAfter(Guid from, Guid to) =>
        RecipientsKeyOf(
            recipients
                .Select(r => r.HonoreeId == from ? r.Draft with { HonoreeId = to } : r.Draft)
                .DistinctBy(d => d.Key, StringComparer.Ordinal)
        );

    /// <summary>
    /// Another entry is the same honour of the same recipients: its proofs, certificates and what only it knows come over here; it stays as
    /// an entry that was wrong, and says so.
    /// </summary>
    /// <param name="recipientId">The person in question.</param>
    /// <param name="reason">For those who keep honours, in Chinese.</param>
    public void FoldIn(Conferral other, Guid recipientId, string reason)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var proof in other.evidence.Where(e => !evidence.Exists(e.IsSameAs)).ToList())
        {
            other.evidence.Remove(proof);
            proof.Proves(Id);
            evidence.Add(proof);
        }

        if (
            recipients.Find(r => r.HonoreeId == recipientId) is { } there
            && other.recipients.Find(r => r.HonoreeId == recipientId) is { } was
        )
        {
            var issued = other.certificates.Where(c => c.RecipientId == was.Id).ToList();
            if (TakeCertificates(issued, there))
            {
                other.certificates.RemoveAll(issued.Contains);
                certificates.AddRange(issued);
            }
        }

        (Year, Edition, DocumentId, Date, ConferringBody) = (
            Year ?? other.Year,
            Edition ?? other.Edition,
            DocumentId ?? other.DocumentId,
            Date ?? other.Date,
            ConferringBody ?? other.ConferringBody
        );
        Visibility = Visibility > other.Visibility ? Visibility : other.Visibility;
        Version++;
        (other.StatusBefore, other.Status, other.StatusReason) = (other.Status, ConferralStatus.Deprecated, reason);
        other.Version++;
    }

    /// <summary>A recipient has one row of steps: where there is one already, the other stays where it is.</summary>
    private bool TakeCertificates(IEnumerable<CertificateEntry> issued, Recipient to)
    {
        if (certificates.Exists(c => c.RecipientId == to.Id))
        {
            return false;
        }

        foreach (var step in issued)
        {
            step.BelongsTo(Id, to.Id);
        }

        return true;
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
        Version++;
    }

    private void Take(ConferralFacts facts) =>
        (Year, Edition, AwardAsPrinted, Level, ConferringBody, DocumentId, Date) = (
            facts.Year,
            facts.Edition,
            facts.AwardAsPrinted,
            facts.Level,
            facts.ConferringBody,
            facts.DocumentId,
            facts.Date
        );
}

/// <summary>What is said of a conferral besides its award and recipients.</summary>
/// <param name="Date">When it was conferred, where more than the year is known.</param>
public sealed record ConferralFacts(
    int? Year,
    string? Edition,
    string AwardAsPrinted,
    AwardLevel Level,
    string? ConferringBody,
    Guid? DocumentId,
    PartialDate? Date = null
);
