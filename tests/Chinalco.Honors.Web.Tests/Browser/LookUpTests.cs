using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Tests.Hosting;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Chinalco.Honors.Web.Tests.Browser;

/// <summary>A list is looked up, namesakes are chosen, the answer is taken away: without script, on both screens.</summary>
public sealed class LookUpTests(SampleSite site, Chromium chromium)
{
    private static readonly string[] Grave = ["serious", "critical"];

    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task A_list_is_looked_up_from_paste_to_workbook(Screen screen)
    {
        var page = await chromium.OpenAsync(site, Role.Auditor, screen, script: false);
        await page.GotoAsync("/lookup");
        await page.GetByLabel("名单").First.FillAsync("付军\n许明川\n阮志衡");
        await page.GetByLabel("用途").FillAsync("资格审查");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记并查询" }).ClickAsync();

        (await page.Locator("#missing ~ ul").InnerTextAsync()).ShouldContain("阮志恒");
        await page.GetByLabel("许明川").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "按所选更新" }).ClickAsync();
        await page.WaitForLoadStateAsync();

        (await page.Locator(".look-up-matrix tbody tr").CountAsync()).ShouldBe(2);
        await page.ShouldFitAsync();
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Button, new() { Name = "下载 Excel" }).ClickAsync()
        );
        download.SuggestedFilename.ShouldEndWith(".xlsx");
    }

    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task The_answer_is_accessible(Screen screen)
    {
        var page = await chromium.OpenAsync(site, Role.Auditor, screen);
        await page.GotoAsync("/lookup");
        await page.GetByLabel("名单").First.FillAsync("付军\n许明川\n阮志衡");
        await page.GetByLabel("用途").FillAsync("资格审查");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记并查询" }).ClickAsync();
        await page.Locator(".look-up-matrix").WaitForAsync();

        var violations = (await page.RunAxe()).Violations.Where(v => Grave.Contains(v.Impact)).ToList();

        violations.ShouldBeEmpty(string.Join("\n", violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
    }
}
