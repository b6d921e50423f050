using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Chinalco.Honors.Cli.Generating;
using Chinalco.Honors.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Cli;

/// <summary>
/// <c>honors generate</c>: fills a database that is empty, or not there, with invented data of any size, for measuring. On SQLite it is made
/// beside the file and put in its place when it is whole: given up, it leaves nothing behind.
/// </summary>
internal static class GenerateCommand
{
    private const int GivenUp = 130;

    private static readonly Option<int> People = Number("--people", "人数", 100_000, 1, 5_000_000);
    private static readonly Option<int> Conferrals = Number("--conferrals", "授予数", 500_000, 0, 20_000_000);
    private static readonly Option<int> Units = Number("--units", "单位数", 2000, 20, 100_000);
    private static readonly Option<int> Years = Number("--years", "荣誉分布的年数，最后一年为 2024 年", 30, 1, 70);
    private static readonly Option<int> Articles = Number("--articles", "文章数", 1000, 0, 1_000_000);
    private static readonly Option<int> Seed = Number("--seed", "随机种子：相同的规模和种子得到相同的姓名和年份", 1, 0, int.MaxValue);
    private static readonly Option<bool> NoSearch = new("--no-search")
    {
        Description = "不写检索词，快得多；之后由 honors rebuild 或站点首次启动时推导",
    };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var command = new Command("generate", "用虚构数据填充空数据库，用于测量性能")
        {
            People,
            Conferrals,
            Units,
            Years,
            Articles,
            Seed,
            NoSearch,
        }.OnDatabase();
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var sizes = new RegistrySizes(
            parsed.GetValue(People),
            parsed.GetValue(Conferrals),
            parsed.GetValue(Articles),
            parsed.GetValue(Units),
            Years: parsed.GetValue(Years),
            Seed: parsed.GetValue(Seed),
            Search: !parsed.GetValue(NoSearch)
        );
        var options = parsed.DatabaseOf();
        try
        {
            if (!string.Equals(options.Provider, "Sqlite", StringComparison.OrdinalIgnoreCase))
            {
                return await FillAsync(options, sizes, cancellationToken) ? 0 : await DatabaseCommand.FailAsync(NotEmpty);
            }

            return await MakeFileAsync(options, sizes, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return await DatabaseCommand.FailAsync(
                "已取消。SQL Server 上已写入的内容不完整，请删除该数据库；SQLite 没有留下任何内容。",
                GivenUp
            );
        }
        catch (NotSupportedException unknown)
        {
            return await DatabaseCommand.FailAsync(unknown.Message, DatabaseCommand.Misused);
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException)
        {
            return await DatabaseCommand.FailAsync($"没有完成，请检查磁盘空间和权限：{fault.Message}");
        }
    }

    private const string NotEmpty = "数据库不是空的，没有写入任何内容。请换一个文件，或先删除原有数据库。";

    private static async Task<int> MakeFileAsync(DatabaseOptions options, RegistrySizes sizes, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(options.File, HonorsHome.Find(Environment.CurrentDirectory));
        if (File.Exists(file) && !await IsEmptyAsync(file, cancellationToken))
        {
            return await DatabaseCommand.FailAsync(NotEmpty);
        }

        var half = file + ".generating";
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            Remove(half);
            await FillAsync(new DatabaseOptions { Provider = options.Provider, File = half }, sizes, cancellationToken);
            SqliteConnection.ClearAllPools();
            Remove(file);
            File.Move(half, file);
            Console.WriteLine($"完成：{file}，{new FileInfo(file).Length >> 20} MB。");
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Remove(half);
        }
    }

    private static async Task<bool> FillAsync(DatabaseOptions options, RegistrySizes sizes, CancellationToken cancellationToken)
    {
        var services = Services(options);
        await using (services)
        {
            var database = services.GetRequiredService<IHonorsDatabase>();
            await database.MigrateAsync(cancellationToken);
            if (!await IsEmptyAsync(database, cancellationToken))
            {
                return false;
            }

            await new RegistryGenerator(database, sizes, Tell).RunAsync(cancellationToken);
            return true;
        }
    }

    private static async Task<bool> IsEmptyAsync(string file, CancellationToken cancellationToken)
    {
        var services = Services(new DatabaseOptions { File = file });
        await using (services)
        {
            var database = services.GetRequiredService<IHonorsDatabase>();
            var plan = await database.PlanMigrationAsync(cancellationToken);
            return plan.Pending.Count == 0 && await IsEmptyAsync(database, cancellationToken);
        }
    }

    private static async Task<bool> IsEmptyAsync(IHonorsDatabase database, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return !await db.Units.AnyAsync(cancellationToken)
                && !await db.Awards.AnyAsync(cancellationToken)
                && !await db.Honorees.IgnoreQueryFilters().AnyAsync(cancellationToken)
                && !await db.Accounts.AnyAsync(cancellationToken)
                && !await db.SourceFiles.AnyAsync(cancellationToken)
                && !await db.AuditRecords.AnyAsync(cancellationToken);
        }
    }

    private static ServiceProvider Services(DatabaseOptions options) =>
        new ServiceCollection().AddHonorsData(options, HonorsHome.Find(Environment.CurrentDirectory)).BuildServiceProvider();

    private static void Tell(GeneratedSoFar soFar)
    {
        var part = soFar.Part switch
        {
            GeneratedPart.Units => "单位",
            GeneratedPart.Awards => "荣誉",
            GeneratedPart.Documents => "表彰文件",
            GeneratedPart.People => "人物",
            GeneratedPart.Conferrals => "授予",
            GeneratedPart.Articles => "文章",
            GeneratedPart.Indexes => "索引",
            _ => throw new ArgumentOutOfRangeException(nameof(soFar)),
        };
        Console.WriteLine($"{part}：{soFar.Stored}{(soFar.IsWhole ? "，完成" : "")}（{soFar.Took.TotalSeconds:0.0} 秒）");
    }

    private static void Remove(string file)
    {
        foreach (var name in new[] { file, file + "-wal", file + "-shm", file + "-journal" })
        {
            File.Delete(name);
        }
    }

    private static Option<int> Number(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (
                result.Tokens.Count > 0
                && (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
            )
            {
                result.AddError($"{name} 须在 {least} 到 {most} 之间。");
            }
        });
        return option;
    }
}
