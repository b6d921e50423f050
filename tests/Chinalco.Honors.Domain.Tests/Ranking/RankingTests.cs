using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;

namespace Chinalco.Honors.Domain.Tests.Ranking;

public sealed class RankingTests
{
    [Fact]
    public void Equals_share_a_rank_and_the_next_counts_them_all()
    {
        long[] scores = [90, 80, 80, 80, 70, 0, 0];

        CompetitionRank.Of(scores, s => s).Select(r => r.Rank).ShouldBe([1, 2, 2, 2, 5, 6, 6]);
    }

    [Fact]
    public void Nobody_has_no_rank() => CompetitionRank.Of(Array.Empty<long>(), s => s).ShouldBeEmpty();

    [Fact]
    public void The_lowest_score_there_is_still_ranks_first_alone() =>
        CompetitionRank.Of([long.MinValue], s => s).Single().Rank.ShouldBe(1);

    [Fact]
    public void Every_level_has_a_weight() => Enum.GetValues<AwardLevel>().ShouldAllBe(level => Alone(level) > 0);

    [Fact]
    public void A_national_honour_is_worth_a_hundred_points() => Alone(AwardLevel.National).ShouldBe(100 * RankingWeights.One);

    [Fact]
    public void A_shared_honour_is_divided_into_whole_millionths() => Shared(Weights, AwardLevel.National, 3).ShouldBe(33_333_333);

    [Fact]
    public void The_shares_never_sum_to_more_than_the_whole() =>
        Enumerable.Range(1, 50).ShouldAllBe(n => n * Shared(Weights, AwardLevel.City, n) <= Alone(AwardLevel.City));

    [Fact]
    public void A_policy_may_give_each_recipient_all_of_it() =>
        Shared(Weights with { Shared = SharedHonour.FullToEach }, AwardLevel.National, 3).ShouldBe(100 * RankingWeights.One);

    [Fact]
    public void The_kind_of_recipient_changes_the_points()
    {
        var weights = Weights with { Kinds = Weights.Kinds.SetItem(RecipientKind.Team, 1500) };

        weights.PointsOf(AwardLevel.National, RecipientKind.Team, age: 0, recipients: 1).ShouldBe(150 * RankingWeights.One);
        weights.PointsOf(AwardLevel.National, RecipientKind.Person, age: 0, recipients: 1).ShouldBe(100 * RankingWeights.One);
    }

    [Theory]
    [InlineData(0, 1000)]
    [InlineData(4, 1000)]
    [InlineData(5, 800)]
    [InlineData(9, 800)]
    [InlineData(10, 500)]
    [InlineData(70, 500)]
    [InlineData(null, 500)]
    [InlineData(-1, 1000)]
    public void Honours_fade_by_steps_and_one_without_a_year_counts_as_the_oldest(int? age, int perMille)
    {
        var weights = Weights with { Ages = [new AgeStep(5, 800), new AgeStep(10, 500)] };

        weights.KeptAt(age).ShouldBe(perMille);
        weights
            .PointsOf(AwardLevel.Enterprise, RecipientKind.Person, age, recipients: 1)
            .ShouldBe(10 * RankingWeights.One * perMille / RankingWeights.Whole);
    }

    private static RankingWeights Weights => RankingPolicy.Default.Weights;

    private static long Alone(AwardLevel level) => Shared(Weights, level, 1);

    private static long Shared(RankingWeights weights, AwardLevel level, int recipients) =>
        weights.PointsOf(level, RecipientKind.Person, age: 0, recipients);
}
