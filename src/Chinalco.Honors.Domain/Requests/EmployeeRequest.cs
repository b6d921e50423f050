using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Requests;

/// <summary>员工申请: what an employee asks of those who keep the registry, and what they decided.</summary>
public sealed class EmployeeRequest
{
    /// <summary>Most UTF-16 units of what somebody says.</summary>
    public const int LongestWords = 1000;

    /// <summary>Most UTF-16 units of the conferring body as told.</summary>
    public const int LongestBody = 200;

    /// <summary>Most requests of one account that wait at a time: more than somebody can look through are none.</summary>
    public const int MostWaiting = 20;

    public EmployeeRequest(RequestDraft draft, Guid accountId, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Require.That(new ARequestsKindFitsWhatItIsAbout(draft), new ARequestTellsWhatItIs(draft));
        ARequestHoldsNoPrivateNumbers.Check(draft);
        (Id, Kind, Fact, HonoreeId) = (draft.Id, draft.Kind, draft.Fact, draft.HonoreeId);
        (ConferralId, ArticleId, Words) = (draft.ConferralId, draft.ArticleId, draft.Words ?? "");
        var honour = draft.Honour ?? ToldHonour.Nothing;
        (AwardId, AwardText, Year) = (honour.AwardId, honour.Award, honour.Year);
        (ConferringBody, DocumentNumber) = (honour.ConferringBody, honour.DocumentNumber);
        if (draft.Attachment is { } file)
        {
            AttachmentName = CutText.To(file.FileName, DocumentFile.LongestName);
            (AttachmentSha256, AttachmentType, AttachmentLength) = (file.Sha256, file.MediaType, file.Length);
        }

        (AccountId, AskedBy, AskedAt, State, Version) = (accountId, by.Name, at, RequestState.Waiting, 1);
    }

    private EmployeeRequest() { }

    public Guid Id { get; private set; }

    public RequestKind Kind { get; private set; }

    public RequestFact Fact { get; private set; }

    /// <summary>About whom.</summary>
    public Guid HonoreeId { get; private set; }

    /// <summary>The honour it is about; null when it is about none that the registry has.</summary>
    public Guid? ConferralId { get; private set; }

    public Guid? ArticleId { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>The award told; null when its name is none of the catalogue's.</summary>
    public Guid? AwardId { get; private set; }

    /// <summary>The award as told, at most <see cref="Award.LongestName"/> long.</summary>
    public string? AwardText { get; private set; }

    public int? Year { get; private set; }

    public string? ConferringBody { get; private set; }

    public string? DocumentNumber { get; private set; }

    public string? AttachmentName { get; private set; }

    /// <summary>Of the bytes; names them in the file store.</summary>
    public string? AttachmentSha256 { get; private set; }

    public string? AttachmentType { get; private set; }

    /// <summary>In bytes.</summary>
    public int? AttachmentLength { get; private set; }

    /// <summary>The account that asked.</summary>
    public Guid AccountId { get; private set; }

    public string AskedBy { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    public RequestState State { get; private set; }

    public string? DecidedBy { get; private set; }

    /// <summary>When it was decided or withdrawn.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why, for whoever asked, in Chinese.</summary>
    public string? DecisionReason { get; private set; }

    /// <summary>The honour that an accepted request entered.</summary>
    public Guid? OutcomeId { get; private set; }

    /// <summary>Moves with each write; the concurrency token.</summary>
    public long Version { get; private set; }

    /// <summary>The photo or scan that came with it; null when there is none, or none any more.</summary>
    public ScanFacts? Attachment =>
        AttachmentSha256 is { } sha256 ? new ScanFacts(AttachmentName ?? "", sha256, AttachmentType ?? "", AttachmentLength ?? 0) : null;

    public ToldHonour Honour => new(AwardId, AwardText, Year, ConferringBody, DocumentNumber);

    /// <param name="reason">For whoever asked; may be empty.</param>
    /// <param name="outcome">The honour that it entered.</param>
    /// <exception cref="RuleBrokenException">It does not wait any more.</exception>
    public void Accept(Actor by, string? reason, DateTimeOffset at, Guid? outcome = null)
    {
        Decide(RequestState.Accepted, by, reason, at);
        OutcomeId = outcome;
    }

    /// <exception cref="RuleBrokenException">It does not wait any more, or nobody says why.</exception>
    public void Decline(Actor by, string? reason, DateTimeOffset at)
    {
        Require.That(new TextIsGiven("理由", reason, AuditRecord.LongestReason));
        Decide(RequestState.Declined, by, reason, at);
    }

    /// <summary>Whoever asked asks no longer.</summary>
    /// <exception cref="RuleBrokenException">It does not wait any more.</exception>
    public void Withdraw(Actor by, DateTimeOffset at) => Decide(RequestState.Withdrawn, by, reason: null, at);

    /// <summary>It turns out to be about somebody else: two entries were one person, or one was two.</summary>
    public void Concerns(Guid honoreeId)
    {
        HonoreeId = honoreeId;
        Version++;
    }

    /// <summary>Forgets the photo; the bytes go when nothing else names them.</summary>
    public void ForgetAttachment()
    {
        (AttachmentName, AttachmentSha256, AttachmentType, AttachmentLength) = (null, null, null, null);
        Version++;
    }

    private void Decide(RequestState state, Actor by, string? reason, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(by);
        Require.That(new ARequestIsDecidedOnce(this));
        (State, DecidedBy, DecidedAt, DecisionReason) = (state, by.Name, at, reason);
        Version++;
    }
}
