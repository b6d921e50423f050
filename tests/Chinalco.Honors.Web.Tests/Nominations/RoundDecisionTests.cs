using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Tests.Nominations;

/// <summary>A decision is handed in on the page of results and closes the round, whatever kind of file it is.</summary>
public sealed class RoundDecisionTests(SampleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decision_as_docx_closes_a_round()
    {
        var world = await RoundDecisionWorld.PrepareAsync(site, "银杉", "顾云岭", "陆远舟", "纪青禾");
        using var union = await world.AsAsync(Role.Union);
        using var taken = await world.HandInAsync(union, ("表彰决定.docx", world.Document()));

        taken.LeadsTo().ShouldBe(world.Page, await taken.TextAsync());
        await CloseAsync(world, union);
    }

    [Fact]
    public async Task A_decision_that_was_pasted_closes_a_round_and_a_second_click_changes_nothing()
    {
        var world = await RoundDecisionWorld.PrepareAsync(site, "金桂", "韩明川", "冯知远", "夏青山");
        using var union = await world.AsAsync(Role.Union);
        using var taken = await world.HandInAsync(union, file: null, world.Text);
        using var again = await world.HandInAsync(union, file: null, world.Text);

        (taken.LeadsTo(), again.LeadsTo()).ShouldBe((world.Page, world.Page));
        await using (var db = site.OpenDatabase())
        {
            (await db.RoundHandIns.CountAsync(h => h.RoundId == world.Round, Stop)).ShouldBe(1);
        }

        await CloseAsync(world, union);
    }

    [Fact]
    public async Task A_list_as_xlsx_closes_a_round_once_HR_has_looked_it_through()
    {
        var world = await RoundDecisionWorld.PrepareAsync(site, "铁柏", "葛晓峰", "孙立新", "胡长河");
        using var union = await world.AsAsync(Role.Union);
        (await WordsAsync(union, world)).ShouldContain("登记簿中还没有本年度本项目的表彰决定");
        using var taken = await world.HandInAsync(union, ("获奖名单.xlsx", world.Workbook()));
        taken.LeadsTo().ShouldBe(world.Page, await taken.TextAsync());
        (await WordsAsync(union, world)).ShouldContain("等待人力资源在“表格导入”中核对并写入");

        using var hr = await world.AsAsync(Role.Hr);
        var address = (await hr.PageAsync("/imports")).QuerySelector("td a").ShouldNotBeNull().GetAttribute("href")!;
        var import = await hr.PageAsync(address);
        import.QuerySelector($"main a[href='{world.Page}']").ShouldNotBeNull();
        import.Words(".roster-changes").ShouldContain(world.Other.Name);
        using var approved = await hr.PostFormAsync(address, "approve");
        await UntilAsync(async () => (await hr.PageAsync(address)).Words(".lead") == "已完成");

        await CloseAsync(world, union);
    }

    [Fact]
    public async Task HR_that_holds_a_round_looks_its_list_through_at_once()
    {
        var world = await RoundDecisionWorld.PrepareAsync(site, "锡兰", "黄一鸣", "魏文博", "胡海生");
        using var hr = await world.AsAsync(Role.Hr);

        using var taken = await world.HandInAsync(hr, ("获奖名单.xlsx", world.Workbook()));

        taken.LeadsTo().ShouldNotBeNull(await taken.TextAsync()).ShouldStartWith("/imports/");
    }

    [Theory]
    [InlineData("决定.docx", "不是文档", "", "甲木")]
    [InlineData("名单.xlsx", "PK\u0003\u0004", "", "乙木")]
    [InlineData("名单.csv", "今天天气不错", "没有找到表头", "丙木")]
    [InlineData("", "", "请选择文件", "丁木")]
    public async Task A_bad_file_is_refused_with_advice_and_leaves_nothing(string name, string content, string advice, string word)
    {
        var world = await RoundDecisionWorld.PrepareAsync(site, word, "东方甲", "东方乙", "东方丙");
        using var union = await world.AsAsync(Role.Union);

        using var refused = await world.HandInAsync(union, name.Length == 0 ? null : (name, Encoding.UTF8.GetBytes(content)));

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await refused.TextAsync());
        page.Words("[role=alert]").ShouldNotBeEmpty();
        page.Words("[role=alert]").ShouldContain(advice);
        await using var db = site.OpenDatabase();
        (await db.RoundHandIns.AnyAsync(h => h.RoundId == world.Round, Stop)).ShouldBeFalse();
    }

    /// <summary>What the page chose by itself is confirmed, and the round closed.</summary>
    private async Task CloseAsync(RoundDecisionWorld world, HttpClient union)
    {
        await UntilAsync(async () => (await union.PageAsync(world.Page)).QuerySelector("meta[http-equiv=refresh]") is null);
        var page = await union.PageAsync(world.Page);
        page.Words("main").ShouldContain("已有本年度本项目的表彰决定", customMessage: page.Words("section[aria-labelledby=handed-in]"));
        page.Words("section[aria-labelledby=others] li").ShouldContain(world.Other.Name);
        var chosen = page.QuerySelectorAll("select").Cast<IHtmlSelectElement>().Select(s => (s.Name!, s.Value ?? "")).ToArray();
        using var settled = await union.PostFormAsync(world.Page, "settle", chosen);
        settled.LeadsTo().ShouldBe(world.Page, await settled.TextAsync());

        var shown = await union.GetStringAsync(new Uri(world.Page, UriKind.Relative), Stop);
        shown.ShouldContain("可以结束本轮");
        using var closed = await union.SendFormAsync(world.Page, shown, "close", ("Form.Reason", "表彰决定已公布"));
        using var again = await union.SendFormAsync(world.Page, shown, "close", ("Form.Reason", "表彰决定已公布"));

        (closed.LeadsTo(), again.LeadsTo()).ShouldBe(($"/nominations/{world.Round}", $"/nominations/{world.Round}"));
        await using var db = site.OpenDatabase();
        (await db.NominationRounds.Where(r => r.Id == world.Round).Select(r => r.State).SingleAsync(Stop)).ShouldBe(
            NominationRoundState.Closed
        );
        var results = await db.Nominations.Where(n => n.RoundId == world.Round).ToDictionaryAsync(n => n.HonoreeId!.Value, Stop);
        results[world.Loser.Id].Outcome.ShouldBe(NominationOutcome.NotConferred);
        results[world.Winner.Id].Outcome.ShouldBe(NominationOutcome.Conferred);
        var honour = results[world.Winner.Id].OutcomeConferralId.ShouldNotBeNull();
        (await db.Conferrals.SingleAsync(c => c.Id == honour, Stop)).AwardId.ShouldBe(world.Award.Id);
    }

    private static async Task<string> WordsAsync(HttpClient client, RoundDecisionWorld world) =>
        (await client.PageAsync(world.Page)).Words("main");

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!await holds())
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }
}
