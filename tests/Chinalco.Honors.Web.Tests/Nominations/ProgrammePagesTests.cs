using System.Net;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Tests.Nominations;

/// <summary>The group's union keeps the rules of programmes and the calendars; everybody who nominates reads them.</summary>
public sealed class ProgrammePagesTests(SampleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_registry_begins_with_the_programmes_and_calendars_of_the_seeds()
    {
        var world = await RoundWorld.PrepareAsync(site);
        using var union = await world.UnionAsync(world.South);

        var list = (await union.PageAsync("/nominations/programmes")).Words("main");
        list.ShouldContain("全国劳动模范");
        list.ShouldContain("中铝大工匠");
        var calendars = (await union.PageAsync("/nominations/calendars")).Words("main");
        calendars.ShouldContain("2 月 15 日至2 月 23 日");
        calendars.ShouldContain("调休上班");
    }

    [Fact]
    public async Task A_programme_reads_as_a_checklist_with_clause_and_source()
    {
        var world = await RoundWorld.PrepareAsync(site);
        using var union = await world.UnionAsync(world.South);

        var page = await union.PageAsync($"/nominations/programmes/{world.Programme.Id}");

        page.QuerySelectorAll("ol.checklist li").Length.ShouldBe(2);
        page.Words("ol.checklist").ShouldContain("要点：评选范围为在职职工（示例通知）");
        page.Words("main").ShouldContain("产业工人不少于 50%");
        page.Words("main").ShouldContain("所在单位：5 个工作日");
        page.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task Next_years_rules_are_drafted_put_right_and_published()
    {
        var world = await RoundWorld.PrepareAsync(site);
        using var union = await world.GroupUnionAsync();
        using var begun = await union.PostFormAsync(
            $"/nominations/programmes/{world.Programme.Id}",
            "draft",
            ("Form.Year", "2027"),
            ("Form.Code", world.Programme.Code)
        );
        var edit = begun.Headers.Location!.ToString();
        edit = edit[edit.IndexOf("/nominations", StringComparison.Ordinal)..];
        var text = world.Programme.Text.Replace("2026", "2027", StringComparison.Ordinal);

        using var broken = await union.PostFormAsync(
            edit,
            "write",
            ("Form.Text", text.Replace("rules:", "rulez:", StringComparison.Ordinal))
        );
        broken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var wrong = (await union.PageAsync(edit)).Words(".programme-preview");
        wrong.ShouldContain("第 8 行");
        wrong.ShouldContain("没有名为“rulez”的字段");
        using var refused = await union.PostFormAsync(edit, "publish", ("Form.Reason", "2027 年通知"));
        (await refused.Content.ReadAsStringAsync(Stop)).ShouldContain("规则有误，不能发布");
        using var mended = await union.PostFormAsync(edit, "write", ("Form.Text", text));
        (await union.PageAsync(edit)).QuerySelectorAll(".programme-preview ol.checklist li").Length.ShouldBe(2);
        using var published = await union.PostFormAsync(edit, "publish", ("Form.Reason", "2027 年通知"));
        published.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await using var db = site.OpenDatabase();
        var stored = await db
            .NominationProgrammes.Where(p => p.Code == world.Programme.Code)
            .OrderBy(p => p.Year)
            .Select(p => new { p.Year, p.State })
            .ToListAsync(Stop);
        stored.Select(p => (p.Year, p.State)).ShouldBe([(2026, ProgrammeState.Published), (2027, ProgrammeState.Published)]);
    }

    [Fact]
    public async Task A_companys_union_writes_no_rules_and_sees_no_drafts()
    {
        var world = await RoundWorld.PrepareAsync(site);
        var draft = await world.DraftAsync();
        using var union = await world.UnionAsync(world.Company);

        foreach (var path in new[] { $"/nominations/programmes/{draft}", $"/nominations/programmes/{draft}/edit" })
        {
            using var answer = await union.GetAsync(new Uri(path, UriKind.Relative), Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        (await union.PageAsync("/nominations/calendars")).QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task A_calendar_is_imported_and_a_wrong_one_is_told_with_its_place()
    {
        var world = await RoundWorld.PrepareAsync(site);
        using var union = await world.GroupUnionAsync();
        const string Page = "/nominations/calendars";
        const string Text = "year: 2031\nsource: 示例通知\nholidays:\n- { name: 元旦, from: 2031-01-01, to: 2031-01-03 }\n";

        using var wrong = await union.PostFormAsync(Page, "import", ("Form.Text", Text + "workdays: [2031-01-06]\n"));
        (await wrong.Content.ReadAsStringAsync(Stop)).ShouldContain("2031-01-06 不是周六或周日");
        using var right = await union.PostFormAsync(Page, "import", ("Form.Text", Text));
        right.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await union.PageAsync(Page)).Words("main").ShouldContain("1 月 1 日至1 月 3 日");
    }
}
