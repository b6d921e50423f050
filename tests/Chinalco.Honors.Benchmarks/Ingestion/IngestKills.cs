using System.Diagnostics;
using System.Globalization;
using System.Text;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Auditing;
using Chinalco.Honors.Grains.Hosting;
using Chinalco.Honors.Ingestion;
using Chinalco.Honors.Ingestion.Jobs;
using Chinalco.Honors.Ingestion.Lexicons;
using Chinalco.Honors.Ingestion.Seeding;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Benchmarks.Ingestion;

/// <summary>The suite's test of a killed ingestion, as often as one likes: a process of its own works lists off and is killed at random moments.</summary>
internal static class IngestKills
{
    /// <summary>Recipients of one list.</summary>
    private const int Rows = 60;

    /// <summary>Of so many kills one falls while the process starts and reads, the others while it confirms.</summary>
    private const int EarlyOneOf = 4;

    private static readonly Actor Clerk = new("bench", "基准测试");

    /// <returns>0 when nothing was lost or doubled, 1 otherwise.</returns>
    public static async Task<int> RunAsync(int count, int seed, CancellationToken cancellationToken)
    {
        if (LexiconBuilder.FindSeeds(Environment.CurrentDirectory) is not { } seeds)
        {
            Console.Error.WriteLine("No folder seeds here or above.");
            return 1;
        }

        var folder = Directory.CreateTempSubdirectory("honors-ingest-kills-");
        try
        {
            var file = Path.Combine(folder.FullName, "honors.db");
            var services = Services(file);
            await using (services)
            {
                await services.GetRequiredService<IHonorsDatabase>().MigrateAsync(cancellationToken);
                await services.GetRequiredService<SeedLoader>().LoadAsync(seeds, samples: false, cancellationToken);
                return await KillAsync(services, file, count, new Random(seed), cancellationToken);
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The process that is killed: works off whatever waits, then ends.</summary>
    public static async Task<int> WorkAsync(string databaseFile, CancellationToken cancellationToken)
    {
        var services = Services(databaseFile);
        await using (services)
        {
            var processor = services.GetRequiredService<IngestionProcessor>();
            while (await processor.ProcessNextAsync(cancellationToken) is not null)
            {
                // The next one.
            }
        }

        return 0;
    }

    private static ServiceProvider Services(string file) =>
        new ServiceCollection()
            .AddLogging()
            .AddHonorsData(new DatabaseOptions { File = file }, Path.GetDirectoryName(file)!)
            .AddHonorsCommands()
            .AddSingleton<IRegistry, DirectRegistry>()
            .AddHonorsIngestion("worker")
            .BuildServiceProvider();

    private static async Task<int> KillAsync(
        ServiceProvider services,
        string file,
        int count,
        Random random,
        CancellationToken cancellationToken
    )
    {
        var database = services.GetRequiredService<IHonorsDatabase>();
        var (lists, began) = (0, Stopwatch.GetTimestamp());
        for (var kill = 1; kill <= count; kill++)
        {
            if (!await AnyOpenAsync(database, cancellationToken))
            {
                lists++;
                await HandInAsync(services, lists);
            }

            using var worker = Start(file);
            if (random.Next(EarlyOneOf) == 0)
            {
                await Task.Delay(random.Next(1500), cancellationToken);
            }
            else
            {
                var until = await ProofsAsync(database, cancellationToken) + random.Next(1, Rows / 3);
                while (!worker.HasExited && await ProofsAsync(database, cancellationToken) < until)
                {
                    await Task.Delay(random.Next(5), cancellationToken);
                }
            }

            worker.Kill();
            await worker.WaitForExitAsync(cancellationToken);
        }

        using var last = Start(file);
        await last.WaitForExitAsync(cancellationToken);
        return await ReportAsync(database, count, lists, Stopwatch.GetElapsedTime(began), cancellationToken);
    }

    private static async Task<int> ReportAsync(
        IHonorsDatabase database,
        int count,
        int lists,
        TimeSpan time,
        CancellationToken cancellationToken
    )
    {
        var expected = lists * Rows;
        var faults = new List<string>();
        await new AuditVerifier(database).VerifyAsync(fault => faults.Add(fault.ToChinese()), knownAnchor: null, cancellationToken);
        var db = database.Open();
        await using (db)
        {
            var names = await db.Recipients.Select(r => r.NameAsPrinted).Distinct().CountAsync(cancellationToken);
            var conferrals = await db.Conferrals.CountAsync(c => c.Status == ConferralStatus.Confirmed, cancellationToken);
            var proofs = await db.Evidence.CountAsync(cancellationToken);
            var audited = await db.AuditRecords.CountAsync(a => a.Action == "award.confer", cancellationToken);
            var open = await db.IngestionJobs.CountAsync(j => j.State != JobState.Done, cancellationToken);
            var (lost, doubled) = (expected - names, Math.Max(conferrals, Math.Max(proofs, audited)) - names);
            faults.ForEach(Console.WriteLine);
            Print(
                $"{count} kills in {time.TotalSeconds:0} s: {lists} lists of {Rows}, {conferrals} conferrals, {proofs} proofs, {audited} records; lost {lost}, doubled {doubled}, jobs not done {open}, faults of the audit trail {faults.Count}"
            );
            return lost == 0 && doubled == 0 && open == 0 && faults.Count == 0 ? 0 : 1;
        }
    }

    private static Process Start(string file) =>
        Process.Start(
            new ProcessStartInfo("dotnet")
            {
                ArgumentList = { typeof(IngestKills).Assembly.Location, "ingest-worker", "--database", file },
                UseShellExecute = false,
            }
        )!;

    private static async Task HandInAsync(ServiceProvider services, int list)
    {
        const string Surnames = "赵钱孙李周吴郑王冯陈褚卫";
        const string Given = "山川河海江湖林森岩峰岭原";
        var text = new StringBuilder();
        var year = 1990 + list % 30;
        text.Append(CultureInfo.InvariantCulture, $"关于表彰{year}年度玉溪矿业劳动模范的决定\n各单位：\n");
        text.Append(CultureInfo.InvariantCulture, $"经研究，决定授予下列同志“{year}年度玉溪矿业劳动模范”称号。\n附件：劳动模范名单\n");
        for (var row = 0; row < Rows; row++)
        {
            // As digits of one number: no two rows of any lists bear the same name.
            var number = (list - 1) * Rows + row;
            var name = $"{Surnames[number % 12]}{Given[number / 12 % 12]}{Given[number / 144 % 12]}";
            text.Append(CultureInfo.InvariantCulture, $"{row + 1}．{name}　玉溪矿业选矿厂磨浮工\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"玉溪矿业有限公司\n{year + 1}年1月16日\n");
        await services.GetRequiredService<IngestionInbox>().ReceiveAsync($"名单{list}.txt", Encoding.UTF8.GetBytes(text.ToString()), Clerk);
    }

    private static async Task<bool> AnyOpenAsync(IHonorsDatabase database, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db.IngestionJobs.AnyAsync(j => j.State != JobState.Done, cancellationToken);
        }
    }

    private static async Task<int> ProofsAsync(IHonorsDatabase database, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db.Evidence.CountAsync(cancellationToken);
        }
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
