using Chinalco.Honors.Data.Rankings;
using Microsoft.Data.Sqlite;

namespace Chinalco.Honors.Data.Backups;

/// <summary>An SQLite file as a whole: copied, checked, counted, replaced.</summary>
internal static class DatabaseFile
{
    // More than any entity's version moves between two looks of a running site.
    private const long VersionsApart = 1_000_000;

    private static readonly string[] Versions = ["Version", "PageVersion"];

    /// <summary>Copies the database as it is at one moment, whatever is written meanwhile.</summary>
    public static async Task SnapshotAsync(string from, string to, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(from, SqliteOpenMode.ReadWrite, cancellationToken);
        await using (connection)
        {
            var command = connection.CreateCommand();
            await using (command)
            {
                command.CommandText = "VACUUM INTO $to";
                command.Parameters.AddWithValue("$to", to);
                command.CommandTimeout = 0;
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    /// <exception cref="BackupRefusedException">A page is damaged, or a row refers to one that is not there.</exception>
    public static async Task CheckAsync(string file, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(file, SqliteOpenMode.ReadOnly, cancellationToken);
        await using (connection)
        {
            var integrity = await TextsAsync(connection, "SELECT integrity_check FROM pragma_integrity_check", cancellationToken);
            var orphans = await TextsAsync(connection, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1", cancellationToken);
            if (integrity is not ["ok"] || orphans.Count > 0)
            {
                throw new BackupRefusedException(
                    $"数据库未通过完整性检查（{integrity.Concat(orphans).First()}）。请保护好数据库文件，并联系技术支持。"
                );
            }
        }
    }

    public static async Task<IReadOnlyList<string>> MigrationsAsync(string file, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(file, SqliteOpenMode.ReadOnly, cancellationToken);
        await using (connection)
        {
            return await TextsAsync(connection, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId", cancellationToken);
        }
    }

    /// <summary>How many rows each table has.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> CountAsync(string file, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(file, SqliteOpenMode.ReadOnly, cancellationToken);
        await using (connection)
        {
            var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
            foreach (var table in await TablesAsync(connection, cancellationToken))
            {
                rows[table] = await NumberAsync(connection, $"SELECT COUNT(*) FROM {Quoted(table)}", cancellationToken);
            }

            return rows;
        }
    }

    /// <summary>
    /// Moves the versions of the copy's entities beyond those of the live ones: whoever holds an entity or a page of before the restore
    /// finds another version and looks anew.
    /// </summary>
    public static async Task RenewVersionsAsync(string copy, string live, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(copy, SqliteOpenMode.ReadWrite, cancellationToken);
        await using (connection)
        {
            foreach (var table in await TablesAsync(connection, cancellationToken))
            {
                var columns = await TextsAsync(connection, $"SELECT name FROM pragma_table_info('{table}')", cancellationToken);
                foreach (var version in Versions.Where(columns.Contains))
                {
                    var apart = VersionsApart + await LatestAsync(live, table, version, cancellationToken);
                    await RunAsync(connection, $"UPDATE {Quoted(table)} SET {version} = {version} + {apart}", cancellationToken);
                }
            }
        }
    }

    /// <summary>
    /// Says in the copy that everything has changed, under a number that the live database will not have given: whoever holds in memory what
    /// rankings are made of loads it anew. A copy of before there were such notes is looked at by nobody who holds anything.
    /// </summary>
    public static async Task NoteChangeAsync(string copy, string live, CancellationToken cancellationToken)
    {
        const string Table = "RankingChanges";
        var connection = await OpenAsync(copy, SqliteOpenMode.ReadWrite, cancellationToken);
        await using (connection)
        {
            if ((await TablesAsync(connection, cancellationToken)).Contains(Table))
            {
                var seq = 1 + await LatestAsync(live, Table, "Seq", cancellationToken) + await LatestAsync(copy, Table, "Seq", cancellationToken);
                var kind = (int)RankingChangeKind.Everything;
                await RunAsync(connection, $"INSERT INTO {Quoted(Table)} (Seq, Kind) VALUES ({seq}, {kind})", cancellationToken);
            }
        }
    }

    /// <summary>Puts the copy in the place of the database, in one transaction: who reads meanwhile sees the one or the other.</summary>
    public static void Replace(string database, string copy)
    {
        using var from = new SqliteConnection(Connection(copy, SqliteOpenMode.ReadOnly));
        using var to = new SqliteConnection(Connection(database, SqliteOpenMode.ReadWriteCreate));
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }

    private static async Task<long> LatestAsync(string live, string table, string version, CancellationToken cancellationToken)
    {
        if (!File.Exists(live))
        {
            return 0;
        }

        var connection = await OpenAsync(live, SqliteOpenMode.ReadOnly, cancellationToken);
        await using (connection)
        {
            var isThere = await TextsAsync(
                connection,
                $"SELECT name FROM pragma_table_info('{table}') WHERE name = '{version}'",
                cancellationToken
            );
            return isThere.Count == 0
                ? 0
                : await NumberAsync(connection, $"SELECT COALESCE(MAX({version}), 0) FROM {Quoted(table)}", cancellationToken);
        }
    }

    private static Task<List<string>> TablesAsync(SqliteConnection connection, CancellationToken cancellationToken) =>
        TextsAsync(
            connection,
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '__EFMigrationsLock' ORDER BY name",
            cancellationToken
        );

    private static async Task<List<string>> TextsAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command)
        {
            command.CommandText = sql;
            var texts = new List<string>();
            var reader = await command.ExecuteReaderAsync(cancellationToken);
            await using (reader)
            {
                while (await reader.ReadAsync(cancellationToken))
                {
                    texts.Add(reader.GetString(0));
                }
            }

            return texts;
        }
    }

    private static async Task<long> NumberAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command)
        {
            command.CommandText = sql;
            return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
    }

    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command)
        {
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task<SqliteConnection> OpenAsync(string file, SqliteOpenMode mode, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(Connection(file, mode));
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    // No pool: a pooled connection would keep the file open after it is moved or deleted.
    private static string Connection(string file, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 60,
        }.ToString();

    private static string Quoted(string name) => '"' + name + '"';
}
