using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Tests.Hosting;

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

    private static string Header(string html) => Head().Match(html).Value;

    [GeneratedRegex("<header.*?</header>", RegexOptions.Singleline, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex Head();
}
