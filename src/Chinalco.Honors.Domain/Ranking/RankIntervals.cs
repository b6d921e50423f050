using Chinalco.Honors.Domain.Awards;

namespace Chinalco.Honors.Domain.Ranking;

/// <summary>A unit of a ranking as sensitivity is reckoned for it.</summary>
/// <param name="Parts">What makes up its points.</param>
/// <param name="People">How many its points are divided among, for a ranking per thousand; null for points themselves.</param>
public sealed record RankedUnit(Guid UnitId, IReadOnlyList<ScorePart> Parts, int? People)
{
    /// <summary>What the unit is ranked by, in millionths: points, or points per thousand people.</summary>
    public long Value => PerPeople(Parts.Sum(p => p.Points));

    /// <summary>What it would be ranked by if every point of some parts were so much more or less.</summary>
    /// <param name="concerns">The parts whose weight moves.</param>
    /// <param name="perMille">Of their points.</param>
    public long ValueIf(Func<ScorePart, bool> concerns, int perMille) =>
        PerPeople(Parts.Sum(p => concerns(p) ? p.Points * perMille / RankingWeights.Whole : p.Points));

    private long PerPeople(long points) => People is { } people ? points * 1000 / people : points;
}

/// <summary>The places that a unit could take.</summary>
/// <param name="Best">The smallest number.</param>
/// <param name="Worst">The largest.</param>
public readonly record struct RankInterval(int Best, int Worst);

/// <summary>
/// How firmly units stand: the places they take when any one weight, of a level or of a kind of recipient, is a fifth larger or smaller and
/// all others stay. Points are proportional to both weights, so the parts of the ranking as it is are scaled and nothing is asked again;
/// the result differs from reckoning anew by no more than what its divisions round away: less than one millionth of a point for each recipient.
/// </summary>
public static class RankIntervals
{
    /// <summary>The weights that are tried, in per mille of what they are.</summary>
    public static readonly IReadOnlyList<int> Moved = [800, 1200];

    public static IReadOnlyDictionary<Guid, RankInterval> Of(IReadOnlyList<RankedUnit> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        var intervals = new Dictionary<Guid, RankInterval>(units.Count);
        Note(units, unit => unit.Value, intervals);
        foreach (var perMille in Moved)
        {
            foreach (var level in units.SelectMany(u => u.Parts.Select(p => p.Level)).Distinct())
            {
                Note(units, unit => unit.ValueIf(part => part.Level == level, perMille), intervals);
            }

            foreach (var kind in units.SelectMany(u => u.Parts.Select(p => p.Kind)).Distinct())
            {
                Note(units, unit => unit.ValueIf(part => part.Kind == kind, perMille), intervals);
            }
        }

        return intervals;
    }

    private static void Note(IReadOnlyList<RankedUnit> units, Func<RankedUnit, long> value, Dictionary<Guid, RankInterval> intervals)
    {
        var ordered = units.Select(u => (u.UnitId, Value: value(u))).OrderByDescending(u => u.Value);
        foreach (var (rank, unit) in CompetitionRank.Of(ordered, u => u.Value))
        {
            intervals[unit.UnitId] = intervals.TryGetValue(unit.UnitId, out var known)
                ? new RankInterval(Math.Min(known.Best, rank), Math.Max(known.Worst, rank))
                : new RankInterval(rank, rank);
        }
    }
}
