using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Nominations.Eligibility;

namespace Chinalco.Honors.Nominations.Shortlists;

/// <summary>What candidates are ordered by who are equally far from being nominated: their highest honour, and how they came by it.</summary>
/// <param name="Highest">The level of the highest honour that counts, as it is treated; null for none.</param>
/// <param name="LatestYear">The latest known year of one of that level; null when none is known.</param>
/// <param name="Honours">How many of that level.</param>
public readonly record struct Merit(AwardLevel? Highest, int? LatestYear, int Honours) : IComparable<Merit>
{
    private const int None = 0xF;
    private const int Most = 0xFFF;

    public static Merit Of(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        var merit = new Merit(null, null, 0);
        foreach (var honour in candidate.Honours)
        {
            if (!honour.Counts || honour.Standing > merit.Highest)
            {
                continue;
            }

            merit =
                honour.Standing == merit.Highest
                    ? merit with
                    {
                        LatestYear = merit.LatestYear is { } latest && !(honour.Year > latest) ? latest : honour.Year,
                        Honours = merit.Honours + 1,
                    }
                    : new Merit(honour.Standing, honour.Year, 1);
        }

        return merit;
    }

    /// <summary>Whoever comes first is less: a higher level, a later year, more honours.</summary>
    public int CompareTo(Merit other) => Order.CompareTo(other.Order);

    public static bool operator <(Merit left, Merit right) => left.CompareTo(right) < 0;

    public static bool operator >(Merit left, Merit right) => left.CompareTo(right) > 0;

    public static bool operator <=(Merit left, Merit right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Merit left, Merit right) => left.CompareTo(right) >= 0;

    /// <summary>The same order as one number of 28 bits, the least first: the level, the year, how many (of thousands no more is told).</summary>
    internal uint Order =>
        ((uint)(Highest is { } level ? (int)level : None) << 24)
        | ((uint)(Most - Math.Min(LatestYear ?? 0, Most)) << 12)
        | (uint)(Most - Math.Min(Honours, Most));
}
