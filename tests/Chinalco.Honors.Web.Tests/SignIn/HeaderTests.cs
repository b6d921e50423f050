using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Tests.SignIn;

/// <summary>The head of every page shows who is signed in and where they may go.</summary>
public sealed partial class HeaderTests(SampleSite site)
{
    [Fact]
    public async Task Somebody_who_is_not_signed_in_sees_the_way_in_and_comes_back()
    {
        using var client = site.Browse();

        var html = await client.GetStringAsync("/units?q=铜", TestContext.Current.CancellationToken);

        Header(html).ShouldContain("""href="/sign-in?returnUrl=%2Funits%3Fq%3D%25E9%2593%259C">登录""");
        Header(html).ShouldNotContain("/sign-out");
    }

    [Fact]
    public async Task A_user_sees_the_own_name_and_the_way_out()
    {
        using var client = await site.SignedInAsync(Role.Reader);

        var html = await client.GetStringAsync("/", TestContext.Current.CancellationToken);

        Header(html).ShouldMatch("""href="/account">测试员[0-9]+</a>""");
        Header(html).ShouldContain("""href="/sign-out">退出""");
        html.ShouldNotContain("__RequestVerificationToken");
    }

    [Theory]
    [InlineData(null, false, false)]
    [InlineData(Role.Reader, false, false)]
    [InlineData(Role.Editor, true, false)]
    [InlineData(Role.SecurityAdministrator, false, true)]
    [InlineData(Role.Auditor, false, false)]
    public async Task The_navigation_shows_what_the_user_may_open(Role? role, bool ingest, bool accounts)
    {
        using var client = role is { } r ? await site.SignedInAsync(r) : site.Browse();

        var header = Header(await client.GetStringAsync("/", TestContext.Current.CancellationToken));

        header.Contains("href=\"/ingest\"", StringComparison.Ordinal).ShouldBe(ingest);
        header.Contains("href=\"/accounts\"", StringComparison.Ordinal).ShouldBe(accounts);
        header.ShouldContain("href=\"/people\"");
    }

    [Theory]
    [InlineData(Role.Hr, new[] { "/imports", "/lookup", "/nominations", "/quality", "/requests" })]
    [InlineData(Role.Editor, new[] { "/ingest", "/desk", "/quality" })]
    [InlineData(Role.SecurityAdministrator, new string[0])]
    [InlineData(Role.Reader, new string[0])]
    public async Task What_keepers_do_is_one_entry_of_the_menu_where_it_is_more_than_two(Role role, string[] kept)
    {
        using var client = await site.SignedInAsync(role, role == Role.Hr ? await AUnitAsync() : null);

        var page = await client.PageAsync("/");

        page.QuerySelectorAll(".nav-menu a").Select(a => a.GetAttribute("href")).ShouldBe(kept);
        page.QuerySelectorAll(".nav > ul > li > a").Select(a => a.GetAttribute("href")).ShouldContain("/help");
    }

    private async Task<Guid> AUnitAsync()
    {
        await using var db = site.OpenDatabase();
        return await db.Units.OrderBy(u => u.Code).Select(u => u.Id).FirstAsync(TestContext.Current.CancellationToken);
    }

    private static string Header(string html) => Head().Match(html).Value;

    [GeneratedRegex("<header.*?</header>", RegexOptions.Singleline, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex Head();
}
