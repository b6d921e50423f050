using System.Text.Json;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Commands;

/// <summary>Carries a command out in one transaction, once: whoever sends its id again is told what became of it.</summary>
public sealed class CommandTransaction(IHonorsDatabase database, TimeProvider clock)
{
    // A lost race shows as a stale version or a duplicate key; a fresh look decides anew. Five losses in a row mean something else is wrong.
    private const int Tries = 5;

    /// <param name="kind">The command's name, for the record.</param>
    /// <param name="decide">Loads, checks and changes entities in the scope; saving and committing happen here.</param>
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
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(stamp, kind, decide, cancellationToken);
            }
            catch (RuleBrokenException broken)
            {
                return CommandOutcome.Rejected(broken.RuleName, broken.Rule.Advice);
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5 * attempt), clock, cancellationToken);
            }
        }
    }

    private async Task<CommandOutcome> TryAsync(
        CommandStamp stamp,
        string kind,
        Func<CommandScope, Task<CommandOutcome>> decide,
        CancellationToken cancellationToken
    )
    {
        var db = database.Open();
        await using (db)
        {
            var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await using (transaction)
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

                db.ProcessedCommands.Add(
                    new ProcessedCommand(stamp.CommandId, kind, JsonSerializer.Serialize(outcome, AuditJson.Options), scope.Now)
                );
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(CancellationToken.None);
                return outcome;
            }
        }
    }
}
