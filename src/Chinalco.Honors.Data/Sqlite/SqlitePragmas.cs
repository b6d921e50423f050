using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Chinalco.Honors.Data.Sqlite;

/// <summary>Sets what SQLite forgets with each connection.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // The page cache is in KiB (negative): 64 MB hold the upper pages of every index of a large registry, where SQLite's own 2 MB hold few.
    // A commit survives a killed process with NORMAL in WAL mode; the wait lets a second writer queue instead of failing.
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=15000; PRAGMA cache_size=-65536;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        var command = connection.CreateCommand();
        await using (command)
        {
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
