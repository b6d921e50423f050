using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data;

/// <summary>Whether somebody's units are the whole group: what belongs to no unit, as the catalogue of awards does, is theirs to keep.</summary>
public static class GroupReach
{
    /// <param name="units">The units, each with all below it; null for the whole group.</param>
    public static async Task<bool> OfAsync(HonorsContext db, IReadOnlyCollection<Guid>? units, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return units is null
            || await db.Units.AnyAsync(
                u => u.ParentId == null && u.Tier == UnitTier.Group && EF.Parameter(units).Contains(u.Id),
                cancellationToken
            );
    }
}
