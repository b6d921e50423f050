using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Ranking;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Rankings;

/// <summary>Finds the policy that a ranking is made with. Asked anew for every ranking: what was published a moment ago is in force.</summary>
public sealed class RankingPolicies(IHonorsDatabase database)
{
    /// <param name="name">Null for the one in force.</param>
    /// <returns>Null when no version of this name was ever published.</returns>
    public async Task<RankingPolicyVersion?> FindAsync(string? name, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return name is null
                ? await db
                    .RankingPolicies.AsNoTracking()
                    .Where(p => p.State == RankingPolicyState.Published)
                    .OrderByDescending(p => p.PublishedAt)
                    .FirstAsync(cancellationToken)
                : await db
                    .RankingPolicies.AsNoTracking()
                    .FirstOrDefaultAsync(p => p.Name == name && p.State != RankingPolicyState.Draft, cancellationToken);
        }
    }

    /// <summary>Every version, the latest first.</summary>
    /// <param name="drafts">Whether with drafts.</param>
    public async Task<List<RankingPolicyVersion>> AllAsync(bool drafts, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db
                .RankingPolicies.AsNoTracking()
                .Where(p => drafts || p.State != RankingPolicyState.Draft)
                .OrderBy(p => p.State)
                .ThenByDescending(p => p.PublishedAt ?? p.CreatedAt)
                .ThenBy(p => p.Name)
                .ToListAsync(cancellationToken);
        }
    }

    /// <returns>Null when there is none.</returns>
    public async Task<RankingPolicyVersion?> OneAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db.RankingPolicies.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellationToken);
        }
    }
}
