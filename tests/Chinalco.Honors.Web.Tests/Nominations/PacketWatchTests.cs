using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Identities;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Packets.Snapshots;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Nominations;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Nominations;

/// <summary>Whatever becomes of a fact, the packets that rest on it are found among many, as they are found one by one.</summary>
public sealed class PacketWatchTests(SampleSite site)
{
    private const string Sentence = "提出了三项改进。";

    private static readonly (string What, FactChangeKind Kind, Func<PacketWorld, Task> Happens)[] Changes =
    [
        ("revoked", FactChangeKind.Revoked, world => EndAsync(world, ConferralStatus.Revoked)),
        ("wrong", FactChangeKind.Wrong, world => EndAsync(world, ConferralStatus.Deprecated)),
        ("expired", FactChangeKind.Expired, world => EndAsync(world, ConferralStatus.Expired)),
        ("corrected", FactChangeKind.Corrected, CorrectAsync),
        ("document", FactChangeKind.Corrected, RenameDocumentAsync),
        ("merged", FactChangeKind.Merged, MergeAsync),
        ("moved", FactChangeKind.Corrected, MoveAsync),
        ("roster", FactChangeKind.Corrected, CorrectRosterAsync),
        ("declared", FactChangeKind.Corrected, world => DeclareAsync(world, "5", validUntil: null)),
        ("unlinked", FactChangeKind.Gone, UnlinkAsync),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PacketWatch Tomorrow => new(site.Services.GetRequiredService<IHonorsDatabase>(), new NextDay());

    [Fact]
    public async Task Every_kind_of_change_is_found_among_many_as_it_is_alone()
    {
        var quiet = await PrepareAsync();
        var ranOut = await PrepareAsync(ChinaToday());
        Dictionary<Guid, (string What, FactChangeKind Kind)> expected = new()
        {
            [ranOut.Nomination] = ("ran out", FactChangeKind.Corrected),
        };
        foreach (var (what, kind, happens) in Changes)
        {
            var world = await PrepareAsync();
            await happens(world);
            expected[world.Nomination] = (what, kind);
        }

        await using var db = site.OpenDatabase();
        var found = await Tomorrow.FlaggedAsync(db, [quiet.Nomination, .. expected.Keys], Stop);

        found.ShouldNotContainKey(quiet.Nomination);
        foreach (var (nomination, (what, kind)) in expected)
        {
            found.ShouldContainKey(nomination, what);
            found[nomination].ShouldContain(change => change.Kind == kind, what);
            var alone = (await Tomorrow.FlaggedAsync(db, [nomination], Stop))[nomination];
            alone.SequenceEqual(found[nomination]).ShouldBeTrue(what);
        }
    }

    [Fact]
    public async Task What_runs_out_after_a_nomination_was_sent_off_is_no_change()
    {
        var world = await PrepareAsync(ChinaToday());
        await using var db = site.OpenDatabase();
        await db
            .Nominations.Where(n => n.Id == world.Nomination)
            .ExecuteUpdateAsync(
                n => n.SetProperty(x => x.Stage, NominationStage.Submitted).SetProperty(x => x.StageSince, DateTimeOffset.UtcNow),
                Stop
            );

        (await Tomorrow.FlaggedAsync(db, [world.Nomination], Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_unit_that_is_renamed_is_told_and_a_decided_nomination_is_not()
    {
        var world = await PacketWorld.PrepareAsync(site);
        await using var db = site.OpenDatabase();
        var of = world.Base.Unit.Id;
        await db
            .Nominations.Where(n => n.Id == world.Nomination)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.HonoreeId, (Guid?)null).SetProperty(x => x.CandidateUnitId, of), Stop);
        await MakeAsync(world);
        (await Tomorrow.FlaggedAsync(db, [world.Nomination], Stop)).ShouldBeEmpty();

        await db.Units.Where(u => u.Id == of).ExecuteUpdateAsync(u => u.SetProperty(x => x.Name, "改名示例厂"), Stop);

        (await Tomorrow.FlaggedAsync(db, [world.Nomination], Stop))[world.Nomination]
            .ShouldHaveSingleItem()
            .Kind.ShouldBe(FactChangeKind.Corrected);
        await db
            .Nominations.Where(n => n.Id == world.Nomination)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.Stage, NominationStage.Decided), Stop);
        (await Tomorrow.FlaggedAsync(db, [world.Nomination], Stop)).ShouldBeEmpty();
    }

    private static DateOnly ChinaToday() => CoursePagesWorld.Today;

    /// <summary>A nomination with an honour, a personnel file, a declared fact and a printed sentence, and a packet that holds them.</summary>
    private async Task<PacketWorld> PrepareAsync(DateOnly? validUntil = null)
    {
        var world = await PacketWorld.PrepareAsync(site);
        var name = world.Base.Person.Name;
        var file = A.SourceFile();
        var article = A.Article(file, $"{name}{Sentence}");
        var database = site.Services.GetRequiredService<IHonorsDatabase>();
        await database.SaveAsync(file);
        await database.SaveAsync(article);
        await database.SaveAsync(new Mention(Guid.CreateVersion7(), article.Id, MentionKind.Person, 0, name.Length, world.Base.Person.Id));
        await DeclareAsync(world, "3", validUntil);
        await MakeAsync(world);
        return world;
    }

    private static async Task MakeAsync(PacketWorld world)
    {
        using var union = await world.UnionAsync();
        using var made = await world.MakeAsync(union);
        made.LeadsTo().ShouldBe($"{world.Page}?done=made", await made.TextAsync());
    }

    private static async Task EndAsync(PacketWorld world, ConferralStatus status)
    {
        var end = new EndConferral(CommandStamp.New(A.Clerk), world.Base.Conferral, status, "示例理由");
        await DoneAsync(Of<IRegistry>(world).SendAsync(world.Base.Award.Id, end, Stop));
    }

    private static async Task CorrectAsync(PacketWorld world)
    {
        var facts = A.Facts(2023, documentId: world.Base.Document.Id) with { AwardAsPrinted = world.Base.Award.Name };
        var correct = new CorrectConferral(CommandStamp.New(A.Clerk, "年份有误"), world.Base.Conferral, facts);
        await DoneAsync(Of<IRegistry>(world).SendAsync(world.Base.Award.Id, correct, Stop));
    }

    private static async Task RenameDocumentAsync(PacketWorld world)
    {
        await using var db = world.Base.Site.OpenDatabase();
        await db
            .Documents.Where(d => d.Id == world.Base.Document.Id)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.Number, A.UniqueName("改发")), Stop);
    }

    private static async Task MergeAsync(PacketWorld world)
    {
        var (kept, absorbed) = (world.Base.Twin.Id, world.Base.Person.Id);
        await using var db = world.Base.Site.OpenDatabase();
        var seen = (await TwoEntries.LoadAsync(db, kept, absorbed, Stop)).ShouldNotBeNull().Digest;
        await DoneAsync(
            Of<IdentityCommands>(world).MergeAsync(kept, absorbed, MergeChoices.None, seen, CommandStamp.New(A.Clerk, "同一人"), Stop)
        );
    }

    private static async Task MoveAsync(PacketWorld world)
    {
        await using var db = world.Base.Site.OpenDatabase();
        await db
            .Employments.Where(e => e.HonoreeId == world.Base.Person.Id)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Position, "班长"), Stop);
    }

    private static async Task CorrectRosterAsync(PacketWorld world)
    {
        await using var db = world.Base.Site.OpenDatabase();
        await db
            .PersonnelFiles.Where(f => f.HonoreeId == world.Base.Person.Id)
            .ExecuteUpdateAsync(f => f.SetProperty(x => x.PoliticalStatus, "群众"), Stop);
    }

    private static async Task DeclareAsync(PacketWorld world, string value, DateOnly? validUntil)
    {
        await using var db = world.Base.Site.OpenDatabase();
        var seen = await db.Nominations.Where(n => n.Id == world.Nomination).Select(n => n.Version).SingleAsync(Stop);
        var stamp = new CourseStamp(CommandStamp.New(A.Clerk), world.Nomination, seen);
        await DoneAsync(
            Of<NominationPaperCommands>(world).DeclareAsync(stamp, "创新成果数", new FactTold(value, "成果证书", validUntil), Stop)
        );
    }

    private static async Task UnlinkAsync(PacketWorld world)
    {
        await using var db = world.Base.Site.OpenDatabase();
        await db.Mentions.Where(m => m.HonoreeId == world.Base.Person.Id).ExecuteDeleteAsync(Stop);
    }

    private static T Of<T>(PacketWorld world)
        where T : notnull => world.Base.Site.Services.GetRequiredService<T>();

    private static async Task DoneAsync(Task<CommandOutcome> command)
    {
        var outcome = await command;
        outcome.Succeeded.ShouldBeTrue(outcome.Message);
    }

    private sealed class NextDay : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => TimeProvider.System.GetUtcNow().AddDays(1);
    }
}
