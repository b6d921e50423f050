using Microsoft.Data.Sqlite;

namespace Chinalco.Honors.Cli.Tests;

public sealed class RebuildCommandTests(IngestedRegistry registry) : IClassFixture<IngestedRegistry>
{
    [Fact]
    public async Task It_puts_right_what_differs_and_says_so_once()
    {
        var altered = registry.Copy();
        await ExecuteAsync(altered, "DELETE FROM SearchTerms WHERE \"Of\" = 2");

        var first = await HonorsProcess.RunAsync("rebuild", "--database", altered);
        var second = await HonorsProcess.RunAsync("rebuild", "--database", altered);

        first.ExitCode.ShouldBe(0, first.Error);
        first.Output.ShouldMatch("单位检索词：核对 [1-9][0-9]* 项，补上 [1-9][0-9]* 行，删去 0 行；例如 ");
        first.Output.ShouldMatch("荣誉检索词：核对 [1-9][0-9]* 项，无差异。");
        second.Output.ShouldNotContain("补上");
    }

    [Fact]
    public async Task What_was_ingested_needs_no_rebuild()
    {
        var run = await HonorsProcess.RunAsync("rebuild", "--database", registry.File);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldNotContain("补上");
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
                (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
            }
        }
    }
}
