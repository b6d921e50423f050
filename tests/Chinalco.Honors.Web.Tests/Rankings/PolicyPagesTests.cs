using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Web.Tests.Api;
using Chinalco.Honors.Web.Tests.Browser;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Chinalco.Honors.Web.Tests.Rankings;

/// <summary>The group's HR drafts a policy, sees who would move, and publishes it: on a site of its own, whose rankings change.</summary>
public sealed class PolicyPagesTests(SampleSite samples, Chromium chromium) : IAsyncLifetime
{
    private TestSite site = null!;
    private Guid group;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.StartOnCopyAsync(samples.Untouched);
        group = await RankingWorld.GroupAsync(site);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_policy_is_drafted_previewed_and_published_and_old_rankings_stay_as_they_were()
    {
        using var reader = site.Browse();
        var before = await reader.GetJsonAsync("/api/v1/rankings");
        var page = await chromium.OpenAsync(site, Role.Hr, unit: group);
        await page.GotoAsync("/ranking/policies/new");
        await page.Locator("#name").FillAsync("2026-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "开始起草" }).ClickAsync();
        var group4 = page.Locator(".policy-number").Filter(new() { HasText = "集团级" }).Locator("input");
        await Assertions.Expect(page.GetByText("草稿保存于")).ToBeVisibleAsync();

        await group4.FillAsync("95.5");
        await group4.BlurAsync();
        await Assertions.Expect(page.Locator(".policy-saved")).ToContainTextAsync("已保存");
        await page.GetByRole(AriaRole.Button, new() { Name = "预览", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator(".preview-table tbody tr").First).ToContainTextAsync("集团级分值");
        await Assertions
            .Expect(page.Locator("section[aria-labelledby=preview]"))
            .ToContainTextAsync(new Regex("共 [0-9]+ 个单位，其中 [0-9]+ 个名次有变化"));
        (await reader.GetJsonAsync("/api/v1/rankings")).GetRawText().ShouldBe(before.GetRawText());

        // What was typed is on the server: whoever comes back finds it.
        await page.ReloadAsync();
        await Assertions.Expect(group4).ToHaveValueAsync("95.5");
        var publish = page.GetByRole(AriaRole.Button, new() { Name = "发布 2026-1" });
        await publish.ClickAsync();
        await Assertions.Expect(page.Locator(".notice.warn")).ToContainTextAsync("请填写发布理由");
        await page.Locator("#reason").FillAsync("提高集团级荣誉的分值");
        await publish.DblClickAsync();
        await page.WaitForURLAsync("**/ranking/policies");

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("提高集团级荣誉的分值");
        var after = await reader.GetJsonAsync("/api/v1/rankings");
        after.GetProperty("policy").GetString().ShouldBe("2026-1");
        after.GetProperty("items").GetRawText().ShouldNotBe(before.GetProperty("items").GetRawText());
        (await reader.GetJsonAsync("/api/v1/rankings?policy=2025-1"))
            .GetProperty("items")
            .GetRawText()
            .ShouldBe(before.GetProperty("items").GetRawText());
        (await reader.PageAsync("/ranking")).Words(".board-facts").ShouldContain("2026-1");
        await using var db = site.OpenDatabase();
        (await db.AuditRecords.CountAsync(a => a.Action == "ranking-policy.publish", Stop)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_editors_the_second_is_told_and_sees_what_the_first_wrote()
    {
        var draft = await RankingWorld.DraftAsync(site, "2026-2");
        var (first, second) = (await chromium.OpenAsync(site, Role.Hr, unit: group), await chromium.OpenAsync(site, Role.Hr, unit: group));
        var path = $"/ranking/policies/{draft.Id}/edit";
        foreach (var page in new[] { first, second })
        {
            await page.GotoAsync(path);
            await Assertions.Expect(page.Locator("#note")).ToBeVisibleAsync();
        }

        await WriteNoteAsync(first, "甲写的");
        await Assertions.Expect(first.Locator(".policy-saved")).ToContainTextAsync("已保存");
        await WriteNoteAsync(second, "乙写的");

        await Assertions.Expect(second.Locator(".notice.warn")).ToContainTextAsync("别人改过");
        await second.GetByRole(AriaRole.Button, new() { Name = "载入最新内容" }).ClickAsync();
        await Assertions.Expect(second.Locator("#note")).ToHaveValueAsync("甲写的");
    }

    [Fact]
    public async Task What_is_wrong_is_told_in_words_and_kept_on_the_page_until_it_is_right()
    {
        var draft = await RankingWorld.DraftAsync(site, "2026-3");
        var page = await chromium.OpenAsync(site, Role.Hr, unit: group);
        await page.GotoAsync($"/ranking/policies/{draft.Id}/edit");
        var national = page.Locator(".policy-number").Filter(new() { HasText = "国家级" }).Locator("input");
        await Assertions.Expect(national).ToBeVisibleAsync();

        await national.FillAsync("很多");
        await national.BlurAsync();
        await Assertions.Expect(page.Locator(".notice.warn")).ToContainTextAsync("不是合适的数字");
        await national.FillAsync("1");
        await national.BlurAsync();

        await Assertions.Expect(page.Locator(".policy-part .notice.warn")).ToContainTextAsync("省部级高于国家级");
        await page.Locator("#reason").FillAsync("试一试");
        await page.GetByRole(AriaRole.Button, new() { Name = "发布 2026-3" }).ClickAsync();
        await Assertions.Expect(page.Locator(".policy-editor > .notice.warn")).ToContainTextAsync("级别顺序颠倒了");
    }

    [Fact]
    public async Task HR_of_a_part_of_the_group_reads_policies_and_writes_none()
    {
        await using var db = site.OpenDatabase();
        var unit = await db.Units.Where(u => u.ParentId != null).Select(u => u.Id).FirstAsync(Stop);
        var draft = await RankingWorld.DraftAsync(site, "2026-4");
        using var client = await site.SignedInAsync(Role.Hr, unit);

        (await client.PageAsync("/ranking/policies")).Words("main").ShouldNotContain("2026-4");
        var edit = await client.PageAsync($"/ranking/policies/{draft.Id}/edit");
        edit.Words(".notice").ShouldContain("由集团人力资源制定");
        edit.QuerySelector(".policy-editor").ShouldBeNull();
        (await client.PageAsync("/ranking/policies/new")).QuerySelector("main form").ShouldBeNull();
        using var answer = await client.GetAsync(new Uri("/api/v1/rankings?policy=2026-4", UriKind.Relative), Stop);
        ((int)answer.StatusCode).ShouldBe(400);
    }

    private static async Task WriteNoteAsync(IPage page, string note)
    {
        await page.Locator("#note").FillAsync(note);
        await page.Locator("#note").BlurAsync();
    }
}
