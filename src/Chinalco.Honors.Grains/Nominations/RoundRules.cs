using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Grains.Nominations;

/// <summary>Candidates are judged by rules that are in force when the round opens.</summary>
public sealed class ARoundOpensUnderPublishedRules(ProgrammeState state) : IRule
{
    public bool Holds => state == ProgrammeState.Published;

    public string Advice => "只能按现行的评选规则开启轮次；草稿请先发布，历史版本请改选现行版本。";
}

/// <summary>A round sends no more first choices up than it has seats.</summary>
public sealed class TheSeatsAreEnough(int seats, int chosen) : IRule
{
    public bool Holds => chosen <= seats;

    public string Advice => $"本轮共 {seats} 个名额，正选将有 {chosen} 个。请作为递补推荐，或先调整名额。";
}

/// <summary>No more is allotted than there is.</summary>
public sealed class QuotasFitTheSeats(int seats, int allotted) : IRule
{
    public bool Holds => allotted <= seats;

    public string Advice => $"分配给各单位的名额合计 {allotted} 个，超过本轮的 {seats} 个。";
}

/// <summary>A unit sends no more first choices up than its quota.</summary>
public sealed class TheQuotaIsNotUsedUp(string unit, int quota, int used) : IRule
{
    public bool Holds => used <= quota;

    public string Advice => $"{unit}的名额为 {quota} 个，正选将有 {used} 个。请作为递补推荐，或由主办单位调整名额。";
}

/// <summary>Where quotas are allotted, nobody nominates without one.</summary>
public sealed class EveryFirstChoiceHasAQuota(bool has) : IRule
{
    public bool Holds => has;

    public string Advice => "本轮已分配名额，推荐单位及其上级都没有名额。请作为递补推荐，或由主办单位分配名额。";
}

/// <summary>Quotas are for those who may nominate in the round.</summary>
public sealed class EveryQuotaIsWithinTheRound(bool isWithin) : IRule
{
    public bool Holds => isWithin;

    public string Advice => "名额只能分配给主办单位及其下级单位。";
}

/// <summary>Whoever holds a round asks its own people.</summary>
public sealed class TheNominatingUnitIsWithinTheRound(bool isWithin) : IRule
{
    public bool Holds => isWithin;

    public string Advice => "推荐单位不在本轮评选的范围内。";
}

/// <summary>A unit nominates its own people and units.</summary>
public sealed class TheCandidateIsOfTheNominatingUnit(bool isOf) : IRule
{
    public bool Holds => isOf;

    public string Advice => "推荐对象现在不属于推荐单位，不能由该单位推荐。";
}

/// <summary>A programme for people takes people, one for units takes units.</summary>
public sealed class TheCandidateIsOfTheProgrammesKind(CandidateKind kind, bool isPerson) : IRule
{
    public bool Holds => isPerson == (kind == CandidateKind.Person);

    public string Advice => $"本项目评选{kind.ToChinese()}，请推荐{kind.ToChinese()}。";
}

/// <summary>A candidate stands once in a round.</summary>
public sealed class TheCandidateIsNominatedOnce(bool isThere) : IRule
{
    public bool Holds => !isThere;

    public string Advice => "该推荐对象已在本轮中。";
}

/// <summary>After the deadline nobody is nominated.</summary>
public sealed class NominationsAreStillTaken(DateOnly deadline, DateOnly today) : IRule
{
    public bool Holds => today <= deadline;

    public string Advice => $"推荐已于 {deadline.Year} 年 {deadline.Month} 月 {deadline.Day} 日截止。";
}

/// <summary>An order names everybody, and nobody twice.</summary>
public sealed class EverybodyHasOnePlace(bool has) : IRule
{
    public bool Holds => has;

    public string Advice => "推荐对象已有变动，请刷新页面后重新排序。";
}
