using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Ingestion.Desk;
using Chinalco.Honors.Ingestion.Rereading;
using Chinalco.Honors.Ingestion.Tests.Jobs;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Tests.Rereading;

/// <summary>A round of re-reading shows what would differ, and an editor has it applied, in part or whole, or put away.</summary>
public sealed class RoundTests
{
    private const string Notice = """
        关于表彰2024年度青禾铝业劳动模范的决定
        各单位：
        经研究，决定授予下列同志“2024年度青禾铝业劳动模范”称号。
        附件：劳动模范名单
        1．许牧川　青禾铝业电解车间电解工
        2．蒲清和　青禾铝业化验室化验员
        青禾铝业有限公司
        2025年1月16日
        """;

    private static CommandStamp Stamp() => CommandStamp.New(IngestWorld.Editor);

    private static RoundChoice Everything { get; } = new(Changes: null, Units: null);

    [Fact]
    public async Task What_is_read_as_before_makes_no_difference()
    {
        var world = await IngestWorld.BeginAsync();
        await using (world)
        {
            await world.IngestAsync("名单.txt", Notice);

            await ReadAnewAsync(world);

            (await ChangesAsync(world)).ShouldBeEmpty();
            (await world.ConferralsAsync()).Count.ShouldBe(2);
        }
    }

    [Fact]
    public async Task What_the_lexicon_has_learned_is_shown_before_anything_changes()
    {
        var world = await WithOneLostAndOneInventedAsync();
        await using (world)
        {
            await RaiseLevelAsync(world);
            var before = (await world.FindingsAsync()).ConvertAll(f => (f.Id, f.State, f.Level));

            await ReadAnewAsync(world);

            var changes = await ChangesAsync(world);
            changes.Select(c => c.Kind).ShouldBe([ChangeKind.Added, ChangeKind.Changed, ChangeKind.Withdrawn], ignoreOrder: true);
            changes.ShouldAllBe(c => c.State == ChangeState.Open);
            (await world.FindingsAsync()).ConvertAll(f => (f.Id, f.State, f.Level)).ShouldBe(before);
            var changed = changes.Single(c => c.Kind == ChangeKind.Changed);
            (changed.Before!.Claim.Level, changed.After!.Claim.Level).ShouldBe((AwardLevel.Enterprise, AwardLevel.Group));
        }
    }

    [Fact]
    public async Task Applied_as_a_whole_twice_it_is_applied_once_and_leaves_the_honour_alone()
    {
        var world = await WithOneLostAndOneInventedAsync();
        await using (world)
        {
            var round = await ReadAnewAsync(world);
            var stamp = Stamp();

            var first = await world.Rounds.ApplyAsync(round, Everything, stamp);
            await world.WorkAsync();
            var same = await world.Rounds.ApplyAsync(round, Everything, stamp);
            var again = await world.Rounds.ApplyAsync(round, Everything, Stamp());
            await world.WorkAsync();

            first.Result.ShouldBe(CommandResult.Applied);
            same.ShouldBe(first);
            again.Rule.ShouldBe(nameof(SomethingIsChosen));
            await ShouldBeAppliedAsync(world);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_commit_it_is_applied_once(bool afterCommit)
    {
        // The commits of the whole round: comparing, choosing, applying, confirming, finishing. Past the last one, nothing breaks any more.
        for (var commit = 1; ; commit++)
        {
            var crash = new CrashAtCommit();
            var world = await WithOneLostAndOneInventedAsync(crash);
            await using (world)
            {
                crash.At(commit, afterCommit);
                var id = Guid.NewGuid();
                var stamp = Stamp();
                await OnceMoreAsync(() => world.Rounds.BeginAsync(id, new RoundWish(RoundScope.All), IngestWorld.Editor));
                await OnceMoreAsync(world.WorkAsync);
                await OnceMoreAsync(() => world.Rounds.ApplyAsync(id, Everything, stamp));
                await OnceMoreAsync(world.WorkAsync);

                await ShouldBeAppliedAsync(world);
                (await world.AllAsync(db => db.IngestionJobs)).ShouldAllBe(j => j.State == JobState.Done);
                if (!crash.HasCrashed)
                {
                    commit.ShouldBeGreaterThan(6);
                    return;
                }
            }
        }
    }

    [Fact]
    public async Task One_change_alone_is_applied_and_the_others_stay_open()
    {
        var world = await WithOneLostAndOneInventedAsync();
        await using (world)
        {
            var round = await ReadAnewAsync(world);
            var added = (await ChangesAsync(world)).Single(c => c.Kind == ChangeKind.Added);

            await world.Rounds.ApplyAsync(round, new RoundChoice([added.Id], Units: null), Stamp());
            await world.WorkAsync();

            var changes = await ChangesAsync(world);
            changes.Single(c => c.Kind == ChangeKind.Added).State.ShouldBe(ChangeState.Applied);
            changes.Where(c => c.Kind != ChangeKind.Added).ShouldAllBe(c => c.State == ChangeState.Open);
        }
    }

    [Fact]
    public async Task An_honour_whose_finding_is_read_no_more_goes_only_by_an_editors_own_word()
    {
        var world = await IngestWorld.BeginAsync();
        await using (world)
        {
            await world.IngestAsync("名单.txt", Notice);
            await InventAsync(world, FindingState.Confirmed);
            var round = await ReadAnewAsync(world);
            var change = (await ChangesAsync(world)).ShouldHaveSingleItem();
            change.TouchesConferral.ShouldBeTrue();

            var all = await world.Rounds.ApplyAsync(round, Everything, Stamp());
            (await world.ConferralsAsync()).ShouldAllBe(c => c.Status == ConferralStatus.Confirmed);
            await world.Rounds.ApplyAsync(round, new RoundChoice([change.Id], Units: null), Stamp());
            await world.WorkAsync();

            all.Rule.ShouldBe(nameof(SomethingIsChosen));
            (await world.ConferralsAsync()).Count(c => c.Status == ConferralStatus.Deprecated).ShouldBe(1);
            (await world.FindingsAsync()).Single(f => f.RecipientName == "无名氏").State.ShouldBe(FindingState.Withdrawn);
        }
    }

    [Fact]
    public async Task What_an_editor_decided_stays_decided()
    {
        var world = await IngestWorld.BeginAsync();
        await using (world)
        {
            await world.IngestAsync("名单.txt", Notice);
            var (taken, kept) = ((await world.FindingsAsync())[0], (await world.FindingsAsync())[1]);
            await world.Desk.UndoAsync(On(taken));
            await world.Desk.RejectAsync(On(await NowAsync(world, taken)), "不是授予");
            await world.Desk.UndoAsync(On(kept));
            var now = await NowAsync(world, kept);
            await world.Desk.AcceptAsync(On(now), now.Claim with { Level = AwardLevel.Group, Year = 2023 });

            await ReadAnewAsync(world);

            (await ChangesAsync(world)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task What_somebody_decided_in_the_meantime_is_not_overwritten()
    {
        var world = await WithOneLostAndOneInventedAsync();
        await using (world)
        {
            var round = await ReadAnewAsync(world);
            var invented = (await world.FindingsAsync()).Single(f => f.RecipientName == "无名氏");
            await world.Desk.RejectAsync(On(invented), "查无此人");

            await world.Rounds.ApplyAsync(round, Everything, Stamp());
            await world.WorkAsync();

            (await ChangesAsync(world)).Single(c => c.Kind == ChangeKind.Withdrawn).State.ShouldBe(ChangeState.Overtaken);
            (await NowAsync(world, invented)).State.ShouldBe(FindingState.Rejected);
        }
    }

    [Fact]
    public async Task Two_rounds_of_the_same_file_add_a_finding_once()
    {
        var world = await WithOneLostAndOneInventedAsync();
        await using (world)
        {
            var (first, second) = (await ReadAnewAsync(world), await ReadAnewAsync(world));

            foreach (var round in new[] { first, second })
            {
                await world.Rounds.ApplyAsync(round, Everything, Stamp());
                await world.WorkAsync();
            }

            await ShouldBeAppliedAsync(world);
        }
    }

    [Fact]
    public async Task A_round_that_is_put_away_is_never_applied()
    {
        var world = await WithOneLostAndOneInventedAsync();
        await using (world)
        {
            var round = await ReadAnewAsync(world);
            await world.Rounds.DiscardAsync(round, units: null, Stamp());

            var outcome = await world.Rounds.ApplyAsync(round, Everything, Stamp());

            outcome.Rule.ShouldBe(nameof(TheRoundIsOpen));
            (await ChangesAsync(world)).ShouldAllBe(c => c.State == ChangeState.Dismissed);
            (await world.FindingsAsync()).ShouldContain(f => f.RecipientName == "无名氏" && f.State == FindingState.Waiting);
        }
    }

    [Fact]
    public async Task An_editor_of_one_unit_applies_what_belongs_to_it()
    {
        var world = await WithOneLostAndOneInventedAsync();
        await using (world)
        {
            var round = await ReadAnewAsync(world);

            await world.Rounds.ApplyAsync(round, new RoundChoice(Changes: null, [world.Unit.Id]), Stamp());
            await world.WorkAsync();

            var changes = await ChangesAsync(world);
            changes.ShouldAllBe(c => (c.State == ChangeState.Applied) == (c.UnitId == world.Unit.Id));
            changes.Select(c => c.UnitId).Distinct().Count().ShouldBe(2);
        }
    }

    private static Decision On(Finding finding) => new(finding.Id, finding.Round, Guid.CreateVersion7(), IngestWorld.Editor);

    private static async Task<Finding> NowAsync(IngestWorld world, Finding finding) =>
        (await world.FindingsAsync()).Single(f => f.Id == finding.Id);

    private static Task<List<RoundChange>> ChangesAsync(IngestWorld world) => world.AllAsync(db => db.RoundChanges.AsNoTracking());

    private static async Task<Guid> ReadAnewAsync(IngestWorld world)
    {
        var id = Guid.NewGuid();
        (await world.Rounds.BeginAsync(id, new RoundWish(RoundScope.All), IngestWorld.Editor)).Succeeded.ShouldBeTrue();
        await world.WorkAsync();
        (await world.AllAsync(db => db.IngestionJobs)).ShouldAllBe(j => j.State == JobState.Done);
        return id;
    }

    /// <summary>As if yesterday's lexicon had not known one of the recipients and had read one that is not there.</summary>
    private static async Task<IngestWorld> WithOneLostAndOneInventedAsync(
        params Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor[] crash
    )
    {
        var world = await IngestWorld.BeginAsync(crash);
        await world.IngestAsync("名单.txt", Notice);
        var lost = (await world.FindingsAsync()).Single(f => f.RecipientName == "蒲清和");
        await world.Desk.UndoAsync(On(lost));
        var db = world.Database.Open();
        await using (db)
        {
            await db.Findings.Where(f => f.Id == lost.Id).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        }

        await InventAsync(world, FindingState.Waiting);
        return world;
    }

    private static async Task InventAsync(IngestWorld world, FindingState state)
    {
        var like = (await world.FindingsAsync()).First();
        var claim = like.Claim with { RecipientName = "无名氏", UnitText = null, UnitName = null, HonoreeId = null };
        var proof = new FindingProof(like.Start, like.End, like.Quote, "winner-list-row", 0.6, "单位不明。");
        var finding = new Finding(
            Guid.NewGuid(),
            like.ArticleId,
            99,
            FindingKind.Conferral,
            claim,
            proof,
            safe: state == FindingState.Confirmed
        );
        await world.Database.SaveAsync(finding);
        if (state == FindingState.Confirmed)
        {
            await world.ConfirmAsync(finding);
        }
    }

    /// <summary>Somebody sets the award's level in the catalogue, and what was read of the first recipient waits for an editor.</summary>
    private static async Task RaiseLevelAsync(IngestWorld world)
    {
        var db = world.Database.Open();
        await using (db)
        {
            await db.Awards.ExecuteUpdateAsync(
                set => set.SetProperty(a => a.Level, AwardLevel.Group),
                TestContext.Current.CancellationToken
            );
        }
    }

    private static async Task ShouldBeAppliedAsync(IngestWorld world)
    {
        var findings = await world.FindingsAsync();
        findings
            .OrderBy(f => f.RecipientName, StringComparer.Ordinal)
            .Select(f => (f.RecipientName, f.State))
            .ShouldBe(
                [("无名氏", FindingState.Withdrawn), ("蒲清和", FindingState.Confirmed), ("许牧川", FindingState.Confirmed)],
                ignoreOrder: true
            );
        (await world.ConferralsAsync()).Count(c => c.Status == ConferralStatus.Confirmed).ShouldBe(2);
        (await ChangesAsync(world)).Count(c => c.State == ChangeState.Applied).ShouldBe(2);
        var audited = await world.AllAsync(db => db.AuditRecords.Select(a => a.Action));
        audited.Count(a => a == "finding.withdraw").ShouldBe(1);
        audited.Count(a => a == "finding.add").ShouldBe(1);
    }

    /// <summary>Does it again, as the next process does, when a crash ended it.</summary>
    private static async Task OnceMoreAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (CrashException)
        {
            await act();
        }
    }
}
