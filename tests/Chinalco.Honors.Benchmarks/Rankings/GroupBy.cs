using System.Globalization;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;
using Microsoft.Data.Sqlite;

namespace Chinalco.Honors.Benchmarks.Rankings;

/// <summary>What a unit has, as far as SQL and the ledger are compared.</summary>
internal sealed record UnitSum(
    long Points,
    int Conferrals,
    IReadOnlyDictionary<(AwardLevel Level, RecipientKind Kind), (long Points, int Recipients)> Parts
);

/// <summary>
/// The same answer by SQL alone, as well as SQLite can give it: what counts is picked out in one scan along an index that holds every column
/// it asks for, joined by key and summed by unit, level and kind; only these small sums are carried up the tree, by a table of every unit with
/// all that it counts for. Conferrals with one recipient are counted, only those with several are told apart in every unit above. Points come from a table of
/// level, kind and year. Making the two tables and the indexes is not timed.
/// </summary>
internal sealed class GroupBy(SqliteConnection connection)
{
    private const string Indexes = """
        CREATE INDEX IF NOT EXISTS BenchRecipients ON Recipients (ConferralId, UnitId, Kind, HonoreeId);
        CREATE INDEX IF NOT EXISTS BenchConferrals ON Conferrals (Id, Status, Year, Level, AwardId, Visibility);
        CREATE INDEX IF NOT EXISTS BenchHonorees ON Honorees (Id, Visibility, MergedIntoId);
        ANALYZE BenchRecipients; ANALYZE BenchConferrals; ANALYZE BenchHonorees;
        """;

    private const string Above = """
        DROP TABLE IF EXISTS temp.Above;
        CREATE TEMP TABLE Above (Unit, Counts, PRIMARY KEY (Unit, Counts)) WITHOUT ROWID;
        INSERT INTO Above
        WITH RECURSIVE up (Unit, Counts) AS (
            SELECT Id, Id FROM Units
            UNION
            SELECT up.Unit, COALESCE(u.HeirId, u.ParentId) FROM up JOIN Units u ON u.Id = up.Counts
            WHERE COALESCE(u.HeirId, u.ParentId) IS NOT NULL
        )
        SELECT Unit, Counts FROM up;
        """;

    // One row for each recipient that counts; what the others of its conferral are is asked of the same index.
    private const string Counted = """
        DROP TABLE IF EXISTS temp.Several;
        DROP TABLE IF EXISTS temp.Sums;
        CREATE TEMP TABLE Sums AS
        SELECT r.UnitId AS Unit, c.Level AS Level, r.Kind AS Kind, SUM(w.Points / CASE WHEN $divided THEN n.Recipients ELSE 1 END) AS Points,
               COUNT(*) AS Recipients, SUM(n.Recipients = 1) AS Alone
        FROM (SELECT ConferralId, COUNT(*) AS Recipients FROM Recipients INDEXED BY BenchRecipients GROUP BY ConferralId) n
        CROSS JOIN Conferrals c INDEXED BY BenchConferrals ON c.Id = n.ConferralId
        CROSS JOIN Recipients r INDEXED BY BenchRecipients ON r.ConferralId = n.ConferralId
        JOIN temp.Whole w ON w.Level = c.Level AND w.Kind = r.Kind AND w.Year = COALESCE(c.Year, -1)
        LEFT JOIN Honorees h INDEXED BY BenchHonorees ON h.Id = r.HonoreeId
        WHERE {filter} AND r.UnitId IS NOT NULL AND (h.Id IS NULL OR (h.MergedIntoId IS NULL AND h.Visibility <= $sees))
        GROUP BY r.UnitId, c.Level, r.Kind;
        CREATE TEMP TABLE Several AS
        SELECT a.Counts AS Unit, COUNT(DISTINCT c.Id) AS Conferrals
        FROM (SELECT ConferralId FROM Recipients INDEXED BY BenchRecipients GROUP BY ConferralId HAVING COUNT(*) > 1) n
        CROSS JOIN Conferrals c INDEXED BY BenchConferrals ON c.Id = n.ConferralId
        CROSS JOIN Recipients r INDEXED BY BenchRecipients ON r.ConferralId = n.ConferralId
        CROSS JOIN temp.Above a ON a.Unit = r.UnitId
        LEFT JOIN Honorees h INDEXED BY BenchHonorees ON h.Id = r.HonoreeId
        WHERE {filter} AND (h.Id IS NULL OR (h.MergedIntoId IS NULL AND h.Visibility <= $sees))
        GROUP BY a.Counts;
        """;

    private const string Parts = """
        SELECT a.Counts, s.Level, s.Kind, SUM(s.Points), SUM(s.Recipients), SUM(s.Alone)
        FROM temp.Sums s JOIN temp.Above a ON a.Unit = s.Unit GROUP BY a.Counts, s.Level, s.Kind
        """;

    /// <summary>Makes what is not timed.</summary>
    public static async Task<GroupBy> PrepareAsync(string file, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        var sql = new GroupBy(connection);
        await sql.DoAsync("PRAGMA cache_size=-1048576; PRAGMA temp_store=MEMORY; PRAGMA threads=2;", cancellationToken);
        await sql.DoAsync(Indexes, cancellationToken);
        await sql.DoAsync(Above, cancellationToken);
        return sql;
    }

    public ValueTask CloseAsync() => connection.DisposeAsync();

    /// <summary>Makes the table of points, which is not timed either.</summary>
    public async Task WeighAsync(RankingQuestion question, RankingWeights weights, CancellationToken cancellationToken)
    {
        await DoAsync(
            "DROP TABLE IF EXISTS temp.Whole; CREATE TEMP TABLE Whole (Level, Kind, Year, Points, PRIMARY KEY (Level, Kind, Year)) WITHOUT ROWID",
            cancellationToken
        );
        foreach (var level in Enum.GetValues<AwardLevel>())
        {
            foreach (var kind in Enum.GetValues<RecipientKind>())
            {
                foreach (var year in Enumerable.Range(1900, 200).Append(-1))
                {
                    var points = weights.WholeOf(level, kind, year < 0 ? null : question.LastYear - year);
                    await DoAsync(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"INSERT INTO Whole VALUES ({(int)level}, {(int)kind}, {year}, {points})"
                        ),
                        cancellationToken
                    );
                }
            }
        }
    }

    public async Task<Dictionary<Guid, UnitSum>> RunAsync(
        RankingQuestion question,
        RankingWeights weights,
        CancellationToken cancellationToken
    )
    {
        await DoAsync(
            Filtered(question).Replace("$divided", weights.Shared == SharedHonour.Divided ? "1" : "0", StringComparison.Ordinal),
            cancellationToken
        );
        var several = await ReadAsync(
            "SELECT Unit, Conferrals FROM temp.Several",
            r => (Unit: r.GetGuid(0), Count: r.GetInt32(1)),
            cancellationToken
        );
        var parts = await ReadAsync(
            Parts,
            r =>
                (
                    Unit: r.GetGuid(0),
                    Part: ((AwardLevel)r.GetInt32(1), (RecipientKind)r.GetInt32(2)),
                    Points: r.GetInt64(3),
                    Recipients: r.GetInt32(4),
                    Alone: r.GetInt32(5)
                ),
            cancellationToken
        );
        var counts = several.ToDictionary(s => s.Unit, s => s.Count);
        return parts
            .GroupBy(p => p.Unit)
            .ToDictionary(
                unit => unit.Key,
                unit => new UnitSum(
                    unit.Sum(p => p.Points),
                    unit.Sum(p => p.Alone) + counts.GetValueOrDefault(unit.Key),
                    unit.ToDictionary(p => p.Part, p => (p.Points, p.Recipients))
                )
            );
    }

    private static string Filtered(RankingQuestion question)
    {
        List<string> filter = ["c.Status IN (1, 2)", "c.Visibility <= $sees"];
        if (question.From is { } from)
        {
            filter.Add(string.Create(CultureInfo.InvariantCulture, $"c.Year >= {from}"));
        }

        if (question.To is { } to)
        {
            filter.Add(string.Create(CultureInfo.InvariantCulture, $"c.Year <= {to}"));
        }

        if (question.Family is { } family)
        {
            filter.Add(string.Create(CultureInfo.InvariantCulture, $"c.AwardId IN (SELECT Id FROM Awards WHERE Family = {(int)family})"));
        }

        return Counted
            .Replace("{filter}", string.Join(" AND ", filter), StringComparison.Ordinal)
            .Replace("$sees", ((int)question.Sees).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private async Task DoAsync(string sql, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command)
        {
            command.CommandText = sql;
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task<List<T>> ReadAsync<T>(string sql, Func<SqliteDataReader, T> row, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command)
        {
            command.CommandText = sql;
            command.CommandTimeout = 0;
            List<T> rows = [];
            var reader = await command.ExecuteReaderAsync(cancellationToken);
            await using (reader)
            {
                while (await reader.ReadAsync(cancellationToken))
                {
                    rows.Add(row(reader));
                }
            }

            return rows;
        }
    }
}
