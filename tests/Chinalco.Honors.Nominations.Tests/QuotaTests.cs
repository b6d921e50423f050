using System.Collections.Immutable;
using Chinalco.Honors.Nominations.Programmes;
using Chinalco.Honors.Nominations.Quotas;

namespace Chinalco.Honors.Nominations.Tests;

public sealed class QuotaTests
{
    private static readonly string[] Groups = ["产业工人", "一线", "干部"];

    [Fact]
    public void Seats_follow_headcounts_and_the_largest_remainders_get_what_is_left()
    {
        SeatClaim[] units = [Unit("甲", 5300), Unit("乙", 2400), Unit("丙", 1500), Unit("丁", 800), Unit("戊", 0)];

        Seats(units, 10).ShouldBe([5, 2, 2, 1, 0]);
        Seats(units, 10, atLeast: 1).ShouldBe([4, 2, 2, 2, 0]);
        Seats(units, 2, atLeast: 1).ShouldBe([1, 1, 0, 0, 0]);
        Seats(units, 0).ShouldBe([0, 0, 0, 0, 0]);
    }

    [Fact]
    public void All_seats_are_given_and_none_is_more_than_one_away_from_the_share()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            SeatClaim[] units = [.. Enumerable.Range(0, random.Next(1, 20)).Select(n => Unit($"单位{n}", random.Next(1, 9000)))];
            var seats = random.Next(0, 200);

            var given = SeatAllocation.ByHeadcount(units, seats);

            given.Values.Sum().ShouldBe(seats);
            var people = units.Sum(u => u.Headcount);
            units.ShouldAllBe(u => Math.Abs(given[u.UnitId] - ((double)seats * u.Headcount / people)) < 1);
        }
    }

    [Fact]
    public void A_share_tells_how_many_are_missing_and_who_makes_it_break()
    {
        var batch = Of("干部 - 产业工人 - 干部", "产业工人");

        var states = batch.Check([Share("产业工人", atLeast: 35), Share("干部", atMost: 20)]);

        states[0].ShouldBe(new ShareState(states[0].Share, 1, 2, null));
        (states[0].Missing, states[1].Missing).ShouldBe((1, -1));
        batch.BrokenBy(states[1]).Select(n => n.Name).ShouldBe(["5", "1"]);
        batch.BrokenBy(states[0]).Select(n => n.Name).ShouldBe(["5", "4", "2", "1"]);
    }

    [Fact]
    public void The_smallest_swap_takes_the_lowest_choice_out_and_the_highest_reserve_in()
    {
        var batch = Of("干部 - 产业工人 - 干部", "- 产业工人 产业工人");
        Share[] shares = [Share("产业工人", atLeast: 35), Share("干部", atMost: 20)];

        var swap = SmallestSwap.Find(batch, shares).ShouldNotBeNull().ShouldHaveSingleItem();

        (swap.Out.Name, swap.In.Name).ShouldBe(("5", "7"));
        batch.With([swap]).Check(shares).ShouldAllBe(s => s.Holds);
        batch.With([swap]).Reserves.Select(n => n.Name).ShouldBe(["5", "6", "8"]);
    }

    [Fact]
    public void Nothing_is_swapped_where_every_share_holds_and_nothing_is_found_where_the_reserve_cannot_help()
    {
        SmallestSwap.Find(Of("产业工人 产业工人", "-"), [Share("产业工人", atLeast: 50)]).ShouldNotBeNull().ShouldBeEmpty();
        SmallestSwap.Find(Of("- -", "- 干部"), [Share("产业工人", atLeast: 50)]).ShouldBeNull();
    }

    [Fact]
    public void No_fewer_swaps_would_do()
    {
        var random = new Random(11);
        for (var i = 0; i < 300; i++)
        {
            var batch = new Batch([.. Anybody(random, 0, 6)], [.. Anybody(random, 6, 4)]);
            Share[] shares =
            [
                Share("产业工人", atLeast: random.Next(0, 80)),
                Share("一线", atLeast: random.Next(0, 60)),
                Share("干部", atMost: random.Next(0, 60)),
            ];

            var found = SmallestSwap.Find(batch, shares);

            var fewest = Fewest(batch, shares);
            (found?.Length).ShouldBe(fewest);
            if (found is { } swaps)
            {
                batch.With(swaps).Check(shares).ShouldAllBe(s => s.Holds);
            }
        }
    }

    /// <summary>Every set of choices against every set of reserves of the same size.</summary>
    private static int? Fewest(Batch batch, Share[] shares)
    {
        int? fewest = null;
        for (var outs = 0; outs < 1 << batch.Chosen.Length; outs++)
        {
            for (var ins = 0; ins < 1 << batch.Reserves.Length; ins++)
            {
                var count = int.PopCount(outs);
                if (count != int.PopCount(ins) || count >= fewest)
                {
                    continue;
                }

                ImmutableArray<Nominee> chosen =
                [
                    .. batch.Chosen.Where((_, i) => (outs >> i & 1) == 0),
                    .. batch.Reserves.Where((_, i) => (ins >> i & 1) == 1),
                ];
                fewest = new Batch(chosen, []).Check(shares).All(s => s.Holds) ? count : fewest;
            }
        }

        return fewest;
    }

    private static IEnumerable<Nominee> Anybody(Random random, int from, int count) =>
        Enumerable.Range(from, count).Select(i => new Nominee(Guid.CreateVersion7(), $"{i}", [.. Groups.Where(_ => random.Next(2) == 0)]));

    private static List<int> Seats(SeatClaim[] units, int seats, int atLeast = 0)
    {
        var given = SeatAllocation.ByHeadcount(units, seats, atLeast);
        return [.. units.Select(u => given[u.UnitId])];
    }

    private static SeatClaim Unit(string name, int headcount) => new(Guid.CreateVersion7(), name, headcount);

    private static Share Share(string group, int? atLeast = null, int? atMost = null) => new(group, atLeast, atMost, "n");

    /// <summary>Nominees numbered from 1, each with a group or none.</summary>
    private static Batch Of(string chosen, string reserves)
    {
        var all = $"{chosen} {reserves}"
            .Split(' ')
            .Select((g, i) => new Nominee(Guid.CreateVersion7(), $"{i + 1}", g == "-" ? [] : [g]))
            .ToList();
        var count = chosen.Split(' ').Length;
        return new Batch([.. all.Take(count)], [.. all.Skip(count)]);
    }
}
