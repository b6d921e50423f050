using Microsoft.Data.Sqlite;

namespace Chinalco.Honors.Cli.Tests;

public sealed class VerifyAuditCommandTests(IngestedRegistry registry) : IClassFixture<IngestedRegistry>
{
    private readonly string database = registry.File;

    [Fact]
    public async Task A_whole_trail_ends_with_zero_and_a_summary()
    {
        var run = await HonorsProcess.RunAsync("verify-audit", "--database", database);

        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        run.Output.ShouldContain("核验通过");
        run.Output.ShouldMatch("记录 [1-9][0-9]+ 条");
    }

    [Fact]
    public async Task A_changed_record_ends_with_one_and_is_named()
    {
        var altered = registry.Copy();
        await ExecuteAsync(
            altered,
            "UPDATE AuditRecords SET Reason = '另有原因' WHERE Id = (SELECT Id FROM AuditRecords WHERE EntityKind = 'award' LIMIT 1)"
        );

        var run = await HonorsProcess.RunAsync("verify-audit", "--database", altered);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldMatch("问题：荣誉 [0-9a-f-]{36} 第 1 条：内容与哈希不符");
        run.Output.ShouldContain("发现 1 处问题");
    }

    [Fact]
    public async Task An_anchor_from_a_log_that_the_database_does_not_hold_ends_with_one()
    {
        var hash = new string('a', 64);

        var run = await HonorsProcess.RunAsync("verify-audit", "--database", database, "--anchor", hash);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain(hash);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told_apart_from_a_broken_trail()
    {
        var run = await HonorsProcess.RunAsync(
            "verify-audit",
            "--database",
            Path.Combine(Path.GetDirectoryName(database)!, "none", "honors.db")
        );

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("honors migrate");
    }

    private static async Task ExecuteAsync(string file, string sql)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await using (connection)
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            var command = connection.CreateCommand();
            await using (command)
            {
                command.CommandText = sql;
                (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
            }
        }
    }
}

/// <summary>A registry with the catalogue of a first start and one text, made once.</summary>
public sealed class IngestedRegistry : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("honors-cli-").FullName;

    public string File => Path.Combine(folder, "honors.db");

    /// <summary>A copy to be altered.</summary>
    public string Copy()
    {
        var copy = Path.Combine(folder, "altered.db");
        System.IO.File.Copy(File, copy);
        return copy;
    }

    public async ValueTask InitializeAsync()
    {
        var text = Path.Combine(folder, "通知.txt");
        await System.IO.File.WriteAllTextAsync(
            text,
            "关于召开会议的通知\n各单位：\n定于周五召开安全生产例会，请准时参加。\n示例公司\n2025年2月8日\n"
        );
        var run = await HonorsProcess.RunAsync("ingest", text, "--database", File);
        run.ExitCode.ShouldBe(0, run.Error);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
