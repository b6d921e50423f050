using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Data.Sqlite;

/// <summary>The registry in one file.</summary>
internal sealed class SqliteDatabase(IDbContextFactory<SqliteHonorsContext> factory, string file)
    : HonorsDatabase<SqliteHonorsContext>(factory)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public override IDatabaseErrors Errors { get; } = new SqliteErrors();

    protected override string SizeSql => "SELECT page_count * page_size AS Value FROM pragma_page_count(), pragma_page_size()";

    /// <inheritdoc/>
    /// <remarks>
    /// EF Core's lock on SQLite is a row. A process that is killed leaves it behind, and every later start would wait for it for ever. A lock on
    /// a file ends with its process; whoever holds that one knows that a row found is a dead process's.
    /// </remarks>
    public override async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var mine = await TakeFileLockAsync(cancellationToken);
        await using (mine)
        {
            await DropAbandonedRowAsync(cancellationToken);
            await base.MigrateAsync(cancellationToken);
        }
    }

    private async Task<FileStream> TakeFileLockAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(
                    file + ".migrating",
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    bufferSize: 1,
                    FileOptions.DeleteOnClose
                );
            }
            catch (IOException) when (File.Exists(file + ".migrating"))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    private async Task DropAbandonedRowAsync(CancellationToken cancellationToken)
    {
        var context = OpenFor(Viewer.System);
        await using (context)
        {
            var locks = context.Database.SqlQuery<long>(
                $"SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'"
            );
            if (File.Exists(file) && await locks.SingleAsync(cancellationToken) > 0)
            {
                await context.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken);
            }
        }
    }
}
