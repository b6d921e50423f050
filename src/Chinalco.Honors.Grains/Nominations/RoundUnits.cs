using Chinalco.Honors.Data;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Nominations;

/// <summary>The organisation as a round's commands ask about it: who stands below whom.</summary>
internal sealed class RoundUnits
{
    private readonly Dictionary<Guid, (Guid? Parent, string Name, bool Stands)> units;

    private RoundUnits(Dictionary<Guid, (Guid? Parent, string Name, bool Stands)> units) => this.units = units;

    public static async Task<RoundUnits> LoadAsync(HonorsContext db, CancellationToken cancellationToken)
    {
        var all = await db
            .Units.AsNoTracking()
            .Select(u => new
            {
                u.Id,
                u.ParentId,
                u.Name,
                Stands = u.DissolvedOn == null,
            })
            .ToListAsync(cancellationToken);
        return new RoundUnits(all.ToDictionary(u => u.Id, u => (u.ParentId, u.Name, u.Stands)));
    }

    /// <summary>Whether there is such a unit, and it has not ended.</summary>
    public bool Stands(Guid id) => units.TryGetValue(id, out var unit) && unit.Stands;

    public Guid? ParentOf(Guid id) => units.TryGetValue(id, out var unit) ? unit.Parent : null;

    public string NameOf(Guid id) => units.TryGetValue(id, out var unit) ? unit.Name : "";

    /// <summary>Whether a unit is another one or stands below it.</summary>
    public bool IsWithin(Guid id, Guid above)
    {
        var seen = new HashSet<Guid>();
        for (Guid? at = id; at is { } unit && seen.Add(unit); at = ParentOf(unit))
        {
            if (unit == above)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Days as they are in China, where the group is.</summary>
internal static class ChinaDay
{
    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(8)).Date);
}
