using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>A job as the desk shows it.</summary>
/// <param name="FirstArticle">The first article stored; null before there is one.</param>
public sealed record JobRow(
    Guid Id,
    string FileName,
    JobState State,
    int Percent,
    int Articles,
    int Confirmed,
    int Waiting,
    string? Message,
    DateTimeOffset CreatedAt,
    Guid? FirstArticle
)
{
    public bool IsOver => State is JobState.Done or JobState.Refused or JobState.Cancelled;
}

/// <summary>Reads the latest jobs of files that were handed in, the newest first.</summary>
public sealed class JobsQuery(IHonorsDatabase database)
{
    private const int Shown = 20;

    public async Task<ImmutableArray<JobRow>> RunAsync(CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var latest = db
                .IngestionJobs.AsNoTracking()
                .Where(j => j.RoundId == null)
                .OrderByDescending(j => j.CreatedAt)
                .ThenByDescending(j => j.Id)
                .Take(Shown);
            return [.. (await RowsAsync(db, latest, cancellationToken))];
        }
    }

    /// <returns>Null when there is no such job.</returns>
    public async Task<JobRow?> OneAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return (await RowsAsync(db, db.IngestionJobs.AsNoTracking().Where(j => j.Id == id), cancellationToken)).SingleOrDefault();
        }
    }

    private static async Task<IEnumerable<JobRow>> RowsAsync(
        HonorsContext db,
        IQueryable<IngestionJob> jobs,
        CancellationToken cancellationToken
    )
    {
        var rows = await jobs.Select(j => new
            {
                Job = j,
                FirstArticle = db
                    .Articles.Where(a => a.SourceFileId == j.SourceFileId)
                    .OrderBy(a => a.Ordinal)
                    .Select(a => (Guid?)a.Id)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return rows.Select(x => new JobRow(
            x.Job.Id,
            x.Job.FileName,
            x.Job.State,
            x.Job.Percent,
            x.Job.Articles,
            x.Job.Confirmed,
            x.Job.Waiting,
            x.Job.Message,
            x.Job.CreatedAt,
            x.FirstArticle
        ));
    }
}
