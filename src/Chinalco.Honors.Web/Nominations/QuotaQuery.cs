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
    private const int MostFound = 20;

    /// <param name="added">Units below the holder that somebody wants a row for, though they have no seats yet.</param>
    /// <param name="words">Part of a unit's name or of another name it goes by; null when nobody looks for one.</param>
    /// <returns>Null when there is no such round, or the user does not hold it.</returns>
    public async Task<QuotaSheet?> RunAsync(Guid id, IReadOnlyCollection<Guid> added, string? words, CancellationToken cancellationToken)
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
            var below = tree.Subtree([round.UnitId]);
            var asked = given.Keys.Concat(added.Where(below.Contains)).Distinct().Where(unit => units.TrueForAll(u => u.Id != unit));
            units.AddRange([.. asked.Select(tree.Find).OfType<UnitNode>()]);
            var listed = units.Select(u => u.Id).ToHashSet();
            var people = await PeopleAsync(db, tree, [.. units.Select(u => u.Id)], round.Deadline.Year, cancellationToken);
            var rows = units
                .Select(u => new QuotaClaim(
                    new Named(u.Id, u.Name),
                    people[u.Id].Number,
                    people[u.Id].CountedIn,
                    given.GetValueOrDefault(u.Id),
                    u.Id != round.UnitId
                        && tree.Upwards(u.Id).Any(above => above.Id != u.Id && above.Id != round.UnitId && listed.Contains(above.Id)),
                    u.ParentId is { } parent && parent != round.UnitId && u.Id != round.UnitId ? tree.Find(parent)?.Name : null
                ))
                .ToImmutableArray();
            var found = words is null ? [] : await FindAsync(db, tree, below, listed, words, cancellationToken);
            return new QuotaSheet(round, rows, found);
        }
    }

    /// <summary>Units that stand below the holder, have no row yet, and go by such a name, now or before.</summary>
    private static async Task<ImmutableArray<FoundUnit>> FindAsync(
        HonorsContext db,
        UnitTree tree,
        HashSet<Guid> below,
        HashSet<Guid> listed,
        string words,
        CancellationToken cancellationToken
    )
    {
        var aliased = await db.UnitNames.Where(n => n.Name.Contains(words)).Select(n => n.UnitId).ToListAsync(cancellationToken);
        return
        [
            .. tree
                .All.Where(u => !u.HasEnded && below.Contains(u.Id) && !listed.Contains(u.Id))
                .Where(u => u.Name.Contains(words, StringComparison.Ordinal) || aliased.Contains(u.Id))
                .Take(MostFound)
                .Select(u => new FoundUnit(u.Id, u.Name, u.ParentId is { } parent ? tree.Find(parent)?.Name : null)),
        ];
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
/// <param name="Found">Units that were looked for.</param>
public sealed record QuotaSheet(NominationRound Round, ImmutableArray<QuotaClaim> Units, ImmutableArray<FoundUnit> Found)
{
    /// <summary>The seats divided by headcount among the units that stand below no other of them.</summary>
    /// <param name="atLeast">Seats of every unit that has people.</param>
    public ImmutableDictionary<Guid, int> ByHeadcount(int atLeast) =>
        SeatAllocation.ByHeadcount(
            [.. Units.Where(u => !u.IsNested).Select(u => new SeatClaim(u.Unit.Id, u.Unit.Name, u.People))],
            Round.Seats,
            atLeast
        );
}

/// <summary>A unit that seats are allotted to.</summary>
/// <param name="People">All below included.</param>
/// <param name="CountedIn">The year of the count; null where the registry's own people were counted.</param>
/// <param name="IsNested">Whether another unit of the sheet stands above it: its people are counted there.</param>
/// <param name="Above">The unit around it; null where that holds the round.</param>
public sealed record QuotaClaim(Named Unit, int People, int? CountedIn, int Seats, bool IsNested, string? Above);

/// <summary>A unit that may get seats of its own.</summary>
public sealed record FoundUnit(Guid Id, string Name, string? Above);
