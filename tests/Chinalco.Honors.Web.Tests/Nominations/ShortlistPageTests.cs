using System.Net;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Web.Tests.Hosting;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Tests.Nominations;

public sealed class ShortlistPageTests(SampleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_lacks_one_thing_is_listed_the_best_first_and_told_what_it_is()
    {
        var world = await ShortlistWorld.PrepareAsync(site);
        using var union = await site.SignedInAsync(Role.Union, world.Company.Id);

        var page = await union.PageAsync(world.Path);

        page.QuerySelectorAll(".shortlist-name a")
            .Select(a => a.TextContent)
            .ShouldBe([world.Provincial.Name, world.Enterprise.Name, world.Plain.Name]);
        page.QuerySelectorAll(".shortlist-open").ShouldAllBe(open => open.TextContent.Contains("处分"));
        page.QuerySelectorAll(".notice.good").ShouldBeEmpty();
        page.Words(".board-facts").ShouldContain("符合 0，接近符合 3");
        page.Words(".shortlist > li:first-child").ShouldContain("省部级荣誉 1 项，最近 2021 年");
        page.QuerySelectorAll(".shortlist > li:first-child .shortlist-rules li").Length.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task One_unit_and_one_verdict_can_be_asked_for()
    {
        var world = await ShortlistWorld.PrepareAsync(site);
        using var union = await site.SignedInAsync(Role.Union, world.Company.Id);

        (await union.PageAsync($"{world.Path}?unit={world.South.Id}"))
            .QuerySelectorAll(".shortlist-name a")
            .Select(a => a.TextContent)
            .ShouldBe([world.Enterprise.Name]);
        (await union.PageAsync($"{world.Path}?only=eligible")).Words("main").ShouldContain("没有候选对象");
    }

    [Fact]
    public async Task Somebody_is_nominated_once_however_often_the_button_is_pressed()
    {
        var world = await ShortlistWorld.PrepareAsync(site);
        using var union = await site.SignedInAsync(Role.Union, world.Company.Id);
        var html = await union.GetStringAsync(new Uri(world.Path, UriKind.Relative), Stop);

        using var first = await union.SendFormAsync(world.Path, html, "nominate", ("Form.First", world.Plain.Id.ToString()));
        using var again = await union.SendFormAsync(world.Path, html, "nominate", ("Form.First", world.Plain.Id.ToString()));

        await using var db = site.OpenDatabase();
        var nomination = await db.Nominations.SingleAsync(n => n.RoundId == world.Round.Id, Stop);
        (nomination.HonoreeId, nomination.NominatingUnitId, nomination.Choice).ShouldBe(
            (world.Plain.Id, world.North.Id, NominationChoice.First)
        );
        var after = await union.PageAsync($"{world.Path}?Done={nomination.Id}");
        after.Words(".notice.good").ShouldContain($"已推荐{world.Plain.Name}");
        after.QuerySelectorAll($"button[value='{world.Plain.Id}']").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_plants_union_sees_and_nominates_the_plants_people_alone()
    {
        var world = await ShortlistWorld.PrepareAsync(site);
        using var south = await site.SignedInAsync(Role.Union, world.South.Id);

        (await south.PageAsync(world.Path))
            .QuerySelectorAll(".shortlist-name a")
            .Select(a => a.TextContent)
            .ShouldBe([world.Enterprise.Name]);
        using var refused = await south.PostFormAsync(world.Path, "nominate", ("Form.First", world.Plain.Id.ToString()));
        (await refused.TextAsync()).ShouldContain("不在您负责的单位");
        await using var db = site.OpenDatabase();
        (await db.Nominations.AnyAsync(n => n.RoundId == world.Round.Id, Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task Another_units_union_finds_no_such_round()
    {
        var (world, other) = (await ShortlistWorld.PrepareAsync(site), await ShortlistWorld.PrepareAsync(site));
        using var union = await site.SignedInAsync(Role.Union, other.Company.Id);

        using var answer = await union.GetAsync(new Uri(world.Path, UriKind.Relative), Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_was_not_chosen_in_an_earlier_round_is_marked()
    {
        var world = await ShortlistWorld.PrepareAsync(site);
        var earlier = await world.PassOverAsync(world.Plain);
        using var union = await site.SignedInAsync(Role.Union, world.Company.Id);

        var page = await union.PageAsync(world.Path);

        page.QuerySelectorAll(".shortlist > li").Single(li => li.TextContent.Contains(earlier)).TextContent.ShouldContain(world.Plain.Name);
    }

    [Fact]
    public async Task The_list_is_taken_away_as_a_workbook_after_that_is_on_record()
    {
        var world = await ShortlistWorld.PrepareAsync(site);
        using var union = await site.SignedInAsync(Role.Union, world.Company.Id);
        var page = await union.PageAsync(world.Path);

        using var file = await union.SendFormAsync(page, $"{world.Path}/export");

        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var content = new MemoryStream(await file.Content.ReadAsByteArrayAsync(Stop));
        using var workbook = SpreadsheetDocument.Open(content, isEditable: false);
        var cells = workbook.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants()).Select(c => c.InnerText).ToList();
        cells.ShouldContain(world.Provincial.Name);
        await using var db = site.OpenDatabase();
        (await db.AuditRecords.CountAsync(a => a.Action == "nomination-round.shortlist" && a.EntityId == world.Round.Id, Stop)).ShouldBe(1);
    }
}
