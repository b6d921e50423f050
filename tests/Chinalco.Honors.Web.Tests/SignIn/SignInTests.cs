using System.Net;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.SignIn;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Tests.SignIn;

public sealed class SignInTests(SampleSite site)
{
    private const string Refused = "账号或密码不正确";

    [Fact]
    public async Task Who_needs_to_sign_in_is_led_there_and_back()
    {
        using var client = site.BrowseByStep();
        using var asked = await client.GetAsync("/ingest?from=home", TestContext.Current.CancellationToken);
        var signIn = asked.LeadsTo().ShouldNotBeNull();
        signIn.ShouldBe("/sign-in?returnUrl=%2Fingest%3Ffrom%3Dhome");

        using var answer = await client.PostFormAsync(
            signIn,
            "sign-in",
            ("Form.Name", "demo-editor"),
            ("Form.Password", DemoAccounts.Password)
        );

        answer.LeadsTo().ShouldBe("/ingest?from=home");
        using var page = await client.GetAsync("/ingest?from=home", TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        using var client = site.BrowseByStep();

        using var answer = await client.SignInAsync("demo-reader", DemoAccounts.Password);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("honors-session=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldNotContain("demo-reader");
    }

    [Fact]
    public async Task An_unknown_account_is_answered_as_a_wrong_password_is()
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        using var client = site.BrowseByStep();

        using var wrong = await client.SignInAsync(account.SignInName, "not the password");
        using var unknown = await client.SignInAsync("nobody-of-this-name", "not the password");

        wrong.StatusCode.ShouldBe(unknown.StatusCode);
        Alert(await wrong.TextAsync()).ShouldBe(Alert(await unknown.TextAsync()));
        Alert(await wrong.TextAsync()).ShouldContain(Refused);
    }

    [Fact]
    public async Task A_disabled_account_is_answered_as_a_wrong_password_is()
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        await ChangeAsync(account.Id, a => a.IsDisabled = true);
        using var client = site.BrowseByStep();

        using var answer = await client.SignInAsync(account.SignInName, SigningIn.Password);

        Alert(await answer.TextAsync()).ShouldContain(Refused);
    }

    [Fact]
    public async Task Five_failures_lock_the_account_for_a_while_even_for_the_right_password()
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        using var client = site.BrowseByStep();
        for (var failure = 0; failure < 5; failure++)
        {
            using var wrong = await client.SignInAsync(account.SignInName, "wrong " + failure);
        }

        using var locked = await client.SignInAsync(account.SignInName, SigningIn.Password);
        Alert(await locked.TextAsync()).ShouldContain(Refused);
        var until = (await FindAsync(account.Id)).LockedUntil.ShouldNotBeNull();
        (until - DateTimeOffset.UtcNow).TotalMinutes.ShouldBeInRange(14, 15.1);

        await ChangeAsync(account.Id, a => a.LockedUntil = DateTimeOffset.UtcNow.AddSeconds(-1));
        using var later = await client.SignInAsync(account.SignInName, SigningIn.Password);

        later.LeadsTo().ShouldBe("/");
        (await ActionsAsync(account.Id)).ShouldBe([.. Enumerable.Repeat("account.sign-in-failed", 5), "account.lock", "account.sign-in"]);
    }

    [Fact]
    public async Task Guesses_made_at_the_same_time_are_all_counted()
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        using var client = site.BrowseByStep();
        var html = await client.GetStringAsync("/sign-in", TestContext.Current.CancellationToken);

        var guesses = await Task.WhenAll(Enumerable.Range(0, 12).Select(GuessAsync));

        guesses.ShouldAllBe(status => status == HttpStatusCode.OK);
        var actions = await ActionsAsync(account.Id);
        actions.Count(a => a == "account.sign-in-failed").ShouldBe(5);
        actions.ShouldContain("account.lock");

        async Task<HttpStatusCode> GuessAsync(int number)
        {
            using var answer = await client.SendFormAsync(
                "/sign-in",
                html,
                "sign-in",
                ("Form.Name", account.SignInName),
                ("Form.Password", "guess " + number)
            );
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("%2F%2Fevil.example")]
    [InlineData("/sign-out")]
    [InlineData("")]
    public async Task Signing_in_never_leads_out_of_the_site(string returnUrl)
    {
        using var client = site.BrowseByStep();

        using var answer = await client.SignInAsync("demo-reader", DemoAccounts.Password, returnUrl);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.LeadsTo().ShouldBe("/");
    }

    [Fact]
    public async Task An_address_with_chinese_words_is_gone_on_to()
    {
        using var client = site.BrowseByStep();

        using var answer = await client.SignInAsync("demo-reader", DemoAccounts.Password, "/people?q=付军");

        answer.LeadsTo().ShouldBe("/people?q=%E4%BB%98%E5%86%9B");
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing_and_the_page_says_so()
    {
        using var client = site.BrowseByStep();
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["_handler"] = "sign-in",
                ["Form.Name"] = "demo-reader",
                ["Form.Password"] = DemoAccounts.Password,
            }
        );

        using var answer = await client.PostAsync("/sign-in", form, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("表单已失效");
    }

    [Fact]
    public async Task A_form_without_its_token_leads_nowhere_else()
    {
        using var client = site.BrowseByStep();
        using var form = new FormUrlEncodedContent([]);

        using var answer = await client.PostAsync(
            new Uri(site.Address.ToString().TrimEnd('/') + "//evil.example"),
            form,
            TestContext.Current.CancellationToken
        );

        (answer.LeadsTo() ?? "/").ShouldBe("/");
    }

    [Fact]
    public async Task Signing_in_again_ends_the_session_before()
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        var before = await site.Services.CookieAsync(account);
        using var client = site.SignedIn(before, followsRedirects: false);

        using var answer = await client.SignInAsync(account.SignInName, SigningIn.Password);

        using var old = site.SignedIn(before, followsRedirects: false);
        using var page = await old.GetAsync("/account", TestContext.Current.CancellationToken);
        page.LeadsTo().ShouldBe("/sign-in?returnUrl=%2Faccount");
    }

    [Fact]
    public async Task A_role_without_the_right_is_told_so()
    {
        using var client = await site.SignedInAsync(Role.Reader);

        using var page = await client.GetAsync("/accounts", TestContext.Current.CancellationToken);
        using var call = await client.GetAsync("/api/v1/ingestions/" + Guid.Empty, TestContext.Current.CancellationToken);

        page.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await page.TextAsync()).ShouldContain("没有这项权限");
        call.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        call.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_program_that_is_not_signed_in_gets_a_problem_and_no_page()
    {
        using var client = site.BrowseByStep();

        using var call = await client.GetAsync("/api/v1/ingestions/" + Guid.Empty, TestContext.Current.CancellationToken);

        call.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await call.TextAsync()).ShouldContain("请先登录");
    }

    [Fact]
    public async Task The_sign_in_page_offers_one_demo_account_for_each_role_by_one_click()
    {
        using var client = site.BrowseByStep();
        var html = await client.GetStringAsync("/sign-in", TestContext.Current.CancellationToken);
        html.ShouldContain(DemoAccounts.Password);
        foreach (var role in Enum.GetValues<Role>())
        {
            html.ShouldContain(role.ToChinese());
        }

        using var answer = await client.SendFormAsync("/sign-in", html, "demo", ("Demo.Name", "demo-auditor"));

        answer.LeadsTo().ShouldBe("/");
        (await client.GetStringAsync("/account", TestContext.Current.CancellationToken)).ShouldContain("demo-auditor");
    }

    [Fact]
    public async Task The_demo_button_signs_nobody_else_in()
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Editor));
        await ChangeAsync(account.Id, async a => a.PasswordHash = (await FindByNameAsync("demo-reader")).PasswordHash);
        using var client = site.BrowseByStep();

        using var answer = await client.PostFormAsync("/sign-in", "demo", ("Demo.Name", account.SignInName));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.TryGetValues("Set-Cookie", out var cookies);
        (cookies ?? []).ShouldNotContain(c => c.StartsWith("honors-session=", StringComparison.Ordinal));
    }

    private static string Alert(string html)
    {
        var at = html.IndexOf("role=\"alert\"", StringComparison.Ordinal);
        at.ShouldBePositive(html);
        return html[at..html.IndexOf("</p>", at, StringComparison.Ordinal)];
    }

    private async Task<List<string>> ActionsAsync(Guid account)
    {
        await using var db = site.OpenDatabase();
        return await db
            .AuditRecords.Where(a => a.EntityKind == "account" && a.EntityId == account)
            .OrderBy(a => a.Sequence)
            .Select(a => a.Action)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    private async Task<Account> FindAsync(Guid id)
    {
        await using var db = site.OpenDatabase();
        return await db.Accounts.AsNoTracking().FirstAsync(a => a.Id == id, TestContext.Current.CancellationToken);
    }

    private async Task<Account> FindByNameAsync(string name)
    {
        await using var db = site.OpenDatabase();
        return await db.Accounts.AsNoTracking().FirstAsync(a => a.SignInName == name, TestContext.Current.CancellationToken);
    }

    private Task ChangeAsync(Guid id, Action<Account> change) =>
        ChangeAsync(
            id,
            account =>
            {
                change(account);
                return Task.CompletedTask;
            }
        );

    private async Task ChangeAsync(Guid id, Func<Account, Task> change)
    {
        await using var db = site.OpenDatabase();
        var account = await db.Accounts.FirstAsync(a => a.Id == id, TestContext.Current.CancellationToken);
        await change(account);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
