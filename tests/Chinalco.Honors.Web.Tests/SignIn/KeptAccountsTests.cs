using System.Net;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Tests.SignIn;

/// <summary>What the security administrator does at /accounts.</summary>
public sealed partial class KeptAccountsTests(SampleSite site)
{
    private const string Unit = "示例青岚铝业有限公司";

    [Fact]
    public async Task A_new_account_signs_in_with_its_one_time_password_and_must_change_it()
    {
        using var admin = await site.SignedInAsync(Role.SecurityAdministrator);
        using var made = await MakeAsync(admin, "wang.xiaoming", "王小明", Role.Hr, "青岚铝业", number: "S100005");
        var password = OneTime(await made.TextAsync());
        using var client = site.BrowseByStep();

        using var signedIn = await client.SignInAsync("Wang.Xiaoming", password);

        using var home = await client.GetAsync(signedIn.LeadsTo(), TestContext.Current.CancellationToken);
        home.LeadsTo().ShouldBe("/account/password");
        var account = await FindAsync("wang.xiaoming");
        account.Roles.Single().Role.ShouldBe(Role.Hr);
        account.HonoreeId.ShouldNotBeNull();
        var own = WebUtility.HtmlDecode(await client.GetStringAsync("/account", TestContext.Current.CancellationToken));
        own.ShouldContain($"人力资源 · {Unit}");
        own.ShouldContain("贺长庚");
    }

    [Fact]
    public async Task The_form_sent_twice_makes_one_account_and_shows_no_second_password()
    {
        using var admin = await site.SignedInAsync(Role.SecurityAdministrator);
        var html = await admin.GetStringAsync("/accounts/new", TestContext.Current.CancellationToken);
        (string, string)[] fields = [("Form.Name", "twice"), ("Form.DisplayName", "两次"), ("Form.Role", "Reader")];
        using var first = await admin.SendFormAsync("/accounts/new", html, "new", fields);
        var password = OneTime(await first.TextAsync());

        using var second = await admin.SendFormAsync("/accounts/new", html, "new", fields);

        (await second.TextAsync()).ShouldContain("此前已执行过");
        using var client = site.BrowseByStep();
        using var signedIn = await client.SignInAsync("twice", password);
        signedIn.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("demo-hr", "重名", Role.Reader, "", "已被使用")]
    [InlineData("wang ming", "空格", Role.Reader, "", "账号须为")]
    [InlineData("nobody1", "", Role.Reader, "", "请填写姓名")]
    [InlineData("nobody2", "无单位", Role.Hr, "", "须指定负责的单位")]
    [InlineData("nobody3", "有单位", Role.Auditor, "青岚铝业", "适用于全集团")]
    [InlineData("nobody4", "错单位", Role.Hr, "没有这个厂", "没有名称含")]
    [InlineData("nobody5", "多单位", Role.Hr, "铝业", "请从下面选择一个")]
    public async Task What_does_not_fit_is_refused_in_words(string name, string displayName, Role role, string unit, string why)
    {
        using var admin = await site.SignedInAsync(Role.SecurityAdministrator);

        using var answer = await MakeAsync(admin, name, displayName, role, unit);

        (await answer.TextAsync()).ShouldContain(why);
    }

    [Fact]
    public async Task An_unknown_employee_number_is_told()
    {
        using var admin = await site.SignedInAsync(Role.SecurityAdministrator);

        using var answer = await MakeAsync(admin, "nobody6", "工号", Role.Reader, unit: "", number: "S999999");

        (await answer.TextAsync()).ShouldContain("没有工号为");
    }

    [Fact]
    public async Task One_of_several_units_is_chosen_in_a_second_step()
    {
        using var admin = await site.SignedInAsync(Role.SecurityAdministrator);
        (string, string)[] fields =
        [
            ("Form.Name", "second.step"),
            ("Form.DisplayName", "第二步"),
            ("Form.Role", "Union"),
            ("Form.Unit", "青岚铝业有限公司"),
        ];
        using var asked = await admin.PostFormAsync("/accounts/new", "new", fields);
        var html = await asked.TextAsync();
        var choice = Option().Matches(html).Single(m => m.Groups["name"].Value == Unit + "团委").Groups["id"].Value;

        using var answer = await admin.SendFormAsync("/accounts/new", html, "new", [.. fields, ("Form.UnitId", choice)]);

        OneTime(await answer.TextAsync()).ShouldNotBeEmpty();
        (await FindAsync("second.step")).Roles.Single().UnitId.ShouldBe(Guid.Parse(choice));
    }

    [Theory]
    [InlineData(Role.SystemAdministrator, Role.Auditor, "须由三个人分别担任")]
    [InlineData(Role.SecurityAdministrator, Role.SystemAdministrator, "须由三个人分别担任")]
    [InlineData(Role.Auditor, Role.Editor, "不得兼任")]
    public async Task One_account_is_never_two_officers(Role has, Role wanted, string why)
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(has));
        using var admin = await site.SignedInAsync(Role.SecurityAdministrator);

        using var answer = await admin.PostFormAsync($"/accounts/{account.Id}", "grant", ("Granted.Role", wanted.ToString()));

        (await answer.TextAsync()).ShouldContain(why);
        (await FindAsync(account.SignInName)).Roles.ShouldBe([new RoleInUnit(has)]);
    }

    [Fact]
    public async Task Roles_are_given_and_withdrawn()
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        using var admin = await site.SignedInAsync(Role.SecurityAdministrator);
        var page = $"/accounts/{account.Id}";

        using var given = await admin.PostFormAsync(page, "grant", ("Granted.Role", "UnitLeader"), ("Granted.Unit", Unit));
        var reader = (await FindAsync(account.SignInName)).Grants.Single(g => g.Role == Role.Reader);
        using var withdrawn = await admin.PostFormAsync(page, "withdraw", ("Withdrawn.Grant", reader.Id.ToString()));

        (await given.TextAsync()).ShouldContain("已授予");
        (await withdrawn.TextAsync()).ShouldContain("已撤销");
        (await FindAsync(account.SignInName)).Roles.Single().Role.ShouldBe(Role.UnitLeader);
        var records = await RecordsAsync(account.Id);
        records.Count(r => r.Action == "account.roles").ShouldBe(2);
        records.ShouldAllBe(r => r.ActorName.Contains("测试员"));
    }

    [Fact]
    public async Task Nobody_changes_their_own_roles_nor_disables_themselves()
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.SecurityAdministrator));
        using var admin = site.SignedIn(await site.Services.CookieAsync(account));
        var other = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        var own = $"/accounts/{account.Id}";
        var html = await admin.GetStringAsync(own, TestContext.Current.CancellationToken);
        html.ShouldContain("须由另一位安全管理员办理");
        html.ShouldNotContain("value=\"grant\"");
        html.ShouldNotContain("value=\"disable\"");

        // The forms of another account, sent to one's own address.
        var foreign = await admin.GetStringAsync($"/accounts/{other.Id}", TestContext.Current.CancellationToken);
        using var grant = await admin.SendFormAsync(own, foreign, "grant", ("Granted.Role", "Reader"));
        using var disable = await admin.SendFormAsync(own, foreign, "disable");

        var stored = await FindAsync(account.SignInName);
        stored.Roles.ShouldBe([new RoleInUnit(Role.SecurityAdministrator)]);
        stored.IsDisabled.ShouldBeFalse();
    }

    [Fact]
    public async Task A_reset_password_is_shown_once_and_ends_every_session()
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        using var theirs = site.SignedIn(await site.Services.CookieAsync(account), followsRedirects: false);
        using var admin = await site.SignedInAsync(Role.SecurityAdministrator);

        using var answer = await admin.PostFormAsync($"/accounts/{account.Id}", "reset-password");

        var password = OneTime(await answer.TextAsync());
        (await admin.GetStringAsync($"/accounts/{account.Id}", TestContext.Current.CancellationToken)).ShouldNotContain(password);
        using var page = await theirs.GetAsync("/account", TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var client = site.BrowseByStep();
        using var old = await client.SignInAsync(account.SignInName, SigningIn.Password);
        old.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var signedIn = await client.SignInAsync(account.SignInName, password);
        signedIn.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await RecordsAsync(account.Id)).ShouldAllBe(r => !r.Detail.Contains(password));
    }

    [Fact]
    public async Task A_locked_account_is_unlocked()
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        using var client = site.BrowseByStep();
        for (var guess = 0; guess < 5; guess++)
        {
            using var wrong = await client.SignInAsync(account.SignInName, "guess " + guess);
        }

        using var admin = await site.SignedInAsync(Role.SecurityAdministrator);
        using var answer = await admin.PostFormAsync($"/accounts/{account.Id}", "unlock");

        using var signedIn = await client.SignInAsync(account.SignInName, SigningIn.Password);
        signedIn.LeadsTo().ShouldBe("/");
    }

    [Fact]
    public async Task An_account_is_disabled_and_enabled()
    {
        var account = await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader));
        using var admin = await site.SignedInAsync(Role.SecurityAdministrator);
        using var client = site.BrowseByStep();

        using var disabled = await admin.PostFormAsync($"/accounts/{account.Id}", "disable");
        using var refused = await client.SignInAsync(account.SignInName, SigningIn.Password);
        using var enabled = await admin.PostFormAsync($"/accounts/{account.Id}", "enable");
        using var signedIn = await client.SignInAsync(account.SignInName, SigningIn.Password);

        refused.StatusCode.ShouldBe(HttpStatusCode.OK);
        signedIn.LeadsTo().ShouldBe("/");
    }

    [Fact]
    public async Task Accounts_are_found_by_name_and_role()
    {
        using var admin = await site.SignedInAsync(Role.SecurityAdministrator);

        var byName = await admin.GetStringAsync("/accounts?q=DEMO-UN", TestContext.Current.CancellationToken);
        var byRole = await admin.GetStringAsync("/accounts?role=UnitLeader&q=示例", TestContext.Current.CancellationToken);
        var none = await admin.GetStringAsync("/accounts?q=没有这个人", TestContext.Current.CancellationToken);

        byName.ShouldContain("demo-union");
        byName.ShouldNotContain("demo-hr");
        byRole.ShouldContain("demo-leader");
        byRole.ShouldNotContain("demo-hr");
        none.ShouldContain("没有符合条件的账号");
    }

    [Fact]
    public async Task An_account_that_does_not_exist_has_a_page_that_says_so()
    {
        using var admin = await site.SignedInAsync(Role.SecurityAdministrator);

        using var page = await admin.GetAsync($"/accounts/{Guid.NewGuid()}", TestContext.Current.CancellationToken);

        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await page.TextAsync()).ShouldContain("没有这个账号");
    }

    private static Task<HttpResponseMessage> MakeAsync(
        HttpClient admin,
        string name,
        string displayName,
        Role role,
        string unit,
        string number = ""
    ) =>
        admin.PostFormAsync(
            "/accounts/new",
            "new",
            ("Form.Name", name),
            ("Form.DisplayName", displayName),
            ("Form.Role", role.ToString()),
            ("Form.Unit", unit),
            ("Form.Number", number)
        );

    private static string OneTime(string html)
    {
        var match = Password().Match(html);
        match.Success.ShouldBeTrue(html);
        return match.Groups["password"].Value;
    }

    private async Task<Account> FindAsync(string name)
    {
        await using var db = site.OpenDatabase();
        return await db
            .Accounts.AsNoTracking()
            .Include(a => a.Grants)
            .FirstAsync(a => a.SignInName == name, TestContext.Current.CancellationToken);
    }

    private async Task<List<Domain.Auditing.AuditRecord>> RecordsAsync(Guid account)
    {
        await using var db = site.OpenDatabase();
        return await db.AuditRecords.Where(a => a.EntityId == account).ToListAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(
        "<code>(?<password>([a-z2-9]{4}-){3}[a-z2-9]{4})</code>",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 20_000
    )]
    private static partial Regex Password();

    [GeneratedRegex(
        """<option value="(?<id>[0-9a-f-]{36})"[^>]*>(?<name>[^<]*)</option>""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 20_000
    )]
    private static partial Regex Option();
}
