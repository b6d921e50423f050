using Chinalco.Honors.Data;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Rankings;

/// <summary>Finds the units whose honours count for one: everything below it, and everything that it or those took over.</summary>
internal static class CountingUnits
{
    public static async Task<List<Guid?>> ForAsync(HonorsContext db, Guid id, CancellationToken cancellationToken)
    {
        var units = await db
            .Units.AsNoTracking()
            .Select(u => new Place(u.Id, u.ParentId, u.HeirId))
            .ToDictionaryAsync(u => u.Id, cancellationToken);
        var counting = units.Values.ToLookup(u => Above(u, units), u => u.Id);
        HashSet<Guid> found = [id];
        var waiting = new Stack<Guid>(found);
        while (waiting.TryPop(out var unit))
        {
            foreach (var below in counting[unit].Where(found.Add))
            {
                waiting.Push(below);
            }
        }

        return [.. found.Select(unit => (Guid?)unit)];
    }

    /// <summary>The heir, else the unit above; what was taken over by one below it is passed by.</summary>
    private static Guid? Above(Place unit, Dictionary<Guid, Place> units)
    {
        if (unit.HeirId is { } heir)
        {
            return heir;
        }

        var above = unit.ParentId;
        while (above is { } parent && IsHeirOf(unit.Id, units[parent], units))
        {
            above = units[parent].ParentId;
        }

        return above;
    }

    private static bool IsHeirOf(Guid unit, Place gone, Dictionary<Guid, Place> units)
    {
        HashSet<Guid> seen = [gone.Id];
        for (var heir = gone.HeirId; heir is { } next && seen.Add(next); heir = units[next].HeirId)
        {
            if (next == unit)
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Place(Guid Id, Guid? ParentId, Guid? HeirId);
}
