using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Jobs;

/// <summary>
/// Lets exactly one process work on a job. A claim runs out unless it is renewed, so that the job of a killed process is taken up by another.
/// </summary>
/// <param name="owner">Names this process among those that share the database; a process that comes back under its name takes up its own jobs at once.</param>
public sealed class JobClaims(IHonorsDatabase database, TimeProvider clock, string owner)
{
    /// <summary>How often a file that keeps failing is begun again.</summary>
    public const int MostAttempts = 3;

    /// <summary>How long a claim holds without being renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    /// <summary>Claims the oldest job that waits, new files before what is read anew, or the one given; null when there is none to be had.</summary>
    public async Task<Guid?> ClaimAsync(Guid? jobId, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var now = clock.GetUtcNow();
            var free = Free(db.IngestionJobs, now, owner).Where(j => jobId == null || j.Id == jobId);
            foreach (
                var id in await free.OrderBy(j => j.RoundId != null)
                    .ThenBy(j => j.CreatedAt)
                    .Select(j => j.Id)
                    .Take(10)
                    .ToListAsync(cancellationToken)
            )
            {
                var claimed = await Free(db.IngestionJobs, now, owner)
                    .Where(j => j.Id == id)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(j => j.ClaimedBy, owner).SetProperty(j => j.ClaimedUntil, now + Lease),
                        cancellationToken
                    );
                if (claimed == 1)
                {
                    return id;
                }
            }

            return null;
        }
    }

    /// <summary>Renews the claim.</summary>
    /// <returns>False when the claim was lost or the job cancelled: stop working on it.</returns>
    public async Task<bool> RenewAsync(Guid jobId, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var until = clock.GetUtcNow() + Lease;
            return await db
                    .IngestionJobs.Where(j => j.Id == jobId && j.ClaimedBy == owner && j.State != JobState.Cancelled)
                    .ExecuteUpdateAsync(set => set.SetProperty(j => j.ClaimedUntil, until), cancellationToken) == 1;
        }
    }

    /// <summary>Gives the claim back, so that another process need not wait for it to run out.</summary>
    public async Task ReleaseAsync(Guid jobId)
    {
        var db = database.Open();
        await using (db)
        {
            await db
                .IngestionJobs.Where(j => j.Id == jobId && j.ClaimedBy == owner)
                .ExecuteUpdateAsync(set => set.SetProperty(j => j.ClaimedUntil, (DateTimeOffset?)null));
        }
    }

    private static IQueryable<IngestionJob> Free(IQueryable<IngestionJob> jobs, DateTimeOffset now, string owner) =>
        jobs.Where(j =>
            (j.State == JobState.Queued || j.State == JobState.Running || (j.State == JobState.Failed && j.Attempts < MostAttempts))
            && (j.ClaimedUntil == null || j.ClaimedUntil < now || j.ClaimedBy == owner)
        );
}
