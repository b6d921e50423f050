using System.Net;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Ingestion.Seeding;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Tests.Oidc;

/// <summary>Signing in at a real provider, over its own pages.</summary>
public sealed class OidcTests(SiteWithProvider at) : IClassFixture<SiteWithProvider>
{
    private const string Unit = "中铝山西新材料有限公司";

    [Fact]
    public async Task Whoever_the_provider_knows_is_signed_in_with_the_roles_and_units_that_it_says()
    {
        at.MustRun();
        await at.Provider.KnowAsync("li.hua", Claims("李华", ["hr", "unknown-here"], unit: Unit));
        using var browser = at.Site.BrowseByStep();

        var journey = await at.GoInAsync(browser, "li.hua", "/people?q=李");

        journey.End.LeadsTo().ShouldBe("/people?q=%E6%9D%8E");
        var own = WebUtility.HtmlDecode(await browser.GetStringAsync("/account", TestContext.Current.CancellationToken));
        own.ShouldContain("李华");
        own.ShouldContain($"人力资源 · {Unit}");
        var account = await FindAsync("li.hua");
        account.Roles.Select(r => r.Role).ShouldBe([Role.Reader, Role.Hr], ignoreOrder: true);
        account.IsExternal.ShouldBeTrue();
        account.PasswordHash.ShouldBeNull();
    }

    [Fact]
    public async Task A_name_that_somebody_here_bears_already_is_not_taken_from_them()
    {
        at.MustRun();
        var local = await at.Site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        await at.Provider.KnowAsync("namesake", new { name = "同名", preferred_username = local.SignInName });
        await at.Provider.KnowAsync("unique", new { name = "独名", preferred_username = "zhao.qian" });
        using var one = at.Site.BrowseByStep();
        using var other = at.Site.BrowseByStep();

        await at.GoInAsync(one, "namesake");
        await at.GoInAsync(other, "unique");

        var namesake = await FindAsync("namesake");
        namesake.Id.ShouldNotBe(local.Id);
        namesake.SignInName.ShouldStartWith("sso-");
        (await FindAsync("unique")).SignInName.ShouldBe("zhao.qian");
    }

    [Fact]
    public async Task A_unit_may_be_named_by_its_code_and_there_may_be_several()
    {
        at.MustRun();
        await at.Provider.KnowAsync("two.units", Claims("两处", ["honours-editor"], unit: new[] { "U002", "U003" }));
        using var browser = at.Site.BrowseByStep();

        await at.GoInAsync(browser, "two.units");

        var editor = (await FindAsync("two.units")).Roles.Where(r => r.Role == Role.Editor).Select(r => r.UnitId);
        editor.ShouldBe([CatalogueImport.UnitId("U002"), CatalogueImport.UnitId("U003")], ignoreOrder: true);
    }

    [Fact]
    public async Task Roles_follow_the_provider_at_each_sign_in_and_the_account_stays_the_same()
    {
        at.MustRun();
        await at.Provider.KnowAsync("moves", Claims("调动", ["honours-chief-editor"]));
        using var first = at.Site.BrowseByStep();
        await at.GoInAsync(first, "moves");
        var before = await FindAsync("moves");
        before.Roles.ShouldContain(new RoleInUnit(Role.Editor));

        await at.Provider.KnowAsync("moves", Claims("调动后", []));
        using var second = at.Site.BrowseByStep();
        await at.GoInAsync(second, "moves");

        var after = await FindAsync("moves");
        after.Id.ShouldBe(before.Id);
        after.DisplayName.ShouldBe("调动后");
        after.Roles.ShouldBe([new RoleInUnit(Role.Reader)]);
    }

    [Theory]
    [InlineData("two.officers", new[] { "auditor", "sysadmin" }, null, "须由三个人分别担任")]
    [InlineData("no.unit", new[] { "hr" }, null, "没有给出负责的单位")]
    [InlineData("editor.without", new[] { "honours-editor" }, null, "没有给出负责的单位")]
    [InlineData("odd.unit", new[] { "hr" }, "没有这个单位", "不在本系统的单位目录中")]
    public async Task Roles_that_the_rules_refuse_let_nobody_in_and_say_why(string login, string[] roles, string? unit, string why)
    {
        at.MustRun();
        await at.Provider.KnowAsync(login, Claims("甲", roles, unit));
        using var browser = at.Site.BrowseByStep();

        var journey = await at.GoInAsync(browser, login);

        journey.End.LeadsTo().ShouldNotBeNull().ShouldStartWith("/sign-in?told=");
        (await browser.GetStringAsync(journey.End.LeadsTo(), TestContext.Current.CancellationToken)).ShouldContain(why);
        using var own = await browser.GetAsync("/account", TestContext.Current.CancellationToken);
        own.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_disabled_account_is_not_let_in_by_the_provider()
    {
        at.MustRun();
        await at.Provider.KnowAsync("gone", Claims("离任", []));
        using var before = at.Site.BrowseByStep();
        await at.GoInAsync(before, "gone");
        await using (var db = at.Site.OpenDatabase())
        {
            var account = await db.Accounts.FirstAsync(a => a.ExternalSubject == "gone", TestContext.Current.CancellationToken);
            account.IsDisabled = true;
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        using var browser = at.Site.BrowseByStep();
        var journey = await at.GoInAsync(browser, "gone");

        (await browser.GetStringAsync(journey.End.LeadsTo(), TestContext.Current.CancellationToken)).ShouldContain("已停用");
    }

    [Fact]
    public async Task It_is_the_code_flow_with_pkce_and_no_token_is_in_an_address_a_cookie_or_the_log()
    {
        at.MustRun();
        await at.Provider.KnowAsync("careful", Claims("谨慎", []));
        using var browser = at.Site.BrowseByStep();

        var journey = await at.GoInAsync(browser, "careful");

        var asked = journey.Addresses[0].Query;
        asked.ShouldContain("response_type=code");
        asked.ShouldContain("code_challenge_method=S256");
        asked.ShouldNotContain(OidcProvider.ClientSecret);
        at.Provider.Tokens.Count.ShouldBeGreaterThanOrEqualTo(2, at.Provider.Output);
        var seen = string.Join('\n', journey.Addresses) + string.Join('\n', journey.Cookies);
        foreach (var token in at.Provider.Tokens)
        {
            seen.ShouldNotContain(token);
            at.Site.Log.Text.ShouldNotContain(token);
        }

        at.Site.Log.Text.ShouldNotContain(OidcProvider.ClientSecret);
        await using var db = at.Site.OpenDatabase();
        var details = await db.AuditRecords.Select(a => a.Detail).ToListAsync(TestContext.Current.CancellationToken);
        details.ShouldAllBe(detail => !at.Provider.Tokens.Any(token => detail.Contains(token)));
    }

    [Fact]
    public async Task An_answer_with_another_state_is_refused()
    {
        at.MustRun();
        await at.Provider.KnowAsync("state", Claims("甲", []));
        using var browser = at.Site.BrowseByStep();

        var journey = await at.GoInAsync(browser, "state", change: address => Replace(address, "state", "forged"));

        await ShouldBeRefusedAsync(browser, journey);
    }

    [Fact]
    public async Task An_answer_is_of_no_use_to_another_browser()
    {
        at.MustRun();
        await at.Provider.KnowAsync("victim", Claims("甲", []));
        using var browser = at.Site.BrowseByStep();
        Uri? answer = null;
        await at.GoInAsync(browser, "victim", stopAt: address => answer = address);
        using var thief = at.Site.BrowseByStep();

        using var stolen = await thief.GetAsync(answer, TestContext.Current.CancellationToken);

        stolen.LeadsTo().ShouldNotBeNull().ShouldStartWith("/sign-in?told=");
        using var own = await thief.GetAsync("/account", TestContext.Current.CancellationToken);
        own.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_token_with_another_nonce_is_refused()
    {
        at.MustRun();
        await at.Provider.KnowAsync("nonce", Claims("甲", []));
        using var browser = at.Site.BrowseByStep();

        var journey = await at.GoInAsync(browser, "nonce", changeQuestion: address => Replace(address, "nonce", "another"));

        await ShouldBeRefusedAsync(browser, journey);
    }

    [Fact]
    public async Task A_verifier_of_another_question_is_refused()
    {
        at.MustRun();
        await at.Provider.KnowAsync("pkce", Claims("甲", []));
        using var browser = at.Site.BrowseByStep();

        var journey = await at.GoInAsync(
            browser,
            "pkce",
            changeQuestion: address => Replace(address, "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
        );

        await ShouldBeRefusedAsync(browser, journey);
    }

    [Fact]
    public async Task Signing_in_here_is_switched_off()
    {
        at.MustRun();
        using var browser = at.Site.BrowseByStep();

        var html = await browser.GetStringAsync("/sign-in", TestContext.Current.CancellationToken);

        html.ShouldContain("前往示例统一认证");
        html.ShouldNotContain("type=\"password\"");
    }

    [Fact]
    public async Task The_way_to_the_provider_never_leads_out_of_the_site_afterwards()
    {
        at.MustRun();
        await at.Provider.KnowAsync("back", Claims("甲", []));
        using var browser = at.Site.BrowseByStep();

        var journey = await at.GoInAsync(browser, "back", "//evil.example");

        journey.End.LeadsTo().ShouldBe("/");
    }

    [Fact]
    public async Task A_session_begun_at_the_provider_ends_as_any_other()
    {
        at.MustRun();
        await at.Provider.KnowAsync("leaves", Claims("甲", []));
        using var browser = at.Site.BrowseByStep();
        await at.GoInAsync(browser, "leaves");

        using var answer = await browser.PostFormAsync("/sign-out", "sign-out");

        using var own = await browser.GetAsync("/account", TestContext.Current.CancellationToken);
        own.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static object Claims(string name, string[] roles, object? unit = null) =>
        unit is null
            ? new { name, roles }
            : new
            {
                name,
                roles,
                unit,
            };

    private static async Task ShouldBeRefusedAsync(HttpClient browser, Journey journey)
    {
        journey.End.LeadsTo().ShouldNotBeNull().ShouldStartWith("/sign-in?told=");
        (await browser.GetStringAsync(journey.End.LeadsTo(), TestContext.Current.CancellationToken)).ShouldContain("没有完成登录");
        using var own = await browser.GetAsync("/account", TestContext.Current.CancellationToken);
        own.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static Uri Replace(Uri address, string parameter, string value)
    {
        var changed = Regex.Replace(address.Query, $"(?<=[?&]{parameter}=)[^&]*", value, RegexOptions.None, TimeSpan.FromSeconds(1));
        changed.ShouldNotBe(address.Query);
        return new UriBuilder(address) { Query = changed }.Uri;
    }

    private async Task<Account> FindAsync(string login)
    {
        await using var db = at.Site.OpenDatabase();
        return await db
            .Accounts.AsNoTracking()
            .Include(a => a.Grants)
            .FirstAsync(a => a.ExternalSubject == login, TestContext.Current.CancellationToken);
    }
}
