using Chinalco.Honors.Data;

namespace Chinalco.Honors.Testing;

/// <summary>Writes entities straight into the database, past their owners: for what a test finds there already.</summary>
public static class Saving
{
    public static async Task SaveAsync(this IHonorsDatabase database, params object[] entities)
    {
        var db = database.Open();
        await using (db)
        {
            db.AddRange(entities);
            await db.SaveChangesAsync();
        }
    }
}
