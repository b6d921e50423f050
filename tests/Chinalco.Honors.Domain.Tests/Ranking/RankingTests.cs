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
    public void Every_level_has_a_weight() => Enum.GetValues<AwardLevel>().ShouldAllBe(level => RankingPolicy.Default.WeightOf(level) > 0);

    [Fact]
    public void A_national_honour_is_worth_a_hundred_points() =>
        RankingPolicy.Default.WeightOf(AwardLevel.National).ShouldBe(100 * RankingPolicy.One);

    [Fact]
    public void A_shared_honour_is_divided_into_whole_millionths() =>
        RankingPolicy.Default.PointsOf(AwardLevel.National, 3).ShouldBe(33_333_333);

    [Fact]
    public void The_shares_never_sum_to_more_than_the_whole()
    {
        var policy = RankingPolicy.Default;

        Enumerable.Range(1, 50).ShouldAllBe(n => n * policy.PointsOf(AwardLevel.City, n) <= policy.WeightOf(AwardLevel.City));
    }
}
