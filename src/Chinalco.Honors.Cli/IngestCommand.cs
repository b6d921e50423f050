using System.CommandLine;
using System.Text;
using Chinalco.Honors.Data;
using Chinalco.Honors.Ingestion.Findings;
using Chinalco.Honors.Ingestion.Lexicons;
using Chinalco.Honors.Ingestion.Pipeline;
using Chinalco.Honors.Ingestion.Reading;

namespace Chinalco.Honors.Cli;

/// <summary><c>honors ingest FILE...</c>: reads newspaper issues and notices and reports what they confer.</summary>
internal static class IngestCommand
{
    private const int Refused = 2;
    private const int Misused = 64;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "要识别的文件，可给多个", Arity = ArgumentArity.OneOrMore };
        var dryRun = new Option<bool>("--dry-run") { Description = "只识别，不写入数据库" };
        var json = new Option<bool>("--json") { Description = "每个文件输出一行 JSON" };
        var roster = new Option<string?>("--roster") { Description = "人员名册 CSV，代替 seeds 中的名册" };
        var seeds = new Option<string?>("--seeds") { Description = "种子数据目录，默认向上查找 seeds 文件夹" };
        var command = new Command("ingest", "识别报纸和表彰文件中的荣誉") { files, dryRun, json, roster, seeds }.OnFile();
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var request = new Request(
                    parsed.GetValue(files) ?? [],
                    parsed.GetValue(dryRun),
                    parsed.GetValue(json),
                    parsed.GetValue(roster),
                    parsed.GetValue(seeds)
                );
                return request.DryRun
                    ? ReportAsync(request, cancellationToken)
                    : WriteAsync(request, parsed.DatabaseOf(), cancellationToken);
            }
        );
        return command;
    }

    private sealed record Request(string[] Files, bool DryRun, bool Json, string? Roster, string? Seeds);

    private static Task<int> WriteAsync(Request request, DatabaseOptions database, CancellationToken cancellationToken) =>
        request.Json || request.Roster is not null
            ? Task.FromResult(Fail("--json 和 --roster 只能与 --dry-run 一起使用；写入数据库时以库中的花名册为准。", Misused))
            : new DatabaseIngest(Console.Out, Console.Error).RunAsync(
                [.. request.Files.Select(file => new FileInfo(file))],
                database,
                request.Seeds ?? LexiconBuilder.FindSeeds(Environment.CurrentDirectory),
                cancellationToken
            );

    private static async Task<int> ReportAsync(Request request, CancellationToken cancellationToken)
    {
        if (!TryLoad(request, out var pipeline, out var problem))
        {
            return Fail(problem, Misused);
        }

        var code = 0;
        var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
        {
            NewLine = "\n",
        };
        await using (output)
        {
            foreach (var file in request.Files)
            {
                try
                {
                    var content = await SourceIntake.ReadAsync(file, cancellationToken);
                    var result = pipeline!.Run(SourceDecoder.Decode(content, Path.GetFileName(file)));
                    if (request.Json)
                    {
                        await output.WriteLineAsync(FindingsJson.Write(result));
                    }
                    else
                    {
                        WriteSummary(output, result);
                    }
                }
                catch (Exception error) when (error is SourceRefusedException or IOException or UnauthorizedAccessException)
                {
                    code = Fail(
                        $"{Path.GetFileName(file)}：{(error is SourceRefusedException ? error.Message : "无法读取文件，请检查路径和权限。")}",
                        Refused
                    );
                }
            }
        }

        return code;
    }

    private static bool TryLoad(Request request, out IngestionPipeline? pipeline, out string problem)
    {
        pipeline = null;
        problem = "";
        var seeds = request.Seeds ?? LexiconBuilder.FindSeeds(Directory.GetCurrentDirectory());
        if (seeds is null)
        {
            problem = "找不到 seeds 目录，请用 --seeds 指定。";
            return false;
        }

        try
        {
            pipeline = new(LexiconBuilder.FromSeeds(seeds, request.Roster));
            return true;
        }
        catch (SeedFileException error)
        {
            problem = error.Message;
            return false;
        }
    }

    private static void WriteSummary(TextWriter output, IngestionResult result)
    {
        output.WriteLine(
            $"{result.Source}：{result.Articles.Length} 篇文章，{result.Conferrals.Length} 项授予，{result.Revocations.Length} 项撤销或更正"
        );
        foreach (var finding in result.Conferrals)
        {
            output.WriteLine(
                $"  {(finding.Decision == FindingDecision.Auto ? "自动" : "待审")} {finding.Recipient} ← {finding.AwardCanonical ?? finding.Award}（{finding.Explanation}）"
            );
        }
    }

    private static int Fail(string message, int code)
    {
        Console.Error.WriteLine(message);
        return code;
    }
}
