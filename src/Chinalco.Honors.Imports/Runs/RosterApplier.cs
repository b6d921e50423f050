using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Imports.Roster;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Chinalco.Honors.Imports.Runs;

/// <summary>
/// Writes approved rosters, a batch in one transaction. A killed process goes on where it was: what is written is no difference any more,
/// so that a fresh look finds exactly what is left.
/// </summary>
public sealed class RosterApplier(
    IHonorsDatabase database,
    RosterRuns runs,
    CommandTransaction transaction,
    TimeProvider clock,
    ILogger<RosterApplier> logger
)
{
    // Large enough that the upper pages of the indexes are written few times, small enough that a cancel is felt.
    private const int BatchSize = 20_000;

    /// <summary>Writes the approved run that waits longest.</summary>
    /// <returns>The run; null when none waits.</returns>
    public async Task<Guid?> ApplyNextAsync(CancellationToken cancellationToken)
    {
        Guid? next;
        var db = database.Open();
        await using (db)
        {
            next = await db
                .ImportRuns.Where(r => r.State == ImportState.Applying)
                .OrderBy(r => r.CreatedAt)
                .Select(r => (Guid?)r.Id)
                .FirstOrDefaultAsync(cancellationToken);
        }

        if (next is { } run)
        {
            await ApplyAsync(run, cancellationToken);
        }

        return next;
    }

    /// <summary>Writes one approved run to its end, or until it is cancelled.</summary>
    public async Task ApplyAsync(Guid runId, CancellationToken cancellationToken)
    {
        try
        {
            if (await runs.LookAsync(runId, cancellationToken) is { Run.State: ImportState.Applying } look)
            {
                await ApplyAsync(look, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever went wrong, the run says so and the next one is not held up.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            logger.LogError(fault, "Import {Run} failed.", runId);
            await ChangeAsync(runId, run => run.Fail("写入时发生故障，已写入的部分保留。请点“继续”重试；若仍失败，请联系管理员查看日志。"));
        }
    }

    private async Task ApplyAsync(RosterLook look, CancellationToken cancellationToken)
    {
        var (begun, overtaken) = (false, 0);
        await ChangeAsync(look.Run.Id, run => begun = run.Begin(look.Plan.Digest, look.Plan.Writes));
        if (!begun)
        {
            return;
        }

        // In the order of ids: each page of the many indexes that begin with one is then written in one batch, not in all of them.
        foreach (var batch in look.Plan.Changes.Where(c => c.IsWritten).OrderBy(c => c.HonoreeId).Chunk(BatchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await WriteAsync(look, batch, cancellationToken) is not { } skipped)
            {
                return;
            }

            overtaken += skipped;
        }

        var plan = look.Plan;
        var rest = overtaken > 0 ? $"，{overtaken} 项在核对后被他人改动，未写入" : "";
        var kept = plan.Count(RosterChangeKind.Conflict) + plan.Count(RosterChangeKind.Faulty);
        var open = kept > 0 ? $"，{kept} 行需人工处理" : "";
        await ChangeAsync(
            look.Run.Id,
            run => run.Finish($"已写入 {run.Written - overtaken} 项{open}{rest}。", clock.GetUtcNow()),
            forgetsFile: kept == 0
        );
    }

    /// <returns>How many changes were overtaken; null when the run was cancelled.</returns>
    private async Task<int?> WriteAsync(RosterLook look, RosterChange[] batch, CancellationToken cancellationToken)
    {
        int? overtaken = null;
        var first = batch[0];
        var outcome = await transaction.RunAsync(
            new CommandStamp(
                DerivedId.From(look.Run.Id, $"{first.HonoreeId}:{first.SeenVersion}:{batch.Length}"),
                look.Run.Actor,
                CutText.To($"人员名册导入：{look.Run.FileName}", AuditRecord.LongestReason)
            ),
            "import.batch",
            async scope =>
            {
                overtaken = null;
                var isWanted = await scope.Db.ImportRuns.AnyAsync(r => r.Id == look.Run.Id && r.State == ImportState.Applying);
                if (!isWanted)
                {
                    return CommandOutcome.Rejected("cancelled", "导入已取消。");
                }

                overtaken = await RosterWriter.WriteAsync(
                    scope,
                    new ImportSource(look.Run.FileName, look.Run.Sha256),
                    look.Choices.Options,
                    batch
                );
                await scope
                    .Db.ImportRuns.Where(r => r.Id == look.Run.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.Written, r => r.Written + batch.Length));
                return CommandOutcome.Applied(look.Run.Id, version: 0);
            },
            cancellationToken
        );
        return outcome.Succeeded ? overtaken ?? 0 : null;
    }

    private Task<ImportRun> ChangeAsync(Guid runId, Action<ImportRun> change, bool forgetsFile = false) =>
        database.InTransactionAsync(
            async (db, open) =>
            {
                var run = await db.ImportRuns.FirstAsync(r => r.Id == runId);
                change(run);
                if (forgetsFile)
                {
                    await db.ImportFiles.Where(f => f.RunId == runId).ExecuteDeleteAsync();
                }

                await db.SaveChangesAsync();
                await open.CommitAsync();
                return run;
            },
            clock
        );
}
