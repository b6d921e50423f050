using Chinalco.Honors.Domain.Findings;

namespace Chinalco.Honors.Domain.Jobs;

/// <summary>What a re-reading would change.</summary>
public enum ChangeKind
{
    /// <summary>新增: found today, not before.</summary>
    Added = 1,

    /// <summary>变更: read otherwise today.</summary>
    Changed = 2,

    /// <summary>撤下: not found any more today.</summary>
    Withdrawn = 3,
}

/// <summary>How a change stands.</summary>
public enum ChangeState
{
    /// <summary>Nobody has decided.</summary>
    Open = 1,

    /// <summary>An editor chose it; the file's job applies it.</summary>
    Chosen = 2,

    /// <summary>It is as the change says.</summary>
    Applied = 3,

    /// <summary>An editor left things as they were.</summary>
    Dismissed = 4,

    /// <summary>What it would have changed was decided otherwise in the meantime.</summary>
    Overtaken = 5,
}

/// <summary>One difference between what stands and what a re-reading gives.</summary>
public sealed class RoundChange
{
    /// <param name="place">Where it stands: file, article, and its place among the changes of the file from 1.</param>
    /// <param name="standing">The finding that would be changed or withdrawn; null for one that would be added.</param>
    /// <param name="receiver">Who got the honour, where the finding is confirmed; else whom it is linked to.</param>
    /// <param name="after">What is read today; null for what is found no more.</param>
    /// <param name="unitId">The unit whose editors decide.</param>
    public RoundChange(Guid roundId, ChangePlace place, Finding? standing, Guid? receiver, ProposedFinding? after, Guid? unitId)
    {
        (RoundId, SourceFileId, ArticleId, Ordinal) = (roundId, place.SourceFileId, place.ArticleId, place.Ordinal);
        Id = DerivedId.From(
            roundId,
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{place.SourceFileId}:{place.Ordinal}")
        );
        Kind =
            standing is null ? ChangeKind.Added
            : after is null ? ChangeKind.Withdrawn
            : ChangeKind.Changed;
        (FindingId, SeenRound, Before, After) = (
            standing?.Id,
            standing?.Round ?? 0,
            standing is null ? null : Of(standing, receiver),
            after
        );
        TouchesConferral = standing?.State == FindingState.Confirmed;
        (UnitId, State) = (unitId, ChangeState.Open);
    }

    private RoundChange() { }

    public Guid Id { get; private set; }

    public Guid RoundId { get; private set; }

    public Guid SourceFileId { get; private set; }

    public Guid ArticleId { get; private set; }

    /// <summary>Place among the changes of its file, from 1.</summary>
    public int Ordinal { get; private set; }

    public ChangeKind Kind { get; private set; }

    public ChangeState State { get; private set; }

    /// <summary>The finding that stands, or that was made by applying the change.</summary>
    public Guid? FindingId { get; private set; }

    /// <summary>The finding's round when the files were compared; another one means that an editor was there since.</summary>
    public int SeenRound { get; private set; }

    /// <summary>The finding is confirmed: an honour rests on it, and an editor decides on this change by itself.</summary>
    public bool TouchesConferral { get; private set; }

    /// <summary>What stood when the files were compared.</summary>
    public ProposedFinding? Before { get; private set; }

    /// <summary>What is read today.</summary>
    public ProposedFinding? After { get; private set; }

    public Guid? UnitId { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>An editor wants it applied.</summary>
    public void Choose(Actor by, DateTimeOffset at) => Decide(ChangeState.Chosen, by, at);

    /// <summary>An editor wants things left as they are.</summary>
    public void Dismiss(Actor by, DateTimeOffset at) => Decide(ChangeState.Dismissed, by, at);

    /// <summary>It was carried out.</summary>
    /// <param name="findingId">The finding that it changed or made.</param>
    public void Apply(Guid findingId) => (State, FindingId) = (ChangeState.Applied, findingId);

    /// <summary>It cannot be carried out any more.</summary>
    public void Overtake() => State = ChangeState.Overtaken;

    private void Decide(ChangeState to, Actor by, DateTimeOffset at) => (State, DecidedBy, DecidedAt) = (to, by.Name, at);

    private static ProposedFinding Of(Finding finding, Guid? receiver) =>
        new(
            finding.Kind,
            finding.Claim with
            {
                HonoreeId = receiver,
            },
            new FindingProof(finding.Start, finding.End, finding.Quote, finding.Rule, finding.Score, finding.Explanation),
            finding.IsSafe,
            finding.WrongAward is { } award ? new WrongVersion(finding.WrongRecipient ?? "", award) : null
        );
}

/// <summary>Where a change stands.</summary>
public sealed record ChangePlace(Guid SourceFileId, Guid ArticleId, int Ordinal);
