using Chinalco.Honors.Domain.Awards;

namespace Chinalco.Honors.Domain.Ranking;

/// <summary>A part of a policy that a draft changes.</summary>
public enum PolicyAspect
{
    /// <summary>级别分值</summary>
    Level = 1,

    /// <summary>获得者系数</summary>
    Kind = 2,

    /// <summary>年限折算</summary>
    Age = 3,

    /// <summary>分摊办法</summary>
    Share = 4,
}

/// <summary>One step from one policy to another: the old weights but for one thing.</summary>
/// <param name="Level">The level whose weight it is; null for other aspects.</param>
/// <param name="Kind">The kind whose factor it is; null for other aspects.</param>
public sealed record PolicyStep(PolicyAspect Aspect, AwardLevel? Level, RecipientKind? Kind, RankingWeights Weights);

/// <summary>Takes a change of weights apart, so that its effect on a unit can be told thing by thing.</summary>
public static class PolicyChange
{
    /// <summary>Each thing that differs, alone, on the old weights.</summary>
    public static IEnumerable<PolicyStep> Of(RankingWeights before, RankingWeights after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        foreach (var level in Enum.GetValues<AwardLevel>())
        {
            var weight = after.Levels.GetValueOrDefault(level);
            if (weight != before.Levels.GetValueOrDefault(level))
            {
                yield return new(PolicyAspect.Level, level, null, before with { Levels = before.Levels.SetItem(level, weight) });
            }
        }

        foreach (var kind in Enum.GetValues<RecipientKind>())
        {
            var factor = after.Kinds.GetValueOrDefault(kind);
            if (factor != before.Kinds.GetValueOrDefault(kind))
            {
                yield return new(PolicyAspect.Kind, null, kind, before with { Kinds = before.Kinds.SetItem(kind, factor) });
            }
        }

        if (!before.Ages.SequenceEqual(after.Ages))
        {
            yield return new(PolicyAspect.Age, null, null, before with { Ages = after.Ages });
        }

        if (before.Shared != after.Shared)
        {
            yield return new(PolicyAspect.Share, null, null, before with { Shared = after.Shared });
        }
    }
}
