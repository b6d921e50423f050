using System.Text;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Chinalco.Honors.Web.Tests.Browser;

/// <summary>
/// Takes the guide's pictures from the site itself. They are written into docs/guide/images when <c>HONORS_GUIDE_IMAGES</c> is set to 1;
/// always, each picture that the guide shows must be taken here.
/// </summary>
public sealed class GuideScreenshots(SampleSite site, Chromium chromium)
{
    private static readonly string Guide = Path.Combine(RepositoryRoot.Path, "docs", "guide");

    private static readonly Dictionary<string, Func<IPage, Task>> Pictures = new(StringComparer.Ordinal)
    {
        ["find"] = page => page.GotoAsync("/search?q=中州铝业"),
        ["find-phone"] = async page =>
        {
            await page.ShowOnAsync(Screen.Phone);
            await page.GotoAsync("/search?q=付军");
        },
        ["person-edit"] = async page =>
        {
            await page.GotoAsync("/people?q=阮志恒");
            await page.GetByRole(AriaRole.Link, new() { Name = "阮志恒" }).First.ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "更正信息" }).ClickAsync();
            await page.Locator("#position").FillAsync("焙烧工段段长");
            await page.Locator("#on").FillAsync("2025-7");
            await page.Locator("#reason").FillAsync("2025 年 7 月岗位调整");
            await page.GetByRole(AriaRole.Button, new() { Name = "核对改动" }).ClickAsync();
            await page.Locator("#differences").WaitForAsync();
        },
        ["award-edit"] = async page =>
        {
            await page.GotoAsync("/awards?q=中铝大工匠");
            await page.GetByRole(AriaRole.Link, new() { Name = "中铝大工匠" }).First.ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "更正", Exact = true }).ClickAsync();
            await page.Locator("#name").FillAsync("中铝集团大工匠");
            await page.Locator("#reason").FillAsync("按 2025 年荣誉目录更名");
            await page.GetByRole(AriaRole.Button, new() { Name = "核对改动" }).ClickAsync();
            await page.Locator("#differences").WaitForAsync();
        },
        ["menu"] = async page =>
        {
            await page.GotoAsync("/quality");
            await page.Locator(".nav-menu summary").ClickAsync();
        },
        ["find-suggest"] = async page =>
        {
            await page.GotoAsync("/");
            await page.Locator("#q").PressSequentiallyAsync("fj");
            await page.Locator("#q-suggestions li").First.WaitForAsync();
        },
        ["person"] = async page =>
        {
            await page.GotoAsync("/people?q=朱宇翔");
            await page.GetByRole(AriaRole.Link, new() { Name = "朱宇翔" }).First.ClickAsync();
        },
        ["proof"] = async page =>
        {
            await page.GotoAsync("/people?q=付军");
            await page.GetByRole(AriaRole.Link, new() { Name = "付军" }).First.ClickAsync();
            await page.Locator("details summary").First.ClickAsync();
        },
        ["ranking"] = async page =>
        {
            await page.GotoAsync("/ranking?from=2016&to=2025");
            await page.Locator("#board").ScrollIntoViewIfNeededAsync();
        },
        ["ranking-breakdown"] = async page =>
        {
            await page.GotoAsync("/ranking?from=2016&to=2025");
            await page.Locator(".figure a").First.ClickAsync();
        },
        ["ranking-policy"] = async page =>
        {
            await page.GotoAsync("/ranking/policies/new");
            await page.Locator("#name").FillAsync("2026-9");
            await page.GetByRole(AriaRole.Button, new() { Name = "开始起草" }).ClickAsync();
            var field = page.Locator(".policy-number").Filter(new() { HasText = "集团级" }).Locator("input");
            await field.FillAsync("90");
            await field.BlurAsync();
            await Assertions.Expect(page.Locator(".policy-saved")).ToContainTextAsync("已保存");
            await page.GetByRole(AriaRole.Button, new() { Name = "预览", Exact = true }).ClickAsync();
            await page.Locator(".preview-table").WaitForAsync();
            await page.Locator("#preview").ScrollIntoViewIfNeededAsync();
        },
        ["programme"] = async page =>
        {
            await page.GotoAsync("/nominations/programmes");
            await page.GetByRole(AriaRole.Link, new() { Name = "全国五一劳动奖章" }).First.ClickAsync();
            await page.Locator(".checklist").First.WaitForAsync();
        },
        ["course"] = page => page.Locator("h1").ScrollIntoViewIfNeededAsync(),
        ["waiting"] = page => page.Locator("#waiting").ScrollIntoViewIfNeededAsync(),
        ["round-board"] = page => page.Locator("#shares").ScrollIntoViewIfNeededAsync(),
        ["units"] = page => page.GotoAsync("/units?on=2020"),
        ["ladder"] = page => page.GotoAsync("/ladder"),
        ["leader"] = async page =>
        {
            await page.GotoAsync("/units?q=中国铝业集团有限公司");
            await page.Locator(".found-units a").First.ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "领导一页纸" }).ClickAsync();
            await page.Locator("h1").WaitForAsync();
            await page.SetViewportSizeAsync(1100, 1400);
        },
        ["article"] = async page =>
        {
            await page.GotoAsync("/people?q=付军");
            await page.GetByRole(AriaRole.Link, new() { Name = "付军" }).First.ClickAsync();
            await page.Locator("details summary").First.ClickAsync();
            await page.Locator("details[open] a[href*='/articles/']").First.ClickAsync();
        },
        ["audit"] = page => page.GotoAsync("/audit?person=付军"),
        ["me"] = page => page.GotoAsync("/me"),
        ["ingest"] = page => page.GotoAsync("/ingest", new() { WaitUntil = WaitUntilState.NetworkIdle }),
        ["desk"] = page => page.GotoAsync("/desk", new() { WaitUntil = WaitUntilState.NetworkIdle }),
        ["imports"] = async page =>
        {
            await page.GotoAsync("/imports");
            await page.Locator("input[type=file]")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = "2025年6月花名册.csv",
                        MimeType = "text/csv",
                        Buffer = Encoding.UTF8.GetBytes(
                            "示例花名册（截至2025年6月30日）,,,,\n工号,姓名,所在单位,岗位,身份证号\nS100007,阮志恒,示例青岚铝业有限公司氧化铝厂焙烧甲班,焙烧工段值班长,\nS100008,蒲一苇,示例青岚铝业有限公司工会,工会干事,\nS190001,示例新员工,示例青岚铝业有限公司电解一厂,电解工,\nS100006,沈庭章,示例青岚铝业有限公司,电解工,\n,合计,4人,,"
                        ),
                    }
                );
            await page.GetByRole(AriaRole.Button, new() { Name = "上传并核对" }).ClickAsync();
            await page.Locator(".roster-changes").ScrollIntoViewIfNeededAsync();
        },
        ["lookup"] = async page =>
        {
            await page.GotoAsync("/lookup");
            await page.Locator("#list").FillAsync("付军\n许明川\n邹承岳，示例石桥铜业有限公司\n阮志衡\n贺长庚");
            await page.Locator("#purpose").FillAsync("2025 年劳模推荐资格审查");
            await page.GetByRole(AriaRole.Button, new() { Name = "登记并查询" }).ClickAsync();
            await page.Locator(".look-up-matrix tbody tr:last-child").ScrollIntoViewIfNeededAsync();
        },
        ["history"] = async page =>
        {
            await page.GotoAsync("/people?q=阮志恒");
            await page.GetByRole(AriaRole.Link, new() { Name = "阮志恒" }).First.ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "依据与变更", Exact = true }).First.ClickAsync();
            await page.Locator(".histories").WaitForAsync();
        },
        ["quality"] = page => page.GotoAsync("/quality"),
        ["export"] = async page =>
        {
            await page.GotoAsync("/people?q=付军");
            await page.GetByRole(AriaRole.Link, new() { Name = "付军" }).First.ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "导出", Exact = true }).ClickAsync();
        },
        ["editing"] = async page =>
        {
            await page.GotoAsync("/people?q=阮志恒");
            await page.GetByRole(AriaRole.Link, new() { Name = "阮志恒" }).First.ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "管理荣誉" }).ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "登记荣誉" }).ClickAsync();
            await page.Locator("main input[name=q]").FillAsync("劳动模范");
            await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
            await page.Locator(".pick-list a").First.ClickAsync();
            await page.Locator("#year").FillAsync("2019");
            await page.GetByRole(AriaRole.Button, new() { Name = "下一步" }).ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "登记新文件" }).ClickAsync();
            await page.Locator(".pick").First.ScrollIntoViewIfNeededAsync();
        },
        ["my-requests"] = async page =>
        {
            await page.GotoAsync("/me/requests/new?kind=MissingHonour&fact=Honour");
            await page.Locator("#award").FillAsync("全国五一劳动奖章");
            await page.Locator("#year").FillAsync("2019");
            await page.Locator("#body").FillAsync("中华全国总工会");
        },
        ["requests"] = async page =>
        {
            await page.GotoAsync("/requests");
            await page.Locator(".requests a").First.ClickAsync();
        },
        ["merging"] = async page =>
        {
            await page.GotoAsync("/people?q=阮志恒");
            await page.GetByRole(AriaRole.Link, new() { Name = "阮志恒" }).First.ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "合并与拆分" }).ClickAsync();
            await page.Locator("main input[name=q]").FillAsync("蒲一苇");
            await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
            await page.Locator(".pick-list a").First.ClickAsync();
            await page.Locator(".two-entries").ScrollIntoViewIfNeededAsync();
        },
        ["sign-in"] = page => page.GotoAsync("/sign-in"),
        ["account"] = page => page.GotoAsync("/account"),
        ["second-factor"] = page => page.GotoAsync("/account/second-factor"),
        ["accounts"] = page => page.GotoAsync("/accounts?q=demo"),
        ["kept-account"] = async page =>
        {
            await page.GotoAsync("/accounts?q=demo-hr");
            await page.GetByRole(AriaRole.Link, new() { Name = "示例人力资源" }).ClickAsync();
        },
    };

    /// <summary>The demo account whose screen a picture shows.</summary>
    private static string? Visitor(string picture) =>
        picture switch
        {
            "ingest" or "desk" or "round" or "correction" or "page-images" => "demo-editor",
            "audit" or "quality" or "lookup" => "demo-auditor",
            "import-headcounts" or "import-winners" or "import-units" or "import-awards" => "demo-hr",
            "imports" or "editing" or "history" or "requests" or "merging" or "person-edit" or "menu" or "leader" => "demo-hr",
            "export" or "my-requests" or "account" or "second-factor" => "demo-reader",
            "accounts" or "kept-account" => "demo-security",
            _ => null,
        };

    public static TheoryData<string> Names => [.. Pictures.Keys, .. PreparedPages.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_picture_of_the_guide_is_taken_from_the_site(string name)
    {
        var page =
            name == "me" ? await chromium.OpenAsync(site, await site.Services.CookieAsync(await site.Services.AccountOfAsync("付军")))
            : name is "ranking-policy" or "award-edit" or "shortlist" or "packet"
                ? await chromium.OpenAsync(site, Domain.Accounts.Role.Hr, unit: await Rankings.RankingWorld.GroupAsync(site))
            : name == "programme"
                ? await chromium.OpenAsync(site, Domain.Accounts.Role.Union, unit: await Rankings.RankingWorld.GroupAsync(site))
            : name == "round-board" ? await Nominations.RoundWorld.OpenBoardAsync(site, chromium)
            : name == "course" ? await Nominations.CoursePagesWorld.OpenShownAsync(site, chromium)
            : name == "waiting" ? await Nominations.CoursePagesWorld.OpenWaitingAsync(site, chromium)
            : await chromium.OpenAsync(site.Address);
        if (Visitor(name) is { } visitor)
        {
            await using var db = site.OpenDatabase();
            var account = await db.Accounts.FirstAsync(a => a.SignInName == visitor, TestContext.Current.CancellationToken);
            await page.SignInAsync(site, await site.Services.CookieAsync(account));
        }

        await page.SetViewportSizeAsync(1100, 720);

        if (PreparedPages.Contain(name))
        {
            await page.GotoAsync(await PreparedPages.AddressAsync(site, name), new() { WaitUntil = WaitUntilState.NetworkIdle });
        }
        else
        {
            await Pictures[name](page);
        }

        if (name == "correction")
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "许牧川" }).First.ClickAsync();
            await page.GetByText("更正为").First.ScrollIntoViewIfNeededAsync();
        }

        if (name == "packet")
        {
            await page.Locator(".packet-story").Last.EvaluateAsync("story => story.scrollIntoView()");
        }

        if (name.StartsWith("import-", StringComparison.Ordinal))
        {
            await page.Locator("#changes").EvaluateAsync("changes => changes.scrollIntoView()");
        }

        var picture = await page.ScreenshotAsync();

        picture.Length.ShouldBeGreaterThan(5_000);
        if (Environment.GetEnvironmentVariable("HONORS_GUIDE_IMAGES") == "1")
        {
            Directory.CreateDirectory(Path.Combine(Guide, "images"));
            await File.WriteAllBytesAsync(Path.Combine(Guide, "images", name + ".png"), picture, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void Every_picture_that_the_guide_shows_is_there_and_taken_by_these_tests()
    {
        var shown = Directory
            .EnumerateFiles(Guide, "*.md")
            .SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("![", StringComparison.Ordinal))
            .Select(line => Path.GetFileNameWithoutExtension(line[(line.IndexOf('(', StringComparison.Ordinal) + 1)..^1]))
            .ToList();

        shown.ShouldNotBeEmpty();
        shown.ShouldAllBe(name =>
            (Pictures.ContainsKey(name) || PreparedPages.Contain(name)) && File.Exists(Path.Combine(Guide, "images", name + ".png"))
        );
    }
}
