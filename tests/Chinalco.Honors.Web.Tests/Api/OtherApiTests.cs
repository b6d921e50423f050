using System.Net;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Tests.Hosting;

namespace Chinalco.Honors.Web.Tests.Api;

public sealed class OtherApiTests(SampleSite site)
{
    [Fact]
    public async Task The_ranking_lists_units_from_the_highest_score_down()
    {
        using var client = site.Browse();

        var ranking = await client.GetJsonAsync("/api/v1/units/ranking");

        var items = ranking.GetProperty("items").EnumerateArray().ToList();
        items.ShouldNotBeEmpty();
        items[0].GetProperty("rank").GetInt32().ShouldBe(1);
        items[0].GetProperty("unit").GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
        items
            .Select(i => i.GetProperty("score").GetDecimal())
            .ShouldBe(items.Select(i => i.GetProperty("score").GetDecimal()).OrderDescending());
    }

    [Fact]
    public async Task A_period_without_honours_gives_an_empty_ranking()
    {
        using var client = site.Browse();

        var ranking = await client.GetJsonAsync("/api/v1/units/ranking?from=1950&to=1951");

        ranking.GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_unit_of_the_ranking_has_a_page_of_its_own()
    {
        using var client = site.Browse();
        var ranking = await client.GetJsonAsync("/api/v1/units/ranking");
        var unit = ranking.GetProperty("items")[0].GetProperty("unit");

        var page = await client.GetJsonAsync($"/api/v1/units/{unit.GetProperty("id").GetGuid()}");

        page.GetProperty("name").GetString().ShouldBe(unit.GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_conferrals_of_an_award_name_their_recipients()
    {
        using var client = site.Browse();
        var awards = await client.GetJsonAsync("/api/v1/awards?q=中铝大工匠");
        var award = awards.GetProperty("items")[0].GetProperty("id").GetGuid();

        var conferrals = await client.GetJsonAsync($"/api/v1/awards/{award}/conferrals");

        conferrals
            .GetProperty("items")
            .EnumerateArray()
            .SelectMany(c => c.GetProperty("recipients").EnumerateArray())
            .Select(r => r.GetProperty("name").GetString())
            .ShouldContain("付军");
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Health_is_answered(string path)
    {
        using var client = site.Browse();

        (await client.GetStringAsync(path, TestContext.Current.CancellationToken)).ShouldBe("Healthy");
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        using var client = site.Browse();

        var description = await client.GetJsonAsync("/openapi/v1.json");

        var paths = description.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        foreach (
            var path in new[]
            {
                "/api/v1/people",
                "/api/v1/people/{id}",
                "/api/v1/units/ranking",
                "/api/v1/articles/{id}",
                "/api/v1/ingestions",
            }
        )
        {
            paths.ShouldContain(p => p.TrimEnd('/') == path);
        }
    }

    [Fact]
    public async Task A_request_through_a_proxy_may_not_hand_texts_in()
    {
        using var client = await site.SignedInAsync(Role.Editor);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");

        using var response = await client.IngestAsync("来稿.txt", "示例"u8.ToArray());

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_page_of_another_site_may_not_hand_texts_in()
    {
        using var client = await site.SignedInAsync(Role.Editor);
        client.DefaultRequestHeaders.Add("Origin", "http://elsewhere.example");

        using var response = await client.IngestAsync("来稿.txt", "示例"u8.ToArray());

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
