using System.Diagnostics;
using System.Globalization;
using System.Text;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Roster;
using Chinalco.Honors.Imports.Runs;
using Chinalco.Honors.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chinalco.Honors.Benchmarks;

/// <summary>How much CPU time a roster takes from file to registry, beside <c>sqlite3</c> that only copies the same file into a table and indexes it.</summary>
internal static class RosterFigures
{
    private const int Companies = 40;
    private const int Turns = 3;

    // The compiler works on what runs often for several turns, on the same cores.
    private const int WarmUps = 2;
    private const int PeopleBefore = 20;

    private static readonly Actor Clerk = new("benchmark", "测量");

    public static async Task<int> RunAsync(int people, int seed, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("honors-roster-");
        try
        {
            var file = Path.Combine(folder.FullName, "roster.csv");
            await File.WriteAllTextAsync(
                file,
                Roster(people, seed),
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                cancellationToken
            );
            var (ours, theirs) = (new List<double>(), new List<double>());
            for (var turn = 0; turn < WarmUps; turn++)
            {
                await OurImportAsync(file, people, cancellationToken);
            }

            for (var turn = 0; turn < Turns; turn++)
            {
                theirs.Add(await PlainImportAsync(folder.FullName, file, turn, cancellationToken));
                ours.Add(await OurImportAsync(file, people, cancellationToken));
                Console.WriteLine($"turn {turn + 1}: sqlite3 {theirs[^1]:0.00} CPU s, registry {ours[^1]:0.00} CPU s");
            }

            var (middle, plain) = (ours.Order().ElementAt(Turns / 2), theirs.Order().ElementAt(Turns / 2));
            Console.WriteLine(
                $"{people} people: {middle:0.00} CPU s against {plain:0.00} CPU s, {middle / plain:0.0} times as long (median of {Turns} turns)"
            );
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> OurImportAsync(string file, int people, CancellationToken cancellationToken)
    {
        var database = await TemporaryDatabase.CreateAsync();
        await using (database)
        {
            var root = new Unit(Guid.CreateVersion7(), code: null, "示例集团", UnitTier.Group, parentId: null, place: null, summary: null);
            await database.SaveAsync(root);
            await database.SaveAsync([
                .. Enumerable
                    .Range(1, Companies)
                    .Select(i =>
                        (object)
                            new Unit(
                                Guid.CreateVersion7(),
                                code: null,
                                Company(i),
                                UnitTier.Enterprise,
                                root.Id,
                                place: null,
                                summary: null
                            )
                    ),
            ]);
            var transaction = new CommandTransaction(database, TimeProvider.System);
            var runs = new ImportRuns(database, new ImportDefinitions([new RosterDefinition()]), transaction, TimeProvider.System);
            var applier = new ImportApplier(database, runs, transaction, TimeProvider.System, NullLogger<ImportApplier>.Instance);
            // A site that runs has asked each of its questions before.
            await ApplyAsync(runs, applier, Encoding.UTF8.GetBytes(Roster(PeopleBefore, seed: 1, "B")), cancellationToken);
            var (begun, watch) = (Cpu(), Stopwatch.StartNew());
            var run = await runs.ReceiveAsync(
                ImportKind.Roster,
                file,
                await File.ReadAllBytesAsync(file, cancellationToken),
                Clerk,
                scopeUnits: null,
                cancellationToken
            );
            var look = (await runs.LookAsync(run, cancellationToken))!;
            var seen = Cpu() - begun;
            await runs.ApproveAsync(CommandStamp.New(Clerk), run, look.Plan.Digest, cancellationToken);
            await applier.ApplyAsync(run, cancellationToken);
            var took = Cpu() - begun;
            watch.Stop();
            var again = (await runs.LookAsync(run, cancellationToken))?.Plan;
            if (look.Plan.Count(ImportChangeKind.New) != people || again is { Writes: > 0 })
            {
                throw new InvalidOperationException("The import did not enter everybody.");
            }

            Console.WriteLine(
                $"  {took.TotalSeconds:0.00} CPU s in {watch.Elapsed.TotalSeconds:0.00} s, of which up to the differences {seen.TotalSeconds:0.00} CPU s"
            );
            return took.TotalSeconds;
        }
    }

    private static async Task ApplyAsync(ImportRuns runs, ImportApplier applier, byte[] roster, CancellationToken cancellationToken)
    {
        var run = await runs.ReceiveAsync(ImportKind.Roster, "before.csv", roster, Clerk, scopeUnits: null, cancellationToken);
        var look = (await runs.LookAsync(run, cancellationToken))!;
        await runs.ApproveAsync(CommandStamp.New(Clerk), run, look.Plan.Digest, cancellationToken);
        await applier.ApplyAsync(run, cancellationToken);
    }

    private static async Task<double> PlainImportAsync(string folder, string file, int turn, CancellationToken cancellationToken)
    {
        var script =
            $".mode csv\n.import {file} roster\nCREATE UNIQUE INDEX number ON roster(工号);\nCREATE INDEX name ON roster(姓名);\nCREATE INDEX unit ON roster(单位);\nCREATE INDEX post ON roster(岗位);\n";
        var start = new ProcessStartInfo("sqlite3", Path.Combine(folder, $"plain{turn}.db"))
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        var before = CpuOfChildren();
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(script);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? (CpuOfChildren() - before).TotalSeconds : throw new InvalidOperationException("sqlite3 failed.");
    }

    private static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;

    /// <summary>What the processes took that this one has started and seen end: fields 16 and 17 of proc(5) stat, in hundredths of a second.</summary>
    private static TimeSpan CpuOfChildren()
    {
        var fields = File.ReadAllText("/proc/self/stat").Split(") ", 2)[1].Split(' ');
        return TimeSpan.FromMilliseconds(
            10 * (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture))
        );
    }

    private static string Company(int number) => $"示例{number.ToString("00", CultureInfo.InvariantCulture)}铝业有限公司";

    private static string Roster(int people, int seed, string series = "R")
    {
        const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
        const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国文辉";
        string[] posts = ["电解工", "天车工", "铸造工", "维修电工", "化验员", "班长", "技术员", "工程师"];
        string[] parts = ["电解一厂", "电解二厂", "熔铸厂", "动力厂", "检修车间", "质检中心"];
        var random = new Random(seed);
        var text = new StringBuilder("工号,姓名,性别,出生年月,单位,部门,岗位,参加工作时间,技能等级\r\n");
        for (var i = 0; i < people; i++)
        {
            var born = random.Next(1965, 2003);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{series}{i:000000},{Surnames[random.Next(Surnames.Length)]}{Given[random.Next(Given.Length)]}{Given[random.Next(Given.Length)]},"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"{(random.Next(2) == 0 ? '男' : '女')},{born}-{random.Next(1, 13):00},{Company(random.Next(1, Companies + 1))},"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"{parts[random.Next(parts.Length)]},{posts[random.Next(posts.Length)]},{born + 20},高级工\r\n"
            );
        }

        return text.ToString();
    }
}
