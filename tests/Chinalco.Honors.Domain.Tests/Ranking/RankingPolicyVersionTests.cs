using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Domain.Tests.Ranking;

public sealed class RankingPolicyVersionTests
{
    private static RankingWeights Weights => RankingPolicy.Default.Weights;

    private static RankingPolicyText Text => new(Weights, OrderTurned: false, "说明", "附注");

    [Fact]
    public void The_first_policy_keeps_every_rule_of_drafts()
    {
        RankingWeightRules.Of(Weights).ShouldAllBe(rule => rule.Holds);
        new LevelsKeepTheirOrderUnlessSaid(Weights, said: false).Holds.ShouldBeTrue();
    }

    [Fact]
    public void A_draft_is_written_on_and_its_version_moves_only_with_a_change()
    {
        var draft = Draft();

        draft.Write(Text, A.Clerk, A.Moment).ShouldBeFalse();
        draft.Version.ShouldBe(1);
        draft.Write(Text with { Note = "新" }, A.Clerk, A.Moment).ShouldBeTrue();
        draft.Version.ShouldBe(2);
    }

    [Fact]
    public void What_is_published_never_changes()
    {
        var policy = Draft();
        policy.Publish("年度修订", A.Clerk, A.Moment);

        Broken(() => policy.Write(Text with { Note = "新" }, A.Clerk, A.Moment)).ShouldBe(nameof(OnlyADraftChanges));
        Broken(() => policy.Publish("又一次", A.Clerk, A.Moment)).ShouldBe(nameof(OnlyADraftChanges));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Publishing_needs_a_reason(string? reason) =>
        Broken(() => Draft().Publish(reason, A.Clerk, A.Moment)).ShouldBe(nameof(TextIsGiven));

    [Fact]
    public void Publishing_needs_an_explanation()
    {
        var draft = Draft();
        draft.Write(Text with { Explanation = "" }, A.Clerk, A.Moment);

        Broken(() => draft.Publish("年度修订", A.Clerk, A.Moment)).ShouldBe(nameof(TextIsGiven));
    }

    [Fact]
    public void A_level_order_turned_upside_down_must_be_said()
    {
        var draft = Draft();
        var turned = Weights with { Levels = Weights.Levels.SetItem(AwardLevel.Provincial, 120 * RankingWeights.One) };
        draft.Write(Text with { Weights = turned }, A.Clerk, A.Moment);

        Should.Throw<RuleBrokenException>(() => draft.Publish("年度修订", A.Clerk, A.Moment)).Message.ShouldContain("省部级高于国家级");

        draft.Write(Text with { Weights = turned, OrderTurned = true }, A.Clerk, A.Moment);
        draft.Publish("年度修订", A.Clerk, A.Moment);
        draft.State.ShouldBe(RankingPolicyState.Published);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000_001)]
    [InlineData(1_234_567)]
    public void A_weight_is_within_its_range_and_has_two_decimals(long millionths) =>
        Refused(Weights with { Levels = Weights.Levels.SetItem(AwardLevel.City, millionths) }).ShouldBe(nameof(AWeightIsWithinItsRange));

    [Fact]
    public void A_level_without_a_weight_is_named()
    {
        var rule = new EveryLevelHasAWeight(Weights with { Levels = Weights.Levels.Remove(AwardLevel.County) });

        rule.Holds.ShouldBeFalse();
        rule.Advice.ShouldContain("县区级");
    }

    [Fact]
    public void Some_level_counts() =>
        Refused(Weights with { Levels = Weights.Levels.Keys.Aggregate(Weights.Levels, (all, level) => all.SetItem(level, 0)) })
            .ShouldBe(nameof(SomeLevelCounts));

    [Theory]
    [InlineData(-1)]
    [InlineData(5001)]
    public void A_factor_is_within_its_range(int perMille) =>
        Refused(Weights with { Kinds = Weights.Kinds.SetItem(RecipientKind.Team, perMille) }).ShouldBe(nameof(EveryKindHasAFactor));

    [Theory]
    [InlineData(5, 800, 5, 500)]
    [InlineData(10, 800, 5, 500)]
    [InlineData(5, 500, 10, 800)]
    [InlineData(0, 800, 5, 500)]
    [InlineData(5, 1001, 10, 500)]
    [InlineData(5, 800, 61, 500)]
    public void Honours_fade_step_by_step(int firstYears, int first, int secondYears, int second) =>
        Refused(Weights with { Ages = [new AgeStep(firstYears, first), new AgeStep(secondYears, second)] })
            .ShouldBe(nameof(HonoursFadeStepByStep));

    [Fact]
    public void There_are_no_more_than_eight_steps() =>
        Refused(Weights with { Ages = [.. Enumerable.Range(1, 9).Select(i => new AgeStep(i, 1000 - i))] })
            .ShouldBe(nameof(HonoursFadeStepByStep));

    [Theory]
    [InlineData("")]
    [InlineData("二〇二六")]
    [InlineData("a b")]
    [InlineData("123456789012345678901")]
    public void A_name_stands_in_addresses(string name) =>
        Broken(() => _ = new RankingPolicyVersion(Guid.NewGuid(), name, Text, A.Clerk, A.Moment)).ShouldBe(nameof(APolicyHasAShortName));

    [Fact]
    public void A_change_is_taken_apart_thing_by_thing()
    {
        var after = Weights with
        {
            Levels = Weights.Levels.SetItem(AwardLevel.City, 20 * RankingWeights.One),
            Kinds = Weights.Kinds.SetItem(RecipientKind.Team, 1500),
            Ages = [new AgeStep(5, 500)],
            Shared = SharedHonour.FullToEach,
        };

        var steps = PolicyChange.Of(Weights, after).ToList();

        steps.Select(s => s.Aspect).ShouldBe([PolicyAspect.Level, PolicyAspect.Kind, PolicyAspect.Age, PolicyAspect.Share]);
        steps[0].Level.ShouldBe(AwardLevel.City);
        steps.ShouldAllBe(s => !s.Weights.IsAs(Weights) && !s.Weights.IsAs(after));
        PolicyChange.Of(Weights, Weights).ShouldBeEmpty();
    }

    private static RankingPolicyVersion Draft() => new(Guid.NewGuid(), "2026-1", Text, A.Clerk, A.Moment);

    private static string Refused(RankingWeights weights) =>
        Broken(() => Draft().Write(Text with { Weights = weights }, A.Clerk, A.Moment));

    private static string Broken(Action act) => Should.Throw<RuleBrokenException>(act).RuleName;
}
