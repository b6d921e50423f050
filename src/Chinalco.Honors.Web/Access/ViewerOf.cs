using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Access;

/// <summary>Works out what a user sees.</summary>
public sealed class ViewerOf(IHonorsDatabase database)
{
    public async Task<Viewer> ResolveAsync(SignedInUser? user, CancellationToken cancellationToken)
    {
        if (user is null || user.Roles.IsEmpty)
        {
            return Viewer.Anonymous;
        }

        var sees = user.Roles.Max(r => AccessTable.SeesOfAnybody(r.Role));
        List<Guid> roots =
        [
            .. user
                .Roles.Where(r => r.UnitId is not null && AccessTable.SeesInItsUnits(r.Role) > sees)
                .Select(r => r.UnitId!.Value)
                .Distinct(),
        ];
        return roots.Count == 0 ? new Viewer(sees, [], [], []) : await WithUnitsAsync(sees, roots, cancellationToken);
    }

    private async Task<Viewer> WithUnitsAsync(Visibility sees, List<Guid> roots, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            List<Guid?> units = [.. tree.Subtree(roots).Select(unit => (Guid?)unit)];
            var people = await db
                .Honorees.Where(h => h.Visibility > sees && h.Employments.Any(e => e.To == null && EF.Parameter(units).Contains(e.UnitId)))
                .Select(h => h.Id)
                .ToListAsync(cancellationToken);
            var conferrals = await db
                .Conferrals.Where(c =>
                    c.Visibility > sees
                    && c.Recipients.Any(r =>
                        EF.Parameter(units).Contains(r.UnitId)
                        || db.Employments.Any(e => e.HonoreeId == r.HonoreeId && e.To == null && EF.Parameter(units).Contains(e.UnitId))
                    )
                )
                .Select(c => c.Id)
                .ToListAsync(cancellationToken);
            return new Viewer(sees, units, people, conferrals);
        }
    }
}
