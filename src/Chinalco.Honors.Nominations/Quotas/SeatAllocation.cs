using System.Collections.Immutable;

namespace Chinalco.Honors.Nominations.Quotas;

/// <summary>A unit that seats are allotted to.</summary>
/// <param name="Headcount">People, its sub-units included.</param>
public sealed record SeatClaim(Guid UnitId, string Name, int Headcount);

/// <summary>名额分配: divides the seats of a round among units.</summary>
public static class SeatAllocation
{
    /// <summary>
    /// In proportion to headcounts: each unit gets the whole seats of its share, the seats left over go to the largest remainders; of equal
    /// ones to the larger unit, then by name. A unit without people gets none.
    /// </summary>
    /// <param name="seats">None or more.</param>
    /// <param name="atLeast">Seats of every unit that has people, before the others are divided; less when there are fewer seats than units.</param>
    public static ImmutableDictionary<Guid, int> ByHeadcount(IReadOnlyCollection<SeatClaim> units, int seats, int atLeast = 0)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentOutOfRangeException.ThrowIfNegative(seats);
        ArgumentOutOfRangeException.ThrowIfNegative(atLeast);
        var claims = units
            .Where(u => u.Headcount > 0)
            .OrderByDescending(u => u.Headcount)
            .ThenBy(u => u.Name, StringComparer.Ordinal)
            .ThenBy(u => u.UnitId)
            .ToList();
        var given = claims.ToDictionary(u => u.UnitId, _ => 0);
        var left = seats;
        for (var round = 0; round < atLeast; round++)
        {
            foreach (var unit in claims.TakeWhile(_ => left > 0))
            {
                given[unit.UnitId]++;
                left--;
            }
        }

        var people = claims.Sum(u => (long)u.Headcount);
        var remainders = new List<(long Remainder, SeatClaim Unit)>(claims.Count);
        var divided = left;
        foreach (var unit in claims)
        {
            var (whole, remainder) = Math.DivRem((long)unit.Headcount * divided, people);
            given[unit.UnitId] += (int)whole;
            left -= (int)whole;
            remainders.Add((remainder, unit));
        }

        // The order of claims decides between equal remainders: the sort is stable.
        foreach (var (_, unit) in remainders.OrderByDescending(r => r.Remainder).Take(left))
        {
            given[unit.UnitId]++;
        }

        return units.ToImmutableDictionary(u => u.UnitId, u => given.GetValueOrDefault(u.UnitId));
    }
}
