using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Chinalco.Honors.Web.Tests.Browser;

/// <summary>What a reader does, without script: every reading page is served ready.</summary>
public sealed class ReadingTests(SampleSite site, Chromium chromium)
{
    [Fact]
    public async Task A_reader_goes_from_the_search_box_to_the_sentence_that_proves_an_honour()
    {
        var page = await chromium.OpenAsync(site.Address, script: false);
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Searchbox).First.FillAsync("付军");
        await page.GetByRole(AriaRole.Searchbox).First.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "付军" }).First.ClickAsync();
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).ShouldContain("付军");

        var honour = page.Locator("details").Filter(new() { HasText = "中铝大工匠" }).First;
        await honour.Locator("summary").ClickAsync();
        await honour.Locator("a[href*='/articles/']").First.ClickAsync();

        page.Url.ShouldContain("#e-");
        var mark = page.Locator(":target");
        (await mark.InnerTextAsync()).ShouldContain("中铝大工匠");
    }

    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task What_hr_keeps_opens_from_one_entry_of_the_menu_by_keyboard(Screen screen)
    {
        await using var db = site.OpenDatabase();
        var hr = await db.Accounts.FirstAsync(a => a.SignInName == "demo-hr", TestContext.Current.CancellationToken);
        var page = await chromium.OpenAsync(site, await site.Services.CookieAsync(hr), screen, script: false);
        await page.GotoAsync("/quality");
        var head = (await page.Locator(".site-head").BoundingBoxAsync())!;
        var entry = (await page.Locator(".nav-menu > summary").BoundingBoxAsync())!;
        if (screen == Screen.Desktop)
        {
            // One line: the search box stands beside the menu.
            head.Height.ShouldBeLessThan(2 * entry.Height + 24);
        }

        await page.Locator(".nav-menu > summary").PressAsync("Enter");
        await page.ShouldFitAsync();
        var imports = page.Locator(".nav-menu a[href='/imports']");
        (await imports.IsVisibleAsync()).ShouldBeTrue();
        await imports.PressAsync("Enter");

        await page.WaitForURLAsync("**/imports");
    }

    [Fact]
    public async Task A_rewritten_sample_says_so_on_its_page_and_in_the_evidence()
    {
        var page = await chromium.OpenAsync(site.Address, script: false);
        await page.GotoAsync("/people?q=付军");
        await page.GetByRole(AriaRole.Link, new() { Name = "付军" }).First.ClickAsync();
        var honour = page.Locator("details").Filter(new() { HasText = "中铝大工匠" }).First;
        await honour.Locator("summary").ClickAsync();

        (await honour.InnerTextAsync()).ShouldContain("示例改写");
        (await honour.InnerTextAsync()).ShouldContain("1323");
        await honour.Locator("a[href*='/articles/']").First.ClickAsync();
        (await page.Locator("main").InnerTextAsync()).ShouldContain("示例改写");
    }

    [Fact]
    public async Task The_people_and_awards_of_an_article_lead_to_their_pages()
    {
        var page = await chromium.OpenAsync(site.Address, script: false);
        await page.GotoAsync("/people?q=付军");
        await page.GetByRole(AriaRole.Link, new() { Name = "付军" }).First.ClickAsync();
        await page.Locator("details summary").First.ClickAsync();
        await page.Locator("details[open] a[href*='/articles/']").First.ClickAsync();

        await page.Locator("article a[href*='/awards/']").First.ClickAsync();

        page.Url.ShouldContain("/awards/");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("付军");
    }

    [Fact]
    public async Task The_ranking_opens_to_a_unit()
    {
        var page = await chromium.OpenAsync(site.Address, script: false);
        await page.GotoAsync("/ranking");

        (await page.Locator("main").InnerTextAsync()).ShouldContain("内部统计");
        await page.Locator("main a[href*='/units/']").First.ClickAsync();

        page.Url.ShouldContain("/units/");
    }

    [Theory]
    [InlineData("/people?q=查无此人")]
    [InlineData("/people?q=%22%27%3B%25_")]
    [InlineData("/people?page=-1")]
    [InlineData("/people?page=abc")]
    [InlineData("/people?page=99999")]
    [InlineData("/ranking?from=abc")]
    [InlineData("/ranking?from=2030&to=1990")]
    public async Task Strange_questions_get_a_calm_answer(string path)
    {
        var page = await chromium.OpenAsync(site.Address, script: false);

        var response = await page.GotoAsync(path);

        response!.Status.ShouldBeLessThan(500);
        var text = await page.Locator("main").InnerTextAsync();
        text.ShouldNotBeNullOrWhiteSpace();
        text.ShouldNotContain("Exception");
    }

    [Fact]
    public async Task A_search_of_ten_thousand_characters_gets_a_calm_answer()
    {
        var page = await chromium.OpenAsync(site.Address, script: false);

        var response = await page.GotoAsync("/people?q=" + new string('a', 7_000));

        response!.Status.ShouldBeLessThan(500);
    }

    [Theory]
    [InlineData("/people/00000000-0000-0000-0000-000000000001")]
    [InlineData("/articles/00000000-0000-0000-0000-000000000001")]
    [InlineData("/awards/not-an-id")]
    [InlineData("/no/such/page")]
    public async Task What_does_not_exist_has_a_page_that_leads_on(string path)
    {
        var page = await chromium.OpenAsync(site.Address, script: false);

        var response = await page.GotoAsync(path);

        response!.Status.ShouldBe(404);
        (await page.Locator("main a").CountAsync()).ShouldBeGreaterThan(0);
        (await page.Locator("main").InnerTextAsync()).ShouldMatch(@"没有|找不到|未找到");
    }
}
