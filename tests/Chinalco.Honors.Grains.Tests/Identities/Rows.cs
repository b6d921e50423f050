using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Rankings;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Tests.Identities;

/// <summary>Every row of the registry as text, but for versions and the record of what was done.</summary>
internal static class Rows
{
    private static readonly string[] Records =
    [
        nameof(AuditRecord),
        nameof(RankingChange),
        nameof(ProcessedCommand),
        nameof(IdentityChange),
        nameof(UnitChange),
        nameof(AuditAnchor),
    ];

    public static async Task<List<string>> EveryRowAsync(this IHonorsDatabase database)
    {
        await using var db = database.Open();
        var rows = new List<string>();
        foreach (
            var type in db.Model.GetEntityTypes().Where(t => !Records.Contains(t.ClrType.Name)).OrderBy(t => t.Name, StringComparer.Ordinal)
        )
        {
            var columns = string.Join(
                " || '|' || ",
                type.GetProperties()
                    .Where(p => p.Name is not ("Version" or "PageVersion"))
                    .Select(p => $"COALESCE(quote(\"{p.GetColumnName()}\"), '')")
            );
            var table = type.GetTableName();
#pragma warning disable EF1002 // Names of tables and columns come from the model.
            rows.AddRange(await db.Database.SqlQueryRaw<string>($"SELECT '{table}|' || {columns} AS Value FROM \"{table}\"").ToListAsync());
#pragma warning restore EF1002
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
