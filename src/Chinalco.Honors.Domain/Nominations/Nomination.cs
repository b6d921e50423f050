using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Nominations;

/// <summary>
/// 推荐: one candidate in one round. Votes, publicities, consultations and declared facts are rows of their own that name it; whoever
/// writes one of them calls <see cref="Touch"/>, so that two who write at once are told of each other.
/// </summary>
public sealed class Nomination
{
    /// <summary>Most UTF-16 units of the long story (事迹材料): 2,000 characters are asked for, footnotes come besides.</summary>
    public const int LongestStory = 6_000;

    /// <summary>Most UTF-16 units of the short story: 500 characters are asked for.</summary>
    public const int LongestShortStory = 1_500;

    /// <summary>Most groups that a nominee is marked with.</summary>
    public const int MostGroups = 20;

    /// <summary>Most UTF-16 units of a group's word.</summary>
    public const int LongestGroup = 40;

    /// <exception cref="RuleBrokenException">It has no candidate, or two, or its place cannot be.</exception>
    public Nomination(NominationDraft draft, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(by);
        Require.That(new ANominationHasOneCandidate(draft.HonoreeId, draft.CandidateUnitId));
        (Id, RoundId, HonoreeId, CandidateUnitId) = (draft.Id, draft.RoundId, draft.HonoreeId, draft.CandidateUnitId);
        (NominatingUnitId, Stage, Version) = (draft.NominatingUnitId, NominationStage.Draft, 1);
        (CreatedBy, CreatedAt, StageSince) = (by.Name, at, at);
        Stand(draft.Choice, draft.Rank);
        Belong(draft.Groups);
    }

    private Nomination() { }

    public Guid Id { get; private set; }

    public Guid RoundId { get; private set; }

    /// <summary>The person nominated; null of a unit.</summary>
    public Guid? HonoreeId { get; private set; }

    /// <summary>The unit nominated; null of a person.</summary>
    public Guid? CandidateUnitId { get; private set; }

    /// <summary>Whose seat it takes.</summary>
    public Guid NominatingUnitId { get; private set; }

    public NominationStage Stage { get; private set; }

    /// <summary>Since when it stands there.</summary>
    public DateTimeOffset StageSince { get; private set; }

    public NominationChoice Choice { get; private set; }

    /// <summary>The place among the first choices, or among the reserves, of the round; from 1.</summary>
    public int Rank { get; private set; }

    /// <summary>The groups of the programme's shares that the nominee belongs to, each a word.</summary>
    public IReadOnlyList<string> Groups { get; private set; } = [];

    /// <summary>事迹材料 of about 2,000 characters as the union edited it; empty while nobody has.</summary>
    public string Story { get; private set; } = "";

    /// <summary>事迹材料 of about 500 characters; empty while nobody has written it.</summary>
    public string ShortStory { get; private set; } = "";

    public NominationOutcome? Outcome { get; private set; }

    /// <summary>The honour that the outcome entered.</summary>
    public Guid? OutcomeConferralId { get; private set; }

    public string CreatedBy { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Moves with every change; the concurrency token.</summary>
    public long Version { get; private set; }

    /// <summary>Whether it is still on its way.</summary>
    public bool IsLive => Stage < NominationStage.Decided;

    /// <summary>Gives it its place in the batch.</summary>
    /// <exception cref="RuleBrokenException">It is sent off, or there is no such place.</exception>
    public void Place(NominationChoice choice, int rank)
    {
        Require.That(new ANominationIsNotSentOff(Stage));
        Stand(choice, rank);
        Version++;
    }

    /// <summary>Marks it with the groups of the programme's shares.</summary>
    /// <exception cref="RuleBrokenException">It is sent off, or the words are too many or too long.</exception>
    public void Mark(IReadOnlyList<string> groups)
    {
        Require.That(new ANominationIsNotSentOff(Stage));
        Belong(groups);
        Version++;
    }

    /// <summary>Writes 事迹材料.</summary>
    /// <returns>Whether anything is different.</returns>
    /// <exception cref="RuleBrokenException">It is sent off, a text is too long, or holds somebody's number.</exception>
    public bool Tell(string story, string shortStory)
    {
        Require.That(
            new ANominationIsNotSentOff(Stage),
            new ATextFits("事迹材料", story, LongestStory),
            new ATextFits("事迹材料（短）", shortStory, LongestShortStory),
            new NoPrivateNumberIsWritten(story, shortStory)
        );
        if ((story, shortStory) == (Story, ShortStory))
        {
            return false;
        }

        (Story, ShortStory) = (story, shortStory);
        Version++;
        return true;
    }

    /// <summary>Goes on to the next stage; whether a stage is done with, its commands decide.</summary>
    /// <exception cref="RuleBrokenException">There is none, or the stage was another.</exception>
    public void Advance(NominationStage from, NominationPath path, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(path);
        Require.That(new TheNominationStandsAt(Stage, from), new AStageFollows(Stage, path));
        Move(path.After(Stage)!.Value, at);
    }

    /// <summary>Goes back to an earlier stage to be put right.</summary>
    /// <exception cref="RuleBrokenException">It is sent off, the stage is no earlier one, or nobody says why.</exception>
    public void Return(NominationStage to, string? reason, DateTimeOffset at)
    {
        Require.That(
            new ANominationIsNotSentOff(Stage),
            new ANominationGoesBackToAnEarlierStage(Stage, to),
            new TextIsGiven("退回理由", reason, NominationNote.LongestText)
        );
        Move(to, at);
    }

    /// <exception cref="RuleBrokenException">It is decided or withdrawn already, or nobody says why.</exception>
    public void Withdraw(string? reason, DateTimeOffset at)
    {
        Require.That(new ANominationIsLive(Stage), new TextIsGiven("撤回理由", reason, NominationNote.LongestText));
        Move(NominationStage.Withdrawn, at);
    }

    /// <summary>The result is known.</summary>
    /// <param name="conferralId">The honour that was entered; null when there is none.</param>
    /// <exception cref="RuleBrokenException">It was not sent off, or is decided already.</exception>
    public void Decide(NominationOutcome outcome, Guid? conferralId, DateTimeOffset at)
    {
        Require.That(
            new TheNominationStandsAt(Stage, NominationStage.Submitted),
            new OnlyAConferredNominationNamesAnHonour(outcome, conferralId)
        );
        (Outcome, OutcomeConferralId) = (outcome, conferralId);
        Move(NominationStage.Decided, at);
    }

    /// <summary>Something that belongs to it was written.</summary>
    /// <exception cref="RuleBrokenException">It is decided or withdrawn.</exception>
    public void Touch()
    {
        Require.That(new ANominationIsLive(Stage));
        Version++;
    }

    /// <summary>The person turns out to be another: two entries were one person, or one was two.</summary>
    public void Concerns(Guid honoreeId)
    {
        HonoreeId = honoreeId;
        Version++;
    }

    private void Move(NominationStage to, DateTimeOffset at)
    {
        (Stage, StageSince) = (to, at);
        Version++;
    }

    private void Stand(NominationChoice choice, int rank)
    {
        Require.That(new ARankIsPlausible(rank));
        (Choice, Rank) = (choice, rank);
    }

    private void Belong(IReadOnlyList<string> groups)
    {
        Require.That(new GroupsAreShortWords(groups));
        Groups = [.. groups.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}

/// <summary>A nomination, before it is entered.</summary>
/// <param name="HonoreeId">The person; null of a unit.</param>
/// <param name="CandidateUnitId">The unit; null of a person.</param>
/// <param name="NominatingUnitId">Whose seat it takes.</param>
/// <param name="Rank">Among the choice, from 1.</param>
/// <param name="Groups">Words of the programme's shares.</param>
public sealed record NominationDraft(
    Guid Id,
    Guid RoundId,
    Guid? HonoreeId,
    Guid? CandidateUnitId,
    Guid NominatingUnitId,
    NominationChoice Choice,
    int Rank,
    IReadOnlyList<string> Groups
);
