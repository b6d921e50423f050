using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Tests.Api;
using Chinalco.Honors.Web.Tests.Hosting;
using Chinalco.Honors.Web.Tests.Nominations;
using Chinalco.Honors.Web.Tests.Requests;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Chinalco.Honors.Web.Tests.Browser;

/// <summary>What must hold on every page, on both screens. The pages are several classes', so that they are looked at side by side.</summary>
public abstract class EveryPage(SampleSite site, Chromium chromium)
{
    private static readonly string[] Grave = ["serious", "critical"];

    /// <summary>Only what is wrong is asked for: gathering everything that is right takes most of the time on a long page.</summary>
    private static readonly AxeRunOptions OnlyWrong = new() { ResultTypes = [ResultType.Violations] };

    /// <summary>Of a long list the first rows are looked at: the rest is made of the same, and takes as long again for each dozen.</summary>
    private static readonly AxeRunContext FirstRows = new()
    {
        Exclude = [new AxeSelector("tbody > tr:nth-child(n + 13)"), new AxeSelector("main li:nth-child(n + 13)")],
    };

    /// <summary>Pages of keepers, each in the hands of whoever may open it.</summary>
    protected static IEnumerable<string> PagesOfKeepers => [.. Kept.Keys, .. RequestWorld.Pages.Keys];

    /// <summary>Pages of rounds and of those nominated in them.</summary>
    protected static IEnumerable<string> PagesOfNominations => [.. RoundWorld.Pages.Keys, .. CoursePagesWorld.Pages.Keys];

    /// <summary>Pages that need nothing, or nothing but the samples.</summary>
    protected static IEnumerable<string> PagesOfSamples => PageNames;

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
        "privacy",
        "me",
        "audit",
        "chain",
        "system",
        "nominations/templates",
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

    /// <summary>Holds that the page is accessible, fits either screen and logs no error.</summary>
    protected async Task ShouldBeFinishedAsync(string name)
    {
        var (page, path) = await OpenAsync(name);
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("403 (Forbidden)"))
            {
                errors.Add(message.Text);
            }
        };

        var response = await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        response!.Status.ShouldBe(name == "denied" ? 403 : 200);
        foreach (var screen in Enum.GetValues<Screen>())
        {
            await page.ShowOnAsync(screen);
            await page.ShouldFitAsync($"{screen}");
            var violations = (await page.RunAxe(FirstRows, OnlyWrong)).Violations.Where(v => Grave.Contains(v.Impact)).ToList();
            violations.ShouldBeEmpty(
                string.Join("\n", violations.Select(v => $"{screen}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}"))
            );
        }

        errors.ShouldBeEmpty();
    }

    /// <summary>The page's address, and an empty page in the hands of whoever may open it.</summary>
    private async Task<(IPage Page, string Path)> OpenAsync(string name)
    {
        if (Kept.TryGetValue(name, out var kept))
        {
            var world = await Editing.EditingWorld.PrepareAsync(site);
            return (await chromium.OpenAsync(site, Role.Hr, unit: world.Unit.Id), kept(world));
        }

        if (RequestWorld.Pages.TryGetValue(name, out var asked))
        {
            var world = await RequestWorld.PrepareAsync(site);
            return (await chromium.OpenAsync(site, await world.VisitorAsync(asked.IsHrs)), await asked.Address(world));
        }

        if (RoundWorld.Pages.TryGetValue(name, out var round))
        {
            var world = await RoundWorld.PrepareAsync(site);
            var unit = round.IsGroups ? await Rankings.RankingWorld.GroupAsync(site) : world.Company.Id;
            return (await chromium.OpenAsync(site, Role.Union, unit: unit), await round.Address(world));
        }

        if (CoursePagesWorld.Pages.TryGetValue(name, out var course))
        {
            var world = await CoursePagesWorld.PrepareAsync(site);
            return (await chromium.OpenAsync(site, Role.Union, unit: world.Company.Id), await course(world));
        }

        var page = name switch
        {
            "me" => await chromium.OpenAsync(site, await site.Services.CookieAsync(await site.Services.AccountOfAsync("付军"))),
            "import-headcounts" or "import-winners" or "import-units" or "import-awards" => await chromium.OpenAsync(
                site,
                await site.Services.CookieAsync(await DemoHrAsync())
            ),
            "imports"
            or "award corrected"
            or "ranking/policies/new"
            or "policy draft"
            or "shortlist"
            or "shortlist of units"
            or "packet"
            or "nominations/templates" => await chromium.OpenAsync(site, Role.Hr, unit: await Rankings.RankingWorld.GroupAsync(site)),
            _ when Visitor(name) is { } role => await chromium.OpenAsync(site, role),
            _ => await chromium.OpenAsync(site.Address),
        };
        return (page, await PathAsync(name));
    }

    /// <summary>Whoever handed the prepared tables in.</summary>
    private async Task<Account> DemoHrAsync()
    {
        await using var db = site.OpenDatabase();
        return await db.Accounts.FirstAsync(a => a.SignInName == "demo-hr", TestContext.Current.CancellationToken);
    }

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
