using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Grains.Auditing;
using Chinalco.Honors.Web.Tests.Api;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Jobs;

/// <summary>A site killed in the middle of an ingestion finishes it after the next start, with nothing lost and nothing doubled.</summary>
public sealed class KilledSiteTests : IDisposable
{
    private const int Rows = 120;
    private const int Kills = 5;

    private readonly string folder = Directory.CreateTempSubdirectory("honors-kill-").FullName;

    [Fact]
    public async Task Five_kills_during_an_ingestion_lose_and_double_nothing()
    {
        var file = Path.Combine(folder, "honors.db");
        var (silo, gateway) = (FreePort.Next(), FreePort.Next());
        var random = new Random(20250322);

        // Signed in once: the session and the keys that its cookie is signed with outlive every kill.
        var browser = new CookieContainer();
        Guid job;
        using (var site = await SiteProcess.StartAsync(file, silo, gateway, browser))
        {
            await SignInAsync(site, file);
            using var response = await site.Client.IngestAsync("名单.txt", Encoding.UTF8.GetBytes(WinnerList()));
            job = (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken))
                .GetProperty("id")
                .GetGuid();
            await KillAfterProgressAsync(site, job, random);
        }

        for (var kill = 1; kill < Kills; kill++)
        {
            using var site = await SiteProcess.StartAsync(file, silo, gateway, browser);
            await KillAfterProgressAsync(site, job, random);
        }

        using var last = await SiteProcess.StartAsync(file, silo, gateway, browser);
        var finished = await last.Client.FinishedJobAsync(job);

        finished.GetProperty("state").GetString().ShouldBe("Done", finished.GetRawText());
        finished.GetProperty("confirmed").GetInt32().ShouldBe(Rows);
        Count(file, "SELECT COUNT(*) FROM Conferrals").ShouldBe(Rows);
        Count(file, "SELECT COUNT(*) FROM Evidence").ShouldBe(Rows);
        Count(file, "SELECT COUNT(DISTINCT NameAsPrinted) FROM Recipients").ShouldBe(Rows);
        Count(file, "SELECT COUNT(*) FROM Articles").ShouldBe(1);
        Count(file, "SELECT COUNT(*) FROM AuditRecords WHERE Action = 'award.confer'").ShouldBe(Rows);
        (await AuditFaultsAsync(file)).ShouldBeEmpty();
    }

    /// <summary>What is wrong with the audit trail, if anything.</summary>
    private static async Task<List<string>> AuditFaultsAsync(string file)
    {
        var faults = new List<string>();
        var services = new ServiceCollection()
            .AddHonorsData(new DatabaseOptions { File = file }, Path.GetDirectoryName(file)!)
            .BuildServiceProvider();
        await using (services)
        {
            var verifier = new AuditVerifier(services.GetRequiredService<IHonorsDatabase>());
            var report = await verifier.VerifyAsync(
                fault => faults.Add(fault.ToChinese()),
                knownAnchor: null,
                TestContext.Current.CancellationToken
            );
            report.Records.ShouldBeGreaterThan(0);
        }

        return faults;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Makes an editor and signs in over the form.</summary>
    private static async Task SignInAsync(SiteProcess site, string file)
    {
        var services = new ServiceCollection()
            .AddHonorsData(new DatabaseOptions { File = file }, Path.GetDirectoryName(file)!)
            .BuildServiceProvider();
        await using (services)
        {
            var editor = await services.NewAccountAsync(new RoleInUnit(Role.Editor));
            using var answer = await site.Client.SignInAsync(editor.SignInName, SigningIn.Password);
            answer.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Kills the site once the job has gone a random way further.</summary>
    private static async Task KillAfterProgressAsync(SiteProcess site, Guid job, Random random)
    {
        var until = await ConfirmedAsync(site, job) + random.Next(0, Rows / Kills);
        while (await ConfirmedAsync(site, job) < until)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await site.KillAsync();
    }

    private static async Task<int> ConfirmedAsync(SiteProcess site, Guid job) =>
        (await site.Client.GetJsonAsync($"/api/v1/ingestions/{job}")).GetProperty("confirmed").GetInt32();

    private static string WinnerList()
    {
        const string Surnames = "赵钱孙李周吴郑王冯陈褚卫";
        const string Given = "山川河海江湖";
        var list = new StringBuilder(
            "关于表彰2024年度玉溪矿业劳动模范的决定\n各单位：\n经研究，决定授予下列同志“2024年度玉溪矿业劳动模范”称号。\n附件：劳动模范名单\n"
        );
        for (var i = 0; i < Rows; i++)
        {
            var name = $"{Surnames[i % 12]}{Given[i / 12 % 6]}{Given[i / 72]}";
            list.Append(CultureInfo.InvariantCulture, $"{i + 1}．{name}　玉溪矿业选矿厂磨浮工\n");
        }

        return list.Append("玉溪矿业有限公司\n2025年1月16日\n").ToString();
    }

    private static long Count(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is a constant of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
