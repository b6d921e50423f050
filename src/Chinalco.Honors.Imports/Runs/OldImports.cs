using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Imports.Runs;

/// <summary>Forgets tables that lie about: a file of people is not kept because nobody decided on it.</summary>
public sealed class OldImports(IHonorsDatabase database, ImportRuns runs, TimeProvider clock)
{
    /// <summary>How long a table that is not written, or not wholly, is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <returns>How many were forgotten.</returns>
    public async Task<int> ForgetAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - KeptFor;
        List<Guid> old;
        var db = database.Open();
        await using (db)
        {
            old = await db
                .ImportRuns.Where(r => r.CreatedAt < before && r.State != ImportState.Applying && db.ImportFiles.Any(f => f.RunId == r.Id))
                .Select(r => r.Id)
                .ToListAsync(cancellationToken);
        }

        foreach (var run in old)
        {
            await runs.ForgetAsync(CommandStamp.New(Actor.System), run, cancellationToken);
        }

        return old.Count;
    }
}
