using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Tests.Nominations;

/// <summary>A nomination goes from stage to stage when everything its programme asks for is there, and back when somebody says why.</summary>
public sealed class NominationCourseTests : IAsyncLifetime
{
    private CourseWorld world = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => world = await CourseWorld.CreateAsync();

    public ValueTask DisposeAsync() => world.Database.DisposeAsync();

    [Fact]
    public async Task A_nomination_goes_the_whole_way_and_every_step_is_told()
    {
        await world.ReachAsync(NominationStage.Submitted);

        var course = await world.LoadAsync();
        course
            .Notes.Where(n => n.Kind == NominationNoteKind.Moved)
            .Select(n => n.Stage)
            .ShouldBe([
                NominationStage.UnitReview,
                NominationStage.Assembly,
                NominationStage.Publicity,
                NominationStage.Consultation,
                NominationStage.ReadyToSubmit,
                NominationStage.Submitted,
            ]);
        (await world.Database.ChainOfAsync(world.Id)).Count(r => r.Action == "nomination.advance").ShouldBe(6);
        course.Next.ShouldBeNull();
    }

    [Fact]
    public async Task A_step_sent_twice_is_taken_once_and_whoever_saw_an_older_state_changes_nothing()
    {
        var stamp = await world.SeenAsync();
        (
            await world.Course.AdvanceAsync(stamp, NominationStage.Draft, CourseWorld.Clear, "提交审核", cancellationToken: Stop)
        ).Succeeded.ShouldBeTrue();

        var again = await world.Course.AdvanceAsync(stamp, NominationStage.Draft, CourseWorld.Clear, "提交审核", cancellationToken: Stop);
        var late = await world.Course.CommentAsync(stamp with { Command = CommandStamp.New(A.Clerk) }, "意见", Stop);

        again.Result.ShouldBe(CommandResult.Applied);
        late.Rule.ShouldBe(nameof(NobodyChangedItMeanwhile));
        (await world.ReadAsync()).Stage.ShouldBe(NominationStage.UnitReview);
        (await world.LoadAsync()).Notes.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_is_barred_goes_no_further_and_open_clauses_are_explained()
    {
        await world.ReachAsync(NominationStage.UnitReview);

        (await world.GoOnAsync(new CandidateStanding("荣誉被撤销", 1))).Rule.ShouldBe(nameof(NothingBarsTheCandidate));
        (await world.GoOnAsync(new CandidateStanding(null, 2))).Rule.ShouldBe(nameof(OpenClausesAreExplained));
        (await world.GoOnAsync(new CandidateStanding(null, 2), "证明材料随后补充")).Succeeded.ShouldBeTrue();
    }

    [Theory]
    [InlineData(19, 19, true, nameof(TheVoteCarries))]
    [InlineData(28, 15, true, nameof(TheVoteCarries))]
    [InlineData(28, 16, false, nameof(TheMinutesAreAttached))]
    public async Task A_vote_needs_its_quorum_its_majority_and_its_minutes(int present, int inFavour, bool withMinutes, string rule)
    {
        await world.ReachAsync(NominationStage.Assembly);
        (await world.GoOnAsync()).Rule.ShouldBe(nameof(ABodyHasVoted));

        (await world.VoteAsync(present, inFavour, withMinutes)).Succeeded.ShouldBeTrue();

        (await world.GoOnAsync()).Rule.ShouldBe(rule);
        (await world.VoteAsync()).Succeeded.ShouldBeTrue();
        (await world.GoOnAsync()).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_nomination_that_was_sent_back_is_voted_on_and_shown_anew()
    {
        await world.ReachAsync(NominationStage.Publicity);
        await world.PutUpAsync("所在单位");
        world.GoTo(world.Today.AddDays(1));

        var back = await world.Course.ReturnAsync(await world.SeenAsync("事迹有误"), NominationStage.Draft, Stop);

        back.Succeeded.ShouldBeTrue(back.Message);
        var course = await world.LoadAsync();
        course.Publicities.ShouldHaveSingleItem().TakenDownAt.ShouldNotBeNull();
        course.Notes[^1].Text.ShouldContain("事迹有误");
        world.GoTo(world.Today.AddDays(1));
        await world.GoOnAsync();
        await world.GoOnAsync();
        (await world.GoOnAsync()).Rule.ShouldBe(nameof(ABodyHasVoted));
    }

    [Fact]
    public async Task Nobody_is_sent_back_or_withdrawn_without_a_reason()
    {
        await world.ReachAsync(NominationStage.UnitReview);

        (await world.Course.ReturnAsync(await world.SeenAsync(), NominationStage.Draft, Stop)).Succeeded.ShouldBeFalse();
        (await world.Course.ReturnAsync(await world.SeenAsync("改"), NominationStage.Assembly, Stop)).Rule.ShouldBe(
            nameof(ANominationGoesBackToAnEarlierStage)
        );
        (await world.Course.WithdrawAsync(await world.SeenAsync(), Stop)).Succeeded.ShouldBeFalse();
        (await world.Course.WithdrawAsync(await world.SeenAsync("本人放弃"), Stop)).Succeeded.ShouldBeTrue();
        (await world.Course.CommentAsync(await world.SeenAsync(), "意见", Stop)).Rule.ShouldBe(nameof(ANominationIsLive));
    }

    [Fact]
    public async Task A_body_that_disagrees_or_whose_answer_ran_out_holds_the_nomination_up()
    {
        await world.ReachAsync(NominationStage.Consultation);
        var last = world.Today.AddDays(10);
        await world.ConsultAsync(CourseWorld.Discipline, validUntil: last);
        (await world.GoOnAsync()).Rule.ShouldBe(nameof(TheBodyAgrees));
        await world.ConsultAsync(CourseWorld.Safety, agrees: false);
        (await world.LoadAsync()).Missing(world.Today).ShouldHaveSingleItem().ShouldContain("不同意");
        await world.ConsultAsync(CourseWorld.Safety);
        (await world.GoOnAsync()).Succeeded.ShouldBeTrue();

        world.GoTo(last.AddDays(1));
        var refused = await world.GoOnAsync();

        refused.Rule.ShouldBe(nameof(TheBodyAgrees));
        refused.Message!.ShouldContain("到期");
        await world.ConsultAsync(CourseWorld.Discipline);
        await world.MakePacketAsync();
        (await world.GoOnAsync()).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Nothing_is_sent_off_without_a_packet_that_holds_everything_and_is_true()
    {
        await world.ReachAsync(NominationStage.Consultation);
        await world.MakePacketAsync();
        world.GoTo(world.Today.AddDays(1));
        await world.ReachAsync(NominationStage.ReadyToSubmit);
        (await world.LoadAsync()).Missing(world.Today).ShouldContain(missing => missing.Contains("重新生成", StringComparison.Ordinal));
        (await world.GoOnAsync()).Rule.ShouldBe(nameof(ThePacketIsMadeWhenAllIsThere));
        await world.MakePacketAsync(pending: 2);
        (await world.GoOnAsync()).Rule.ShouldBe(nameof(NothingInThePacketIsPending));
        var packet = await world.MakePacketAsync();
        (await world.GoOnAsync(changes: 1)).Rule.ShouldBe(nameof(ThePacketSaysWhatIsSo));

        (await world.GoOnAsync()).Succeeded.ShouldBeTrue();

        var sent = (await world.LoadAsync()).LastPacket!;
        (sent.Id, sent.SubmittedAt).ShouldBe((packet, world.Clock.Now));
    }

    [Fact]
    public async Task A_nomination_without_a_packet_stays_where_it_is()
    {
        await world.ReachAsync(NominationStage.ReadyToSubmit);

        (await world.GoOnAsync()).Rule.ShouldBe(nameof(APacketWasMade));

        (await world.ReadAsync()).Stage.ShouldBe(NominationStage.ReadyToSubmit);
    }

    [Fact]
    public async Task Only_the_packet_that_was_looked_at_is_sent_off()
    {
        await world.ReachAsync(NominationStage.ReadyToSubmit);
        var seen = new JudgedPacket(await world.MakePacketAsync(), Changes: 0);
        await world.MakePacketAsync();

        var sent = await world.Course.AdvanceAsync(
            await world.SeenAsync(),
            NominationStage.ReadyToSubmit,
            CourseWorld.Clear,
            text: null,
            seen,
            Stop
        );

        sent.Rule.ShouldBe(nameof(NoNewerPacketWasMade));
    }

    [Fact]
    public async Task A_nomination_that_was_sent_back_needs_a_new_packet()
    {
        await world.ReachAsync(NominationStage.ReadyToSubmit);
        await world.MakePacketAsync();
        world.GoTo(world.Today.AddDays(1));
        await world.Course.ReturnAsync(await world.SeenAsync("补充意见"), NominationStage.Consultation, Stop);
        await world.ReachAsync(NominationStage.ReadyToSubmit);

        (await world.GoOnAsync()).Rule.ShouldBe(nameof(ThePacketIsMadeWhenAllIsThere));

        await world.MakePacketAsync();
        (await world.GoOnAsync()).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_fact_is_declared_with_its_proof_and_corrected()
    {
        await world.Papers.DeclareAsync(await world.SeenAsync(), "最近一次违纪违法处分", new FactTold("无", "纪委函"), Stop);
        await world.Papers.DeclareAsync(await world.SeenAsync(), "最近一次违纪违法处分", new FactTold("2020-01", "处分决定"), Stop);
        var bare = await world.Papers.DeclareAsync(await world.SeenAsync(), "团龄", new FactTold("5", ""), Stop);

        bare.Succeeded.ShouldBeFalse();
        (await world.LoadAsync()).Facts.ShouldHaveSingleItem().Value.ShouldBe("2020-01");
    }

    [Fact]
    public async Task A_winner_is_named_with_the_honour_received_and_nobody_elses()
    {
        await world.ReachAsync(NominationStage.Submitted);
        var stranger = A.Honoree();
        await world.Database.SaveAsync(stranger);
        var (theirs, own) = (await world.ConferAsync(stranger), await world.ConferAsync());
        var result = new NominationResult(world.Id, (await world.ReadAsync()).Version, NominationOutcome.Conferred, theirs);
        (await world.Results.DecideAsync(CommandStamp.New(A.Clerk), world.Round, [result], Stop)).Rule.ShouldBe(
            nameof(TheHonourIsTheNominees)
        );

        var stamp = CommandStamp.New(A.Clerk);
        var entered = await world.Results.DecideAsync(stamp, world.Round, [result with { ConferralId = own }], Stop);
        var again = await world.Results.DecideAsync(stamp, world.Round, [result with { ConferralId = own }], Stop);

        entered.Succeeded.ShouldBeTrue(entered.Message);
        again.ShouldBe(entered);
        var decided = await world.ReadAsync();
        (decided.Stage, decided.OutcomeConferralId).ShouldBe((NominationStage.Decided, own));
    }

    [Fact]
    public async Task Whoever_did_not_win_stays_in_the_registry_without_an_honour()
    {
        await world.ReachAsync(NominationStage.Submitted);
        var result = new NominationResult(world.Id, (await world.ReadAsync()).Version, NominationOutcome.NotConferred);

        await world.Results.DecideAsync(CommandStamp.New(A.Clerk), world.Round, [result], Stop);

        (await world.ReadAsync()).Outcome.ShouldBe(NominationOutcome.NotConferred);
        await using var db = world.Database.Open();
        (await db.Conferrals.AnyAsync(Stop)).ShouldBeFalse();
    }
}
