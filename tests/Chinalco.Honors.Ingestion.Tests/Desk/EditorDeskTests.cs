using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Ingestion.Desk;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Tests.Desk;

public sealed class EditorDeskTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_accepted_becomes_a_conferral_with_its_sentence()
    {
        var world = await DeskWorld.BeginAsync();
        await using (world)
        {
            var finding = await world.WaitingAsync();

            var outcome = await world.Desk.AcceptAsync(DeskWorld.On(finding));

            outcome.Result.ShouldBe(CommandResult.Applied);
            var conferral = (await world.ConferralsAsync()).ShouldHaveSingleItem();
            conferral.Evidence.ShouldHaveSingleItem().Quote.ShouldBe(finding.Quote);
            (await world.NowAsync(finding)).ShouldSatisfyAllConditions(
                f => f.State.ShouldBe(FindingState.Confirmed),
                f => f.DecidedBy.ShouldBe(DeskWorld.Editor.Name),
                f => f.ConferralId.ShouldBe(conferral.Id)
            );
        }
    }

    [Fact]
    public async Task A_decision_sent_twice_is_carried_out_once()
    {
        var world = await DeskWorld.BeginAsync();
        await using (world)
        {
            var decision = DeskWorld.On(await world.WaitingAsync());

            var first = await world.Desk.AcceptAsync(decision);
            var second = await world.Desk.AcceptAsync(decision);

            second.ShouldBe(first);
            (await world.ConferralsAsync()).Count.ShouldBe(1);
        }
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_what_the_first_decided()
    {
        var world = await DeskWorld.BeginAsync();
        await using (world)
        {
            var finding = await world.WaitingAsync();
            await world.Desk.RejectAsync(DeskWorld.On(finding), "只是候选人");

            var outcome = await world.Desk.AcceptAsync(DeskWorld.On(finding) with { By = new Actor("e2", "编辑乙") });

            outcome.Result.ShouldBe(CommandResult.Rejected);
            outcome.Message.ShouldNotBeNull().ShouldContain("编辑甲");
            outcome.Message.ShouldContain("只是候选人");
            (await world.ConferralsAsync()).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Of_editors_at_the_same_moment_one_decides()
    {
        var world = await DeskWorld.BeginAsync();
        await using (world)
        {
            var finding = await world.WaitingAsync();

            var outcomes = await Task.WhenAll(
                Enumerable
                    .Range(0, 6)
                    .Select(i =>
                        i % 2 == 0
                            ? world.Desk.AcceptAsync(DeskWorld.On(finding))
                            : world.Desk.RejectAsync(DeskWorld.On(finding), "不是本人")
                    )
            );

            outcomes.Count(o => o.Succeeded).ShouldBe(1);
            var now = await world.NowAsync(finding);
            (await world.ConferralsAsync()).Count.ShouldBe(now.State == FindingState.Confirmed ? 1 : 0);
        }
    }

    [Fact]
    public async Task The_person_that_the_editor_chose_gets_the_honour()
    {
        var world = await DeskWorld.BeginAsync();
        await using (world)
        {
            var (one, other) = (A.Honoree("齐明远"), A.Honoree("齐明远"));
            await world.Database.SaveAsync(one, other);
            var finding = await world.WaitingAsync();

            await world.Desk.AcceptAsync(DeskWorld.On(finding), finding.Claim with { HonoreeId = other.Id });

            (await world.ConferralsAsync()).ShouldHaveSingleItem().Recipients.ShouldHaveSingleItem().HonoreeId.ShouldBe(other.Id);
        }
    }

    [Fact]
    public async Task A_correction_teaches_the_alias_and_what_waits_is_read_anew()
    {
        var world = await DeskWorld.BeginAsync();
        await using (world)
        {
            var garbled = await world.WaitingAsync(award: "示例厂标兵奖");
            var waits = await world.WaitingAsync("秦望舒", award: "示例厂标兵奖");

            await world.Desk.AcceptAsync(DeskWorld.On(garbled), garbled.Claim with { AwardName = "示例标兵" });

            var learned = await world.NowAsync(waits);
            learned.AwardName.ShouldBe("示例标兵");
            learned.AwardText.ShouldBe("示例厂标兵奖");
            learned.Score.ShouldBeGreaterThan(waits.Score);
            learned.Explanation.ShouldContain("编辑已确认");
            var db = world.Database.Open();
            await using (db)
            {
                var award = await db.Awards.Include(a => a.Aliases).SingleAsync(a => a.Id == world.Award.Id, Stop);
                award.Aliases.Select(a => a.Name).ShouldContain("示例厂标兵奖");
            }
        }
    }

    [Fact]
    public async Task A_person_told_apart_once_is_told_apart_in_the_article()
    {
        var world = await DeskWorld.BeginAsync();
        await using (world)
        {
            var person = A.Honoree("齐明远");
            await world.Database.SaveAsync(person);
            var first = await world.WaitingAsync();
            var second = await world.WaitingAsync(award: "示例能手");

            await world.Desk.AcceptAsync(DeskWorld.On(first), first.Claim with { HonoreeId = person.Id });

            (await world.NowAsync(second)).HonoreeId.ShouldBe(person.Id);
        }
    }

    [Fact]
    public async Task A_rejection_needs_a_reason()
    {
        var world = await DeskWorld.BeginAsync();
        await using (world)
        {
            var finding = await world.WaitingAsync();

            (await world.Desk.RejectAsync(DeskWorld.On(finding), " ")).Result.ShouldBe(CommandResult.Rejected);

            (await world.NowAsync(finding)).State.ShouldBe(FindingState.Waiting);
        }
    }

    [Fact]
    public async Task An_acceptance_taken_back_leaves_no_honour_and_can_be_decided_anew()
    {
        var world = await DeskWorld.BeginAsync();
        await using (world)
        {
            var finding = await world.WaitingAsync();
            await world.Desk.AcceptAsync(DeskWorld.On(finding));

            var undone = await world.Desk.UndoAsync(DeskWorld.On(await world.NowAsync(finding)));
            var again = await world.Desk.AcceptAsync(DeskWorld.On(await world.NowAsync(finding)));

            undone.Result.ShouldBe(CommandResult.Applied);
            again.Result.ShouldBe(CommandResult.Applied);
            var conferrals = await world.ConferralsAsync();
            conferrals.Select(c => c.Status).ShouldBe([ConferralStatus.Deprecated, ConferralStatus.Confirmed], ignoreOrder: true);
        }
    }

    [Fact]
    public async Task Taking_one_report_back_leaves_the_honour_that_another_proves()
    {
        var world = await DeskWorld.BeginAsync();
        await using (world)
        {
            var person = A.Honoree("齐明远");
            var second = A.Article(world.Source, "又讯：齐明远获得2024年度示例标兵。", ordinal: 2);
            await world.Database.SaveAsync(person, second);
            var one = await world.WaitingAsync();
            var other = new Finding(
                Guid.CreateVersion7(),
                second.Id,
                9,
                FindingKind.Conferral,
                one.Claim,
                new FindingProof(0, second.Text.Length, second.Text, "prose", 0.6, "又一处报道。"),
                safe: false
            );
            await world.Database.SaveAsync(other);
            await world.Desk.AcceptAsync(DeskWorld.On(one), one.Claim with { HonoreeId = person.Id });
            await world.Desk.AcceptAsync(DeskWorld.On(other), other.Claim with { HonoreeId = person.Id });

            await world.Desk.UndoAsync(DeskWorld.On(await world.NowAsync(one)));

            var conferral = (await world.ConferralsAsync()).ShouldHaveSingleItem();
            conferral.Status.ShouldBe(ConferralStatus.Confirmed);
            conferral.Evidence.ShouldHaveSingleItem().FindingId.ShouldBe(other.Id);
        }
    }

    [Fact]
    public async Task A_revocation_ends_the_conferral_that_the_editor_means()
    {
        var world = await DeskWorld.BeginAsync();
        await using (world)
        {
            var granted = await world.WaitingAsync();
            await world.Desk.AcceptAsync(DeskWorld.On(granted));
            var conferral = (await world.ConferralsAsync())[0].Id;
            var revoked = await world.WaitingAsync(kind: FindingKind.Revocation);

            var outcome = await world.Desk.AcceptRevocationAsync(DeskWorld.On(revoked), conferral, ConferralStatus.Revoked, "据决定撤销");

            outcome.Succeeded.ShouldBeTrue();
            (await world.ConferralsAsync()).ShouldHaveSingleItem().Status.ShouldBe(ConferralStatus.Revoked);
            (await world.NowAsync(revoked)).State.ShouldBe(FindingState.Confirmed);
        }
    }

    [Fact]
    public async Task Every_decision_stands_in_the_finding_s_audit_chain()
    {
        var world = await DeskWorld.BeginAsync();
        await using (world)
        {
            var finding = await world.WaitingAsync();
            await world.Desk.RejectAsync(DeskWorld.On(finding), "只是候选人");
            await world.Desk.UndoAsync(DeskWorld.On(await world.NowAsync(finding)));
            await world.Desk.AcceptAsync(DeskWorld.On(await world.NowAsync(finding)));

            var db = world.Database.Open();
            await using (db)
            {
                var actions = await db
                    .AuditRecords.Where(a => a.EntityId == finding.Id)
                    .OrderBy(a => a.Sequence)
                    .Select(a => a.Action)
                    .ToListAsync(Stop);
                actions.ShouldBe(["finding.reject", "finding.reopen", "finding.accept"]);
            }
        }
    }
}
