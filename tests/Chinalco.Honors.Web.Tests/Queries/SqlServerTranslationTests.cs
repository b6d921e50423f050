using System.Net;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Quality;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Tests.Queries;

/// <summary>What the site asks of SQLite could be asked of SQL Server.</summary>
public sealed partial class SqlServerTranslationTests(SampleSite site)
{
    // Of each kind of page that is linked, so many are visited.
    private const int OfEachKind = 2;

    private static readonly string[] Starts =
    [
        "/",
        "/people?q=付军",
        "/search?q=付军",
        "/search?q=中铝 工匠 2024&kind=people&level=集团级&from=2000&to=2025",
        "/search?q=工匠&kind=conferrals&from=2000&to=2025&status=confirmed&sort=oldest",
        "/search?q=国家级 2024&kind=conferrals&sort=level",
        "/search?q=5G 中铝&kind=articles&from=2000&to=2025&sort=oldest",
        "/search?q=铝",
        "/search?q=S0001",
        "/search?q=付君",
        "/search?q=fuljun",
        "/search?q=劳动模苑",
        "/api/v1/search/suggestions?q=f",
        "/people?unit=中铝&award=工匠&from=2000&to=2025",
        "/awards",
        "/awards?q=工匠",
        "/documents",
        "/units",
        "/units?q=中铝",
        "/units?on=2012-06-30",
        "/ladder",
        "/ladder?family=劳模",
        "/api/v1/units/?on=2012",
        "/ranking",
        "/ranking?from=2000&to=2025",
        "/issues",
        "/api/v1/people?q=付",
        "/api/v1/people?unit=中铝",
        "/api/v1/awards?q=工匠",
        "/api/v1/units",
        "/api/v1/units/ranking?from=2000&to=2025",
        "/api/v1/ingestions",
    ];

    private static readonly string[] Accounts = ["/account", "/accounts", "/accounts?q=demo&role=Hr"];

    [Fact]
    public async Task Every_query_behind_a_page_has_a_translation()
    {
        await VisitAsync(Role.Editor, Starts);
        await VisitAsync(Role.SecurityAdministrator, Accounts);

        site.Elsewhere.Untranslated.ShouldBeEmpty();
        site.Elsewhere.Translated.ShouldBeGreaterThan(Starts.Length);
    }

    /// <summary>Visits the pages and, of each kind that they link to, a few.</summary>
    private async Task VisitAsync(Role role, string[] starts)
    {
        using var client = await site.SignedInAsync(role);
        var linked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in starts)
        {
            linked.UnionWith(LinksIn(await ReadAsync(client, path)));
        }

        await ReadOfficePagesAsync();
        foreach (var path in linked.GroupBy(KindOf, StringComparer.Ordinal).SelectMany(kind => kind.Take(OfEachKind)))
        {
            await ReadAsync(client, path);
        }
    }

    private async Task ReadOfficePagesAsync()
    {
        using var auditor = await site.SignedInAsync(Role.Auditor);
        await ReadAsync(auditor, "/audit?person=付军&user=系统&kind=award&action=award.confer&from=2020-01-01&to=2099-01-01");
        await ReadAsync(auditor, "/audit?kind=honoree&id=11111111-1111-1111-1111-111111111111");
        foreach (var kind in Enum.GetValues<QualityKind>())
        {
            await ReadAsync(auditor, $"/quality/{kind}");
        }

        using var looked = await auditor.PostFormAsync(
            "/lookup",
            "ask",
            ("Asked.Pasted", "付军，中铝\nS000001\n许明川\n邹承月"),
            ("Asked.Purpose", "核对")
        );
        looked.EnsureSuccessStatusCode();
        var unit = await UnitAsync();
        using var hr = await site.SignedInAsync(Role.Hr, unit);
        await ReadAsync(hr, "/quality");
        await ReadAsync(hr, $"/units/{unit}/brief");
        await ReadAsync(hr, $"/units/{unit}?part=Teams");
        await ReadAsync(hr, $"/units/{unit}?part=Articles");
        await ReadAsync(hr, $"/units/{unit}/edit?do=Split");
        await ReadAsync(hr, $"/units/{unit}?part=Articles&page=2");
        await ReadAsync(hr, $"/units/{unit}?part=People&page=2");
        await ReadAsync(hr, $"/units?under={unit}");
        await ReadAsync(hr, $"/ladder?unit={unit}");
        await ReadAsync(hr, $"/ladder?unit={unit}&family=劳模");
        await ReadRankingsAsync(hr, unit);
        using var union = await site.SignedInAsync(Role.Union, await Rankings.RankingWorld.GroupAsync(site));
        foreach (var list in new[] { "shortlist", "shortlist of units" })
        {
            (await ReadAsync(union, await Browser.PreparedPages.AddressAsync(site, list))).ShouldContain("候选名单");
        }

        await ReadNominationsAsync();
        using var asked = await hr.PostFormAsync("/lookup", "ask", ("Asked.Pasted", "付军\nS000001"), ("Asked.Purpose", "核对"));
        asked.EnsureSuccessStatusCode();
        using var system = await site.SignedInAsync(Role.SystemAdministrator);
        await ReadAsync(system, "/system");
        using var person = site.SignedIn(await site.Services.CookieAsync(await site.Services.AccountOfAsync("付军")));
        await ReadAsync(person, "/me");
    }

    private async Task ReadNominationsAsync()
    {
        var (changed, shown) = (
            await Nominations.CoursePagesWorld.PrepareAsync(site),
            await Nominations.CoursePagesWorld.PrepareAsync(site)
        );
        await changed.ChangeAfterPacketAsync();
        var publicity = await shown.PutUpAsync();
        using var company = await changed.UnionAsync(changed.Company);
        var round = $"/nominations/{changed.Round}";
        foreach (var path in new[] { "/nominations", "/nominations?waiting=all", round, changed.Page, $"{changed.Page}/packet" })
        {
            (await ReadAsync(company, path)).ShouldContain(changed.Person.Name);
        }

        await ReadAsync(company, $"{round}/results");
        (await ReadAsync(company, "/publicity")).ShouldContain(shown.Person.Name);
        (await ReadAsync(company, $"/publicity/{publicity}")).ShouldContain(shown.Person.Name);
    }

    private static async Task ReadRankingsAsync(HttpClient hr, Guid unit)
    {
        const string Filter = "from=2000&to=2025&family=劳模&measure=per-thousand";
        await ReadAsync(hr, $"/ranking?unit={unit}&{Filter}");
        await ReadAsync(hr, $"/ranking?tier=班组&page=2&policy=2025-1");
        await ReadAsync(hr, $"/ranking/policies");
        foreach (var pages in new[] { "/ranking", "/api/v1/rankings" })
        {
            await ReadAsync(hr, $"{pages}/{unit}?{Filter}");
            await ReadAsync(hr, $"{pages}/{unit}/conferrals?{Filter}&level=集团级&kind=个人&year=2020&row=2");
            await ReadAsync(hr, $"{pages}/{unit}/conferrals?undated=1");
        }

        await ReadAsync(hr, $"/api/v1/rankings?unit={unit}&{Filter}");
        await ReadAsync(hr, "/api/v1/rankings/policies");
    }

    private async Task<Guid> UnitAsync()
    {
        await using var db = site.OpenDatabase();
        return await db
            .Units.Where(u => u.Name == "中铝中州铝业有限公司")
            .Select(u => u.Id)
            .FirstAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> ReadAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> LinksIn(string html) =>
        Link().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["path"].Value));

    /// <summary>The path without its ids and values, so that one page of each kind stands for the rest.</summary>
    private static string KindOf(string path) => Value().Replace(path, "*");

    [GeneratedRegex("""href="(?<path>/[^"#]*)["#]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex Link();

    [GeneratedRegex("[0-9a-f-]{36}|=[^&]*|[0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex Value();
}
