using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chinalco.Honors.Data;

/// <summary>Runs a piece of work in one transaction, from the start each time somebody else wrote first.</summary>
public static class UnitOfWork
{
    // A lost race is decided by a fresh look. Each loss is somebody else's win, so this many in a row mean that something else is wrong.
    internal const int Tries = 20;

    // In milliseconds; uneven, so that two who met once do not meet again.
    private const int LongestPause = 10;

    /// <param name="work">Loads, changes, saves and commits; what it does not commit is rolled back. It may run several times, each time on a context of its own.</param>
    /// <param name="cancellationToken">Given up before the work has committed, nothing is written.</param>
    /// <exception cref="DbUpdateException">The database refused the write time and again.</exception>
    public static async Task<T> InTransactionAsync<T>(
        this IHonorsDatabase database,
        Func<HonorsContext, IDbContextTransaction, Task<T>> work,
        TimeProvider? clock = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(work);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ThroughTheStrategyAsync(database, work, cancellationToken);
            }
            catch (Exception fault) when (attempt < Tries && (database.Errors.IsLostRace(fault) || database.Errors.IsTransient(fault)))
            {
                var pause = TimeSpan.FromMilliseconds(Random.Shared.Next(LongestPause * attempt));
                await Task.Delay(pause, clock ?? TimeProvider.System, cancellationToken);
            }
        }
    }

    /// <summary>The provider's own strategy repeats what a deadlock or a lost connection cut off; the whole of it, because half of it is gone.</summary>
    private static async Task<T> ThroughTheStrategyAsync<T>(
        IHonorsDatabase database,
        Func<HonorsContext, IDbContextTransaction, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        // The strategy belongs to a context, but no attempt may use that one: a context that failed remembers what it meant to save.
        var strategyOwner = database.Open();
        await using (strategyOwner)
        {
            return await strategyOwner
                .Database.CreateExecutionStrategy()
                .ExecuteAsync(token => OnceAsync(database, work, token), cancellationToken);
        }
    }

    private static async Task<T> OnceAsync<T>(
        IHonorsDatabase database,
        Func<HonorsContext, IDbContextTransaction, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        var db = database.Open();
        await using (db)
        {
            var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await using (transaction)
            {
                return await work(db, transaction);
            }
        }
    }
}
