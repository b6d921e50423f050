using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>A unit in the tree with everything below it.</summary>
/// <param name="Honours">Conferrals that count with a recipient in the subtree.</param>
public sealed record UnitBranch(Guid Id, string Name, UnitTier Tier, bool IsSample, int Honours, ImmutableArray<UnitBranch> Children);

/// <summary>Reads the organisation tree with its honours.</summary>
public sealed class UnitsQuery(ReadingDatabase database)
{
    public async Task<ImmutableArray<UnitBranch>> RunAsync(CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            var honours = await HonoursAsync(db, tree, cancellationToken);
            return [.. tree.Roots.Select(Branch)];

            UnitBranch Branch(UnitNode unit) =>
                new(
                    unit.Id,
                    unit.Name,
                    unit.Tier,
                    unit.IsSample,
                    honours.GetValueOrDefault(unit.Id)?.Count ?? 0,
                    [.. tree.ChildrenOf(unit.Id).Select(Branch)]
                );
        }
    }

    /// <summary>The counting conferrals of each unit's subtree.</summary>
    internal static async Task<Dictionary<Guid, HashSet<Guid>>> HonoursAsync(
        HonorsContext db,
        UnitTree tree,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from r in db.Recipients.AsNoTracking()
            where r.UnitId != null
            join c in db.Conferrals.Counting() on r.ConferralId equals c.Id
            select new { UnitId = r.UnitId!.Value, c.Id }
        ).ToListAsync(cancellationToken);
        var honours = new Dictionary<Guid, HashSet<Guid>>();
        foreach (var row in rows)
        {
            foreach (var unit in tree.Upwards(row.UnitId))
            {
                if (!honours.TryGetValue(unit.Id, out var of))
                {
                    honours[unit.Id] = of = [];
                }

                of.Add(row.Id);
            }
        }

        return honours;
    }
}

/// <summary>A unit's page.</summary>
/// <param name="Above">From the root down to the parent.</param>
/// <param name="Own">Honours of the unit itself, with their proof.</param>
/// <param name="Peoples">The latest honours of people and teams that belonged to the unit or to one below it.</param>
/// <param name="PeoplesTotal">How many there are in all.</param>
/// <param name="Score">Null when the unit has no points.</param>
public sealed record UnitPage(
    Guid Id,
    string Name,
    UnitTier Tier,
    string? Place,
    string? Summary,
    bool IsSample,
    ImmutableArray<UnitNameLine> OtherNames,
    ImmutableArray<Named> Above,
    ImmutableArray<SubUnit> Below,
    ImmutableArray<HonourLine> Own,
    ImmutableArray<ConferralRow> Peoples,
    int PeoplesTotal,
    RankingItem? Score
);

public sealed record UnitNameLine(string Name, UnitNameKind Kind, PartialDate? From, PartialDate? To);

/// <param name="Honours">Conferrals that count with a recipient in the subtree.</param>
public sealed record SubUnit(Guid Id, string Name, UnitTier Tier, int Honours);

/// <summary>Reads a unit's page.</summary>
public sealed class UnitQuery(ReadingDatabase database, RankingQuery ranking)
{
    private const int MostPeoples = 40;

    /// <returns>Null when there is no such unit.</returns>
    public async Task<UnitPage?> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var unit = await db.Units.AsNoTracking().Include(u => u.Names).FirstOrDefaultAsync(u => u.Id == id, cancellationToken);
            if (unit is null)
            {
                return null;
            }

            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            var honours = await UnitsQuery.HonoursAsync(db, tree, cancellationToken);
            var own = db.Recipients.AsNoTracking().Where(r => r.UnitId == id && r.Kind != RecipientKind.Person);
            var subtree = tree.Subtree([id]).Select(u => (Guid?)u).ToList();
            var peoples = db
                .Conferrals.AsNoTracking()
                .Shown()
                .Where(c =>
                    c.Recipients.Any(r => EF.Parameter(subtree).Contains(r.UnitId) && (r.Kind == RecipientKind.Person || r.UnitId != id))
                );
            return new UnitPage(
                id,
                unit.Name,
                unit.Tier,
                unit.Place,
                unit.Summary,
                unit.IsSample,
                [
                    .. unit
                        .Names.Where(n => n.Kind != UnitNameKind.Legal)
                        .OrderBy(n => n.Kind)
                        .ThenBy(n => n.Order)
                        .Select(n => new UnitNameLine(n.Name, n.Kind, n.From, n.To)),
                ],
                [.. tree.Upwards(id).Skip(1).Reverse().Select(u => new Named(u.Id, u.Name))],
                [.. tree.ChildrenOf(id).Select(u => new SubUnit(u.Id, u.Name, u.Tier, honours.GetValueOrDefault(u.Id)?.Count ?? 0))],
                await HonourLines.LoadAsync(db, own, cancellationToken),
                await ConferralRows.LoadAsync(
                    db,
                    peoples
                        .OrderBy(c => c.Year == null)
                        .ThenByDescending(c => c.Year)
                        .ThenBy(c => c.Level)
                        .ThenBy(c => c.Id)
                        .Take(MostPeoples),
                    cancellationToken
                ),
                await peoples.CountAsync(cancellationToken),
                tree.Find(id) is { } node ? await ranking.OfAsync(node, cancellationToken) : null
            );
        }
    }
}
