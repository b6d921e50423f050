using System.Net;
using System.Net.Http.Headers;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Editing;

/// <summary>A unit of its own with a person, another one who may be the same, an award and an honour by a document, and HR that keeps them.</summary>
internal sealed record EditingWorld(
    SampleSite Site,
    Unit Unit,
    Honoree Person,
    Honoree Twin,
    Award Award,
    Domain.Documents.Document Document,
    Guid Conferral
)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public string Page => $"/conferrals/{Conferral}";

    public static async Task<EditingWorld> PrepareAsync(SampleSite site)
    {
        var unit = A.Unit(A.UniqueName("编辑示例厂"));
        var person = A.Honoree(A.UniqueName("编辑甲"));
        person.Employ(unit.Id, unit.Name, "电解工", new PartialDate(2015));
        var twin = A.Honoree(A.UniqueName("编辑乙"), A.UniqueName("B"));
        twin.Employ(unit.Id, unit.Name, "机修工", new PartialDate(2019));
        var award = A.Award(A.UniqueName("编辑示例标兵"));
        var document = A.Document(A.UniqueName("编示发"));
        await site.Services.GetRequiredService<IHonorsDatabase>().SaveAsync(unit, person, twin, award, document);
        var conferral = Guid.CreateVersion7();
        var command = new Confer(
            CommandStamp.New(A.Clerk, "测试"),
            conferral,
            A.Facts(2024, documentId: document.Id) with
            {
                AwardAsPrinted = award.Name,
            },
            [A.Person(person.Id, unit.Id, person.Name)],
            A.Decision(document.Id)
        );
        (await site.Services.GetRequiredService<IRegistry>().SendAsync(award.Id, command, Stop)).Succeeded.ShouldBeTrue();
        return new EditingWorld(site, unit, person, twin, award, document, conferral);
    }

    /// <summary>HR of the unit; tells of redirects.</summary>
    public async Task<HttpClient> HrAsync() => Site.SignedIn(await Site.Services.CookieAsync(Role.Hr, Unit.Id), followsRedirects: false);

    /// <summary>HR of another unit.</summary>
    public async Task<HttpClient> StrangerAsync()
    {
        var other = A.Unit(A.UniqueName("别的示例厂"));
        await Site.Services.GetRequiredService<IHonorsDatabase>().SaveAsync(other);
        return Site.SignedIn(await Site.Services.CookieAsync(Role.Hr, other.Id), followsRedirects: false);
    }

    /// <summary>Sends a form that takes a file, as a browser does.</summary>
    public static async Task<HttpResponseMessage> UploadAsync(
        HttpClient client,
        string address,
        string form,
        (string Name, byte[] Content)? file,
        params (string Name, string Value)[] fields
    )
    {
        var page = await client.PageAsync(address);
        var markup = page.QuerySelectorAll("form").Single(f => f.QuerySelector($"input[name=_handler][value='{form}']") is not null);
        using var content = new MultipartFormDataContent();
        foreach (var hidden in markup.QuerySelectorAll("input[type=hidden]"))
        {
            content.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        }

        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        if (file is { } scan)
        {
            var part = new ByteArrayContent(scan.Content);
            part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            content.Add(part, "Form.Scan", scan.Name);
        }

        return await client.PostAsync(new Uri(address, UriKind.Relative), content, Stop);
    }

    /// <summary>The page's words, for whoever asks.</summary>
    public static async Task<string> WordsAsync(HttpClient client, string address) => (await client.PageAsync(address)).Words("main");

    public async Task<Conferral> StoredAsync()
    {
        await using var db = Site.OpenDatabase();
        return await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(
            db.Conferrals,
            c => c.Id == Conferral,
            Stop
        );
    }
}
