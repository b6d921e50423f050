using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Tests.Editing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace Chinalco.Honors.Web.Tests.Browser;

/// <summary>HR finds the other entry, sees both, merges them and takes it back, in a browser without script.</summary>
public sealed class MergingPageTests(SampleSite site, Chromium chromium)
{
    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task Two_entries_are_found_compared_merged_and_parted_again(Screen screen)
    {
        var world = await EditingWorld.PrepareAsync(site);
        var page = await chromium.OpenAsync(site, Role.Hr, screen, script: false, unit: world.Unit.Id);

        await page.GotoAsync($"/people/{world.Twin.Id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "合并与拆分" }).ClickAsync();
        await page.Locator("main input[name=q]").FillAsync(world.Person.Name);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await page.Locator(".pick-list a").First.ClickAsync();
        (await page.Locator(".entry").Nth(1).InnerTextAsync()).ShouldContain(world.Award.Name);
        await page.ShouldFitAsync();
        await page.GetByLabel($"并入的记录：{world.Person.Name}").CheckAsync();
        await page.Locator("#reason").FillAsync("经核实为同一人");
        await page.GetByRole(AriaRole.Button, new() { Name = "并入" }).ClickAsync();
        (await page.Locator("main").InnerTextAsync()).ShouldContain("已合并，立即在各处生效");

        await page.GotoAsync($"/people/{world.Person.Id}");
        page.Url.ShouldEndWith($"/people/{world.Twin.Id}");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe(world.Person.Name);

        await page.GotoAsync($"/people/{world.Twin.Id}/merge");
        await page.Locator(".identity-history a").ClickAsync();
        await page.Locator("#reason").FillAsync("经核实为两个人");
        await page.GetByRole(AriaRole.Button, new() { Name = "确认撤回" }).ClickAsync();
        (await page.Locator("main").InnerTextAsync()).ShouldContain("已撤回");
        await page.ShouldFitAsync();
        await page.GotoAsync($"/people/{world.Person.Id}");
        page.Url.ShouldEndWith($"/people/{world.Person.Id}");
    }
}
