using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Ingestion.Pipeline;
using Chinalco.Honors.Ingestion.Reading;
using Chinalco.Honors.Ingestion.Registering;
using Chinalco.Honors.Ingestion.Reprints;
using Chinalco.Honors.Ingestion.Rereading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Chinalco.Honors.Ingestion.Jobs;

/// <summary>
/// Works a job off: reads the file, stores articles and findings, confirms the safe findings, marks the mentions. The job of a round reads the
/// file anew and stores what would differ; once an editor has chosen, it applies that and goes on as after a first reading. Each step ends in
/// a transaction that a repeated step finds done, so a process killed at any moment is taken up where it stood.
/// </summary>
public sealed class IngestionProcessor(
    IHonorsDatabase database,
    JobClaims claims,
    JobLog log,
    ArticleStore store,
    FindingConfirmer confirmer,
    MentionMarker mentions,
    RoundReader rereader,
    RoundApplier applier,
    ILogger<IngestionProcessor> logger
)
{
    /// <summary>Works on the oldest job that waits.</summary>
    /// <returns>The job; null when none waits.</returns>
    public async Task<Guid?> ProcessNextAsync(CancellationToken cancellationToken) =>
        await claims.ClaimAsync(jobId: null, cancellationToken) is { } id ? await WorkAsync(id, cancellationToken) : null;

    /// <summary>Works on the job given; null when it is over or another process works on it.</summary>
    public async Task<Guid?> ProcessAsync(Guid jobId, CancellationToken cancellationToken) =>
        await claims.ClaimAsync(jobId, cancellationToken) is { } id ? await WorkAsync(id, cancellationToken) : null;

    private async Task<Guid> WorkAsync(Guid jobId, CancellationToken cancellationToken)
    {
        try
        {
            var job = await log.StartAsync(jobId);
            if (job is { RoundId: not null, Stage: JobStage.Received })
            {
                await rereader.CompareAsync(job);
                return jobId;
            }

            if (job.Stage == JobStage.Received)
            {
                await ReadAsync(job);
            }
            else if (job.Stage == JobStage.Applying)
            {
                await applier.ApplyAsync(job);
            }

            if (await ConfirmAsync(job, cancellationToken))
            {
                await mentions.MarkAsync(job.SourceFileId);
                await log.FinishAsync(jobId);
            }
        }
        catch (SourceRefusedException refused)
        {
            await log.RefuseAsync(jobId, refused.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            logger.LogInformation("Job {JobId} stops with the process and goes on at the next start.", jobId);
        }
#pragma warning disable CA1031 // Whatever went wrong with one file, the next file is still to be read; the job keeps the message.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            logger.LogError(fault, "Job {JobId} failed.", jobId);
            await log.FailAsync(jobId);
        }
        finally
        {
            await claims.ReleaseAsync(jobId);
        }

        return jobId;
    }

    private async Task ReadAsync(IngestionJob job)
    {
        await ReprintFinder.CompleteAsync(database);
        var db = database.Open();
        await using (db)
        {
            var file = await db.SourceFiles.AsNoTracking().FirstAsync(f => f.Id == job.SourceFileId);
            var lexicon = await RegistryLexicon.LoadAsync(db);
            var source = SourceDecoder.Decode(file.Content, file.FileName);
            var result = new IngestionPipeline(lexicon).Run(source);
            await store.StoreAsync(job, file.Provenance, source, result);
        }
    }

    /// <returns>False when the job was cancelled or taken over.</returns>
    private async Task<bool> ConfirmAsync(IngestionJob job, CancellationToken cancellationToken)
    {
        foreach (var finding in await FindingsAsync(job, FindingState.Confirming))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!await claims.RenewAsync(job.Id, cancellationToken))
            {
                return false;
            }

            await confirmer.ConfirmAsync(finding, job.Actor);
            await log.ProgressAsync(job.Id, job.SourceFileId);
        }

        foreach (var copy in await FindingsAsync(job, FindingState.Repeats))
        {
            await confirmer.RepeatAsync(copy, job.Actor);
        }

        return await claims.RenewAsync(job.Id, cancellationToken);
    }

    private async Task<List<Finding>> FindingsAsync(IngestionJob job, FindingState state)
    {
        var db = database.Open();
        await using (db)
        {
            return await db
                .Findings.AsNoTracking()
                .Where(f => f.State == state)
                .Where(f => db.Articles.Any(a => a.Id == f.ArticleId && a.SourceFileId == job.SourceFileId))
                .OrderBy(f => f.Ordinal)
                .ToListAsync();
        }
    }
}
