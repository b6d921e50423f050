using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Ingestion.Testing.Files;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Editing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace Chinalco.Honors.Web.Tests.Browser;

/// <summary>HR's way with an honour from beginning to end, in a browser without script: enter, correct, certify, revoke.</summary>
public sealed class EditingPageTests(SampleSite site, Chromium chromium)
{
    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task An_honour_is_entered_corrected_certified_and_revoked(Screen screen)
    {
        var world = await EditingWorld.PrepareAsync(site);
        var page = await chromium.OpenAsync(site, Role.Hr, screen, script: false, unit: world.Unit.Id);

        await page.GotoAsync($"/people/{world.Person.Id}");
        await ClickAsync(page, "管理荣誉");
        await ClickAsync(page, "登记荣誉");
        await page.Locator("main input[name=q]").FillAsync(world.Award.Name);
        await PressAsync(page, "查找");
        await page.Locator(".pick-list a").First.ClickAsync();
        await page.Locator("#year").FillAsync("2025");
        await PressAsync(page, "下一步");
        await ClickAsync(page, "登记新文件");
        await page.Locator("#document-title").FillAsync("关于表彰2025年度先进的决定");
        await page.Locator("#document-number").FillAsync(A.UniqueName("浏示发"));
        await page.Locator("#document-body").FillAsync("示例集团");
        await page.Locator("#document-date").FillAsync("2025-04-30");
        await page.Locator("#scan")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "决定.pdf",
                    MimeType = "application/pdf",
                    Buffer = new PdfFile().Lines("关于表彰的决定").ToBytes(),
                }
            );
        await page.Locator("#certificate").FillAsync("证-77");
        await page.Locator("#reason").FillAsync("新获荣誉登记");
        await PressAsync(page, "登记");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("已登记，立即生效");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("决定.pdf");

        await ClickAsync(page, "更正");
        await page.Locator("#edition").FillAsync("第八届");
        await page.Locator("#reason").FillAsync("补届次");
        await PressAsync(page, "核对改动");
        (await page.Locator("ins").InnerTextAsync()).ShouldBe("第八届");
        await PressAsync(page, "确认更正");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("已更正");

        await page.Locator("main .ways").GetByRole(AriaRole.Link, new() { Name = "证书", Exact = true }).ClickAsync();
        await page.Locator("#step-0").SelectOptionAsync("Lost");
        await page.Locator("#reason-0").FillAsync("本人书面申请");
        await PressAsync(page, "登记");
        (await page.Locator("table").InnerTextAsync()).ShouldContain("挂失");

        await page.Locator("main .ways").GetByRole(AriaRole.Link, new() { Name = "撤销", Exact = true }).ClickAsync();
        await page.Locator("#reason").FillAsync("经查事迹不实");
        await page.Locator("#body").FillAsync("示例集团");
        await page.Locator("#date").FillAsync("2025-06-01");
        await page.GetByLabel("奖章已收回").CheckAsync();
        await PressAsync(page, "确认撤销");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("立即在各处生效");

        await page.GotoAsync($"/people/{world.Person.Id}");
        var revoked = page.Locator("li.revoked");
        (await revoked.InnerTextAsync()).ShouldContain("经查事迹不实");
        await page.ShouldFitAsync();
    }

    private static Task ClickAsync(IPage page, string link) =>
        page.Locator("main").GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    private static Task PressAsync(IPage page, string button) =>
        page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
}
