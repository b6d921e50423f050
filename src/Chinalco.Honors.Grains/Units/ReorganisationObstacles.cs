using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Units;

/// <summary>Tells what keeps a change of the organisation from being taken back.</summary>
public static class ReorganisationObstacles
{
    /// <summary>In Chinese; empty when nothing does. The units of the journal are in the context afterwards.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(HonorsContext db, UnitJournal journal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(journal);
        var stale = await journal.Rows.StaleAsync(db, cancellationToken);
        var what = new SortedSet<string>(StringComparer.Ordinal);
        what.UnionWith(
            stale.Select(e =>
                e.Type == nameof(UnitName) ? "单位名称"
                : e.Type == nameof(UnitPlacement) ? "上级单位"
                : "单位信息"
            )
        );
        foreach (var transfer in journal.Transfers)
        {
            if (!await TransferredPeople.StandsAsync(db, transfer))
            {
                what.Add("人员任职");
            }
        }

        var begun = journal
            .Rows.Entries.Where(e => e.Type == nameof(Unit) && e.Change == RowChange.Added)
            .Select(e => (Guid?)e.Key)
            .ToList();
        if (begun.Count > 0)
        {
            await AddUsesAsync(db, journal, begun, what, cancellationToken);
        }

        return [.. what];
    }

    private static async Task AddUsesAsync(
        HonorsContext db,
        UnitJournal journal,
        List<Guid?> begun,
        SortedSet<string> what,
        CancellationToken cancellationToken
    )
    {
        var moved = journal.Rows.Entries.Where(e => e.Type == nameof(Unit)).Select(e => e.Key).ToList();
        var posts = journal.Transfers.SelectMany(t => t.Begun.Concat(t.Corrected)).ToList();
        if (
            await db.Units.AnyAsync(u => EF.Parameter(begun).Contains(u.ParentId) && !EF.Parameter(moved).Contains(u.Id), cancellationToken)
        )
        {
            what.Add("新单位的下级单位");
        }

        if (
            await db.Employments.AnyAsync(
                e => EF.Parameter(begun).Contains(e.UnitId) && !EF.Parameter(posts).Contains(e.Id),
                cancellationToken
            )
        )
        {
            what.Add("新单位的人员");
        }

        var names = journal.Rows.Entries.Where(e => e.Type == nameof(UnitName)).Select(e => e.Key).ToList();
        if (
            await db.UnitNames.AnyAsync(
                n => EF.Parameter(begun).Contains(n.UnitId) && !EF.Parameter(names).Contains(n.Id),
                cancellationToken
            )
        )
        {
            what.Add("单位名称");
        }

        if (await db.Headcounts.AnyAsync(h => EF.Parameter(begun).Contains(h.UnitId), cancellationToken))
        {
            what.Add("新单位的人数");
        }

        if (await db.Recipients.AnyAsync(r => EF.Parameter(begun).Contains(r.UnitId), cancellationToken))
        {
            what.Add("新单位的荣誉");
        }

        if (await db.RoleGrants.AnyAsync(g => EF.Parameter(begun).Contains(g.UnitId), cancellationToken))
        {
            what.Add("新单位的账号权限");
        }
    }
}
