using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Nominations.Eligibility;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;
using Candidate = Chinalco.Honors.Nominations.Eligibility.Candidate;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>Reads candidates one after the other from the database: with everything that rules ask, as the viewer of the context sees it.</summary>
public static class CandidateQuery
{
    /// <summary>People by their ids; whoever the viewer does not see is not among them. In no order.</summary>
    /// <param name="people">Null for everybody.</param>
    /// <param name="on">The day that rules ask about.</param>
    /// <param name="declared">What was declared of whom.</param>
    public static async Task<List<Candidate>> PeopleAsync(
        HonorsContext db,
        IReadOnlyCollection<Guid>? people,
        DateOnly on,
        IReadOnlyDictionary<Guid, ImmutableDictionary<string, DeclaredFact>> declared,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(declared);
        var honorees = await db
            .Honorees.AsNoTracking()
            .Where(h => people == null || EF.Parameter(people).Contains(h.Id))
            .Select(h => new
            {
                h.Id,
                h.Name,
                h.Status,
                h.StatusVisibility,
                Units = h.Employments.Where(e => e.To == null).Select(e => e.UnitId).ToList(),
            })
            .ToListAsync(cancellationToken);
        var files = await db
            .PersonnelFiles.AsNoTracking()
            .Where(f => people == null || EF.Parameter(people).Contains(f.HonoreeId))
            .ToDictionaryAsync(f => f.HonoreeId, cancellationToken);
        var held = (
            await (
                from r in db.Recipients
                where r.HonoreeId != null && (people == null || EF.Parameter(people).Contains(r.HonoreeId.Value))
                join c in db.Conferrals.Shown() on r.ConferralId equals c.Id
                join a in db.Awards on c.AwardId equals a.Id
                select new
                {
                    HonoreeId = r.HonoreeId!.Value,
                    Honour = new HeldHonour(c.Id, a.Code, a.Name, c.Level, a.TreatmentLevel, a.Family, c.Year, c.Status),
                }
            ).ToListAsync(cancellationToken)
        ).ToLookup(h => h.HonoreeId, h => h.Honour);
        return honorees.ConvertAll(h => new Candidate(
            CandidateKinds.Person,
            h.Id,
            h.Name,
            on,
            Ordered(held[h.Id]),
            declared.GetValueOrDefault(h.Id, ImmutableDictionary<string, DeclaredFact>.Empty),
            h.Units.DefaultIfEmpty().Any(unit => db.Viewer.May(h.StatusVisibility, unit)) ? h.Status : null,
            files.GetValueOrDefault(h.Id)?.Facts
        ));
    }

    /// <summary>
    /// Units, with the honours that count for them (a unit's own, and those of whom it took over) and the births of everybody who works in it
    /// or below. By the order of the tree.
    /// </summary>
    /// <param name="tree">Of the day that rules ask about.</param>
    public static async Task<List<Candidate>> UnitsAsync(
        HonorsContext db,
        UnitTree tree,
        IReadOnlyCollection<Guid> units,
        DateOnly on,
        IReadOnlyDictionary<Guid, ImmutableDictionary<string, DeclaredFact>> declared,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(declared);
        var today = await UnitTree.LoadAsync(db, cancellationToken);
        var held = (
            await (
                from r in db.Recipients
                where r.Kind != RecipientKind.Person && r.UnitId != null
                join c in db.Conferrals.Shown() on r.ConferralId equals c.Id
                join a in db.Awards on c.AwardId equals a.Id
                select new
                {
                    UnitId = r.UnitId!.Value,
                    r.Kind,
                    r.NameAsPrinted,
                    Honour = new HeldHonour(c.Id, a.Code, a.Name, c.Level, a.TreatmentLevel, a.Family, c.Year, c.Status),
                }
            ).ToListAsync(cancellationToken)
        ).ToLookup(h => h.UnitId);
        var names = (await db.UnitNames.Select(n => new { n.UnitId, n.Name }).ToListAsync(cancellationToken)).ToLookup(
            n => n.UnitId,
            n => n.Name
        );
        var births = (
            await (
                from e in db.Employments
                where e.To == null && e.UnitId != null
                join f in db.PersonnelFiles on e.HonoreeId equals f.HonoreeId into files
                from f in files.DefaultIfEmpty()
                select new
                {
                    e.HonoreeId,
                    UnitId = e.UnitId!.Value,
                    f.Born,
                }
            ).ToListAsync(cancellationToken)
        ).ToLookup(p => p.UnitId);
        var wanted = units.ToHashSet();
        return
        [
            .. tree
                .All.Where(u => wanted.Contains(u.Id))
                .Select(u => new Candidate(
                    CandidateKinds.Unit,
                    u.Id,
                    u.Name,
                    on,
                    Ordered(today.Predecessors(u.Id).Append(u).SelectMany(OwnOf)),
                    declared.GetValueOrDefault(u.Id, ImmutableDictionary<string, DeclaredFact>.Empty),
                    Unit: new UnitFacts(
                        u.Tier,
                        [.. tree.Subtree([u.Id]).SelectMany(id => births[id]).DistinctBy(p => p.HonoreeId).Select(p => p.Born)]
                    )
                )),
        ];

        // A team that is no unit of its own stands with the unit around it, whose honour it is not.
        IEnumerable<HeldHonour> OwnOf(UnitNode unit) =>
            held[unit.Id]
                .Where(h => h.Kind == RecipientKind.Unit || unit.Tier == UnitTier.Team || names[unit.Id].Contains(h.NameAsPrinted))
                .Select(h => h.Honour);
    }

    private static ImmutableArray<HeldHonour> Ordered(IEnumerable<HeldHonour> honours) =>
        [.. honours.Distinct().OrderBy(h => h.Year ?? int.MaxValue).ThenBy(h => h.ConferralId)];
}
