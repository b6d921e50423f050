using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Tests.Api;
using Chinalco.Honors.Web.Tests.Hosting;
using Chinalco.Honors.Web.Tests.Nominations;
using Chinalco.Honors.Web.Tests.Requests;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Chinalco.Honors.Web.Tests.Browser;

/// <summary>What must hold on every page, on both screens.</summary>
public sealed class EveryPageTests(SampleSite site, Chromium chromium)
{
    private static readonly string[] Grave = ["serious", "critical"];

    public static TheoryData<string> Pages => [.. PageNames];

    /// <summary>What HR of a unit does with one honour of it.</summary>
    private static readonly Dictionary<string, Func<Editing.EditingWorld, string>> Kept = new(StringComparer.Ordinal)
    {
        ["kept honours"] = world => $"/people/{world.Person.Id}/honours",
        ["new honour"] = world => $"/people/{world.Person.Id}/honours/new?award={world.Award.Id}&year=2025&document=new",
        ["kept honour"] = world => world.Page,
        ["honour edited"] = world => $"{world.Page}/edit",
        ["honour certified"] = world => $"{world.Page}/certificates",
        ["honour proved"] = world => $"{world.Page}/evidence",
        ["honour wrong"] = world => $"{world.Page}/wrong",
        ["honour revoked"] = world => $"{world.Page}/revoke?document=new",
        ["document revoked"] = world => $"/documents/{world.Document.Id}/revoke",
        ["honour's history"] = world => $"{world.Page}/history",
        ["who is who"] = world => $"/people/{world.Person.Id}/merge",
        ["people merged"] = world => $"/people/{world.Person.Id}/merge?with={world.Twin.Id}",
        ["person split"] = world => $"/people/{world.Person.Id}/split?with=new",
        ["document corrected"] = world => $"/documents/{world.Document.Id}/edit",
        ["person corrected"] = world => $"/people/{world.Person.Id}/edit",
        ["unit changed"] = world => $"/units/{world.Unit.Id}/edit?do=Rename",
        ["unit split"] = world => $"/units/{world.Unit.Id}/edit?do=Split",
        ["unit merged"] = world => $"/units/{world.Unit.Id}/edit?do=Merge",
        ["unit's sheet"] = world => $"/units/{world.Unit.Id}/brief",
        ["document scanned"] = world => $"/documents/{world.Document.Id}/scans",
    };

    private static readonly string[] PageNames =
    [
        "home",
        "search",
        "people",
        "person",
        "person table",
        "person print",
        "person exports",
        "person history",
        "article history",
        "awards",
        "award",
        "award corrected",
        "documents",
        "document",
        "units",
        "units on a day",
        "units found",
        "unit",
        "unit teams",
        "ladder",
        "ranking",
        "ranking per thousand",
        "ranking breakdown",
        "ranking cell",
        "ranking/policies",
        "ranking/policies/new",
        "policy draft",
        "issues",
        "issue",
        "article",
        "ingest",
        "help",
        "about",
        "sign-in",
        "sign-out",
        "denied",
        "account",
        "account/password",
        "account/second-factor",
        "accounts",
        "accounts/new",
        "kept account",
        "desk",
        "imports",
        "lookup",
        "quality",
        "quality/WithoutDocument",
        .. Kept.Keys,
        .. RequestWorld.Pages.Keys,
        .. RoundWorld.Pages.Keys,
        "nominations/templates",
        "privacy",
        "me",
        "audit",
        "chain",
        "system",
        .. PreparedPages.Names,
    ];

    /// <summary>Who opens the page; everybody else is led away from it.</summary>
    private static Role? Visitor(string name) =>
        name switch
        {
            "ingest" or "desk" or "round" or "correction" or "page-images" or "person history" or "article history" => Role.Editor,
            "audit" or "chain" or "lookup" or "quality" or "quality/WithoutDocument" => Role.Auditor,
            "system" => Role.SystemAdministrator,
            "accounts" or "accounts/new" or "kept account" => Role.SecurityAdministrator,
            "account" or "account/password" or "account/second-factor" or "sign-out" or "person exports" => Role.Reader,
            _ => null,
        };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_fits_the_screen_and_logs_no_error(string name)
    {
        var world = Kept.ContainsKey(name) ? await Editing.EditingWorld.PrepareAsync(site) : null;
        var asked = RequestWorld.Pages.ContainsKey(name) ? await RequestWorld.PrepareAsync(site) : null;
        var round = RoundWorld.Pages.ContainsKey(name) ? await RoundWorld.PrepareAsync(site) : null;
        var page =
            round is not null
                ? await chromium.OpenAsync(
                    site,
                    Role.Union,
                    unit: RoundWorld.Pages[name].IsGroups ? await Rankings.RankingWorld.GroupAsync(site) : round.Company.Id
                )
            : asked is not null ? await chromium.OpenAsync(site, await asked.VisitorAsync(RequestWorld.Pages[name].IsHrs))
            : world is not null ? await chromium.OpenAsync(site, Role.Hr, unit: world.Unit.Id)
            : name == "me" ? await chromium.OpenAsync(site, await site.Services.CookieAsync(await site.Services.AccountOfAsync("付军")))
            : name is "import-headcounts" or "import-winners" or "import-units" or "import-awards"
                ? await chromium.OpenAsync(site, await site.Services.CookieAsync(await DemoHrAsync()))
            : name is "packet" or "nominations/templates" or "imports" or "award corrected" or "ranking/policies/new" or "policy draft"
                ? await chromium.OpenAsync(site, Role.Hr, unit: await Rankings.RankingWorld.GroupAsync(site))
            : Visitor(name) is { } role ? await chromium.OpenAsync(site, role)
            : await chromium.OpenAsync(site.Address);
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("403 (Forbidden)"))
            {
                errors.Add(message.Text);
            }
        };

        var path =
            round is not null ? await RoundWorld.Pages[name].Address(round)
            : asked is not null ? await RequestWorld.Pages[name].Address(asked)
            : world is not null ? Kept[name](world)
            : await PathAsync(name);
        var response = await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        response!.Status.ShouldBe(name == "denied" ? 403 : 200);
        foreach (var screen in Enum.GetValues<Screen>())
        {
            await page.ShowOnAsync(screen);
            await page.ShouldFitAsync($"{screen}");
            var violations = (await page.RunAxe()).Violations.Where(v => Grave.Contains(v.Impact)).ToList();
            violations.ShouldBeEmpty(
                string.Join("\n", violations.Select(v => $"{screen}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}"))
            );
        }

        errors.ShouldBeEmpty();
    }

    /// <summary>Whoever handed the prepared tables in.</summary>
    private async Task<Account> DemoHrAsync()
    {
        await using var db = site.OpenDatabase();
        return await db.Accounts.FirstAsync(a => a.SignInName == "demo-hr", TestContext.Current.CancellationToken);
    }

    /// <summary>HR is always some unit's: here of the group.</summary>
    /// <summary>The address of the page; those of one entity show one that the samples hold.</summary>
    private async Task<string> PathAsync(string name)
    {
        using var client = site.Browse();
        switch (name)
        {
            case "home":
                return "/";
            case "search":
                return "/search?q=中铝&kind=conferrals";
            case "people":
                return "/people?q=付军";
            case "person":
                return $"/people/{await PersonAsync(client)}";
            case "person table":
                return $"/people/{await PersonAsync(client)}?view=table";
            case "person print":
                return $"/people/{await PersonAsync(client)}/print";
            case "person exports":
                return $"/people/{await PersonAsync(client)}/exports";
            case "person history":
                return $"/people/{await PersonAsync(client)}/history";
            case "article history":
                return $"/articles/{await ArticleAsync(client)}/history";
            case "award":
                return $"/awards/{await AwardAsync(client)}";
            case "award corrected":
                return $"/awards/{await AwardAsync(client)}/edit";
            case "unit":
                return $"/units/{(await client.GetJsonAsync("/api/v1/units/ranking")).GetProperty("items")[0].GetProperty("unit").GetProperty("id").GetGuid()}";
            case "ranking per thousand":
                return "/ranking?measure=per-thousand&from=2016&to=2025";
            case "ranking breakdown":
                return await FirstLinkAsync("/ranking?from=2016&to=2025", ".figure a");
            case "ranking cell":
                return (await FirstLinkAsync("/ranking", ".figure a")) + "/conferrals";
            case "policy draft":
                var draft = await Rankings.RankingWorld.DraftAsync(site, Chinalco.Honors.Testing.A.UniqueName("page-"));
                return $"/ranking/policies/{draft.Id}/edit";
            case "unit teams":
                return await PathAsync("unit") + "?part=Teams";
            case "units on a day":
                return "/units?on=2012-06-30";
            case "units found":
                return "/units?q=铝业";
            case "article":
                return $"/articles/{await ArticleAsync(client)}";
            case "issue":
                return $"/issues/{(await client.GetJsonAsync($"/api/v1/articles/{await ArticleAsync(client)}")).GetProperty("issue").GetProperty("id").GetGuid()}";
            case "kept account":
                return $"/accounts/{(await site.Services.NewAccountAsync(new RoleInUnit(Role.Reader))).Id}";
            case "chain":
                return $"/audit?kind=honoree&id={await PersonAsync(client)}";
            case "document":
                return await FirstLinkAsync("/documents", "main a[href*='/documents/']");
            default:
                return PreparedPages.Contain(name) ? await PreparedPages.AddressAsync(site, name) : $"/{name}";
        }
    }

    private async Task<string> FirstLinkAsync(string path, string selector)
    {
        var page = await chromium.OpenAsync(site.Address, script: false);
        await page.GotoAsync(path);
        return (await page.Locator(selector).First.GetAttributeAsync("href"))!;
    }

    private static async Task<Guid> AwardAsync(HttpClient client) =>
        (await client.GetJsonAsync("/api/v1/awards?q=中铝大工匠")).GetProperty("items")[0].GetProperty("id").GetGuid();

    private static async Task<Guid> PersonAsync(HttpClient client) =>
        (await client.GetJsonAsync("/api/v1/people?q=付军")).GetProperty("items")[0].GetProperty("id").GetGuid();

    private static async Task<Guid> ArticleAsync(HttpClient client) =>
        (await client.GetJsonAsync($"/api/v1/people/{await PersonAsync(client)}"))
            .GetProperty("conferrals")[0]
            .GetProperty("evidence")[0]
            .GetProperty("articleId")
            .GetGuid();
}
