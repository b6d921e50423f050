using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;

namespace Chinalco.Honors.Domain.Tests.Ranking;

/// <summary>Scaling the parts of a ranking gives what reckoning it anew with the moved weight gives.</summary>
public sealed class RankIntervalsTests
{
    private static readonly AwardLevel[] Levels = Enum.GetValues<AwardLevel>();
    private static readonly RecipientKind[] Kinds = Enum.GetValues<RecipientKind>();

    private static RankingWeights Weights => RankingPolicy.Default.Weights with { Ages = [new AgeStep(5, 800), new AgeStep(10, 500)] };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Intervals_are_the_ranks_that_every_moved_weight_gives(int seed)
    {
        // Divisors that leave nothing over: the two ways must agree to the last digit.
        var rows = Rows(new Random(seed), [1, 2, 4, 5, 8, 10]);
        var people = seed % 2 == 0 ? People(new Random(seed)) : null;

        var intervals = RankIntervals.Of(Units(rows, Weights, people));

        var tried = new[] { Weights }.Concat(Moves(Weights)).Select(weights => Ranks(Units(rows, weights, people))).ToList();
        foreach (var (unit, interval) in intervals)
        {
            interval.ShouldBe(new RankInterval(tried.Min(t => t[unit]), tried.Max(t => t[unit])), $"seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Scaled_points_differ_from_points_reckoned_anew_by_less_than_a_millionth_for_each_division(int seed)
    {
        var rows = Rows(new Random(seed), [1, 2, 3, 6, 7, 9, 11]);
        var units = Units(rows, Weights, people: null);
        foreach (var (perMille, level) in RankIntervals.Moved.SelectMany(m => Levels.Select(l => (m, l))))
        {
            var moved = Weights with { Levels = Weights.Levels.SetItem(level, Weights.Levels[level] * perMille / 1000) };
            foreach (var (scaled, anew) in units.Zip(Units(rows, moved, people: null)))
            {
                var difference = Math.Abs(scaled.ValueIf(p => p.Level == level, perMille) - anew.Value);
                difference.ShouldBeLessThanOrEqualTo(2 * rows.Count(r => r.Unit == scaled.UnitId && r.Level == level));
            }
        }
    }

    [Fact]
    public void A_unit_that_leads_in_everything_stays_first()
    {
        ScorePart[] much = [new(AwardLevel.National, RecipientKind.Person, 500 * RankingWeights.One, 5)];
        ScorePart[] little = [new(AwardLevel.National, RecipientKind.Person, 100 * RankingWeights.One, 1)];
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());

        var intervals = RankIntervals.Of([new RankedUnit(first, much, null), new RankedUnit(second, little, null)]);

        intervals[first].ShouldBe(new RankInterval(1, 1));
        intervals[second].ShouldBe(new RankInterval(2, 2));
    }

    [Fact]
    public void Units_that_are_close_by_different_means_may_change_places()
    {
        ScorePart[] national = [new(AwardLevel.National, RecipientKind.Person, 100 * RankingWeights.One, 1)];
        ScorePart[] group = [new(AwardLevel.Group, RecipientKind.Team, 90 * RankingWeights.One, 3)];
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());

        var intervals = RankIntervals.Of([new RankedUnit(first, national, null), new RankedUnit(second, group, null)]);

        intervals[first].ShouldBe(new RankInterval(1, 2));
        intervals[second].ShouldBe(new RankInterval(1, 2));
    }

    private static IEnumerable<RankingWeights> Moves(RankingWeights weights)
    {
        foreach (var perMille in RankIntervals.Moved)
        {
            foreach (var level in Levels)
            {
                yield return weights with
                {
                    Levels = weights.Levels.SetItem(level, weights.Levels[level] * perMille / 1000),
                };
            }

            foreach (var kind in Kinds)
            {
                yield return weights with
                {
                    Kinds = weights.Kinds.SetItem(kind, weights.Kinds[kind] * perMille / 1000),
                };
            }
        }
    }

    private static List<RankedUnit> Units(List<Row> rows, RankingWeights weights, Dictionary<Guid, int>? people) =>
        [
            .. rows.GroupBy(r => r.Unit)
                .Select(unit => new RankedUnit(
                    unit.Key,
                    [
                        .. unit.GroupBy(r => (r.Level, r.Kind))
                            .Select(p => new ScorePart(
                                p.Key.Level,
                                p.Key.Kind,
                                p.Sum(r => weights.PointsOf(r.Level, r.Kind, r.Age, r.Recipients)),
                                p.Count()
                            )),
                    ],
                    people?[unit.Key]
                )),
        ];

    private static Dictionary<Guid, int> Ranks(List<RankedUnit> units) =>
        units.ToDictionary(u => u.UnitId, u => 1 + units.Count(other => other.Value > u.Value));

    private static List<Row> Rows(Random random, int[] recipients) =>
        [
            .. Enumerable
                .Range(0, random.Next(1, 80))
                .Select(_ => new Row(
                    Unit(random.Next(1, 12)),
                    Levels[random.Next(Levels.Length)],
                    Kinds[random.Next(Kinds.Length)],
                    random.Next(5) == 0 ? null : random.Next(20),
                    recipients[random.Next(recipients.Length)]
                )),
        ];

    private static Dictionary<Guid, int> People(Random random) => Enumerable.Range(1, 12).ToDictionary(Unit, _ => random.Next(1, 5000));

    private static Guid Unit(int number) => new(number, 0, 0, new byte[8]);

    private sealed record Row(Guid Unit, AwardLevel Level, RecipientKind Kind, int? Age, int Recipients);
}
