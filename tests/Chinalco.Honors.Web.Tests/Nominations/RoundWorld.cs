using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Hosting;
using Chinalco.Honors.Web.Tests.Rankings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Nominations;

/// <summary>A company with two plants, and a round of four seats under a programme of which half the batch are workers.</summary>
internal sealed record RoundWorld(TestSite Site, Unit Company, Unit North, Unit South, NominationProgramme Programme, Guid Round)
{
    /// <summary>Two of three first choices, of whom none is a worker, and a reserve who is one.</summary>
    public IReadOnlyList<Honoree> People { get; private init; } = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public string Page => $"/nominations/{Round}";

    /// <summary>Pages for the browser, and whether the group's union opens them.</summary>
    public static readonly Dictionary<string, (bool IsGroups, Func<RoundWorld, Task<string>> Address)> Pages = new(StringComparer.Ordinal)
    {
        ["rounds"] = (false, _ => Task.FromResult("/nominations")),
        ["new round"] = (false, _ => Task.FromResult("/nominations/new")),
        ["round's board"] = (false, world => Task.FromResult(world.Page)),
        ["round's quotas"] = (false, world => Task.FromResult($"{world.Page}/quotas?least=1")),
        ["nominee found"] = (false, world => Task.FromResult($"{world.Page}/add?q=推荐")),
        ["nominee entered"] = (false, world => Task.FromResult($"{world.Page}/add?candidate={world.People[3].Id}")),
        ["programmes"] = (true, _ => Task.FromResult("/nominations/programmes")),
        ["programme"] = (true, world => Task.FromResult($"/nominations/programmes/{world.Programme.Id}")),
        ["programme edited"] = (true, async world => $"/nominations/programmes/{await world.DraftAsync()}/edit"),
        ["calendars"] = (true, _ => Task.FromResult("/nominations/calendars")),
    };

    public static async Task<RoundWorld> PrepareAsync(TestSite site)
    {
        var company = A.Unit(A.UniqueName("推荐示例公司"));
        var (north, south) = (A.Unit(A.UniqueName("推荐北厂"), company.Id), A.Unit(A.UniqueName("推荐南厂"), company.Id));
        Honoree[] people = [Person(north), Person(north), Person(south), Person(south)];
        var code = A.UniqueName("sample-");
        var text = $$"""
            code: {{code}}
            year: 2026
            name: 2026年示例标兵（{{code}}）
            candidates: person
            awards: []
            cycle: 一年一次
            sources: { notice: 示例通知 }
            rules:
            - { rule: the-candidate-is-in-service, source: notice, clause: 评选范围为在职职工 }
            - { rule: no-honour-was-revoked, source: notice, clause: 荣誉被撤销的不再推荐 }
            publicity:
            - { name: 所在单位, working-days: 5 }
            shares:
            - { group: 产业工人, at-least: 50, source: notice }
            - { group: 企业负责人, at-most: 50, source: notice }
            consultations: [纪检监察, 税务]
            papers: [推荐审批表, 事迹材料]
            """.ReplaceLineEndings("\n");
        var head = new ProgrammeHead(code, 2026, $"2026年示例标兵（{code}）", CandidateKind.Person);
        var programme = new NominationProgramme(Guid.CreateVersion7(), head, revision: 1, text, A.Clerk, A.Moment);
        programme.Publish(head, "示例", A.Clerk, A.Moment);
        var database = site.Services.GetRequiredService<IHonorsDatabase>();
        await database.SaveAsync(company, programme);
        await database.SaveAsync(north, south);
        await database.SaveAsync([.. people]);
        var world = new RoundWorld(site, company, north, south, programme, Guid.CreateVersion7()) { People = people };
        var rounds = site.Services.GetRequiredService<NominationRoundCommands>();
        var opened = new RoundText(A.UniqueName("示例轮次"), 4, DateOnly.FromDateTime(DateTime.Today).AddDays(30), "请于截止日前推荐。");
        (await rounds.OpenAsync(CommandStamp.New(A.Clerk), world.Round, programme.Id, company.Id, opened, Stop)).Succeeded.ShouldBeTrue();
        await world.NominateAsync(people[0], north, NominationChoice.First, "企业负责人");
        await world.NominateAsync(people[1], north, NominationChoice.First, "企业负责人");
        await world.NominateAsync(people[2], south, NominationChoice.Reserve, "产业工人");
        return world;

        static Honoree Person(Unit unit)
        {
            var person = A.Honoree(A.UniqueName("推荐"));
            person.Employ(unit.Id, unit.Name, "电解工", new PartialDate(2015));
            return person;
        }
    }

    /// <summary>A draft of the next year's rules.</summary>
    public async Task<Guid> DraftAsync()
    {
        var id = Guid.CreateVersion7();
        var commands = Site.Services.GetRequiredService<ProgrammeCommands>();
        var outcome = await commands.DraftAsync(CommandStamp.New(A.Clerk), id, Programme.Id, Programme.Code, 2027, Stop);
        outcome.Succeeded.ShouldBeTrue(outcome.Message);
        return id;
    }

    public async Task<Guid> NominateAsync(Honoree person, Unit by, NominationChoice choice, params string[] groups)
    {
        var nomination = new NewNomination(Guid.CreateVersion7(), Round, person.Id, CandidateUnitId: null, by.Id, choice, groups);
        var outcome = await Site
            .Services.GetRequiredService<NominationBatchCommands>()
            .NominateAsync(CommandStamp.New(A.Clerk), nomination, Stop);
        outcome.Succeeded.ShouldBeTrue(outcome.Message);
        return nomination.Id;
    }

    /// <summary>The union of a unit; tells of redirects.</summary>
    public async Task<HttpClient> UnionAsync(Unit of) =>
        Site.SignedIn(await Site.Services.CookieAsync(Role.Union, of.Id), followsRedirects: false);

    /// <summary>The union of the group.</summary>
    public async Task<HttpClient> GroupUnionAsync() =>
        Site.SignedIn(await Site.Services.CookieAsync(Role.Union, await RankingWorld.GroupAsync(Site)), followsRedirects: false);

    /// <summary>Who stands where, by name.</summary>
    public async Task<List<string>> PlacesAsync()
    {
        await using var db = Site.OpenDatabase();
        var all = await db
            .Nominations.Where(n => n.RoundId == Round)
            .OrderBy(n => n.Choice)
            .ThenBy(n => n.Rank)
            .Select(n => new
            {
                n.Choice,
                n.Rank,
                n.HonoreeId,
            })
            .ToListAsync(Stop);
        return [.. all.Select(n => $"{n.Choice} {n.Rank} {People.Select((p, i) => (p.Id, i)).First(p => p.Id == n.HonoreeId).i}")];
    }
}
