using System.Net;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Nominations;

/// <summary>A round is opened, its seats allotted, its batch filled, ordered and mended on the site, by those whose units it is.</summary>
public sealed class RoundPagesTests(SampleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_board_tells_which_share_breaks_by_whom_and_applies_the_smallest_swap()
    {
        var world = await RoundWorld.PrepareAsync(site);
        using var union = await world.UnionAsync(world.Company);
        var shown = await union.GetStringAsync(new Uri(world.Page, UriKind.Relative), Stop);

        var shares = (await union.PageAsync(world.Page)).Words("section[aria-labelledby=shares]");
        shares.ShouldContain("至少应有 1 人，还差 1 人");
        shares.ShouldContain($"可调整：{world.People[1].Name}、{world.People[0].Name}");
        shares.ShouldContain($"{world.People[1].Name} 转为递补，{world.People[2].Name} 补为正选");
        using var swap = await union.SendFormAsync(world.Page, shown, "swap");
        swap.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await world.PlacesAsync()).ShouldBe(["First 1 0", "First 2 2", "Reserve 1 1"]);
        using var again = await union.SendFormAsync(world.Page, shown, "swap");
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await world.PlacesAsync()).ShouldBe(["First 1 0", "First 2 2", "Reserve 1 1"]);
    }

    [Fact]
    public async Task Nominees_are_moved_and_whoever_saw_an_older_order_is_told()
    {
        var world = await RoundWorld.PrepareAsync(site);
        using var union = await world.UnionAsync(world.Company);
        var shown = await union.GetStringAsync(new Uri(world.Page, UriKind.Relative), Stop);
        var ids = await IdsAsync(world);

        using var up = await union.SendFormAsync(world.Page, shown, "move", ("Form.Move", $"up {ids[1]}"));
        up.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await world.PlacesAsync()).ShouldBe(["First 1 1", "First 2 0", "Reserve 1 2"]);
        using var stale = await union.SendFormAsync(
            world.Page,
            shown,
            "move",
            ("Form.CommandId", Guid.NewGuid().ToString()),
            ("Form.Move", $"over {ids[1]}")
        );

        (await stale.Content.ReadAsStringAsync(Stop)).ShouldContain("刚刚被别人改过");
        (await world.PlacesAsync()).ShouldBe(["First 1 1", "First 2 0", "Reserve 1 2"]);
    }

    [Fact]
    public async Task Seats_are_allotted_and_a_unit_without_a_seat_left_nominates_a_reserve()
    {
        var world = await RoundWorld.PrepareAsync(site);
        using var union = await world.UnionAsync(world.Company);
        var quotas = $"{world.Page}/quotas";
        (await union.PageAsync($"{quotas}?least=1")).Words("main").ShouldContain("尚未保存");
        using var allotted = await union.PostFormAsync(quotas, "quotas", ($"seats-{world.North.Id}", "2"), ($"seats-{world.South.Id}", ""));
        allotted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await union.PageAsync(world.Page)).Words("section[aria-labelledby=quotas] tbody tr").ShouldContain($"{world.North.Name}220");

        var add = $"{world.Page}/add?candidate={world.People[3].Id}";
        using var refused = await union.PostFormAsync(add, "add", ("Form.By", $"{world.South.Id}"), ("Form.Choice", "First"));
        (await refused.Content.ReadAsStringAsync(Stop)).ShouldContain("都没有名额");
        using var taken = await union.PostFormAsync(
            add,
            "add",
            ("Form.By", $"{world.South.Id}"),
            ("Form.Choice", "Reserve"),
            ("Form.Groups", "产业工人")
        );

        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await world.PlacesAsync())[^1].ShouldBe("Reserve 2 3");
    }

    [Fact]
    public async Task A_unit_further_down_gets_seats_of_its_own()
    {
        var world = await RoundWorld.PrepareAsync(site);
        var team = A.Unit(A.UniqueName("推荐北厂一班"), world.North.Id);
        team.AddName(A.UniqueName("北一"), Domain.Units.UnitNameKind.Alias);
        await site.Services.GetRequiredService<IHonorsDatabase>().SaveAsync(team);
        using var union = await world.UnionAsync(world.Company);
        var found = await union.PageAsync($"{world.Page}/quotas?q={Uri.EscapeDataString(team.Names[0].Name)}");
        var row = found.QuerySelector(".pick-list a").ShouldNotBeNull().GetAttribute("href")!;

        using var allotted = await union.PostFormAsync(row, "quotas", ($"seats-{world.North.Id}", "2"), ($"seats-{team.Id}", "1"));

        allotted.LeadsTo().ShouldBe(world.Page, await allotted.TextAsync());
        (await union.PageAsync(world.Page)).Words("section[aria-labelledby=quotas] tbody tr").ShouldContain($"{team.Name}101");
        (await union.PageAsync($"{world.Page}/quotas?least=1"))
            .QuerySelector($"[name=seats-{team.Id}]")!
            .GetAttribute("value")
            .ShouldBe("0");
    }

    [Fact]
    public async Task A_plants_union_sees_its_own_nominees_and_strangers_see_nothing()
    {
        var world = await RoundWorld.PrepareAsync(site);
        using var south = await world.UnionAsync(world.South);
        var stranger = A.Unit();
        await site.Services.GetRequiredService<Data.IHonorsDatabase>().SaveAsync(stranger);
        using var other = await world.UnionAsync(stranger);

        var board = await south.PageAsync(world.Page);
        board.Words(".nominees").ShouldContain(world.People[2].Name);
        board.Words("main").ShouldNotContain(world.People[0].Name);
        board.QuerySelector("section[aria-labelledby=shares]").ShouldBeNull();
        using var quotas = await south.GetAsync(new Uri($"{world.Page}/quotas", UriKind.Relative), Stop);
        quotas.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var hidden = await other.GetAsync(new Uri(world.Page, UriKind.Relative), Stop);
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.PageAsync("/nominations")).Words("main").ShouldNotContain(world.Programme.Name);
        var add = $"{world.Page}/add?candidate=";
        (await south.PageAsync(add + world.People[3].Id)).Words("main").ShouldContain(world.People[3].Name);
        (await south.PageAsync(add + world.People[1].Id)).Words("main").ShouldNotContain(world.People[1].Name);
        using var forged = await south.PostFormAsync(world.Page, "move", ("Form.Move", $"over {(await IdsAsync(world))[2]}"));
        (await forged.Content.ReadAsStringAsync(Stop)).ShouldContain("不在您负责的范围内");
    }

    [Fact]
    public async Task A_round_is_opened_changed_and_closed()
    {
        var world = await RoundWorld.PrepareAsync(site);
        using var union = await world.UnionAsync(world.Company);
        var name = A.UniqueName("新轮次");
        (string, string)[] fields =
        [
            ("Form.Programme", $"{world.Programme.Id}"),
            ("Form.Unit", $"{world.Company.Id}"),
            ("Form.Name", name),
            ("Form.Seats", "5"),
            ("Form.Deadline", "2099-12-31"),
        ];
        using var opened = await union.PostFormAsync("/nominations/new", "open", fields);
        var page = opened.Headers.Location!.ToString();
        page = page[page.IndexOf("/nominations", StringComparison.Ordinal)..];
        (await union.PageAsync(page)).Words("h1").ShouldContain("进行中");

        using var closed = await union.PostFormAsync(page, "close", ("Form.Reason", "结果已公布"));
        closed.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await union.PageAsync(page)).Words("h1").ShouldContain("已结束");
        (await union.PageAsync("/nominations")).Words("main").ShouldContain(name);
    }

    private async Task<List<Guid>> IdsAsync(RoundWorld world)
    {
        await using var db = site.OpenDatabase();
        return await db
            .Nominations.Where(n => n.RoundId == world.Round && n.Stage != NominationStage.Withdrawn)
            .OrderBy(n => n.Choice)
            .ThenBy(n => n.Rank)
            .Select(n => n.Id)
            .ToListAsync(Stop);
    }
}
