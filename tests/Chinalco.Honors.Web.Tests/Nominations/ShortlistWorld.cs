using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Nominations;

/// <summary>
/// A company that holds a round of 中铝集团劳动模范, with two plants. North: one with an honour of a province, one with none, one who is retired and one
/// whose honour was revoked. South: one with an honour of the company.
/// </summary>
internal sealed record ShortlistWorld(
    TestSite Site,
    NominationRound Round,
    Unit Company,
    Unit North,
    Unit South,
    Honoree Provincial,
    Honoree Plain,
    Honoree Enterprise
)
{
    public string Path => $"/nominations/{Round.Id}/shortlist";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ShortlistWorld> PrepareAsync(TestSite site)
    {
        var company = A.Unit(A.UniqueName("推荐公司"));
        var (north, south) = (Plant("北厂"), Plant("南厂"));
        var award = A.Award();
        var (provincial, plain, enterprise) = (Worker("省", north), Worker("平", north), Worker("企", south));
        var (retired, revoked) = (Worker("退", north, HonoreeStatus.Retired), Worker("撤", north));
        var taken = Conferral(award, 2019, AwardLevel.Provincial, revoked, north);
        taken.Revoke("测试原因", new RevocationFacts(), A.Clerk, A.Moment);
        await Database(site).SaveAsync(company, award);
        await Database(site).SaveAsync(north, south);

        // People come with their honours: whatever follows people sees them together.
        await Database(site)
            .SaveAsync(
                provincial,
                plain,
                enterprise,
                retired,
                revoked,
                taken,
                Conferral(award, 2021, AwardLevel.Provincial, provincial, north),
                Conferral(award, 2023, AwardLevel.Enterprise, enterprise, south)
            );
        var round = await RoundAsync(site, company.Id, "group-model-worker", new DateOnly(2099, 1, 1));
        return new ShortlistWorld(site, round, company, north, south, provincial, plain, enterprise);

        Unit Plant(string name) => A.Unit(A.UniqueName(name), company.Id, UnitTier.Grassroots);

        Honoree Worker(string name, Unit unit, HonoreeStatus status = HonoreeStatus.Active)
        {
            var worker = A.Honoree(A.UniqueName(name), status: status);
            worker.Employ(unit.Id, unit.Name, "电解工", new Domain.PartialDate(2010));
            return worker;
        }
    }

    /// <summary>The shortlist of a round that the whole group holds.</summary>
    public static async Task<string> AddressAsync(TestSite site, string programme)
    {
        var round = await RoundAsync(site, await Rankings.RankingWorld.GroupAsync(site), programme, new DateOnly(2099, 1, 1));
        return $"/nominations/{round.Id}/shortlist";
    }

    public static async Task<NominationRound> RoundAsync(TestSite site, Guid unit, string programme, DateOnly deadline)
    {
        await using var db = site.OpenDatabase();
        var id = await db
            .NominationProgrammes.Where(p => p.Code == programme && p.State == ProgrammeState.Published)
            .Select(p => p.Id)
            .FirstAsync(Stop);
        var round = new NominationRound(
            Guid.CreateVersion7(),
            id,
            unit,
            new RoundText(A.UniqueName("评选"), Seats: 5, deadline, Note: ""),
            A.Clerk,
            A.Moment
        );
        await Database(site).SaveAsync(round);
        return round;
    }

    /// <summary>Somebody was nominated in an earlier round and not chosen.</summary>
    public async Task<string> PassOverAsync(Honoree person)
    {
        var round = await RoundAsync(Site, Company.Id, "group-model-worker", new DateOnly(2024, 3, 1));
        var nomination = new Nomination(
            new NominationDraft(Guid.CreateVersion7(), round.Id, person.Id, null, North.Id, NominationChoice.First, 1, []),
            A.Clerk,
            A.Moment
        );
        await using var db = Site.OpenDatabase();
        db.Add(nomination);
        db.Entry(nomination).Property(n => n.Stage).CurrentValue = NominationStage.Submitted;
        nomination.Decide(NominationOutcome.NotConferred, conferralId: null, A.Moment);
        await db.SaveChangesAsync(Stop);
        return round.Name;
    }

    private static Conferral Conferral(Award award, int year, AwardLevel level, Honoree person, Unit unit) =>
        new(
            Guid.CreateVersion7(),
            award.Id,
            new ConferralFacts(year, null, award.Name, level, "示例集团", null),
            [A.Person(person.Id, unit.Id, person.Name)],
            A.Moment
        );

    private static IHonorsDatabase Database(TestSite site) => site.Services.GetRequiredService<IHonorsDatabase>();
}
