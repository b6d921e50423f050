using System.Globalization;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Domain.Units;

namespace Chinalco.Honors.Web.Rankings;

/// <summary>What units are ranked by.</summary>
public enum RankingMeasure
{
    /// <summary>积分</summary>
    Points = 1,

    /// <summary>每千人积分</summary>
    PerThousand = 2,
}

/// <summary>Which units are compared, by what, over which years.</summary>
/// <param name="From">First year; null for no bound. A bound leaves out honours without a year.</param>
/// <param name="To">Last year; null for no bound.</param>
/// <param name="Tier">The tier compared; null compares operating companies and directly managed units, below a unit its direct sub-units.</param>
/// <param name="Unit">Units below this one; null for the whole group.</param>
/// <param name="Policy">The name of a version of the policy; null for the one in force.</param>
public sealed record RankingFilter(
    int? From = null,
    int? To = null,
    UnitTier? Tier = null,
    Guid? Unit = null,
    AwardFamily? Family = null,
    RankingMeasure Measure = RankingMeasure.Points,
    string? Policy = null,
    int Page = 1
)
{
    /// <summary>The word of <see cref="RankingMeasure.PerThousand"/> in addresses.</summary>
    public const string PerThousand = "per-thousand";

    /// <summary>Most years that movement and sparklines are drawn for.</summary>
    public const int MostYears = 12;

    /// <summary>The filter as addresses carry it; what is not asked for is left out.</summary>
    public (string Name, string? Value)[] Parameters =>
        [
            ("unit", Unit?.ToString()),
            ("tier", Tier?.ToChinese()),
            ("from", From?.ToString(CultureInfo.InvariantCulture)),
            ("to", To?.ToString(CultureInfo.InvariantCulture)),
            ("family", Family?.ToChinese()),
            ("measure", Measure == RankingMeasure.PerThousand ? PerThousand : null),
            ("policy", Policy),
            ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
        ];

    /// <summary>The period of equal length before; null where the ranking's period has no beginning.</summary>
    /// <param name="thisYear">The present year, which an open period ends with.</param>
    public (int From, int To)? Previous(int thisYear) =>
        From is { } from && (To ?? thisYear) >= from ? (from - ((To ?? thisYear) - from) - 1, from - 1) : null;

    /// <summary>The question that the scores answer.</summary>
    public RankingQuestion Question(Domain.Visibility sees, int thisYear) => new(From, To, Family, sees, To ?? thisYear);
}
