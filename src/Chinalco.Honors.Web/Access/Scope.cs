using Chinalco.Honors.Data;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Access;

/// <summary>Tells whether the current user's right reaches as far as a thing.</summary>
public sealed class Scope(CurrentUser current, IHonorsDatabase database)
{
    /// <summary>The units that the user's right reaches, each with everything below it; null for the whole group.</summary>
    public async Task<List<Guid?>?> UnitsAsync(Right right, CancellationToken cancellationToken)
    {
        var roots = current.User?.UnitsWith(right).ToList() ?? [];
        if (roots.Contains(null))
        {
            return null;
        }

        if (roots.Count == 0)
        {
            return [];
        }

        var db = database.Open();
        await using (db)
        {
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            return [.. tree.Subtree(roots.OfType<Guid>()).Select(unit => (Guid?)unit)];
        }
    }

    /// <summary>Whether the user has the right for the whole group, and so for what belongs to no unit: the catalogue of awards.</summary>
    public async Task<bool> CoversGroupAsync(Right right, CancellationToken cancellationToken)
    {
        if (current.User is not { } user || !user.May(right))
        {
            return false;
        }

        List<Guid?> roots = [.. user.UnitsWith(right)];
        var db = database.Open();
        await using (db)
        {
            return await GroupReach.OfAsync(db, roots.Contains(null) ? null : [.. roots.OfType<Guid>()], cancellationToken);
        }
    }

    /// <summary>Whether the user has the right for the unit that the person works in. A person without one is in the whole group's scope alone.</summary>
    public async Task<bool> CoversPersonAsync(Right right, Guid honoreeId, CancellationToken cancellationToken)
    {
        if (current.User is not { } user || !user.May(right))
        {
            return false;
        }

        var roots = user.UnitsWith(right).ToHashSet();
        if (roots.Contains(null))
        {
            return true;
        }

        var db = database.Open();
        await using (db)
        {
            var units = await db
                .Employments.Where(e => e.HonoreeId == honoreeId && e.To == null && e.UnitId != null)
                .Select(e => e.UnitId!.Value)
                .ToListAsync(cancellationToken);
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            return units.Exists(unit => tree.Upwards(unit).Any(above => roots.Contains(above.Id)));
        }
    }

    /// <summary>
    /// Whether the user's right reaches both of two entries that are, or were, one person: neither is another unit's, and one is surely the
    /// user's.
    /// </summary>
    public async Task<bool> CoversBothAsync(Right right, Guid one, Guid other, CancellationToken cancellationToken)
    {
        var (first, second) = (await ReachesAsync(right, one, cancellationToken), await ReachesAsync(right, other, cancellationToken));
        return first != false && second != false && (first == true || second == true);
    }

    /// <summary>
    /// Whether the user's right reaches a person where the person works, else where all former posts and honours are; null where nobody knows
    /// a unit of the person.
    /// </summary>
    public async Task<bool?> ReachesAsync(Right right, Guid honoreeId, CancellationToken cancellationToken) =>
        (await ReachedAsync(right, [honoreeId], cancellationToken))[honoreeId];

    /// <summary><see cref="ReachesAsync"/> of several people.</summary>
    public async Task<IReadOnlyDictionary<Guid, bool?>> ReachedAsync(
        Right right,
        IReadOnlyCollection<Guid> people,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(people);
        var units = people.Count == 0 ? [] : await UnitsAsync(right, cancellationToken);
        if (units is not { Count: > 0 })
        {
            return people.ToDictionary(id => id, _ => (bool?)(units is null));
        }

        var db = database.Open();
        await using (db)
        {
            var posts = (
                await db
                    .Employments.Where(e => EF.Parameter(people).Contains(e.HonoreeId) && e.UnitId != null)
                    .Select(e => new
                    {
                        e.HonoreeId,
                        e.UnitId,
                        Lasts = e.To == null,
                    })
                    .ToListAsync(cancellationToken)
            ).ToLookup(p => p.HonoreeId);
            var honours = (
                await db
                    .Recipients.Where(r => r.HonoreeId != null && EF.Parameter(people).Contains(r.HonoreeId.Value) && r.UnitId != null)
                    .Select(r => new { r.HonoreeId, r.UnitId })
                    .ToListAsync(cancellationToken)
            ).ToLookup(r => r.HonoreeId!.Value, r => r.UnitId);
            return people.ToDictionary(id => id, Reaches);

            bool? Reaches(Guid id)
            {
                if (posts[id].Any(p => p.Lasts))
                {
                    return posts[id].Any(p => p.Lasts && units.Contains(p.UnitId));
                }

                List<Guid?> known = [.. posts[id].Select(p => p.UnitId), .. honours[id]];
                return known.Count == 0 ? null : known.TrueForAll(units.Contains);
            }
        }
    }

    /// <summary>Whether the user's right reaches a unit.</summary>
    public async Task<bool> CoversUnitAsync(Right right, Guid unitId, CancellationToken cancellationToken) =>
        await UnitsAsync(right, cancellationToken) is not { } units || units.Contains(unitId);

    /// <summary>
    /// Those of the conferrals that the user's right reaches: at least one recipient is in its units and none elsewhere. People are where they
    /// work, else where they worked when they were honoured; whoever's unit nobody knows is neither.
    /// </summary>
    public async Task<HashSet<Guid>> CoveredHonoursAsync(
        Right right,
        IReadOnlyCollection<Guid> conferrals,
        CancellationToken cancellationToken
    )
    {
        var units = await UnitsAsync(right, cancellationToken);
        if (units is { Count: 0 })
        {
            return [];
        }

        var db = database.Open();
        await using (db)
        {
            var recipients = await db
                .Recipients.AsNoTracking()
                .Where(r => EF.Parameter(conferrals).Contains(r.ConferralId))
                .Select(r => new
                {
                    r.ConferralId,
                    r.UnitId,
                    Posts = db
                        .Employments.Where(e => e.HonoreeId == r.HonoreeId && e.To == null && e.UnitId != null)
                        .Select(e => e.UnitId)
                        .ToList(),
                })
                .ToListAsync(cancellationToken);
            return
            [
                .. recipients
                    .GroupBy(r => r.ConferralId, r => IsWithin(r.Posts.Count > 0 ? r.Posts : [r.UnitId]))
                    .Where(reached => reached.Contains(true) && !reached.Contains(false))
                    .Select(reached => reached.Key),
            ];
        }

        bool? IsWithin(List<Guid?> at) =>
            at.TrueForAll(unit => unit is null)
                ? units is null
                    ? true
                    : null
                : units is null || at.Exists(units.Contains);
    }
}
