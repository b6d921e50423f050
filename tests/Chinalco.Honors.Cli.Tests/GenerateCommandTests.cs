using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Chinalco.Honors.Cli.Tests;

public sealed class GenerateCommandTests : IDisposable
{
    private const int GivenUp = 130;

    private readonly string folder = Directory.CreateTempSubdirectory("honors-generate-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_rows_and_another_one_others()
    {
        var (one, same, other) = (await MakeAsync("one", seed: 7), await MakeAsync("same", seed: 7), await MakeAsync("other", seed: 8));

        var rows = await RowsAsync(one);
        (await RowsAsync(same)).ShouldBe(rows);
        (await RowsAsync(other)).ShouldNotBe(rows);
        rows.Count(row => row.StartsWith("person", StringComparison.Ordinal)).ShouldBe(200);
        rows.Count(row => row.StartsWith("conferral", StringComparison.Ordinal)).ShouldBe(400);
    }

    [Fact]
    public async Task A_database_that_holds_something_is_refused_and_left_as_it_is()
    {
        var file = await MakeAsync("full", seed: 1);
        var before = await DigestAsync(file);

        var run = await RunAsync(file, seed: 2);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("数据库不是空的，没有写入任何内容");
        (await DigestAsync(file)).ShouldBe(before);
        Directory.GetFiles(folder).ShouldBe([file]);
    }

    [Fact]
    public async Task People_alone_are_enough_to_be_refused()
    {
        var file = await MakeAsync("people", seed: 1);
        await DoAsync(
            file,
            "PRAGMA foreign_keys=OFF; DELETE FROM Units; DELETE FROM Awards; DELETE FROM SourceFiles; DELETE FROM Conferrals; DELETE FROM Documents"
        );

        var run = await RunAsync(file, seed: 1);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("数据库不是空的");
    }

    [Fact]
    public async Task Given_up_it_leaves_nothing_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Gives up by a signal.");
        var file = Path.Combine(folder, "never.db");
        using var process = HonorsProcess.Start([
            "generate",
            "--database",
            file,
            "--people",
            "2000",
            "--conferrals",
            "1000000",
            "--no-search",
        ]);
        var error = process.StandardError.ReadToEndAsync(Stop);
        string? line;
        do
        {
            line = await process.StandardOutput.ReadLineAsync(Stop);
        } while (line?.StartsWith("人物", StringComparison.Ordinal) == false);
        File.Exists(file + ".generating").ShouldBeTrue(line);

        using var signal = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);

        process.ExitCode.ShouldBe(GivenUp);
        (await error).ShouldContain("已取消");
        Directory.GetFileSystemEntries(folder).ShouldBeEmpty();
    }

    private async Task<string> MakeAsync(string name, int seed)
    {
        var file = Path.Combine(folder, name + ".db");
        var run = await RunAsync(file, seed);
        run.ExitCode.ShouldBe(0, run.Error);
        return file;
    }

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(string file, int seed) =>
        HonorsProcess.RunAsync(
            "generate",
            "--database",
            file,
            "--people",
            "200",
            "--conferrals",
            "400",
            "--units",
            "40",
            "--articles",
            "10",
            "--no-search",
            "--seed",
            seed.ToString(CultureInfo.InvariantCulture)
        );

    /// <summary>Everything but the ids, which are new each time.</summary>
    private static async Task<List<string>> RowsAsync(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await using (connection)
        {
            await connection.OpenAsync(Stop);
            var command = connection.CreateCommand();
            await using (command)
            {
                command.CommandText = """
                    SELECT * FROM (
                        SELECT 'unit' AS Row, u.Name AS A, u.Tier AS B, p.Name AS C, h.Name AS D
                        FROM Units u LEFT JOIN Units p ON p.Id = u.ParentId LEFT JOIN Units h ON h.Id = u.HeirId
                        UNION ALL
                        SELECT 'person', h.EmployeeNumber, h.Name, e.Position || e."From", e.UnitText
                        FROM Honorees h JOIN Employments e ON e.HonoreeId = h.Id
                        UNION ALL
                        SELECT 'conferral', c.AwardAsPrinted, c.Year || '', c.Status || ' ' || c.Visibility, group_concat(r.NameAsPrinted || COALESCE(r.UnitAsPrinted, ''))
                        FROM Conferrals c JOIN (SELECT * FROM Recipients ORDER BY ConferralId, "Order") r ON r.ConferralId = c.Id GROUP BY c.Id
                        UNION ALL
                        SELECT 'article', Title, Text, Date, '' FROM Articles
                        UNION ALL
                        SELECT 'document', Number, Title, Date, '' FROM Documents
                    ) ORDER BY Row, A, B, C, D
                    """;
                List<string> rows = [];
                var reader = await command.ExecuteReaderAsync(Stop);
                await using (reader)
                {
                    while (await reader.ReadAsync(Stop))
                    {
                        rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
                    }
                }

                return rows;
            }
        }
    }

    private static async Task DoAsync(string file, string sql)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await using (connection)
        {
            await connection.OpenAsync(Stop);
            var command = connection.CreateCommand();
            await using (command)
            {
                command.CommandText = sql;
                await command.ExecuteNonQueryAsync(Stop);
            }
        }
    }

    private static async Task<string> DigestAsync(string file) =>
        Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(file, Stop)));
}
