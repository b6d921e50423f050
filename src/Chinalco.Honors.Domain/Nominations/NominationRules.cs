using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Nominations;

/// <summary>A nomination is for one person or for one unit.</summary>
public sealed class ANominationHasOneCandidate(Guid? person, Guid? unit) : IRule
{
    public bool Holds => person is null != unit is null;

    public string Advice => "请选择一个人或一个单位作为推荐对象。";
}

/// <summary>What was sent off is as it was sent.</summary>
public sealed class ANominationIsNotSentOff(NominationStage stage) : IRule
{
    public bool Holds => stage < NominationStage.Submitted;

    public string Advice => $"该推荐{stage.ToChinese()}，不能再修改。";
}

/// <summary>What is decided or withdrawn is over.</summary>
public sealed class ANominationIsLive(NominationStage stage) : IRule
{
    public bool Holds => stage < NominationStage.Decided;

    public string Advice => $"该推荐{stage.ToChinese()}，不能再修改。";
}

/// <summary>Somebody else did not move the nomination on meanwhile.</summary>
public sealed class TheNominationStandsAt(NominationStage stage, NominationStage expected) : IRule
{
    public bool Holds => stage == expected;

    public string Advice => $"该推荐现在处于“{stage.ToChinese()}”，不是“{expected.ToChinese()}”。请刷新页面后再操作。";
}

/// <summary>There is a stage after this one.</summary>
public sealed class AStageFollows(NominationStage stage, NominationPath path) : IRule
{
    public bool Holds => path.After(stage) is not null;

    public string Advice => $"“{stage.ToChinese()}”之后没有下一步。";
}

/// <summary>To return is to go back.</summary>
public sealed class ANominationGoesBackToAnEarlierStage(NominationStage stage, NominationStage to) : IRule
{
    public bool Holds => to < stage;

    public string Advice => $"只能退回到“{stage.ToChinese()}”之前的步骤。";
}

/// <summary>Only an honour that was conferred is named.</summary>
public sealed class OnlyAConferredNominationNamesAnHonour(NominationOutcome outcome, Guid? conferral) : IRule
{
    public bool Holds => conferral is null || outcome == NominationOutcome.Conferred;

    public string Advice => "未获授予的推荐不能登记荣誉。";
}

/// <summary>Places are counted from one.</summary>
public sealed class ARankIsPlausible(int rank) : IRule
{
    public bool Holds => rank is >= 1 and <= NominationRound.MostSeats;

    public string Advice => $"排序应为 1 到 {NominationRound.MostSeats} 之间的整数。";
}

/// <summary>Groups are words, and few.</summary>
public sealed class GroupsAreShortWords(IReadOnlyList<string> groups) : IRule
{
    public bool Holds =>
        groups.Count <= Nomination.MostGroups
        && groups.All(g =>
            !string.IsNullOrWhiteSpace(g) && g.Length <= Nomination.LongestGroup && !g.Contains('\n', StringComparison.Ordinal)
        );

    public string Advice => $"人员类别最多 {Nomination.MostGroups} 项，每项 1 到 {Nomination.LongestGroup} 个字符。";
}
