using System.Globalization;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Ranking;

/// <summary>What weights must be like, whoever writes them.</summary>
public static class RankingWeightRules
{
    /// <summary>Most points of one conferral of a level.</summary>
    public const long MostPoints = 1000;

    /// <summary>The least difference between weights, in millionths of a point.</summary>
    public const long Step = RankingWeights.One / 100;

    /// <summary>Largest factor of a kind of recipient, in per mille.</summary>
    public const int MostOfKind = 5000;

    /// <summary>Most steps by which honours fade.</summary>
    public const int MostAges = 8;

    /// <summary>Most years of the last step.</summary>
    public const int OldestAge = 60;

    /// <summary>Levels that stand above each other in the same order of authority: the state's, the group's. What is in neither has no order.</summary>
    public static readonly IReadOnlyList<IReadOnlyList<AwardLevel>> Orders =
    [
        [AwardLevel.National, AwardLevel.Provincial, AwardLevel.City, AwardLevel.County],
        [AwardLevel.National, AwardLevel.Industry],
        [AwardLevel.National, AwardLevel.Group, AwardLevel.Segment, AwardLevel.Enterprise],
    ];

    /// <summary>The rules that any draft keeps, in the order of the form.</summary>
    public static IRule[] Of(RankingWeights weights) =>
        [
            new EveryLevelHasAWeight(weights),
            new AWeightIsWithinItsRange(weights),
            new SomeLevelCounts(weights),
            new EveryKindHasAFactor(weights),
            new HonoursFadeStepByStep(weights),
        ];
}

/// <summary>A level that nobody thought of would silently count nothing.</summary>
public sealed class EveryLevelHasAWeight(RankingWeights weights) : IRule
{
    private readonly AwardLevel[] missing = [.. Enum.GetValues<AwardLevel>().Where(l => !weights.Levels.ContainsKey(l))];

    public bool Holds => missing.Length == 0;

    public string Advice => $"请填写{string.Join('、', missing.Select(l => l.ToChinese()))}的分值；不计分的填 0。";
}

/// <summary>Nobody loses points by an honour, and no single one outweighs everything.</summary>
public sealed class AWeightIsWithinItsRange(RankingWeights weights) : IRule
{
    private readonly AwardLevel[] wrong =
    [
        .. weights
            .Levels.Where(l =>
                l.Value is < 0 or > RankingWeightRules.MostPoints * RankingWeights.One || l.Value % RankingWeightRules.Step != 0
            )
            .Select(l => l.Key),
    ];

    public bool Holds => wrong.Length == 0;

    public string Advice =>
        $"{string.Join('、', wrong.Select(l => l.ToChinese()))}的分值不合适：请填 0 到 {RankingWeightRules.MostPoints} 之间的数，最多两位小数。";
}

/// <summary>A policy by which nothing counts ranks nobody.</summary>
public sealed class SomeLevelCounts(RankingWeights weights) : IRule
{
    public bool Holds => weights.Levels.Values.Any(w => w > 0);

    public string Advice => "所有级别都是 0 分，排不出名次；请至少给一个级别分值。";
}

/// <summary>People, teams and units each have a factor.</summary>
public sealed class EveryKindHasAFactor(RankingWeights weights) : IRule
{
    public bool Holds =>
        Enum.GetValues<RecipientKind>()
            .All(k => weights.Kinds.TryGetValue(k, out var factor) && factor is >= 0 and <= RankingWeightRules.MostOfKind);

    public string Advice => $"个人、集体、单位的系数都要填写，范围是 0‰ 到 {RankingWeightRules.MostOfKind}‰（1000‰ 即原分值）。";
}

/// <summary>Older honours keep less than younger ones, in few steps.</summary>
public sealed class HonoursFadeStepByStep(RankingWeights weights) : IRule
{
    public bool Holds =>
        weights.Ages.Length <= RankingWeightRules.MostAges
        && weights.Ages.All(a => a.FromYears is >= 1 and <= RankingWeightRules.OldestAge && a.PerMille is >= 0 and <= RankingWeights.Whole)
        && weights.Ages.Zip(weights.Ages.Skip(1)).All(pair => pair.First.FromYears < pair.Second.FromYears)
        && weights.Ages.Zip(weights.Ages.Skip(1)).All(pair => pair.First.PerMille >= pair.Second.PerMille);

    public string Advice =>
        $"年限折算最多 {RankingWeightRules.MostAges} 档，年数从小到大（1 至 {RankingWeightRules.OldestAge} 年）、不重复，比例在 0‰ 到 1000‰ 之间且不回升。";
}

/// <summary>A lower level weighs no more than a higher one of the same authority, unless whoever writes the policy says that it is meant.</summary>
public sealed class LevelsKeepTheirOrderUnlessSaid(RankingWeights weights, bool said) : IRule
{
    private readonly (AwardLevel Higher, AwardLevel Lower)[] turned = Turned(weights);

    public bool Holds => said || turned.Length == 0;

    public string Advice => $"级别顺序颠倒了：{Words(turned)}。如确有此意，请勾选“有意颠倒级别顺序”，并在说明中写明理由。";

    /// <summary>The pairs of which the lower weighs more.</summary>
    public static (AwardLevel Higher, AwardLevel Lower)[] Turned(RankingWeights weights) =>
        [
            .. RankingWeightRules
                .Orders.SelectMany(order => order.Zip(order.Skip(1)))
                .Where(pair => weights.Levels.GetValueOrDefault(pair.First) < weights.Levels.GetValueOrDefault(pair.Second)),
        ];

    /// <summary>The pairs in Chinese.</summary>
    public static string Words(IEnumerable<(AwardLevel Higher, AwardLevel Lower)> pairs) =>
        string.Join("、", pairs.Select(p => $"{p.Lower.ToChinese()}高于{p.Higher.ToChinese()}"));
}

/// <summary>A name stands in addresses and on printed rankings: short, without signs that either would change.</summary>
public sealed class APolicyHasAShortName(string? name) : IRule
{
    public bool Holds =>
        name is { Length: > 0 and <= RankingPolicyVersion.LongestName } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');

    public string Advice => $"请给这一版取一个名称，如 2026-1：字母、数字、短横线和点，最多 {RankingPolicyVersion.LongestName} 个字符。";
}

/// <summary>Two versions of one name could not be told apart on a printed ranking.</summary>
public sealed class APolicyNameIsTakenOnce(string name, bool taken) : IRule
{
    public bool Holds => !taken;

    public string Advice => $"名称“{name}”已经用过，请换一个，例如顺延编号。";
}

/// <summary>What rankings were made with stays as it was.</summary>
public sealed class OnlyADraftChanges(RankingPolicyState state) : IRule
{
    public bool Holds => state == RankingPolicyState.Draft;

    public string Advice => "这一版已经发布，不能再改；请以它为底稿起草新的一版。";
}

/// <summary>Whoever writes saw the draft as it is.</summary>
public sealed class TheDraftIsAsItWasSeen(long seen, long now) : IRule
{
    public bool Holds => seen == now;

    public string Advice => "在您打开之后，别人改过这份草稿。您这次的改动没有保存，请看过现在的内容再改。";
}

/// <summary>Texts of a policy fit their columns.</summary>
public sealed class AnExplanationFits(int length, int longest) : IRule
{
    public bool Holds => length <= longest;

    public string Advice => string.Create(CultureInfo.InvariantCulture, $"说明或附注过长（{length} 个字符），最多 {longest} 个。");
}
