using System.Text.Json;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chinalco.Honors.Grains.Commands;

/// <summary>Carries a command out in one transaction, once: whoever sends its id again is told what became of it.</summary>
public sealed class CommandTransaction(IHonorsDatabase database, TimeProvider clock)
{
    /// <param name="kind">The command's name, for the record.</param>
    /// <param name="decide">Loads, checks and changes entities in the scope; saving and committing happen here. Whoever loses a race decides anew.</param>
    /// <param name="cancellationToken">Gives the command up as long as it is not being committed; afterwards it is carried out all the same.</param>
    /// <exception cref="DbUpdateException">The database refused the write time and again.</exception>
    /// <exception cref="OperationCanceledException">Given up; nothing was written.</exception>
    public async Task<CommandOutcome> RunAsync(
        CommandStamp stamp,
        string kind,
        Func<CommandScope, Task<CommandOutcome>> decide,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(decide);
        try
        {
            return await database.InTransactionAsync(
                (db, transaction) => DecideAsync(db, transaction, stamp, kind, decide, cancellationToken),
                clock,
                cancellationToken
            );
        }
        catch (RuleBrokenException broken)
        {
            return CommandOutcome.Rejected(broken.RuleName, broken.Rule.Advice);
        }
    }

    private async Task<CommandOutcome> DecideAsync(
        HonorsContext db,
        IDbContextTransaction transaction,
        CommandStamp stamp,
        string kind,
        Func<CommandScope, Task<CommandOutcome>> decide,
        CancellationToken cancellationToken
    )
    {
        var done = await db.ProcessedCommands.AsNoTracking().FirstOrDefaultAsync(c => c.CommandId == stamp.CommandId, cancellationToken);
        if (done is not null)
        {
            return JsonSerializer.Deserialize<CommandOutcome>(done.Outcome, AuditJson.Options)!;
        }

        var scope = new CommandScope(db, stamp, clock.GetUtcNow());
        var outcome = await decide(scope);
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        if (outcome.Result == CommandResult.Applied && !scope.HasRecords)
        {
            // A handler that had nothing of its own to note: still, whatever was carried out is found in the trail.
            await scope.AuditAsync(new AuditSubject(kind.Split('.')[0], outcome.SubjectId), kind, new { });
        }

        db.ProcessedCommands.Add(
            new ProcessedCommand(stamp.CommandId, kind, JsonSerializer.Serialize(outcome, AuditJson.Options), scope.Now)
        );
        await scope.SaveAsync();
        cancellationToken.ThrowIfCancellationRequested();
        await transaction.CommitAsync(CancellationToken.None);
        return outcome;
    }
}
