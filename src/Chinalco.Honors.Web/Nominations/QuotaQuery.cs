using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Nominations.Quotas;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>The units that a round's seats are allotted to, with their people and what they have.</summary>
public sealed class QuotaQuery(IHonorsDatabase database, NominationReach reach)
{
    /// <returns>Null when there is no such round, or the user does not hold it.</returns>
    public async Task<QuotaSheet?> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var round = await db.NominationRounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken);
            if (round is null || !await reach.HoldsAsync(round.UnitId, cancellationToken))
            {
                return null;
            }

            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            var given = await db
                .RoundQuotas.AsNoTracking()
                .Where(q => q.RoundId == id)
                .ToDictionaryAsync(q => q.UnitId, q => q.Seats, cancellationToken);
            var units = tree.ChildrenOf(round.UnitId).Where(u => !u.HasEnded).ToList();
            units.AddRange(given.Keys.Where(unit => units.TrueForAll(u => u.Id != unit)).Select(tree.Find).OfType<UnitNode>());
            var people = await PeopleAsync(db, tree, [.. units.Select(u => u.Id)], round.Deadline.Year, cancellationToken);
            var rows = units
                .Select(u => new QuotaClaim(
                    new Named(u.Id, u.Name),
                    people[u.Id].Number,
                    people[u.Id].CountedIn,
                    given.GetValueOrDefault(u.Id)
                ))
                .ToImmutableArray();
            return new QuotaSheet(round, rows);
        }
    }

    /// <summary>People by unit: the last count of the year or before, else those whom the registry knows in the unit and below.</summary>
    private static async Task<Dictionary<Guid, (int Number, int? CountedIn)>> PeopleAsync(
        HonorsContext db,
        UnitTree tree,
        List<Guid> units,
        int year,
        CancellationToken cancellationToken
    )
    {
        var counts = (
            await db
                .Headcounts.AsNoTracking()
                .Where(h => EF.Parameter(units).Contains(h.UnitId) && h.Year <= year)
                .Select(h => new
                {
                    h.UnitId,
                    h.Year,
                    h.Number,
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(h => h.UnitId);
        var known = units.Exists(u => !counts.Contains(u))
            ? await db
                .Employments.AsNoTracking()
                .Where(e => e.To == null && e.UnitId != null)
                .GroupBy(e => e.UnitId!.Value)
                .Select(g => new { Unit = g.Key, Number = g.Select(e => e.HonoreeId).Distinct().Count() })
                .ToDictionaryAsync(g => g.Unit, g => g.Number, cancellationToken)
            : [];
        return units.ToDictionary(
            u => u,
            u =>
                counts[u].MaxBy(h => h.Year) is { } count
                    ? (count.Number, (int?)count.Year)
                    : (tree.Subtree([u]).Sum(below => known.GetValueOrDefault(below)), null)
        );
    }
}

/// <summary>A round's seats and who may have them.</summary>
public sealed record QuotaSheet(NominationRound Round, ImmutableArray<QuotaClaim> Units)
{
    /// <summary>The seats divided by headcount.</summary>
    /// <param name="atLeast">Seats of every unit that has people.</param>
    public ImmutableDictionary<Guid, int> ByHeadcount(int atLeast) =>
        SeatAllocation.ByHeadcount([.. Units.Select(u => new SeatClaim(u.Unit.Id, u.Unit.Name, u.People))], Round.Seats, atLeast);
}

/// <summary>A unit that seats are allotted to.</summary>
/// <param name="People">All below included.</param>
/// <param name="CountedIn">The year of the count; null where the registry's own people were counted.</param>
public sealed record QuotaClaim(Named Unit, int People, int? CountedIn, int Seats);
