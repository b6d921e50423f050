using System.Net;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Grains.Accounts;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Tests.Browser;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Cookie = System.Net.Cookie;

namespace Chinalco.Honors.Web.Tests.SignIn;

/// <summary>A second node on the samples' database.</summary>
public sealed class SecondNode(SampleSite first) : IAsyncLifetime
{
    internal TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await TestSite.StartAsync(first.Database);

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

/// <summary>What happens to a session on one node counts on every other from the next request on.</summary>
public sealed class SeveralNodesTests(SampleSite one, SecondNode second, Chromium chromium) : IClassFixture<SecondNode>
{
    private TestSite Other => second.Site;

    [Fact]
    public async Task A_session_of_one_node_is_one_of_the_other_because_they_share_the_keys()
    {
        var cookie = await one.Services.CookieAsync(Role.Reader);

        (await StatusAsync(Other, cookie)).ShouldBe(HttpStatusCode.OK);
        await using var db = one.OpenDatabase();
        (await db.ProtectionKeys.CountAsync(TestContext.Current.CancellationToken)).ShouldBePositive();
    }

    [Fact]
    public async Task Signing_out_on_one_node_ends_the_session_on_the_other_at_once()
    {
        var cookie = await one.Services.CookieAsync(Role.Reader);
        (await StatusAsync(Other, cookie)).ShouldBe(HttpStatusCode.OK);
        using var client = one.SignedIn(cookie, followsRedirects: false);

        using var answer = await client.PostFormAsync("/sign-out", "sign-out");

        answer.LeadsTo().ShouldBe("/sign-out");
        (await StatusAsync(Other, cookie)).ShouldBe(HttpStatusCode.Redirect);
        (await StatusAsync(one, cookie)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_session_ended_from_another_device_is_over_on_every_node()
    {
        var account = await one.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        var (mine, lost) = (await one.Services.CookieAsync(account), await one.Services.CookieAsync(account));
        using var client = one.SignedIn(mine);

        using var answer = await client.PostFormAsync("/account", "end-others");

        (await answer.TextAsync()).ShouldContain("会话已结束");
        (await StatusAsync(Other, lost)).ShouldBe(HttpStatusCode.Redirect);
        (await StatusAsync(Other, mine)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_ends_a_session_of_somebody_else()
    {
        var account = await one.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        var cookie = await one.Services.CookieAsync(account);
        await using var db = one.OpenDatabase();
        var session = await db
            .SignInSessions.Where(s => s.AccountId == account.Id)
            .Select(s => s.Id)
            .FirstAsync(TestContext.Current.CancellationToken);
        using var stranger = await one.SignedInAsync(Role.Reader);

        using var answer = await stranger.PostFormAsync("/account", "end", ("Ended.Session", session.ToString()));

        (await StatusAsync(one, cookie)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_role_taken_away_on_one_node_is_gone_on_the_other_at_the_next_request()
    {
        var account = await one.Services.NewAccountAsync(new RoleInUnit(Role.Editor));
        using var client = Other.SignedIn(await one.Services.CookieAsync(account), followsRedirects: false);
        using var before = await client.GetAsync("/ingest", TestContext.Current.CancellationToken);
        before.StatusCode.ShouldBe(HttpStatusCode.OK);

        await Commands.ChangeRolesAsync(CommandStamp.New(A.Clerk), account.Id, [new(Role.Reader)], [new(Role.Editor)]);

        using var after = await client.GetAsync("/ingest", TestContext.Current.CancellationToken);
        after.LeadsTo().ShouldBe("/denied?returnUrl=%2Fingest");
    }

    [Fact]
    public async Task A_disabled_account_is_out_on_every_node_and_its_old_sessions_do_not_come_back()
    {
        var account = await one.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        var cookie = await one.Services.CookieAsync(account);

        await Commands.DisableAsync(CommandStamp.New(A.Clerk), account.Id, disabled: true);
        (await StatusAsync(Other, cookie)).ShouldBe(HttpStatusCode.Redirect);

        await Commands.DisableAsync(CommandStamp.New(A.Clerk), account.Id, disabled: false);
        (await StatusAsync(Other, cookie)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_open_desk_is_left_when_its_session_ends_elsewhere()
    {
        var (page, account) = await DeskAsync();

        await Other.Services.GetRequiredService<Sessions>().EndAllOfAsync(A.Clerk, account.Id, CancellationToken.None);

        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"), new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task An_open_desk_is_left_when_its_right_is_taken_away()
    {
        var (page, account) = await DeskAsync();

        await Commands.ChangeRolesAsync(CommandStamp.New(A.Clerk), account.Id, [new(Role.Reader)], [new(Role.Editor)]);

        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/denied"), new() { Timeout = 20_000 });
    }

    private AccountCommands Commands => one.Services.GetRequiredService<AccountCommands>();

    private async Task<(IPage Page, Account Account)> DeskAsync()
    {
        var account = await one.Services.NewAccountAsync(new RoleInUnit(Role.Editor));
        var page = await chromium.OpenAsync(one.Address);
        await page.SignInAsync(one, await one.Services.CookieAsync(account));
        await page.GotoAsync("/ingest", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Assertions.Expect(page.GetByText("录入记录")).ToBeVisibleAsync();
        return (page, account);
    }

    private static async Task<HttpStatusCode> StatusAsync(TestSite site, Cookie cookie)
    {
        using var client = site.SignedIn(cookie, followsRedirects: false);
        using var answer = await client.GetAsync("/account", TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
