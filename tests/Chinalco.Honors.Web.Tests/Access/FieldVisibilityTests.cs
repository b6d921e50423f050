using System.Net;
using System.Text.RegularExpressions;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Api;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Access;

/// <summary>Who sees what of a person, on pages and in the API alike; and no trace for whoever may not.</summary>
public sealed partial class FieldVisibilityTests(SampleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IHonorsDatabase Database => site.Services.GetRequiredService<IHonorsDatabase>();

    [Fact]
    public async Task A_hidden_person_answers_as_one_who_is_not_there()
    {
        var hidden = await PersonAsync(Visibility.Internal);
        using var anybody = site.Browse();

        var missing = await anybody.GetAsync(Path($"/people/{Guid.NewGuid()}"), Stop);
        var page = await anybody.GetAsync(Path($"/people/{hidden.Id}"), Stop);
        var item = await anybody.GetAsync(Path($"/api/v1/people/{hidden.Id}"), Stop);

        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        item.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Words(await page.Content.ReadAsStringAsync(Stop)).ShouldBe(Words(await missing.Content.ReadAsStringAsync(Stop)));
    }

    [Fact]
    public async Task A_hidden_person_is_neither_found_nor_counted_nor_named()
    {
        var hidden = await PersonAsync(Visibility.Internal);
        using var anybody = site.Browse();
        using var colleague = await site.SignedInAsync(Role.Reader);

        (await FoundAsync(anybody, $"q={hidden.Name}")).ShouldBe(0);
        (await FoundAsync(anybody, $"unit={hidden.Unit}")).ShouldBe(0);
        (await FoundAsync(anybody, $"award={hidden.Award}")).ShouldBe(0);
        (await anybody.GetStringAsync(Path($"/awards/{hidden.Award}"), Stop)).ShouldNotContain(hidden.Name);
        (await anybody.GetStringAsync(Path($"/units/{hidden.Unit}"), Stop)).ShouldNotContain(hidden.Name);
        (await anybody.GetStringAsync(Path("/"), Stop)).ShouldNotContain(hidden.Name);
        (await RankedAsync(anybody, hidden.Unit)).ShouldBeFalse();

        (await FoundAsync(colleague, $"q={hidden.Name}")).ShouldBe(1);
        (await FoundAsync(colleague, $"award={hidden.Award}")).ShouldBe(1);
        (await colleague.GetStringAsync(Path($"/awards/{hidden.Award}"), Stop)).ShouldContain(hidden.Name);
        (await RankedAsync(colleague, hidden.Unit)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_person_for_HR_alone_is_seen_by_HR_of_the_unit_the_union_and_the_auditor()
    {
        var hidden = await PersonAsync(Visibility.HrOnly);
        var elsewhere = (await PersonAsync(Visibility.Public)).Unit;

        (await SeesAsync(Role.Reader, null, hidden.Id)).ShouldBeFalse();
        (await SeesAsync(Role.Editor, null, hidden.Id)).ShouldBeFalse();
        (await SeesAsync(Role.UnitLeader, hidden.Unit, hidden.Id)).ShouldBeFalse();
        (await SeesAsync(Role.Hr, elsewhere, hidden.Id)).ShouldBeFalse();
        (await SeesAsync(Role.SystemAdministrator, null, hidden.Id)).ShouldBeFalse();
        (await SeesAsync(Role.Hr, hidden.Unit, hidden.Id)).ShouldBeTrue();
        (await SeesAsync(Role.Hr, hidden.Above, hidden.Id)).ShouldBeTrue();
        (await SeesAsync(Role.Union, hidden.Unit, hidden.Id)).ShouldBeTrue();
        (await SeesAsync(Role.Auditor, null, hidden.Id)).ShouldBeTrue();
    }

    [Fact]
    public async Task Status_and_career_are_for_colleagues()
    {
        var person = await PersonAsync(Visibility.Public);
        using var anybody = site.Browse();
        using var colleague = await site.SignedInAsync(Role.Reader);

        var outside = await anybody.GetJsonAsync($"/api/v1/people/{person.Id}");
        var inside = await colleague.GetJsonAsync($"/api/v1/people/{person.Id}");

        outside.GetProperty("status").GetString().ShouldBeNull();
        outside.GetProperty("employments").GetArrayLength().ShouldBe(1);
        inside.GetProperty("status").GetString().ShouldBe("在职");
        inside.GetProperty("employments").GetArrayLength().ShouldBe(2);
        (await anybody.GetStringAsync(Path($"/people/{person.Id}"), Stop)).ShouldNotContain("旧车间");
        (await colleague.GetStringAsync(Path($"/people/{person.Id}"), Stop)).ShouldContain("旧车间");
    }

    [Fact]
    public async Task No_page_or_answer_carries_the_number_unasked()
    {
        var person = await PersonAsync(Visibility.Public);
        using var hr = await site.SignedInAsync(Role.Hr, person.Unit);

        foreach (
            var path in new[]
            {
                $"/people/{person.Id}",
                $"/people?q={person.Name}",
                $"/api/v1/people/{person.Id}",
                $"/people/{person.Id}/number",
            }
        )
        {
            (await hr.GetStringAsync(Path(path), Stop)).ShouldNotContain(person.Number);
        }
    }

    [Fact]
    public async Task A_number_is_shown_for_a_purpose_that_is_recorded_once()
    {
        var person = await PersonAsync(Visibility.Public);
        using var hr = await site.SignedInAsync(Role.Hr, person.Unit);
        var form = await FormAsync(hr, $"/people/{person.Id}/number");

        var refused = await PostAsync(hr, $"/people/{person.Id}/number", form, ("Asked.Purpose", " "));
        var shown = await PostAsync(hr, $"/people/{person.Id}/number", form, ("Asked.Purpose", "劳模推荐资格审查"));
        var again = await PostAsync(hr, $"/people/{person.Id}/number", form, ("Asked.Purpose", "劳模推荐资格审查"));

        refused.ShouldNotContain(person.Number);
        refused.ShouldContain("请写明用途");
        shown.ShouldContain(person.Number);
        again.ShouldContain(person.Number);
        var looks = await LooksAsync(person.Id);
        looks.Count.ShouldBe(1);
        looks[0].Reason.ShouldBe("劳模推荐资格审查");
    }

    [Fact]
    public async Task HR_of_another_unit_learns_nothing()
    {
        var (mine, other) = (await PersonAsync(Visibility.Public), await PersonAsync(Visibility.Public));
        using var hr = await site.SignedInAsync(Role.Hr, mine.Unit);

        foreach (var page in new[] { "number", "visibility" })
        {
            var answer = await hr.GetAsync(Path($"/people/{other.Id}/{page}"), Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await answer.Content.ReadAsStringAsync(Stop)).ShouldNotContain(other.Name);
        }

        (await LooksAsync(other.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_HR_hides_is_gone_on_the_very_next_request()
    {
        var person = await PersonAsync(Visibility.Public);
        using var hr = await site.SignedInAsync(Role.Hr, person.Unit);
        using var anybody = site.Browse();
        (await FoundAsync(anybody, $"q={person.Name}")).ShouldBe(1);
        var form = await FormAsync(hr, $"/people/{person.Id}/visibility");

        var saved = await PostAsync(
            hr,
            $"/people/{person.Id}/visibility",
            form,
            ("Form.Person", "HrOnly"),
            ("Form.Status", "Internal"),
            ("Form.PastEmployments", "Internal"),
            ("Form.Reason", "本人申请")
        );

        saved.ShouldContain("已保存");
        (await FoundAsync(anybody, $"q={person.Name}")).ShouldBe(0);
        (await anybody.GetAsync(Path($"/people/{person.Id}"), Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await hr.GetAsync(Path($"/people/{person.Id}"), Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_honour_can_be_hidden_by_itself()
    {
        var person = await PersonAsync(Visibility.Public);
        using var hr = await site.SignedInAsync(Role.Hr, person.Unit);
        using var anybody = site.Browse();
        var form = await FormAsync(hr, $"/people/{person.Id}/visibility");

        await PostAsync(
            hr,
            $"/people/{person.Id}/visibility",
            form,
            ("Form.Person", "Public"),
            ("Form.Status", "Internal"),
            ("Form.PastEmployments", "Internal"),
            ("Form.Conferrals[0].To", "HrOnly"),
            ("Form.Reason", "本人申请")
        );

        (await anybody.GetJsonAsync($"/api/v1/people/{person.Id}")).GetProperty("conferrals").GetArrayLength().ShouldBe(0);
        (await hr.GetJsonAsync($"/api/v1/people/{person.Id}")).GetProperty("conferrals").GetArrayLength().ShouldBe(1);
    }

    private async Task<bool> SeesAsync(Role role, Guid? unit, Guid person)
    {
        using var client = await site.SignedInAsync(role, unit);
        using var page = await client.GetAsync(Path($"/people/{person}"), Stop);
        return page.StatusCode == HttpStatusCode.OK;
    }

    private static async Task<int> FoundAsync(HttpClient client, string query) =>
        (await client.GetJsonAsync($"/api/v1/people?{query}")).GetProperty("total").GetInt32();

    private static async Task<bool> RankedAsync(HttpClient client, Guid unit) =>
        (await client.GetJsonAsync($"/api/v1/units/{unit}")).GetRawText().Contains("\"total\":1", StringComparison.Ordinal)
        || (await client.GetStringAsync(Path($"/units/{unit}"), Stop)).Contains("示例标兵", StringComparison.Ordinal);

    private async Task<List<Domain.Auditing.AuditRecord>> LooksAsync(Guid person)
    {
        var db = Database.Open();
        await using (db)
        {
            return await db.AuditRecords.Where(a => a.EntityId == person && a.Action == "honoree.look").ToListAsync(Stop);
        }
    }

    /// <summary>The hidden fields of the page's own form.</summary>
    private static async Task<List<KeyValuePair<string, string>>> FormAsync(HttpClient client, string path) =>
        [
            .. HiddenField()
                .Matches(await client.GetStringAsync(Path(path), Stop))
                .Select(m =>
                    KeyValuePair.Create(WebUtility.HtmlDecode(m.Groups["name"].Value), WebUtility.HtmlDecode(m.Groups["value"].Value))
                ),
        ];

    private static async Task<string> PostAsync(
        HttpClient client,
        string path,
        List<KeyValuePair<string, string>> hidden,
        params (string Name, string Value)[] fields
    )
    {
        using var content = new FormUrlEncodedContent([.. hidden, .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var answer = await client.PostAsync(Path(path), content, Stop);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);

    /// <summary>A page's words without what differs between two requests of the same page.</summary>
    private static string Words(string html) => OfThisRequest().Replace(html, "");

    /// <summary>A person with a number, a past and an honour, in a unit below another.</summary>
    private async Task<Somebody> PersonAsync(Visibility visibility)
    {
        var above = A.Unit(A.UniqueName("示例集团甲"), tier: UnitTier.Segment);
        var unit = A.Unit(A.UniqueName("示例厂甲"), above.Id, UnitTier.Enterprise);
        var person = A.Honoree(A.UniqueName("验"), A.UniqueName("EMP-"));
        person.Employ(unit.Id, "旧车间", "学徒", PartialDate.Parse("2001"), PartialDate.Parse("2009"));
        person.Employ(unit.Id, unit.Name, "班长", PartialDate.Parse("2009"));
        person.Show(HonoreeVisibility.Default with { Person = visibility });
        var (award, document) = (A.Award(A.UniqueName("示例标兵")), A.Document(A.UniqueName("示发")));
        var conferral = new Conferral(
            Guid.CreateVersion7(),
            award.Id,
            A.Facts(documentId: document.Id),
            [A.Person(person.Id, unit.Id, person.Name)],
            DateTimeOffset.UtcNow
        );
        conferral.AddEvidence(A.Decision(document.Id), A.Clerk, A.Moment);
        await Database.SaveAsync(above, unit, person, award, document, conferral);
        return new Somebody(person.Id, person.Name, person.EmployeeNumber!, unit.Id, above.Id, award.Id);
    }

    private sealed record Somebody(Guid Id, string Name, string Number, Guid Unit, Guid Above, Guid Award);

    [GeneratedRegex(
        """<input[^>]*type="hidden"[^>]*name="(?<name>[^"]+)"[^>]*value="(?<value>[^"]*)"[^>]*>""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 20_000
    )]
    private static partial Regex HiddenField();

    [GeneratedRegex(
        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|<!--Blazor-Server-Component-State:[^>]*-->",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 20_000
    )]
    private static partial Regex OfThisRequest();
}
