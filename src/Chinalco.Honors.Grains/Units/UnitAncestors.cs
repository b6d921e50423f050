using Chinalco.Honors.Data;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Units;

/// <summary>Walks the organisation tree upwards.</summary>
public static class UnitAncestors
{
    /// <summary>The units given and everything above them; ids that name no unit are left out.</summary>
    public static async Task<HashSet<Guid>> OfAsync(HonorsContext db, IEnumerable<Guid> units)
    {
        var seen = new HashSet<Guid>();
        var level = units.Distinct().ToList();
        while (level.Count > 0)
        {
            var found = await db.Units.Where(u => level.Contains(u.Id)).Select(u => new { u.Id, u.ParentId }).ToListAsync();
            seen.UnionWith(found.Select(u => u.Id));
            level = [.. found.Select(u => u.ParentId).OfType<Guid>().Where(id => !seen.Contains(id)).Distinct()];
        }

        return seen;
    }
}
