using System.Globalization;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Browser;
using Chinalco.Honors.Web.Tests.Editing;
using Chinalco.Honors.Web.Tests.Hosting;
using Chinalco.Honors.Web.Tests.Press;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Chinalco.Honors.Web.Tests.Nominations;

/// <summary>A company that holds a round, its plant that nominates somebody, and everything that is entered of the nomination.</summary>
internal sealed record CoursePagesWorld(TestSite Site, Unit Company, Unit Plant, Honoree Person, Award Award, Guid Round, Guid Id)
{
    public const string Fact = "最近一次违纪违法处分";
    public const string Body = "纪检监察";

    /// <summary>Pages for the browser; the union of the company opens them.</summary>
    public static readonly Dictionary<string, Func<CoursePagesWorld, Task<string>>> Pages = new(StringComparer.Ordinal)
    {
        ["nomination"] = world => Task.FromResult(world.Page),
        ["nomination voted on"] = async world =>
        {
            await world.ReachAsync(NominationStage.Assembly);
            return world.Page;
        },
        ["nomination shown"] = async world =>
        {
            await world.ShowAndObjectAsync();
            return world.Page;
        },
        ["nomination ready"] = async world =>
        {
            await world.ReachAsync(NominationStage.ReadyToSubmit);
            return world.Page;
        },
        ["nomination with a packet that changed"] = async world =>
        {
            await world.ChangeAfterPacketAsync();
            return world.Page;
        },
        ["what waits"] = async world =>
        {
            await world.ChangeAfterPacketAsync();
            return "/nominations";
        },
        ["publicity"] = async world =>
        {
            await world.PutUpAsync();
            return "/publicity";
        },
        ["nominee shown"] = async world => $"/publicity/{await world.PutUpAsync()}",
        ["nomination's result"] = async world =>
        {
            await world.ReachAsync(NominationStage.Submitted);
            return $"{world.Page}/result?document=new";
        },
        ["round's results"] = async world =>
        {
            await world.ReachAsync(NominationStage.Submitted);
            return $"/nominations/{world.Round}/results";
        },
    };

    public string Page => $"/nominations/of/{Id}";

    /// <summary>The day in China.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));

    public static string TodayText => Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<CoursePagesWorld> PrepareAsync(TestSite site)
    {
        var company = A.Unit(A.UniqueName("进程示例公司"));
        var plant = A.Unit(A.UniqueName("进程示例厂"), company.Id);
        var person = A.Honoree(A.UniqueName("进程"));
        person.Employ(plant.Id, plant.Name, "电解工", new PartialDate(2015));
        var code = A.UniqueName("course-");
        var award = new Award(
            Guid.CreateVersion7(),
            A.UniqueName("C"),
            A.UniqueName("进程示例标兵"),
            AwardLevel.Group,
            AwardFamily.ModelWorker,
            "示例集团"
        );
        var text = $$"""
            code: {{code}}
            year: {{Today.Year}}
            name: 示例标兵（{{code}}）
            candidates: person
            awards: [{{award.Code}}]
            sources: { notice: 示例通知 }
            rules:
            - { rule: the-candidate-is-in-service, source: notice, clause: 评选范围为在职职工 }
            - { rule: nothing-barred-the-candidate-within, fact: {{Fact}}, condition: 近 3 年内没有违纪违法处分, years: 3, source: notice, clause: 影响期内的不得推荐 }
            publicity:
            - { name: 所在单位, working-days: 5 }
            consultations: [{{Body}}]
            """.ReplaceLineEndings("\n");
        var head = new ProgrammeHead(code, Today.Year, $"示例标兵（{code}）", CandidateKind.Person);
        var programme = new NominationProgramme(Guid.CreateVersion7(), head, revision: 1, text, A.Clerk, A.Moment);
        programme.Publish(head, "示例", A.Clerk, A.Moment);
        var database = site.Services.GetRequiredService<IHonorsDatabase>();
        await database.SaveAsync(company, programme, award);
        await database.SaveAsync(plant);
        await database.SaveAsync(person);
        await KnowTheYearsAsync(database);
        var world = new CoursePagesWorld(site, company, plant, person, award, Guid.CreateVersion7(), Guid.CreateVersion7());
        var opened = new RoundText(A.UniqueName("进程轮次"), 2, Today.AddDays(60), "");
        await DoneAsync(
            site.Services.GetRequiredService<NominationRoundCommands>()
                .OpenAsync(CommandStamp.New(A.Clerk), world.Round, programme.Id, company.Id, opened, Stop)
        );
        await DoneAsync(
            site.Services.GetRequiredService<NominationBatchCommands>()
                .NominateAsync(
                    CommandStamp.New(A.Clerk),
                    new NewNomination(world.Id, world.Round, person.Id, null, plant.Id, NominationChoice.First, []),
                    Stop
                )
        );
        return world;
    }

    /// <summary>The union of a unit; tells of redirects.</summary>
    public async Task<HttpClient> UnionAsync(Unit of) =>
        Site.SignedIn(await Site.Services.CookieAsync(Role.Union, of.Id), followsRedirects: false);

    public Task<HttpResponseMessage> VoteAsync(HttpClient union, string inFavour = "26") =>
        EditingWorld.UploadAsync(
            union,
            Page,
            "vote",
            ("纪要.png", Pictures.Png(600, 420)),
            ("Form.Body", "职代会"),
            ("Form.Date", TodayText),
            ("Form.Expected", "30"),
            ("Form.Present", "28"),
            ("Form.InFavour", inFavour)
        );

    /// <summary>Puts the publicity up, as the union would.</summary>
    /// <returns>The publicity.</returns>
    public async Task<Guid> PutUpAsync()
    {
        await ReachAsync(NominationStage.Publicity);
        await DoneAsync(
            Site.Services.GetRequiredService<PublicityCommands>()
                .PutUpAsync(await SeenAsync(), "所在单位", Today, "厂务公开栏、内网公告", Stop)
        );
        return (await LoadAsync()).Publicities[^1].Id;
    }

    /// <summary>Makes a packet over the page, without a story: nothing in it is pending.</summary>
    public async Task MakePacketAsync(HttpClient union)
    {
        using var made = await union.PostFormAsync($"{Page}/packet", "make", ("Form.Kind", "Worker"));
        made.LeadsTo().ShouldBe($"{Page}/packet?done=made", await made.TextAsync());
    }

    /// <summary>As if the publicity had been put up weeks ago.</summary>
    public async Task LetPublicityEndAsync()
    {
        var (from, until) = (Today.AddDays(-12), Today.AddDays(-1));
        await using var db = Site.OpenDatabase();
        await db
            .Publicities.Where(p => p.NominationId == Id)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.From, from).SetProperty(x => x.Until, until), Stop);
    }

    /// <summary>Goes on as far as a stage by commands, with everything that is asked for on the way.</summary>
    public async Task ReachAsync(NominationStage stage)
    {
        for (var at = (await LoadAsync()).Nomination.Stage; at < stage; at = (await LoadAsync()).Nomination.Stage)
        {
            await FulfilAsync(at);
            var judged = (await LoadAsync()).LastPacket is { } packet ? new JudgedPacket(packet.Id, Changes: 0) : null;
            await DoneAsync(
                Site.Services.GetRequiredService<NominationCourseCommands>()
                    .AdvanceAsync(await SeenAsync(), at, new CandidateStanding(null, 0), "材料齐全", judged, Stop)
            );
        }
    }

    public async Task<NominationCourse> LoadAsync()
    {
        await using var db = Site.OpenDatabase();
        return (await NominationCourse.LoadAsync(db, Id, Stop))!;
    }

    /// <summary>The nomination while it is shown, as the company's union sees it.</summary>
    public static async Task<IPage> OpenShownAsync(SampleSite site, Chromium chromium)
    {
        var world = await PrepareAsync(site);
        await world.ShowAndObjectAsync();
        var page = await chromium.OpenAsync(site, Role.Union, unit: world.Company.Id);
        await page.GotoAsync(world.Page);
        return page;
    }

    /// <summary>What waits for the company's union: a nomination whose packet rests on an honour that was taken back.</summary>
    public static async Task<IPage> OpenWaitingAsync(SampleSite site, Chromium chromium)
    {
        var world = await PrepareAsync(site);
        await world.ChangeAfterPacketAsync();
        var page = await chromium.OpenAsync(site, Role.Union, unit: world.Company.Id);
        await page.GotoAsync("/nominations");
        return page;
    }

    /// <summary>A packet is made, then the honour it rests on is taken back.</summary>
    /// <returns>The honour.</returns>
    public async Task<Guid> ChangeAfterPacketAsync()
    {
        var honour = new Conferral(
            Guid.CreateVersion7(),
            Award.Id,
            A.Facts(2021) with
            {
                AwardAsPrinted = Award.Name,
            },
            [A.Person(Person.Id, Plant.Id, Person.Name)],
            A.Moment
        );
        await Site.Services.GetRequiredService<IHonorsDatabase>().SaveAsync(honour);
        await ReachAsync(NominationStage.ReadyToSubmit);
        using (var union = await UnionAsync(Plant))
        {
            await MakePacketAsync(union);
        }

        await DoneAsync(
            Site.Services.GetRequiredService<IRegistry>()
                .SendAsync(Award.Id, new EndConferral(CommandStamp.New(A.Clerk), honour.Id, ConferralStatus.Revoked, "弄虚作假"), Stop)
        );
        return honour.Id;
    }

    private async Task ShowAndObjectAsync()
    {
        var told = new ToldObjection(await PutUpAsync(), "事迹材料中的产量数据与实际不符", Today, "来信");
        await DoneAsync(Site.Services.GetRequiredService<PublicityCommands>().ObjectAsync(await SeenAsync(), told, Stop));
    }

    private async Task FulfilAsync(NominationStage stage)
    {
        var papers = Site.Services.GetRequiredService<NominationPaperCommands>();
        switch (stage)
        {
            case NominationStage.Assembly:
                using (var union = await UnionAsync(Plant))
                {
                    using var vote = await VoteAsync(union);
                    vote.LeadsTo().ShouldBe(Page, await vote.TextAsync());
                }

                break;
            case NominationStage.Publicity:
                if ((await LoadAsync()).LevelsToPutUp.Any())
                {
                    await PutUpAsync();
                }

                await LetPublicityEndAsync();
                break;
            case NominationStage.Consultation:
                await DoneAsync(papers.AskAsync(await SeenAsync(), Body, Today, Stop));
                var asked = (await LoadAsync()).Consultations[^1].Id;
                await DoneAsync(papers.AnswerAsync(await SeenAsync(), asked, new ConsultationAnswer(Today, "同意", Agrees: true), Stop));
                break;
            case NominationStage.ReadyToSubmit:
                using (var union = await UnionAsync(Plant))
                {
                    await MakePacketAsync(union);
                }

                break;
            default:
                break;
        }
    }

    private async Task<CourseStamp> SeenAsync() => new(CommandStamp.New(A.Clerk), Id, (await LoadAsync()).Nomination.Version);

    /// <summary>Terms of five days that begin today end in a year whose calendar is there, whenever the test runs.</summary>
    private static async Task KnowTheYearsAsync(IHonorsDatabase database)
    {
        await using var db = database.Open();
        foreach (var year in (int[])[Today.Year, Today.Year + 1])
        {
            if (!await db.WorkingDayYears.AnyAsync(y => y.Year == year, Stop))
            {
                db.Add(new WorkingDayYear(year, $"year: {year}\nsource: 示例\nholidays: []\nworkdays: []\n", A.Clerk, A.Moment));
            }
        }

        await db.SaveChangesAsync(Stop);
    }

    private static async Task DoneAsync(Task<CommandOutcome> command)
    {
        var outcome = await command;
        outcome.Succeeded.ShouldBeTrue(outcome.Message);
    }
}
