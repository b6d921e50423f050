using Chinalco.Honors.Web.Tests.Api;
using Chinalco.Honors.Web.Tests.Hosting;

namespace Chinalco.Honors.Web.Tests.Editing;

/// <summary>A revocation reaches every page, count, search and the API with the very next request.</summary>
public sealed class RevocationEverywhereTests(SampleSite site)
{
    [Fact]
    public async Task The_next_request_shows_a_revocation_everywhere()
    {
        var world = await EditingWorld.PrepareAsync(site);
        using var hr = await world.HrAsync();
        using var reader = site.Browse();
        var (person, unit, award) = ($"/people/{world.Person.Id}", $"/units/{world.Unit.Id}", $"/awards/{world.Award.Id}");
        var search = $"/search?q={world.Award.Name}&kind=conferrals";
        (await reader.PageAsync(person)).QuerySelector("li.revoked").ShouldBeNull();
        (await EditingWorld.WordsAsync(reader, unit)).ShouldContain("1 项荣誉");
        (await reader.PageAsync(award)).QuerySelector(".revoked").ShouldBeNull();
        (await EditingWorld.WordsAsync(reader, search)).ShouldNotContain("已撤销");
        (await StatusAsync(reader, world)).ShouldBe("Confirmed");

        using var answer = await EditingWorld.UploadAsync(
            hr,
            $"{world.Page}/revoke",
            "revoke",
            file: null,
            ("Form.Reason", "经查事迹不实"),
            ("Form.Body", "示例集团纪委"),
            ("Form.Date", "2025-06-01"),
            ("Form.Medal", "true")
        );

        answer.LeadsTo().ShouldBe($"{world.Page}?done=revoked", await answer.TextAsync());
        var revoked = (await reader.PageAsync(person)).QuerySelector("li.revoked").ShouldNotBeNull().TextContent;
        revoked.ShouldContain("经查事迹不实");
        revoked.ShouldContain("示例集团纪委");
        revoked.ShouldContain("2025年6月1日");
        (await EditingWorld.WordsAsync(reader, unit)).ShouldNotContain("1 项荣誉");
        (await reader.PageAsync(award)).QuerySelector(".revoked").ShouldNotBeNull();
        (await EditingWorld.WordsAsync(reader, search)).ShouldContain("已撤销");
        (await StatusAsync(reader, world)).ShouldBe("Revoked");
        var conferral = (await reader.GetJsonAsync($"/api/v1/people/{world.Person.Id}")).GetProperty("conferrals")[0];
        conferral.GetProperty("revocation").GetProperty("body").GetString().ShouldBe("示例集团纪委");
        (await EditingWorld.WordsAsync(hr, world.Page)).ShouldContain("已收回");
    }

    private static async Task<string?> StatusAsync(HttpClient reader, EditingWorld world) =>
        (await reader.GetJsonAsync($"/api/v1/awards/{world.Award.Id}/conferrals"))
            .GetProperty("items")[0]
            .GetProperty("status")
            .GetString();
}
