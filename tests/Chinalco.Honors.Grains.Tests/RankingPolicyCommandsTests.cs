using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Rankings;
using Chinalco.Honors.Grains.Tests.Clusters;
using Chinalco.Honors.Testing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Tests;

/// <summary>Policies of rankings are drafted, written and published once each, on record, and nobody overwrites what they have not seen.</summary>
public sealed class RankingPolicyCommandsTests : IAsyncLifetime
{
    private readonly Guid draft = Guid.CreateVersion7();
    private TemporaryDatabase database = null!;
    private RankingPolicyCommands policies = null!;
    private RankingPolicyVersion first = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TemporaryDatabase.CreateAsync();
        policies = new RankingPolicyCommands(new CommandTransaction(database, TimeProvider.System));
        first = (await StoredAsync()).Single();
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public void A_registry_begins_with_the_first_policy_in_force()
    {
        first.Name.ShouldBe("2025-1");
        first.State.ShouldBe(RankingPolicyState.Published);
        first.Weights.IsAs(RankingPolicy.Default.Weights).ShouldBeTrue();
        first.Explanation.ShouldContain("行业级与集团级同分");
    }

    [Fact]
    public async Task A_draft_that_is_begun_twice_is_begun_once_and_recorded_once()
    {
        var stamp = CommandStamp.New(A.Clerk);

        (await policies.DraftAsync(stamp, draft, "2026-1", first.Id)).Result.ShouldBe(CommandResult.Applied);
        (await policies.DraftAsync(stamp, draft, "2026-1", first.Id)).SubjectId.ShouldBe(draft);

        (await StoredAsync()).Count.ShouldBe(2);
        (await database.ChainOfAsync(draft)).Select(r => r.Action).ShouldBe(["ranking-policy.draft"]);
    }

    [Fact]
    public async Task Two_versions_never_share_a_name() =>
        (await policies.DraftAsync(CommandStamp.New(A.Clerk), draft, "2025-1", first.Id)).Rule.ShouldBe(nameof(APolicyNameIsTakenOnce));

    [Fact]
    public async Task Of_two_editors_the_second_is_told_and_overwrites_nothing()
    {
        await BeginAsync();

        (await WriteAsync(seen: 1, "甲的说明")).Version.ShouldBe(2);
        var late = await WriteAsync(seen: 1, "乙的说明");

        late.Rule.ShouldBe(nameof(TheDraftIsAsItWasSeen));
        late.Message!.ShouldContain("别人改过");
        (await OneAsync()).Explanation.ShouldBe("甲的说明");
    }

    [Fact]
    public async Task Writing_the_same_again_leaves_no_record()
    {
        await BeginAsync();
        await WriteAsync(seen: 1, "说明");

        (await WriteAsync(seen: 2, "说明")).Result.ShouldBe(CommandResult.NothingToDo);

        (await database.ChainOfAsync(draft)).Select(r => r.Action).ShouldBe(["ranking-policy.draft", "ranking-policy.write"]);
    }

    [Fact]
    public async Task Publishing_puts_a_version_in_force_and_retires_the_one_before()
    {
        await BeginAsync();
        var stamp = CommandStamp.New(A.Clerk, "年度修订");

        (await policies.PublishAsync(stamp, draft, seen: 1)).Result.ShouldBe(CommandResult.Applied);
        (await policies.PublishAsync(stamp, draft, seen: 1)).Result.ShouldBe(CommandResult.Applied);

        (await StoredAsync())
            .ToDictionary(p => p.Name, p => p.State)
            .ShouldBe(
                new Dictionary<string, RankingPolicyState>
                {
                    ["2025-1"] = RankingPolicyState.Retired,
                    ["2026-1"] = RankingPolicyState.Published,
                },
                ignoreOrder: true
            );
        var record = (await database.ChainOfAsync(draft))[^1];
        (record.Action, record.Reason).ShouldBe(("ranking-policy.publish", "年度修订"));
        (await database.ChainOfAsync(first.Id)).Select(r => r.Action).ShouldBe(["ranking-policy.retire"]);
    }

    [Fact]
    public async Task Nothing_is_published_without_a_reason_or_unseen()
    {
        await BeginAsync();
        await WriteAsync(seen: 1, "说明");

        (await policies.PublishAsync(CommandStamp.New(A.Clerk, "修订"), draft, seen: 1)).Rule.ShouldBe(nameof(TheDraftIsAsItWasSeen));
        (await policies.PublishAsync(CommandStamp.New(A.Clerk), draft, seen: 2)).Rule.ShouldBe(nameof(TextIsGiven));

        (await OneAsync()).State.ShouldBe(RankingPolicyState.Draft);
    }

    [Fact]
    public async Task What_is_published_is_neither_written_nor_discarded()
    {
        await BeginAsync();
        await policies.PublishAsync(CommandStamp.New(A.Clerk, "修订"), draft, seen: 1);

        (await WriteAsync(seen: 2, "后改")).Rule.ShouldBe(nameof(OnlyADraftChanges));
        (await policies.DiscardAsync(CommandStamp.New(A.Clerk), draft, seen: 2)).Rule.ShouldBe(nameof(OnlyADraftChanges));
    }

    [Fact]
    public async Task A_discarded_draft_is_gone_but_on_record()
    {
        await BeginAsync();

        (await policies.DiscardAsync(CommandStamp.New(A.Clerk), draft, seen: 1)).Succeeded.ShouldBeTrue();

        (await StoredAsync()).ShouldHaveSingleItem();
        (await database.ChainOfAsync(draft))[^1].Detail.ShouldContain("国家级 100 分");
    }

    private async Task BeginAsync() =>
        (await policies.DraftAsync(CommandStamp.New(A.Clerk), draft, "2026-1", first.Id)).Succeeded.ShouldBeTrue();

    private Task<CommandOutcome> WriteAsync(long seen, string explanation) =>
        policies.WriteAsync(CommandStamp.New(A.Clerk), draft, seen, first.Text with { Explanation = explanation });

    private async Task<RankingPolicyVersion> OneAsync() => (await StoredAsync()).Single(p => p.Id == draft);

    private async Task<List<RankingPolicyVersion>> StoredAsync()
    {
        await using var db = database.Open();
        return await db.RankingPolicies.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
    }
}
