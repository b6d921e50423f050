using System.Text.Json;

namespace Chinalco.Honors.Cli.Tests;

/// <summary>The command as its user starts it: a process with files, output and an exit code.</summary>
public sealed class IngestCommandTests : IDisposable
{
    private const string Decision = """
        关于表彰2024年度易门铜业劳动模范的决定
        各车间：
        经研究，决定授予万山红同志“2024年度易门铜业劳动模范”称号。
        附件：劳动模范名单
        1．万山红　易门铜业熔炼车间炉前工
        易门铜业有限公司
        2025年2月8日
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("honors-cli-").FullName;

    [Fact]
    public async Task A_dry_run_prints_one_object_a_file_and_nothing_else()
    {
        var run = await HonorsProcess.RunAsync("ingest", Write("决定.txt", Decision), Write("决定二.txt", Decision), "--dry-run", "--json");

        run.ExitCode.ShouldBe(0, run.Error);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        using var findings = JsonDocument.Parse(lines[0]);
        findings.RootElement.GetProperty("conferrals")[0].GetProperty("recipient").GetString().ShouldBe("万山红");
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing_and_says_so()
    {
        var (file, database) = (Write("决定.txt", Decision), Path.Combine(folder, "honors.db"));

        var first = await HonorsProcess.RunAsync("ingest", file, "--database", database);
        var second = await HonorsProcess.RunAsync("ingest", file, "--database", database);

        first.Output.ShouldContain("确认 1 项荣誉", customMessage: first.Error);
        second.ExitCode.ShouldBe(0, second.Error);
        second.Output.ShouldContain("未作任何改动");
    }

    [Fact]
    public async Task A_classified_file_is_refused_and_the_next_one_is_still_taken()
    {
        var database = Path.Combine(folder, "honors.db");

        var run = await HonorsProcess.RunAsync(
            "ingest",
            Write("密.txt", "机密★1年\n关于表彰的决定\n"),
            Write("决定.txt", Decision),
            "--database",
            database
        );

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("涉密");
        run.Output.ShouldContain("决定.txt：已入库");
    }

    [Fact]
    public async Task A_roster_for_a_run_into_the_database_is_told_to_be_for_dry_runs()
    {
        var run = await HonorsProcess.RunAsync("ingest", Write("决定.txt", Decision), "--roster", "roster.csv");

        run.ExitCode.ShouldBe(64);
        run.Error.ShouldContain("--dry-run");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
