using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Tests.Nominations;

/// <summary>Rounds are opened, filled, ordered and closed by their quotas, once each, and nobody overwrites what they have not seen.</summary>
public sealed class RoundCommandsTests : IAsyncLifetime
{
    private NominationWorld world = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => world = await NominationWorld.CreateAsync();

    public ValueTask DisposeAsync() => world.Database.DisposeAsync();

    [Fact]
    public async Task A_round_opens_under_published_rules_alone()
    {
        var draft = new NominationProgramme(
            Guid.CreateVersion7(),
            new ProgrammeHead("sample", 2027, "草稿", CandidateKind.Person),
            revision: 1,
            NominationWorld.Rules,
            A.Clerk,
            A.Moment
        );
        await world.Database.SaveAsync(draft);

        var refused = await world.Rounds.OpenAsync(
            CommandStamp.New(A.Clerk),
            Guid.NewGuid(),
            draft.Id,
            world.Group.Id,
            NominationWorld.Text(),
            Stop
        );

        refused.Rule.ShouldBe(nameof(ARoundOpensUnderPublishedRules));
    }

    [Fact]
    public async Task A_nomination_sent_twice_is_entered_once_and_a_candidate_stands_once()
    {
        var (stamp, nomination) = (CommandStamp.New(A.Clerk), world.For(world.Northerners[0], world.North));
        (await world.Batch.NominateAsync(stamp, nomination, Stop)).Result.ShouldBe(CommandResult.Applied);
        (await world.Batch.NominateAsync(stamp, nomination, Stop)).SubjectId.ShouldBe(nomination.Id);

        var again = await world.Batch.NominateAsync(CommandStamp.New(A.Clerk), world.For(world.Northerners[0], world.Group), Stop);

        again.Rule.ShouldBe(nameof(TheCandidateIsNominatedOnce));
        (await world.Database.ChainOfAsync(nomination.Id)).Select(r => r.Action).ShouldBe(["nomination.enter"]);
        await using var db = world.Database.Open();
        (await db.NominationNotes.CountAsync(n => n.NominationId == nomination.Id, Stop)).ShouldBe(1);
    }

    [Fact]
    public async Task A_unit_nominates_its_own_people_of_the_programmes_kind()
    {
        (await EnterAsync(world.For(world.Northerners[0], world.South))).Rule.ShouldBe(nameof(TheCandidateIsOfTheNominatingUnit));
        (
            await EnterAsync(world.For(world.Northerners[0], world.North) with { HonoreeId = null, CandidateUnitId = world.North.Id })
        ).Rule.ShouldBe(nameof(TheCandidateIsOfTheProgrammesKind));
        (await EnterAsync(world.For(world.Northerners[0], A.Unit()))).Rule.ShouldBe(nameof(TheNominatingUnitIsWithinTheRound));
    }

    [Fact]
    public async Task A_quota_that_is_used_up_refuses_first_choices_and_takes_reserves()
    {
        await AllotAsync(seen: 1, (world.North, 1), (world.South, 2));
        await world.NominateAsync(world.Northerners[0], world.North);

        var refused = await EnterAsync(world.For(world.Northerners[1], world.North));

        refused.Rule.ShouldBe(nameof(TheQuotaIsNotUsedUp));
        refused.Message!.ShouldContain(world.North.Name);
        await world.NominateAsync(world.Northerners[1], world.North, NominationChoice.Reserve);
        (await EnterAsync(world.For(world.Southerners[0], world.Group))).Rule.ShouldBe(nameof(EveryFirstChoiceHasAQuota));
    }

    [Fact]
    public async Task No_more_is_allotted_than_the_round_has_seats()
    {
        (await AllotAsync(seen: 1, (world.North, 2), (world.South, 2))).Rule.ShouldBe(nameof(QuotasFitTheSeats));
        (await AllotAsync(seen: 1, (world.North, 1))).Result.ShouldBe(CommandResult.Applied);
        (await AllotAsync(seen: 1, (world.South, 1))).Rule.ShouldBe(nameof(NobodyChangedItMeanwhile));
        (await AllotAsync(seen: 2, (world.North, 1))).Result.ShouldBe(CommandResult.NothingToDo);
    }

    [Fact]
    public async Task The_batch_is_put_into_an_order_that_names_everybody_once()
    {
        var first = await world.NominateAsync(world.Northerners[0], world.North);
        var second = await world.NominateAsync(world.Southerners[0], world.South);
        var third = await world.NominateAsync(world.Southerners[1], world.South, NominationChoice.Reserve);
        var seen = await VersionAsync();

        (await world.Batch.RankAsync(CommandStamp.New(A.Clerk), world.Round, seen, [third, first], [second], Stop)).Result.ShouldBe(
            CommandResult.Applied
        );
        (await PlacesAsync()).ShouldBe(["First 1 " + third, "First 2 " + first, "Reserve 1 " + second]);
        (await world.Batch.RankAsync(CommandStamp.New(A.Clerk), world.Round, seen, [first], [second, third], Stop)).Rule.ShouldBe(
            nameof(NobodyChangedItMeanwhile)
        );
        (await world.Batch.RankAsync(CommandStamp.New(A.Clerk), world.Round, seen + 1, [first, first], [second], Stop)).Rule.ShouldBe(
            nameof(EverybodyHasOnePlace)
        );
    }

    [Fact]
    public async Task Groups_are_marked_by_whoever_saw_the_nomination_as_it_is()
    {
        var id = await world.NominateAsync(world.Northerners[0], world.North);

        (await world.Batch.MarkAsync(CommandStamp.New(A.Clerk), id, seen: 1, ["科教人员"], Stop)).Version.ShouldBe(2);
        (await world.Batch.MarkAsync(CommandStamp.New(A.Clerk), id, seen: 1, ["产业工人"], Stop)).Rule.ShouldBe(
            nameof(NobodyChangedItMeanwhile)
        );
    }

    [Fact]
    public async Task A_round_that_is_over_or_past_its_deadline_takes_nobody()
    {
        var text = NominationWorld.Text() with { Deadline = NominationWorld.Today.AddDays(-1) };
        (await world.Rounds.WriteAsync(CommandStamp.New(A.Clerk), world.Round, seen: 1, text, Stop)).Result.ShouldBe(CommandResult.Applied);
        (await EnterAsync(world.For(world.Northerners[0], world.North))).Rule.ShouldBe(nameof(NominationsAreStillTaken));

        (await world.Rounds.CloseAsync(CommandStamp.New(A.Clerk), world.Round, seen: 2, Stop)).Result.ShouldBe(CommandResult.Applied);

        (await EnterAsync(world.For(world.Northerners[0], world.North))).Rule.ShouldBe(nameof(TheRoundIsOpen));
        (await AllotAsync(seen: 3, (world.North, 1))).Rule.ShouldBe(nameof(TheRoundIsOpen));
        (await world.Database.ChainOfAsync(world.Round))
            .Select(r => r.Action)
            .ShouldBe(["nomination-round.open", "nomination-round.write", "nomination-round.close"]);
    }

    [Fact]
    public async Task Seats_are_never_fewer_than_first_choices()
    {
        await world.NominateAsync(world.Northerners[0], world.North);
        await world.NominateAsync(world.Northerners[1], world.North);

        var fewer = await world.Rounds.WriteAsync(
            CommandStamp.New(A.Clerk),
            world.Round,
            await VersionAsync(),
            NominationWorld.Text(seats: 1),
            Stop
        );

        fewer.Rule.ShouldBe(nameof(TheSeatsAreEnough));
    }

    private Task<CommandOutcome> EnterAsync(NewNomination nomination) =>
        world.Batch.NominateAsync(CommandStamp.New(A.Clerk), nomination, Stop);

    private Task<CommandOutcome> AllotAsync(long seen, params (Domain.Units.Unit Unit, int Seats)[] quotas) =>
        world.Rounds.AllotAsync(CommandStamp.New(A.Clerk), world.Round, seen, quotas.ToDictionary(q => q.Unit.Id, q => q.Seats), Stop);

    private async Task<long> VersionAsync()
    {
        await using var db = world.Database.Open();
        return await db.NominationRounds.Where(r => r.Id == world.Round).Select(r => r.Version).SingleAsync(Stop);
    }

    private async Task<List<string>> PlacesAsync()
    {
        await using var db = world.Database.Open();
        var all = await db.Nominations.AsNoTracking().OrderBy(n => n.Choice).ThenBy(n => n.Rank).ToListAsync(Stop);
        return [.. all.Select(n => $"{n.Choice} {n.Rank} {n.Id}")];
    }
}
