using System.Net;
using Chinalco.Honors.Web.Tests.Api;
using Chinalco.Honors.Web.Tests.Browser;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace Chinalco.Honors.Web.Tests.Searching;

/// <summary>The page, the API and what is suggested while one types.</summary>
public sealed class SearchPageTests(SampleSite site, Chromium chromium)
{
    [Fact]
    public async Task The_page_groups_what_is_found_marks_it_and_links_it()
    {
        var html = await PageAsync("/search?q=付军");

        html.ShouldContain("<mark>付军</mark>");
        html.ShouldContain("href=\"/people/");
        html.ShouldContain("found-conferrals");
        html.ShouldContain("href=\"/articles/");
    }

    [Theory]
    [InlineData("/search", "想找什么")]
    [InlineData("/search?q='%22……", "只有符号")]
    [InlineData("/search?q=%25", "没有找到")]
    [InlineData("/search?q=付_", "没有找到")]
    [InlineData("/search?q=🏅", "只有符号")]
    [InlineData("/search?q=没有这回事啊", "没有找到与“没有这回事啊”相符的内容")]
    [InlineData("/search?q=一 二 三 四 五 六 七", "最多同时查找 5 个词")]
    [InlineData("/search?q=付军&level=天字级", "有一个条件没有看懂")]
    [InlineData("/search?q=付军&from=abc", "年份没有看懂")]
    [InlineData("/search?q=付军&kind=conferrals&page=999", "没有第 999 页")]
    [InlineData("/search?q=付钧", "同音")]
    [InlineData("/search?q=fujun", "拼音 fujun")]
    public async Task Whatever_is_typed_is_answered_in_words(string path, string words) => (await PageAsync(path)).ShouldContain(words);

    [Fact]
    public async Task Ten_thousand_characters_are_answered_in_words() =>
        (await PageAsync("/search?q=" + new string('a', 10_000))).ShouldContain("查找内容过长");

    [Fact]
    public async Task The_page_of_conferrals_offers_filters_with_counts()
    {
        var html = await PageAsync("/search?q=中铝&kind=conferrals");

        html.ShouldContain("级别");
        html.ShouldContain("level=");
        html.ShouldContain("facet-count");
    }

    [Fact]
    public async Task The_api_answers_by_groups_with_reasons()
    {
        using var client = site.Browse();

        var answer = await client.GetJsonAsync("/api/v1/search?q=fujun");

        var person = answer.GetProperty("people").GetProperty("items")[0];
        person.GetProperty("name").GetString().ShouldBe("付军");
        person.GetProperty("why").GetString().ShouldBe("拼音 fujun");
        answer.GetProperty("people").GetProperty("total").GetInt32().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("/api/v1/search")]
    [InlineData("/api/v1/search?q=……")]
    [InlineData("/api/v1/search?q=付军&kind=nothing")]
    [InlineData("/api/v1/search?q=付军&status=deprecated")]
    [InlineData("/api/v1/search?q=付军&page=0")]
    public async Task The_api_refuses_what_it_cannot_read(string path)
    {
        using var client = site.Browse();

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task A_name_is_chosen_from_the_suggestions_by_the_keyboard(Screen screen)
    {
        var page = await chromium.OpenAsync(site.Address, screen);
        await page.GotoAsync("/");
        var field = page.Locator("#q");
        await field.PressSequentiallyAsync("fuj");
        var option = page.Locator("#q-suggestions [role=option]").First;
        await option.WaitForAsync();
        // Until the answer to the last letter is shown too: it begins a new list.
        await page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);

        await field.PressAsync("ArrowDown");
        (await field.GetAttributeAsync("aria-activedescendant")).ShouldBe(await option.GetAttributeAsync("id"));
        (await option.InnerTextAsync()).ShouldContain("付军");
        await field.PressAsync("Enter");

        await page.WaitForURLAsync("**/people/*");
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).ShouldContain("付军");
    }

    [Fact]
    public async Task Escape_closes_the_suggestions_and_enter_searches()
    {
        var page = await chromium.OpenAsync(site.Address);
        await page.GotoAsync("/");
        var field = page.Locator("#head-q");
        await field.PressSequentiallyAsync("付");
        await page.Locator("#head-q-suggestions [role=option]").First.WaitForAsync();

        await field.PressAsync("Escape");
        (await field.GetAttributeAsync("aria-expanded")).ShouldBe("false");
        await field.PressAsync("Enter");

        await page.WaitForURLAsync("**/search?q=*");
    }

    private async Task<string> PageAsync(string path)
    {
        using var client = site.Browse();
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
