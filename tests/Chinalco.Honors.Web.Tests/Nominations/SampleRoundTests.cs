using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Ingestion.Seeding;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Nominations;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Nominations;

/// <summary>A first start with samples shows the union a round at work, once.</summary>
public sealed class SampleRoundTests(SampleSite site)
{
    private static readonly Guid Company = CatalogueImport.UnitId("U211");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_companys_union_finds_a_round_with_nominees_at_every_early_stage()
    {
        using var union = await site.SignedInAsync(Role.Union, Company);

        var page = await union.PageAsync("/nominations");
        var round = page.QuerySelectorAll(".round-list a").Single(a => a.TextContent.Contains("示例轮次", StringComparison.Ordinal));
        var board = await union.PageAsync(round.GetAttribute("href")!);

        board.Words(".notice").ShouldContain("均为虚构");
        board.Words(".nominees").ShouldContain("葛青阳 公示");
        foreach (var stage in (string[])["单位审核", "职代会（联席会）", "草拟"])
        {
            board.Words(".nominees .badge").ShouldContain(stage);
        }

        await using var db = site.OpenDatabase();
        var id = await RoundAsync(db);
        (
            await db.AssemblyVotes.CountAsync(v => db.Nominations.Any(n => n.Id == v.NominationId && n.RoundId == id), Stop)
        ).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Another_start_makes_nothing_twice_and_puts_up_again_what_has_come_to_its_end()
    {
        await using var again = await TestSite.StartOnCopyAsync(site.Untouched);
        await using var db = again.OpenDatabase();
        var round = await RoundAsync(db);
        (await db.Nominations.CountAsync(n => n.RoundId == round, Stop)).ShouldBe(4);
        var last = CoursePagesWorld.Today.AddDays(20).Year;
        Assert.SkipUnless(await db.WorkingDayYears.AnyAsync(y => y.Year == last, Stop), "The next year's holidays are not announced yet.");
        var shown = await db
            .Publicities.Where(p => db.Nominations.Any(n => n.Id == p.NominationId && n.RoundId == round))
            .SingleAsync(Stop);
        var (from, until) = (CoursePagesWorld.Today.AddDays(-12), CoursePagesWorld.Today.AddDays(-1));
        await db
            .Publicities.Where(p => p.Id == shown.Id)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.From, from).SetProperty(x => x.Until, until), Stop);
        var samples = again.Services.GetRequiredService<SampleRounds>();

        await samples.PrepareAsync(Stop);
        await samples.PrepareAsync(Stop);

        var all = await db.Publicities.AsNoTracking().Where(p => p.NominationId == shown.NominationId).ToListAsync(Stop);
        all.Count.ShouldBe(2);
        all.Count(p => p.IsUpOn(CoursePagesWorld.Today)).ShouldBe(1);
    }

    [Fact]
    public async Task A_union_that_no_round_concerns_is_told_how_one_begins()
    {
        var alone = A.Unit(A.UniqueName("独立示例公司"));
        await site.Services.GetRequiredService<IHonorsDatabase>().SaveAsync(alone);
        using var union = await site.SignedInAsync(Role.Union, alone.Id);

        (await union.PageAsync("/nominations")).Words("main").ShouldContain("还没有评选轮次");
    }

    private static Task<Guid> RoundAsync(HonorsContext db) =>
        db.NominationRounds.Where(r => r.UnitId == Company && r.Name.Contains("示例轮次")).Select(r => r.Id).SingleAsync(Stop);
}
