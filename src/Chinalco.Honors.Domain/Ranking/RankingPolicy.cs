using System.Collections.Immutable;
using Chinalco.Honors.Domain.Awards;

namespace Chinalco.Honors.Domain.Ranking;

/// <summary>Weights under a name that every ranking made with them bears.</summary>
public sealed record RankingPolicy(string Version, RankingWeights Weights)
{
    /// <summary>Millionths in one point.</summary>
    public const long One = RankingWeights.One;

    /// <summary>The first policy, which every registry begins with; decision 5 and its explanation say why the weights are what they are.</summary>
    public static readonly RankingPolicy Default = new(
        "2025-1",
        new RankingWeights(
            new Dictionary<AwardLevel, long>
            {
                [AwardLevel.National] = 100 * One,
                [AwardLevel.Provincial] = 60 * One,
                [AwardLevel.Industry] = 40 * One,
                [AwardLevel.Group] = 40 * One,
                [AwardLevel.Segment] = 20 * One,
                [AwardLevel.Enterprise] = 10 * One,
                [AwardLevel.City] = 15 * One,
                [AwardLevel.County] = 8 * One,
                [AwardLevel.External] = 5 * One,
            }.ToImmutableSortedDictionary(),
            Enum.GetValues<RecipientKind>().ToImmutableSortedDictionary(kind => kind, _ => RankingWeights.Whole),
            Ages: []
        )
    );
}
