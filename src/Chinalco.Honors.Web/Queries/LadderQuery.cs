using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ladders;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <param name="Unit">With everything that counts for it; null for everybody.</param>
public sealed record LadderFilter(Guid? Unit = null, AwardFamily? Family = null);

/// <summary>Somebody on the ladder.</summary>
/// <param name="IsPerson">Else a unit.</param>
public sealed record LadderHolder(Guid Id, string Name, bool IsPerson, Ladder Ladder);

/// <param name="Unit">Null when everybody is shown.</param>
/// <param name="Whole">Those who hold all four rungs.</param>
/// <param name="AllButOne">Those who hold all but one, the missing ones from the highest down.</param>
public sealed record LadderPage(
    Named? Unit,
    ImmutableArray<LadderHolder> Whole,
    int WholeTotal,
    ImmutableArray<LadderHolder> AllButOne,
    int AllButOneTotal
);

/// <summary>
/// Finds the people and units that hold the whole ladder, or all of it but one rung.
/// </summary>
public sealed class LadderQuery(ReadingDatabase database)
{
    public const int Most = 100;

    /// <returns>Null when there is no such unit.</returns>
    public async Task<LadderPage?> RunAsync(LadderFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var db = database.Open();
        await using (db)
        {
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            var unit = filter.Unit is { } id ? tree.Find(id) : null;
            if (filter.Unit is not null && unit is null)
            {
                return null;
            }

            List<Guid?>? units = unit is null || IsOnlyRoot(tree, unit) ? null : [.. tree.Counted(unit.Id).Select(u => (Guid?)u)];
            var received = Received(db, units, filter.Family);
            var climbing = Holders(await PeopleAsync(received, cancellationToken), await UnitsAsync(received, tree, cancellationToken));
            var names = await NamesAsync(db, [.. climbing.Where(h => h.IsPerson).Select(h => h.Id)], cancellationToken);
            climbing.RemoveAll(h => h.IsPerson && !names.ContainsKey(h.Id));
            var whole = climbing.Where(h => h.Ladder.IsWhole).ToList();
            var almost = climbing.Where(h => h.Ladder.OnlyMissing is not null).OrderByDescending(h => h.Ladder.OnlyMissing).ToList();
            return new LadderPage(
                unit is null ? null : new Named(unit.Id, unit.Name),
                [.. whole.Take(Most).Select(Name)],
                whole.Count,
                [.. almost.Take(Most).Select(Name)],
                almost.Count
            );

            LadderHolder Name((Guid Id, bool IsPerson, Ladder Ladder) holder) =>
                new(holder.Id, names.GetValueOrDefault(holder.Id) ?? tree.Find(holder.Id)?.Name ?? "", holder.IsPerson, holder.Ladder);
        }
    }

    private static bool IsOnlyRoot(UnitTree tree, UnitNode unit) => unit.ParentId is null && tree.Roots.Count(u => !u.HasEnded) == 1;

    /// <summary>
    /// Every rung that anybody received. People whom the viewer does not see are left out afterwards, by their names: asked of every row, the
    /// database looks three times for each of half a million.
    /// </summary>
    private static IQueryable<Rungs> Received(HonorsContext db, List<Guid?>? units, AwardFamily? family)
    {
        var (sees, own) = (db.Viewer.Sees, db.Viewer.Conferrals);
        return from c in db.Conferrals.AsNoTracking().IgnoreQueryFilters().Counting()
            where Ladder.Levels.Contains(c.Level)
            where c.Visibility <= sees || own.Contains(c.Id)
            where family == null || db.Awards.Any(a => a.Id == c.AwardId && a.Family == family)
            from r in c.Recipients
            where units == null || EF.Parameter(units).Contains(r.UnitId)
            select new Rungs
            {
                HonoreeId = r.HonoreeId,
                UnitId = r.Kind == RecipientKind.Person ? null : r.UnitId,
                Level = c.Level,
            };
    }

    private static async Task<List<(Guid Id, AwardLevel Level)>> PeopleAsync(
        IQueryable<Rungs> received,
        CancellationToken cancellationToken
    )
    {
        var rungs = new HashSet<(Guid Id, AwardLevel Level)>();
        var rows = received.Where(r => r.HonoreeId != null).Select(r => new { Id = r.HonoreeId!.Value, r.Level }).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            rungs.Add((row.Id, row.Level));
        }

        return [.. rungs];
    }

    /// <summary>The rungs of units; what a unit that was taken over won counts for its heir.</summary>
    private static async Task<List<(Guid Id, AwardLevel Level)>> UnitsAsync(
        IQueryable<Rungs> received,
        UnitTree tree,
        CancellationToken cancellationToken
    )
    {
        var rows = await received
            .Where(r => r.UnitId != null)
            .Select(r => new { r.UnitId, r.Level })
            .Distinct()
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(r => (tree.HeirOf(r.UnitId!.Value), r.Level));
    }

    private static List<(Guid Id, bool IsPerson, Ladder Ladder)> Holders(
        List<(Guid Id, AwardLevel Level)> people,
        List<(Guid Id, AwardLevel Level)> units
    ) =>
        [
            .. people
                .GroupBy(p => p.Id, p => p.Level)
                .Select(g => (g.Key, IsPerson: true, Ladder: Ladder.Of(g)))
                .Concat(units.GroupBy(u => u.Id, u => u.Level).Select(g => (g.Key, IsPerson: false, Ladder: Ladder.Of(g))))
                .Where(h => h.Ladder.IsWhole || h.Ladder.OnlyMissing is not null)
                .OrderBy(h => h.IsPerson ? 0 : 1)
                .ThenBy(h => h.Key),
        ];

    private static async Task<Dictionary<Guid, string>> NamesAsync(
        HonorsContext db,
        List<Guid> people,
        CancellationToken cancellationToken
    ) =>
        await db
            .Honorees.Where(h => EF.Parameter(people).Contains(h.Id))
            .Select(h => new { h.Id, h.Name })
            .ToDictionaryAsync(h => h.Id, h => h.Name, cancellationToken);

    /// <summary>An honour of a person or of a team or unit.</summary>
    private sealed class Rungs
    {
        public Guid? HonoreeId { get; init; }

        public Guid? UnitId { get; init; }

        public AwardLevel Level { get; init; }
    }
}
