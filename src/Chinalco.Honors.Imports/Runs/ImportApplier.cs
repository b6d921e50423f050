using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Imports.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Chinalco.Honors.Imports.Runs;

/// <summary>
/// Writes approved tables, a batch in one transaction. A killed process goes on where it was: what is written is no difference any more,
/// so that a fresh look finds exactly what is left.
/// </summary>
public sealed class ImportApplier(
    IHonorsDatabase database,
    ImportRuns runs,
    CommandTransaction transaction,
    TimeProvider clock,
    ILogger<ImportApplier> logger
)
{
    private const string Cancelled = "cancelled";

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

    private async Task ApplyAsync(ImportLook look, CancellationToken cancellationToken)
    {
        var (begun, overtaken) = (false, 0);
        await ChangeAsync(look.Run.Id, run => begun = run.Begin(look.Plan.Digest, look.Plan.Writes));
        if (!begun)
        {
            return;
        }

        await look.Definition.BeginWritingAsync(look, cancellationToken);

        // In the order of ids: each page of the many indexes that begin with one is then written in one batch, not in all of them.
        foreach (
            var batch in look
                .Plan.Changes.Where(c => c.IsWritten)
                .OrderBy(c => c.Rank)
                .ThenBy(c => c.SubjectId)
                .Chunk(look.Definition.BatchSize)
        )
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await WriteAsync(look, batch, cancellationToken) is not { } skipped)
            {
                return;
            }

            overtaken += skipped;
        }

        await look.Definition.EndWritingAsync(look);
        var plan = look.Plan;
        var rest = overtaken > 0 ? $"，{overtaken} 项在核对后被他人改动，未写入" : "";
        var kept = plan.Count(ImportChangeKind.Conflict) + plan.Count(ImportChangeKind.Faulty);
        var open = kept > 0 ? $"，{kept} 行需人工处理" : "";
        await ChangeAsync(
            look.Run.Id,
            run => run.Finish($"已写入 {run.Written - overtaken} 项{open}{rest}。", clock.GetUtcNow()),
            forgetsFile: kept == 0
        );
    }

    /// <returns>How many changes were overtaken; null when the run was cancelled.</returns>
    private async Task<int?> WriteAsync(ImportLook look, ImportChange[] batch, CancellationToken cancellationToken)
    {
        int? overtaken = null;
        var first = batch[0];
        var outcome = await transaction.RunAsync(
            new CommandStamp(
                DerivedId.From(look.Run.Id, $"{first.SubjectId}:{first.SeenVersion}:{batch.Length}"),
                look.Run.Actor,
                CutText.To($"{look.Definition.Word}导入：{look.Run.FileName}", AuditRecord.LongestReason)
            ),
            "import.batch",
            async scope =>
            {
                overtaken = null;
                var isWanted = await scope.Db.ImportRuns.AnyAsync(r => r.Id == look.Run.Id && r.State == ImportState.Applying);
                if (!isWanted)
                {
                    return CommandOutcome.Rejected(Cancelled, "导入已取消。");
                }

                overtaken = await look.Definition.WriteAsync(
                    scope,
                    new ImportSource(look.Run.Id, look.Run.FileName, look.Run.Sha256, look.Table, look.Choices),
                    batch
                );
                await scope
                    .Db.ImportRuns.Where(r => r.Id == look.Run.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.Written, r => r.Written + batch.Length));
                return CommandOutcome.Applied(look.Run.Id, version: 0);
            },
            cancellationToken
        );
        return outcome switch
        {
            { Succeeded: true } => overtaken ?? 0,
            { Rule: Cancelled } => null,
            _ => throw new InvalidOperationException($"A batch was refused: {outcome.Message}"),
        };
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
