using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Tests.Nominations;

/// <summary>One nomination in a round whose programme asks for two levels of publicity and two bodies, and a clock to be moved.</summary>
internal sealed class CourseWorld
{
    public const string Discipline = "纪检监察";
    public const string Safety = "安全环保";

    private const string Holidays = """
        year: 2025
        source: 国务院办公厅关于2025年部分节假日安排的通知
        holidays:
        - { name: 国庆节、中秋节, from: 2025-10-01, to: 2025-10-08 }
        workdays: [2025-09-28, 2025-10-11]
        """;

    public static readonly CandidateStanding Clear = new(Bar: null, Open: 0);

    private CourseWorld(TemporaryDatabase database, TestClock clock)
    {
        var transaction = new CommandTransaction(database, clock);
        (Database, Clock) = (database, clock);
        (Course, Papers) = (new NominationCourseCommands(transaction), new NominationPaperCommands(transaction));
        (Publicity, Results) = (new PublicityCommands(transaction), new NominationResultCommands(transaction));
        Packets = new PacketCommands(transaction);
    }

    public TemporaryDatabase Database { get; }

    public TestClock Clock { get; }

    public NominationCourseCommands Course { get; }

    public NominationPaperCommands Papers { get; }

    public PublicityCommands Publicity { get; }

    public NominationResultCommands Results { get; }

    public PacketCommands Packets { get; }

    public Honoree Person { get; } = A.Honoree();

    public Award Award { get; } = new(Guid.CreateVersion7(), "W900", "示例标兵", AwardLevel.Group, AwardFamily.ModelWorker, "示例集团");

    public Guid Round { get; } = Guid.CreateVersion7();

    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>The day in China that the clock shows.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.Now.AddHours(8).Date);

    public static async Task<CourseWorld> CreateAsync()
    {
        var world = new CourseWorld(await TemporaryDatabase.CreateAsync(), new TestClock());
        world.GoTo(new DateOnly(2025, 9, 22));
        var (unit, head) = (A.Unit(), new ProgrammeHead("sample", 2025, "2025年示例标兵", CandidateKind.Person));
        var programme = new NominationProgramme(Guid.CreateVersion7(), head, revision: 1, Rules(world.Award.Code!), A.Clerk, A.Moment);
        programme.Publish(head, "示例", A.Clerk, A.Moment);
        await world.Database.SaveAsync(unit, programme, world.Award, world.Person);
        await world.Database.SaveAsync(new WorkingDayYear(2025, Holidays, A.Clerk, A.Moment));
        var text = new RoundText("示例轮次", 3, new DateOnly(2025, 12, 31), "");
        await world.Database.SaveAsync(new NominationRound(world.Round, programme.Id, unit.Id, text, A.Clerk, A.Moment));
        await world.Database.SaveAsync(
            new Nomination(
                new NominationDraft(world.Id, world.Round, world.Person.Id, CandidateUnitId: null, unit.Id, NominationChoice.First, 1, []),
                A.Clerk,
                A.Moment
            )
        );
        return world;
    }

    /// <summary>Moves the clock to the morning of a later day.</summary>
    public void GoTo(DateOnly day) => Clock.Advance(new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.FromHours(8)) - Clock.Now);

    /// <summary>A stamp of somebody who sees the nomination as it is.</summary>
    public async Task<CourseStamp> SeenAsync(string? reason = null) =>
        new(CommandStamp.New(A.Clerk, reason), Id, (await ReadAsync()).Version);

    public async Task<Nomination> ReadAsync()
    {
        await using var db = Database.Open();
        return await db.Nominations.AsNoTracking().SingleAsync(n => n.Id == Id);
    }

    public async Task<NominationCourse> LoadAsync()
    {
        await using var db = Database.Open();
        return (await NominationCourse.LoadAsync(db, Id, TestContext.Current.CancellationToken))!;
    }

    /// <param name="changes">How many facts of the last packet are found to be changed.</param>
    public async Task<CommandOutcome> GoOnAsync(CandidateStanding? standing = null, string? text = null, int changes = 0)
    {
        var course = await LoadAsync();
        var judged = course.LastPacket is { } packet ? new JudgedPacket(packet.Id, changes) : null;
        return await Course.AdvanceAsync(await SeenAsync(), course.Nomination.Stage, standing ?? Clear, text, judged);
    }

    /// <summary>Makes a packet that rests on nothing.</summary>
    /// <returns>The packet.</returns>
    public async Task<Guid> MakePacketAsync(int pending = 0)
    {
        var (id, zip) = (Guid.CreateVersion7(), new PacketZip(new string('c', 64), 1));
        var made = await Packets.FreezeAsync(CommandStamp.New(A.Clerk), id, Id, (await ReadAsync()).Version, zip, [], pending);
        made.Succeeded.ShouldBeTrue(made.Message);
        return id;
    }

    /// <summary>Goes on as far as a stage, with everything that is asked for on the way.</summary>
    public async Task ReachAsync(NominationStage stage)
    {
        for (var at = (await ReadAsync()).Stage; at < stage; at = (await ReadAsync()).Stage)
        {
            await FulfilAsync(at);
            var outcome = await GoOnAsync();
            outcome.Succeeded.ShouldBeTrue(outcome.Message);
        }
    }

    public async Task<CommandOutcome> VoteAsync(int present = 28, int inFavour = 26, bool withMinutes = true) =>
        await Papers.VoteAsync(await SeenAsync(), new VoteFacts("职代会", Today, 30, present, inFavour, withMinutes ? Scan('a') : null));

    public async Task<CommandOutcome> PutUpAsync(string level) => await Publicity.PutUpAsync(await SeenAsync(), level, Today, "公告栏");

    public async Task<CommandOutcome> ConsultAsync(string body, bool agrees = true, DateOnly? validUntil = null)
    {
        var asked = await Papers.AskAsync(await SeenAsync(), body, Today);
        asked.Succeeded.ShouldBeTrue(asked.Message);
        var id = (await LoadAsync()).ConsultationOf(body)!.Id;
        return await Papers.AnswerAsync(await SeenAsync(), id, new ConsultationAnswer(Today, "已回复", agrees, validUntil, Scan('b')));
    }

    /// <summary>The honour that the nominee received.</summary>
    public async Task<Guid> ConferAsync(Honoree? to = null)
    {
        var conferral = new Conferral(Guid.CreateVersion7(), Award.Id, A.Facts(2025), [A.Person((to ?? Person).Id)], A.Moment);
        await Database.SaveAsync(conferral);
        return conferral.Id;
    }

    private async Task FulfilAsync(NominationStage stage)
    {
        switch (stage)
        {
            case NominationStage.Assembly:
                (await VoteAsync()).Succeeded.ShouldBeTrue();
                break;
            case NominationStage.Publicity:
                foreach (var level in (await LoadAsync()).LevelsToPutUp.ToList())
                {
                    var outcome = await PutUpAsync(level.Name);
                    outcome.Succeeded.ShouldBeTrue(outcome.Message);
                    GoTo((await LoadAsync()).Publicities[^1].Until.AddDays(1));
                }

                break;
            case NominationStage.Consultation:
                (await ConsultAsync(Discipline)).Succeeded.ShouldBeTrue();
                (await ConsultAsync(Safety)).Succeeded.ShouldBeTrue();
                break;
            case NominationStage.ReadyToSubmit:
                await MakePacketAsync();
                break;
            default:
                break;
        }
    }

    private static ScanFacts Scan(char letter) => new("扫描件.pdf", new string(letter, 64), "application/pdf", 1);

    private static string Rules(string award) =>
        $$"""
            code: sample
            year: 2025
            name: 2025年示例标兵
            candidates: person
            awards: [{{award}}]
            sources: { notice: 示例通知 }
            rules:
            - { rule: the-candidate-is-in-service, source: notice, clause: 在职职工 }
            publicity:
            - { name: 所在单位, working-days: 5 }
            - { name: 集团, days: 5 }
            consultations: [{{Discipline}}, {{Safety}}]
            """;
}
