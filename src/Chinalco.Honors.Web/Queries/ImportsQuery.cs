using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Roster;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>
/// The imports that the current user may see: one's own, and lists that were handed in to close a round of one's units; all of them with the right for
/// the whole group.
/// </summary>
public sealed class ImportsQuery(IHonorsDatabase database, CurrentUser current, Scope access)
{
    private const int Most = 30;
    private const int MostUnits = 300;

    /// <summary>The units whose people the user may import; null for the whole group.</summary>
    public IReadOnlyList<Guid>? ScopeUnits
    {
        get
        {
            List<Guid?> units = [.. current.User!.UnitsWith(Right.ImportPeople)];
            return units.Contains(null) ? null : [.. units.OfType<Guid>()];
        }
    }

    public async Task<IReadOnlyList<ImportRun>> RunAsync(CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await (await VisibleAsync(db, cancellationToken))
                .OrderByDescending(r => r.CreatedAt)
                .Take(Most)
                .ToListAsync(cancellationToken);
        }
    }

    public async Task<ImportRun?> OneAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await (await VisibleAsync(db, cancellationToken)).FirstOrDefaultAsync(r => r.Id == id, cancellationToken);
        }
    }

    /// <summary>The units that a roster may be complete for: those that its people work in, and those above them, as far as the user's scope goes.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> UnitsOfAsync(
        ImportPlan plan,
        ImportScope scope,
        CancellationToken cancellationToken
    )
    {
        if (plan.Table is not RosterTable roster)
        {
            return [];
        }

        var db = database.Open();
        await using (db)
        {
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            var directory = await UnitDirectory.LoadAsync(db, cancellationToken);
            return
            [
                .. roster
                    .Rows.Select(row => row.UnitText)
                    .Distinct(StringComparer.Ordinal)
                    .Select(directory.Find)
                    .OfType<Guid>()
                    .Distinct()
                    .SelectMany(tree.Upwards)
                    .DistinctBy(unit => unit.Id)
                    .Where(unit => scope.Covers(directory, unit.Id))
                    .Select(unit => (unit.Id, unit.Name))
                    .Take(MostUnits),
            ];
        }
    }

    private async Task<IQueryable<ImportRun>> VisibleAsync(HonorsContext db, CancellationToken cancellationToken)
    {
        var own = current.User!.Actor.Id;
        var runs = db.ImportRuns.AsNoTracking();
        return await access.UnitsAsync(Right.ImportPeople, cancellationToken) is not { } units
            ? runs
            : runs.Where(r =>
                r.ActorId == own
                || db.RoundHandIns.Any(h =>
                    h.WorkId == r.Id && db.NominationRounds.Any(n => n.Id == h.RoundId && EF.Parameter(units).Contains(n.UnitId))
                )
            );
    }
}
