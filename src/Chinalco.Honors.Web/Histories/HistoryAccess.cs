using Chinalco.Honors.Data;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Quality;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Histories;

/// <summary>How far the user sees into the history of one thing.</summary>
/// <param name="IsOwn">It is about the user.</param>
/// <param name="IsKept">The user keeps it, or audits: what was entered wrongly, who sees it, certificates.</param>
public sealed record HistoryReach(bool IsOwn, bool IsKept);

/// <summary>
/// Tells whose history the user may see: one's own person and honours, what concerns one's units, for auditors everything. What the
/// user may not see at all has no history either.
/// </summary>
public sealed class HistoryAccess(CurrentUser current, Scope scope, ReadingDatabase reading, IHonorsDatabase database)
{
    private bool Audits => current.User?.May(Right.ReadAudit) == true;

    /// <returns>Null when there is no such thing, or none with a history for this user.</returns>
    public async Task<HistoryReach?> ToAsync(HistoryOf of, Guid id, CancellationToken cancellationToken) =>
        current.User is null
            ? null
            : of switch
            {
                HistoryOf.Person => await ToPersonAsync(id, cancellationToken),
                HistoryOf.Conferral => (await ToHonoursAsync([id], cancellationToken)).GetValueOrDefault(id),
                HistoryOf.Unit => await scope.CoversUnitAsync(Right.ReadHistory, id, cancellationToken)
                    ? new HistoryReach(IsOwn: false, Audits || await scope.CoversUnitAsync(Right.KeepHonours, id, cancellationToken))
                    : null,
                HistoryOf.Award or HistoryOf.Document or HistoryOf.Article => current.User.May(Right.ReadHistory)
                    ? new HistoryReach(IsOwn: false, Audits)
                    : null,
                _ => throw new ArgumentOutOfRangeException(nameof(of), of, message: null),
            };

    /// <summary>Those of the honours whose history the user may see.</summary>
    public async Task<Dictionary<Guid, HistoryReach>> ToHonoursAsync(
        IReadOnlyCollection<Guid> conferrals,
        CancellationToken cancellationToken
    )
    {
        if (current.User is not { } user || conferrals.Count == 0)
        {
            return [];
        }

        var own = await OwnAsync(user.HonoreeId, conferrals, cancellationToken);
        var kept = Audits ? [.. conferrals] : await scope.CoveredHonoursAsync(Right.KeepHonours, conferrals, cancellationToken);
        var units = await scope.UnitsAsync(Right.ReadHistory, cancellationToken);
        var seen = units is { Count: 0 } ? [] : await SeenAsync(conferrals, units, kept, cancellationToken);
        return own.Union(seen).ToDictionary(id => id, id => new HistoryReach(own.Contains(id), kept.Contains(id)));
    }

    private async Task<HistoryReach?> ToPersonAsync(Guid id, CancellationToken cancellationToken)
    {
        var isOwn = current.User!.HonoreeId == id;
        if (!isOwn)
        {
            var db = reading.Open();
            await using (db)
            {
                if (
                    !await db.Honorees.AnyAsync(h => h.Id == id, cancellationToken)
                    || !await scope.CoversPersonAsync(Right.ReadHistory, id, cancellationToken)
                )
                {
                    return null;
                }
            }
        }

        return new HistoryReach(isOwn, Audits || await scope.CoversPersonAsync(Right.KeepPeople, id, cancellationToken));
    }

    /// <summary>All of one's own count, hidden ones too; what was entered wrongly is none.</summary>
    private async Task<HashSet<Guid>> OwnAsync(Guid? person, IReadOnlyCollection<Guid> conferrals, CancellationToken cancellationToken)
    {
        if (person is null)
        {
            return [];
        }

        var db = database.Open();
        await using (db)
        {
            return
            [
                .. await db
                    .Conferrals.Shown()
                    .Where(c => EF.Parameter(conferrals).Contains(c.Id) && c.Recipients.Any(r => r.HonoreeId == person))
                    .Select(c => c.Id)
                    .ToListAsync(cancellationToken),
            ];
        }
    }

    private async Task<List<Guid>> SeenAsync(
        IReadOnlyCollection<Guid> conferrals,
        List<Guid?>? units,
        HashSet<Guid> kept,
        CancellationToken cancellationToken
    )
    {
        var db = reading.Open();
        await using (db)
        {
            return await db
                .Conferrals.AsNoTracking()
                .Where(c => EF.Parameter(conferrals).Contains(c.Id))
                .Where(c => c.Status != Domain.Conferrals.ConferralStatus.Deprecated || EF.Parameter(kept).Contains(c.Id))
                .In(db, units)
                .Select(c => c.Id)
                .ToListAsync(cancellationToken);
        }
    }
}
