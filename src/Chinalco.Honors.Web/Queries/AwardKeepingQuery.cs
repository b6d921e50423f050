using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>An award as whoever keeps the catalogue sees it.</summary>
/// <param name="Conferrals">How many honours of it stand.</param>
public sealed record KeptAward(Guid Id, AwardFacts Facts, int Conferrals);

/// <summary>Reads an award for those who keep the catalogue: it belongs to no unit, and so it is the group's to keep.</summary>
public sealed class AwardKeepingQuery(ReadingDatabase database, Scope scope)
{
    /// <summary>Whether the user keeps the catalogue.</summary>
    public Task<bool> MayAsync(CancellationToken cancellationToken) => scope.CoversGroupAsync(Right.KeepHonours, cancellationToken);

    /// <returns>Null when there is no such award, or the user does not keep the catalogue.</returns>
    public async Task<KeptAward?> OneAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await MayAsync(cancellationToken))
        {
            return null;
        }

        var db = database.Open();
        await using (db)
        {
            var award = await db.Awards.AsNoTracking().Include(a => a.Aliases).FirstOrDefaultAsync(a => a.Id == id, cancellationToken);
            return award is null
                ? null
                : new KeptAward(id, award.Facts, await db.Conferrals.Shown().CountAsync(c => c.AwardId == id, cancellationToken));
        }
    }
}
