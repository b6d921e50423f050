using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Jobs;

/// <summary>Writes how jobs stand.</summary>
public sealed class JobLog(IHonorsDatabase database, TimeProvider clock)
{
    /// <summary>Marks the job as running and gives it as it stands.</summary>
    public Task<IngestionJob> StartAsync(Guid jobId) => ChangeAsync(jobId, (_, job) => Done(job.Start));

    public Task RefuseAsync(Guid jobId, string message) =>
        ChangeAsync(jobId, (_, job) => Done(() => job.Refuse(message, clock.GetUtcNow())));

    public Task FailAsync(Guid jobId) =>
        ChangeAsync(
            jobId,
            (_, job) => Done(() => job.Fail("处理时发生故障，系统将自动重试；若仍失败，请联系管理员查看日志。", clock.GetUtcNow()))
        );

    /// <summary>Cancels a job that is not over; what it has stored stays.</summary>
    /// <returns>False when there is no such job or it was over.</returns>
    public async Task<bool> CancelAsync(Guid jobId)
    {
        var cancelled = false;
        await ChangeAsync(
            jobId,
            (_, job) =>
            {
                cancelled = !job.IsOver;
                if (cancelled)
                {
                    job.Cancel(clock.GetUtcNow());
                }

                return Task.CompletedTask;
            }
        );
        return cancelled;
    }

    public async Task ProgressAsync(Guid jobId, Guid sourceFileId)
    {
        var db = database.Open();
        await using (db)
        {
            var (confirmed, waiting) = await CountAsync(db, sourceFileId);
            await db
                .IngestionJobs.Where(j => j.Id == jobId)
                .ExecuteUpdateAsync(set => set.SetProperty(j => j.Confirmed, confirmed).SetProperty(j => j.Waiting, waiting));
        }
    }

    public Task FinishAsync(Guid jobId) =>
        ChangeAsync(
            jobId,
            async (db, job) =>
            {
                var (confirmed, waiting) = await CountAsync(db, job.SourceFileId);
                job.Progressed(confirmed, waiting);
                if (job.RoundId is not null)
                {
                    await FinishRoundAsync(db, job);
                    return;
                }

                var rest = waiting > 0 ? $"，{waiting} 条待编辑确认" : "";
                job.Finish($"已入库 {job.Articles} 篇文章，确认 {confirmed} 项荣誉{rest}。", clock.GetUtcNow());
            }
        );

    /// <summary>What an editor chose while the job was at work is still to be applied.</summary>
    private async Task FinishRoundAsync(HonorsContext db, IngestionJob job)
    {
        var states = await db
            .RoundChanges.Where(c => c.RoundId == job.RoundId && c.SourceFileId == job.SourceFileId)
            .GroupBy(c => c.State)
            .Select(g => new { State = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.State, g => g.Count);
        if (states.ContainsKey(ChangeState.Chosen))
        {
            job.ApplyChosen(job.Actor);
            return;
        }

        job.Finish($"已应用 {states.GetValueOrDefault(ChangeState.Applied)} 处变动。", clock.GetUtcNow());
    }

    private static async Task<(int Confirmed, int Waiting)> CountAsync(HonorsContext db, Guid sourceFileId)
    {
        var states = await db
            .Findings.Where(f => db.Articles.Any(a => a.Id == f.ArticleId && a.SourceFileId == sourceFileId))
            .GroupBy(f => f.State)
            .Select(g => new { State = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.State, g => g.Count);
        return (states.GetValueOrDefault(FindingState.Confirmed), states.GetValueOrDefault(FindingState.Waiting));
    }

    private Task<IngestionJob> ChangeAsync(Guid jobId, Func<HonorsContext, IngestionJob, Task> change) =>
        database.InTransactionAsync(
            async (db, transaction) =>
            {
                var job =
                    await db.IngestionJobs.FirstOrDefaultAsync(j => j.Id == jobId)
                    ?? throw new KeyNotFoundException($"No ingestion job {jobId}.");
                await change(db, job);
                await db.SaveChangesAsync();
                await transaction.CommitAsync();
                return job;
            },
            clock
        );

    private static Task Done(Action change)
    {
        change();
        return Task.CompletedTask;
    }
}
