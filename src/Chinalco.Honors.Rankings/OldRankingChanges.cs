using Chinalco.Honors.Data;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Rankings;

/// <summary>Removes changes that every node has taken over, or is better off loading anew than reading one by one.</summary>
public sealed class OldRankingChanges(IHonorsDatabase database)
{
    /// <summary>So many numbers are kept: more than are given while a transaction is open, and never all, since a node looks for the last one it took over.</summary>
    public const long Kept = 500_000;

    /// <returns>How many were removed.</returns>
    public async Task<int> RemoveAsync(CancellationToken cancellationToken = default)
    {
        var db = database.Open();
        await using (db)
        {
            var last = await db.RankingChanges.MaxAsync(c => (long?)c.Seq, cancellationToken) ?? 0;
            return await db.RankingChanges.Where(c => c.Seq <= last - Kept).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
