using Chinalco.Honors.Data;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Registering;

/// <summary>Finds the unit of the tree that a name means.</summary>
internal static class UnitResolver
{
    /// <summary>The unit that bears the name; else the one whose name the text begins with at the greatest length (…公司熔铸厂 → …公司); else null.</summary>
    public static async Task<Guid?> ResolveAsync(HonorsContext db, string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var bearer = await db
            .UnitNames.Where(n => name.StartsWith(n.Name))
            .OrderByDescending(n => n.Name.Length)
            .ThenBy(n => n.Kind)
            .ThenBy(n => n.UnitId)
            .FirstOrDefaultAsync();
        return bearer?.UnitId;
    }

    /// <summary>The unit that bears exactly this name today or did once; null when none does.</summary>
    public static async Task<Guid?> NamedAsync(HonorsContext db, string name) =>
        await db
            .UnitNames.Where(n => n.Name == name)
            .OrderBy(n => n.Kind)
            .ThenBy(n => n.UnitId)
            .Select(n => (Guid?)n.UnitId)
            .FirstOrDefaultAsync();
}
