using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Requests;

/// <summary>Which requests the current user may decide on.</summary>
public sealed class RequestReach(CurrentUser current, IHonorsDatabase database)
{
    private Units? units;

    /// <param name="Own">The user's units, each with everything below.</param>
    /// <param name="Kept">The units of anybody's; null for those who do not answer for the group.</param>
    private sealed record Units(List<Guid?> Own, List<Guid?>? Kept);

    /// <summary>
    /// Those about people who work in the user's units now, wherever they worked when they asked. HR of the group has those besides that
    /// are about people in no unit that anybody answers for. What somebody asked, somebody else decides.
    /// </summary>
    /// <param name="db">A context that sees everything: who may decide is asked here, not by its filters.</param>
    public async Task<IQueryable<EmployeeRequest>> OfAsync(HonorsContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (own, kept) = units ??= await UnitsAsync(cancellationToken);
        if (own.Count == 0)
        {
            return db.Requests.Where(r => false);
        }

        var account = current.User!.AccountId;
        var others = db.Requests.Where(r => r.AccountId != account);
        return kept is null
            ? others.Where(r => db.Employments.Any(e => e.HonoreeId == r.HonoreeId && e.To == null && EF.Parameter(own).Contains(e.UnitId)))
            : others.Where(r =>
                db.Employments.Any(e => e.HonoreeId == r.HonoreeId && e.To == null && EF.Parameter(own).Contains(e.UnitId))
                || !db.Employments.Any(e => e.HonoreeId == r.HonoreeId && e.To == null && EF.Parameter(kept).Contains(e.UnitId))
            );
    }

    private async Task<Units> UnitsAsync(CancellationToken cancellationToken)
    {
        List<Guid> roots = [.. current.User?.UnitsWith(Right.AnswerRequests).OfType<Guid>() ?? []];
        if (roots.Count == 0)
        {
            return new Units([], null);
        }

        var db = database.Open();
        await using (db)
        {
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            var isGroups = roots.Exists(root => tree.Find(root) is { Tier: UnitTier.Group, ParentId: null });
            return new Units(Below(tree, roots), isGroups ? Below(tree, await KeptRootsAsync(db, cancellationToken)) : null);
        }
    }

    private static async Task<List<Guid>> KeptRootsAsync(HonorsContext db, CancellationToken cancellationToken)
    {
        var roles = AccessTable.RolesWith(Right.AnswerRequests).ToList();
        return await db
            .RoleGrants.Where(g => g.UnitId != null && roles.Contains(g.Role) && db.Accounts.Any(a => a.Id == g.AccountId && !a.IsDisabled))
            .Select(g => g.UnitId!.Value)
            .Distinct()
            .ToListAsync(cancellationToken);
    }

    private static List<Guid?> Below(UnitTree tree, IEnumerable<Guid> roots) => [.. tree.Subtree(roots).Select(unit => (Guid?)unit)];
}
