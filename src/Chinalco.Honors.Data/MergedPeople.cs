using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data;

/// <summary>Follows entries that were merged to the person who was kept.</summary>
public static class MergedPeople
{
    /// <summary>Whom the entry stands for today: itself, as long as it was not merged. An id that names nobody is given back.</summary>
    public static async Task<Guid> KeptAsync(HonorsContext db, Guid id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);

        // Only somebody who is kept keeps others, so that the way never leads in a circle.
        while (
            await db.Honorees.IgnoreQueryFilters().Where(h => h.Id == id).Select(h => h.MergedIntoId).FirstOrDefaultAsync(cancellationToken)
                is { } into
        )
        {
            id = into;
        }

        return id;
    }
}
