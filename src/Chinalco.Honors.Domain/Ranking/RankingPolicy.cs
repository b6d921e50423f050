using Chinalco.Honors.Domain.Awards;

namespace Chinalco.Honors.Domain.Ranking;

/// <summary>How conferrals become points. Points are integers, in millionths of a point, so that adding them up gives the same bytes anywhere.</summary>
/// <param name="Version">Names the policy on every ranking made with it.</param>
public sealed record RankingPolicy(string Version)
{
    /// <summary>Millionths in one point.</summary>
    public const long One = 1_000_000;

    /// <summary>The policy in force; docs/decisions says why the weights are what they are.</summary>
    public static readonly RankingPolicy Default = new("2025-1");

    /// <summary>The points of one conferral of a level, before it is shared.</summary>
    public long WeightOf(AwardLevel level) =>
        One
        * level switch
        {
            AwardLevel.National => 100,
            AwardLevel.Provincial => 60,
            AwardLevel.Industry => 40,
            AwardLevel.Group => 40,
            AwardLevel.Segment => 20,
            AwardLevel.Enterprise => 10,
            AwardLevel.City => 15,
            AwardLevel.County => 8,
            AwardLevel.External => 5,
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, message: null),
        };

    /// <summary>The points of one recipient when several received the conferral together, each the same share; the rest of the division goes to nobody.</summary>
    public long PointsOf(AwardLevel level, int recipients) => WeightOf(level) / recipients;
}
