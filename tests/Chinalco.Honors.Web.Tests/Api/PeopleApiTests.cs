using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Tests.Hosting;

namespace Chinalco.Honors.Web.Tests.Api;

public sealed class PeopleApiTests(SampleSite site)
{
    [Fact]
    public async Task A_name_finds_the_person_whose_award_is_proved_by_a_sentence_of_an_article()
    {
        using var client = site.Browse();

        var people = await client.GetJsonAsync("/api/v1/people?q=付军");
        var id = people.GetProperty("items")[0].GetProperty("id").GetGuid();
        var person = await client.GetJsonAsync($"/api/v1/people/{id}");

        var conferral = person
            .GetProperty("conferrals")
            .EnumerateArray()
            .Single(c => c.GetProperty("award").GetProperty("name").GetString() == "中铝大工匠");
        var evidence = conferral.GetProperty("evidence")[0];
        var article = await client.GetJsonAsync($"/api/v1/articles/{evidence.GetProperty("articleId").GetGuid()}");
        var (start, end) = (evidence.GetProperty("start").GetInt32(), evidence.GetProperty("end").GetInt32());
        var quote = evidence.GetProperty("quote").GetString()!;
        article.GetProperty("text").GetString()![start..end].ShouldBe(quote);
        evidence.GetProperty("sha256").GetString().ShouldBe(Sha256Hex.Of(quote));
    }

    [Fact]
    public async Task A_list_item_has_the_fields_that_the_contract_names()
    {
        using var client = site.Browse();

        var people = await client.GetJsonAsync("/api/v1/people?q=付军");

        people.GetProperty("page").GetInt32().ShouldBe(1);
        people.GetProperty("total").GetInt32().ShouldBeGreaterThan(0);
        people.GetProperty("pageSize").GetInt32().ShouldBeGreaterThan(0);
        var names = people.GetProperty("items")[0].EnumerateObject().Select(p => p.Name);
        names.ShouldBe(["id", "name", "unit", "position", "topLevel", "conferralCount"]);
    }

    [Theory]
    [InlineData("/api/v1/people?unit=中州铝业")]
    [InlineData("/api/v1/people?award=中铝大工匠")]
    [InlineData("/api/v1/people?q=付军&unit=中州铝业&award=大工匠")]
    public async Task People_are_found_by_unit_and_award(string path)
    {
        using var client = site.Browse();

        var people = await client.GetJsonAsync(path);

        people.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ShouldContain("付军");
    }

    [Theory]
    [InlineData("/api/v1/people?page=-1")]
    [InlineData("/api/v1/people?page=0")]
    [InlineData("/api/v1/people?page=abc")]
    [InlineData("/api/v1/people?year=twenty")]
    [InlineData("/api/v1/units/ranking?from=-5")]
    public async Task Bad_numbers_are_refused_with_a_chinese_problem(string path)
    {
        using var client = site.Browse();

        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("title").GetString()!.ShouldContain("须为");
    }

    [Fact]
    public async Task A_search_of_ten_thousand_characters_is_refused_with_advice()
    {
        using var client = site.Browse();

        using var response = await client.GetAsync($"/api/v1/people?q={new string('a', 10_000)}", TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBeInRange(400, 499);
    }

    [Theory]
    [InlineData("'")]
    [InlineData("\"")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("'; DROP TABLE Honorees; --")]
    public async Task Signs_of_query_languages_are_only_text(string text)
    {
        using var client = site.Browse();

        var people = await client.GetJsonAsync($"/api/v1/people?q={Uri.EscapeDataString(text)}");

        people.GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("/api/v1/people/00000000-0000-0000-0000-000000000001")]
    [InlineData("/api/v1/awards/00000000-0000-0000-0000-000000000001/conferrals")]
    [InlineData("/api/v1/units/00000000-0000-0000-0000-000000000001")]
    [InlineData("/api/v1/articles/00000000-0000-0000-0000-000000000001")]
    [InlineData("/api/v1/ingestions/00000000-0000-0000-0000-000000000001")]
    [InlineData("/api/v1/people/no-id-at-all")]
    [InlineData("/api/v1/nothing")]
    public async Task What_does_not_exist_is_a_chinese_problem(string path)
    {
        using var client = await site.SignedInAsync(Role.Editor);

        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("没有");
    }
}
