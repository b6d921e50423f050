using System.Net;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.SignIn;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Tests.SignIn;

/// <summary>A site as it is started for real: without samples.</summary>
public sealed partial class FirstStartTests(SampleSite samples) : IDisposable
{
    private static readonly (string, string)[] Real = [("Seeds:Samples", "false")];

    private readonly string folder = Directory.CreateTempSubdirectory("honors-first-").FullName;

    private string Database => Path.Combine(folder, "honors.db");

    [Fact]
    public async Task The_first_start_makes_one_administrator_who_must_change_the_password_and_set_up_codes()
    {
        string password;
        await using (var first = await TestSite.StartAsync(Database, Real))
        {
            password = OneTime().Matches(first.Log.Text).Single().Value;
        }

        await using var site = await TestSite.StartAsync(Database, Real);
        site.Log.Text.ShouldNotContain("一次性密码");
        using var client = site.BrowseByStep();
        (await client.GetStringAsync("/sign-in", TestContext.Current.CancellationToken)).ShouldNotContain("demo-");
        using var anonymous = await client.GetAsync("/people", TestContext.Current.CancellationToken);
        anonymous.LeadsTo().ShouldBe("/sign-in?returnUrl=%2Fpeople");

        using var signedIn = await client.SignInAsync(FirstAccounts.Administrator, password, "/accounts");
        using var mustChange = await client.GetAsync(signedIn.LeadsTo(), TestContext.Current.CancellationToken);
        mustChange.LeadsTo().ShouldBe("/account/password?returnUrl=%2Faccounts");
        using var changed = await client.PostFormAsync(
            mustChange.LeadsTo()!,
            "password",
            ("Form.Now", password),
            ("Form.New", "a password of my own"),
            ("Form.Repeat", "a password of my own")
        );
        using var mustSetUp = await client.GetAsync(changed.LeadsTo(), TestContext.Current.CancellationToken);
        mustSetUp.LeadsTo().ShouldBe("/account/second-factor?returnUrl=%2Faccounts");
        var html = await client.GetStringAsync(mustSetUp.LeadsTo(), TestContext.Current.CancellationToken);
        using var setUp = await client.SendFormAsync(
            mustSetUp.LeadsTo()!,
            html,
            "on",
            ("On.Code", Authenticator.Code(Key().Match(html).Groups["key"].Value))
        );
        setUp.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var accounts = await client.GetAsync("/accounts", TestContext.Current.CancellationToken);
        accounts.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Demo_accounts_of_a_database_are_shut_out_when_it_is_started_for_real()
    {
        File.Copy(samples.Untouched, Database);
        await using (var sample = await TestSite.StartAsync(Database))
        {
            using var visitor = sample.BrowseByStep();
            using var tried = await visitor.SignInAsync("demo-security", DemoAccounts.Password);
            tried.LeadsTo().ShouldBe("/");
        }

        await using var site = await TestSite.StartAsync(Database, Real);

        using var client = site.BrowseByStep();
        using var answer = await client.SignInAsync("demo-security", DemoAccounts.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        await using var db = site.OpenDatabase();
        var demo = await db.Accounts.Where(a => a.IsDemo).ToListAsync(TestContext.Current.CancellationToken);
        demo.Count.ShouldBe(Enum.GetValues<Role>().Length);
        demo.ShouldAllBe(a => a.IsDisabled);
        (await db.Accounts.CountAsync(a => a.SignInName == FirstAccounts.Administrator, TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_takes_its_time()
    {
        await using var site = await TestSite.StartAsync(Database, [.. Real, ("SignIn:RefusalTakes", "00:00:01.5")]);
        using var client = site.BrowseByStep();
        var html = await client.GetStringAsync("/sign-in", TestContext.Current.CancellationToken);
        var began = TimeProvider.System.GetTimestamp();

        using var answer = await client.SendFormAsync("/sign-in", html, "sign-in", ("Form.Name", "nobody"), ("Form.Password", "nothing"));

        TimeProvider.System.GetElapsedTime(began).ShouldBeGreaterThan(TimeSpan.FromSeconds(1.4));
    }

    [Fact]
    public async Task A_site_that_nobody_could_sign_in_to_does_not_start()
    {
        var fault = await Should.ThrowAsync<NotSupportedException>(() =>
            TestSite.StartAsync(Database, [.. Real, ("SignIn:Local", "false")])
        );

        fault.Message.ShouldContain("SignIn:Oidc:Authority");
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex("(?<=一次性密码 )([a-z2-9]{4}-){3}[a-z2-9]{4}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex OneTime();

    [GeneratedRegex("""<code class="key">(?<key>[^<]+)</code>""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex Key();
}
