using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Rankings;

/// <summary>A company of its own with plants that have honours, so that tests know every figure. Below it nothing else is ranked.</summary>
internal sealed record RankingWorld(TestSite Site, Unit Company, Unit North, Unit South)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>North: 40 in 2024, a third of 100 (three recipients, one elsewhere) twice in 2020, 10 without a year. South: 60 in 2023, 10 in 2019.</summary>
    public static async Task<RankingWorld> PrepareAsync(TestSite site)
    {
        var company = A.Unit(A.UniqueName("排名公司"));
        var (north, south) = (Plant("北厂"), Plant("南厂"));
        var elsewhere = A.Unit();
        var award = A.Award();
        var (first, second, third) = (A.Honoree(), A.Honoree(), A.Honoree());
        await Database(site).SaveAsync(company, elsewhere, award, first, second, third);
        await Database(site).SaveAsync(north, south);
        await Database(site)
            .SaveAsync(
                Conferral(award, 2024, AwardLevel.Group, Is(north)),
                Conferral(
                    award,
                    2020,
                    AwardLevel.National,
                    A.Person(first.Id, north.Id, first.Name),
                    A.Person(second.Id, north.Id, second.Name),
                    A.Person(third.Id, elsewhere.Id, third.Name)
                ),
                Conferral(award, null, AwardLevel.Enterprise, Is(north)),
                Conferral(award, 2023, AwardLevel.Provincial, Is(south)),
                Conferral(award, 2019, AwardLevel.Enterprise, A.Person(third.Id, south.Id, third.Name))
            );
        return new RankingWorld(site, company, north, south);

        Unit Plant(string name) => A.Unit(A.UniqueName(name), company.Id, UnitTier.Grassroots);
    }

    /// <summary>Gives a plant one more honour.</summary>
    public async Task HonourAsync(Unit unit, int year, AwardLevel level)
    {
        var award = A.Award();
        await Database(Site).SaveAsync(award);
        await Database(Site).SaveAsync(Conferral(award, year, level, Is(unit)));
    }

    public Task CountAsync(Unit unit, int year, int people) =>
        Database(Site).SaveAsync(new Headcount(unit.Id, year, people, "人数.csv", A.Moment));

    /// <summary>The root of the group, whose HR keeps rankings.</summary>
    public static async Task<Guid> GroupAsync(TestSite site)
    {
        await using var db = site.OpenDatabase();
        return await db
            .Units.Where(u => u.ParentId == null && u.Tier == UnitTier.Group)
            .OrderBy(u => u.Code)
            .Select(u => u.Id)
            .FirstAsync(Stop);
    }

    /// <summary>A draft that begins with the first policy.</summary>
    public static async Task<RankingPolicyVersion> DraftAsync(
        TestSite site,
        string name,
        Func<RankingPolicyText, RankingPolicyText>? change = null
    )
    {
        await using var db = site.OpenDatabase();
        var first = await db.RankingPolicies.AsNoTracking().SingleAsync(p => p.Name == "2025-1", Stop);
        var draft = new RankingPolicyVersion(Guid.CreateVersion7(), name, first.Text, A.Clerk, A.Moment);
        draft.Write(change?.Invoke(draft.Text) ?? draft.Text, A.Clerk, A.Moment);
        await Database(site).SaveAsync(draft);
        return draft;
    }

    private static Conferral Conferral(Award award, int? year, AwardLevel level, params RecipientDraft[] recipients) =>
        new(Guid.CreateVersion7(), award.Id, new ConferralFacts(year, null, award.Name, level, "示例集团", null), recipients, A.Moment);

    private static RecipientDraft Is(Unit unit) => new(RecipientKind.Unit, HonoreeId: null, unit.Id, unit.Name, UnitAsPrinted: null);

    private static IHonorsDatabase Database(TestSite site) => site.Services.GetRequiredService<IHonorsDatabase>();
}
