using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Chinalco.Honors.Web.Tests.Browser;

/// <summary>An editor works through the desk with the keyboard alone.</summary>
public sealed class DeskPageTests(SampleSite site, Chromium chromium)
{
    [Fact]
    public async Task Findings_are_accepted_rejected_and_taken_back_without_a_mouse()
    {
        var finding = await WaitingAsync("surest");
        var page = await OpenAsync(finding);

        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.GetByText("已登记：" + finding.RecipientName)).ToBeVisibleAsync();
        (await NowAsync(finding)).State.ShouldBe(FindingState.Confirmed);

        await page.Keyboard.PressAsync("z");
        await Assertions.Expect(page.GetByText("已撤回")).ToBeVisibleAsync();
        (await NowAsync(finding)).State.ShouldBe(FindingState.Waiting);

        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page.GetByLabel("驳回理由")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("只是候选人");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("已驳回：" + finding.RecipientName)).ToBeVisibleAsync();
        (await NowAsync(finding)).DecisionReason.ShouldBe("只是候选人");
    }

    [Fact]
    public async Task Among_namesakes_the_editor_has_to_choose()
    {
        var finding = await WaitingAsync("namesakes", namesakes: 2);
        var page = await OpenAsync(finding);

        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.GetByText("请先选定是哪一位")).ToBeVisibleAsync();
        (await NowAsync(finding)).State.ShouldBe(FindingState.Waiting);

        await page.Keyboard.PressAsync("2");
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.GetByText("已登记：" + finding.RecipientName)).ToBeVisibleAsync();
        var conferral = (await NowAsync(finding)).ConferralId;
        var db = site.Services.GetRequiredService<IHonorsDatabase>().Open();
        await using (db)
        {
            var receiver = await db.Recipients.Where(r => r.ConferralId == conferral).Select(r => r.HonoreeId).SingleAsync(Stop);
            (
                await db.Honorees.Where(h => h.Name == finding.RecipientName).OrderBy(h => h.Id).Select(h => (Guid?)h.Id).ToListAsync(Stop)
            ).ShouldContain(receiver);
        }
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told()
    {
        var finding = await WaitingAsync("second");
        var (first, second) = (await OpenAsync(finding), await OpenAsync(finding));

        await first.Keyboard.PressAsync("a");
        await Assertions.Expect(first.GetByText("已登记：" + finding.RecipientName)).ToBeVisibleAsync();
        await second.Keyboard.PressAsync("a");

        await Assertions.Expect(second.GetByText("您的操作没有生效")).ToBeVisibleAsync();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<IPage> OpenAsync(Finding finding)
    {
        var page = await chromium.OpenAsync(site, Role.Editor);
        await page.GotoAsync("/desk", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.GetByRole(AriaRole.Button, new() { Name = finding.RecipientName }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = finding.RecipientName })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".review")).ToBeFocusedAsync();
        return page;
    }

    private async Task<Finding> NowAsync(Finding finding)
    {
        var db = site.Services.GetRequiredService<IHonorsDatabase>().Open();
        await using (db)
        {
            return await db.Findings.AsNoTracking().SingleAsync(f => f.Id == finding.Id, Stop);
        }
    }

    /// <summary>A finding of an article of its own, surer than any other.</summary>
    private async Task<Finding> WaitingAsync(string label, int namesakes = 0)
    {
        var name = A.UniqueName("验");
        var text = $"示例电解厂的{name}获得2024年度示例标兵（{label}）。";
        var source = A.SourceFile(text);
        var article = A.Article(source, text);
        var finding = new Finding(
            Guid.CreateVersion7(),
            article.Id,
            1,
            FindingKind.Conferral,
            new FindingClaim(
                name,
                RecipientKind.Person,
                "示例电解厂",
                UnitName: null,
                "电工",
                HonoreeId: null,
                "示例标兵",
                "示例标兵",
                AwardLevel.Enterprise,
                "示例电解厂",
                2024,
                Edition: null
            ),
            new FindingProof(0, text.Length, text, "prose", 0.99, "单位写法不在目录中，请核定。"),
            safe: false
        );
        var database = site.Services.GetRequiredService<IHonorsDatabase>();
        await database.SaveAsync([source, article, finding, .. Enumerable.Range(0, namesakes).Select(_ => (object)A.Honoree(name))]);
        return finding;
    }
}
