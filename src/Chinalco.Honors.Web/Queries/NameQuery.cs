using Chinalco.Honors.Data;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>Reads the name behind an id, where a filter shows it.</summary>
public sealed class NameQuery(ReadingDatabase database)
{
    /// <returns>Null when there is no such unit.</returns>
    public async Task<string?> OfUnitAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db.Units.Where(u => u.Id == id).Select(u => u.Name).FirstOrDefaultAsync(cancellationToken);
        }
    }

    /// <returns>Null when there is no such award.</returns>
    public async Task<string?> OfAwardAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db.Awards.Where(a => a.Id == id).Select(a => a.Name).FirstOrDefaultAsync(cancellationToken);
        }
    }
}
