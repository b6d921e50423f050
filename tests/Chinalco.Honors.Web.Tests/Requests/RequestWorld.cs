using System.Net;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Editing;
using Chinalco.Honors.Web.Tests.Hosting;
using Chinalco.Honors.Web.Tests.Press;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Tests.Requests;

/// <summary>A person with an account and an honour, who asks, and HR of the unit, which decides.</summary>
internal sealed record RequestWorld(EditingWorld World, Account Account)
{
    public static readonly byte[] Photo = Pictures.Png(600, 420);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public const string Missing = "/me/requests/new?kind=MissingHonour&fact=Honour";

    /// <summary>Pages for the browser, and whether HR opens them.</summary>
    public static readonly Dictionary<string, (bool IsHrs, Func<RequestWorld, Task<string>> Address)> Pages = new(StringComparer.Ordinal)
    {
        ["own requests"] = (
            false,
            async world =>
            {
                await world.AskMissingAsync();
                return "/me/requests";
            }
        ),
        ["new request"] = (false, _ => Task.FromResult(Missing)),
        ["own page"] = (false, world => Task.FromResult($"/people/{world.World.Person.Id}")),
        ["own data"] = (false, _ => Task.FromResult("/me")),
        ["requests"] = (
            true,
            async world =>
            {
                await world.AskMissingAsync();
                return "/requests";
            }
        ),
        ["request"] = (true, async world => $"/requests/{await world.AskMissingAsync()}"),
        ["request to hide"] = (true, async world => $"/requests/{await world.AskAsync(world.OfHonour("Hide"))}"),
        ["request entered"] = (
            true,
            async world =>
                $"/people/{world.World.Person.Id}/honours/new?award={world.World.Award.Id}&year=2019&document=new&request={await world.AskMissingAsync()}"
        ),
    };

    public static async Task<RequestWorld> PrepareAsync(SampleSite site)
    {
        var world = await EditingWorld.PrepareAsync(site);
        return new RequestWorld(world, await site.Services.AccountOfAsync(world.Person.Id));
    }

    public string OfHonour(string kind) => $"/me/requests/new?kind={kind}&fact=Honour&honour={World.Conferral}";

    public Task<Cookie> VisitorAsync(bool isHrs) =>
        isHrs ? World.Site.Services.CookieAsync(Role.Hr, World.Unit.Id) : World.Site.Services.CookieAsync(Account);

    /// <summary>Whoever asks; tells of redirects.</summary>
    public async Task<HttpClient> AskerAsync() =>
        World.Site.SignedIn(await World.Site.Services.CookieAsync(Account), followsRedirects: false);

    /// <summary>Reports an honour of 2019 as missing, with a photo.</summary>
    public async Task<Guid> AskMissingAsync() =>
        await AskAsync(
            Missing,
            ("证书.png", Photo),
            ("Form.Award", World.Award.Name),
            ("Form.Year", "2019"),
            ("Form.ConferringBody", "示例集团"),
            ("Form.DocumentNumber", A.UniqueName("漏示发"))
        );

    public Task<Guid> AskAsync(string address, params (string Name, string Value)[] fields) => AskAsync(address, null, fields);

    /// <returns>The request.</returns>
    public async Task<Guid> AskAsync(string address, (string, byte[])? photo, params (string Name, string Value)[] fields)
    {
        using var asker = await AskerAsync();
        using var answer = await EditingWorld.UploadAsync(asker, address, "ask", photo, [.. fields, ("Form.Words", "请核对")]);
        answer.LeadsTo().ShouldBe("/me/requests?done=asked", await answer.TextAsync());
        await using var db = World.Site.OpenDatabase();
        return await db.Requests.Where(r => r.AccountId == Account.Id).OrderByDescending(r => r.AskedAt).Select(r => r.Id).FirstAsync(Stop);
    }

    public async Task<EmployeeRequest> StoredAsync(Guid id)
    {
        await using var db = World.Site.OpenDatabase();
        return await db.Requests.AsNoTracking().SingleAsync(r => r.Id == id, Stop);
    }
}
