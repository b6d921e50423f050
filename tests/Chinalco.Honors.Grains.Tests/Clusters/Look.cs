using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Conferrals;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Tests.Clusters;

/// <summary>Looks into the database after the act.</summary>
internal static class Look
{
    public static async Task<List<Conferral>> ConferralsOfAsync(this IHonorsDatabase database, Guid awardId)
    {
        using var db = database.Open();
        return await db
            .Conferrals.AsNoTracking()
            .Include(c => c.Recipients)
            .Include(c => c.Evidence)
            .Where(c => c.AwardId == awardId)
            .OrderBy(c => c.Year)
            .ToListAsync();
    }

    /// <summary>The entity's audit chain, from its first record.</summary>
    public static async Task<List<AuditRecord>> ChainOfAsync(this IHonorsDatabase database, Guid entityId)
    {
        using var db = database.Open();
        return await db.AuditRecords.AsNoTracking().Where(a => a.EntityId == entityId).OrderBy(a => a.Sequence).ToListAsync();
    }

    /// <summary>The rows of every table, to show that nothing was written.</summary>
    public static async Task<Dictionary<string, int>> RowsAsync(this IHonorsDatabase database)
    {
        using var db = database.Open();
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct(StringComparer.Ordinal))
        {
#pragma warning disable EF1002 // The table's name comes from the model, and a name cannot be a parameter.
            rows[table] = await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS Value FROM \"{table}\"").SingleAsync();
#pragma warning restore EF1002
        }

        return rows;
    }

    public static async Task<PageVersions> PagesAsync(this IHonorsDatabase database, Honour honour)
    {
        using var db = database.Open();
        return new PageVersions(
            (await db.Honorees.SingleAsync(h => h.Id == honour.Honoree.Id)).PageVersion,
            (await db.Units.SingleAsync(u => u.Id == honour.Unit.Id)).PageVersion,
            (await db.Units.SingleAsync(u => u.Id == honour.Group.Id)).PageVersion,
            (await db.Articles.SingleAsync(a => a.Id == honour.Article.Id)).PageVersion,
            (await db.Awards.SingleAsync(a => a.Id == honour.Award.Id)).PageVersion
        );
    }

    /// <summary>Whether every record proves itself and stands on the one before, without gaps.</summary>
    public static bool IsWhole(this IReadOnlyList<AuditRecord> chain) =>
        chain.Index().All(place => Follows(place.Item, place.Index == 0 ? null : chain[place.Index - 1]));

    private static bool Follows(AuditRecord record, AuditRecord? previous) =>
        record.ComputeHash() == record.Hash
        && record.PreviousHash == (previous?.Hash ?? AuditRecord.ChainStart)
        && record.Sequence == (previous?.Sequence ?? 0) + 1;
}

internal sealed record PageVersions(long Honoree, long Unit, long Group, long Article, long Award);
