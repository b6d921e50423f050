using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chinalco.Honors.Rankings.Tests;

/// <summary>Questions that between them use every filter and weight.</summary>
internal static class Questions
{
    public static readonly RankingQuestion All = new(null, null, null, Visibility.HrOnly, LastYear: 2025);

    private static readonly RankingWeights Aged = new(
        RankingPolicy.Default.Weights.Levels.ToImmutableSortedDictionary(l => l.Key, l => l.Value + 7),
        new Dictionary<RecipientKind, int>
        {
            [RecipientKind.Person] = 1000,
            [RecipientKind.Team] = 777,
            [RecipientKind.Unit] = 0,
        }.ToImmutableSortedDictionary(),
        [new AgeStep(3, 900), new AgeStep(10, 333)]
    );

    private static readonly IReadOnlyList<(RankingQuestion Question, RankingWeights Weights)> Every =
    [
        (All, RankingPolicy.Default.Weights),
        (All with { Sees = Visibility.Public }, Aged),
        (All with { Sees = Visibility.Internal, From = 2012 }, RankingPolicy.Default.Weights with { Shared = SharedHonour.FullToEach }),
        (All with { From = 2010, To = 2018, LastYear = 2018 }, Aged),
        (All with { Family = AwardFamily.Skill }, RankingPolicy.Default.Weights),
    ];

    public static HonourLedger Ledger(IHonorsDatabase database, TimeProvider? clock = null) =>
        new(database, clock ?? TimeProvider.System, NullLogger<HonourLedger>.Instance);

    /// <summary>Every question is answered as a ledger that is loaded now and as the plain model answer it.</summary>
    public static async Task ShouldBeRightAsync(this HonourLedger ledger, IHonorsDatabase database, string when)
    {
        using var fresh = Ledger(database);
        foreach (var (question, weights) in Every)
        {
            var expected = await PlainScores.OfAsync(database, question, weights);
            PlainScores.Told(await ledger.AskAsync(question, weights)).ShouldBe(expected, $"{when}: {question}");
            PlainScores.Told(await fresh.AskAsync(question, weights)).ShouldBe(expected, $"{when}, loaded anew: {question}");
        }

        // One of them in turn: taken apart by year it takes dozens of questions.
        var turn = ledger.Told().Count();
        var (apart, under) = Every[turn % Every.Count];
        await ledger.ShouldTellYearsAsync(apart, under, turn, when);
        foreach (var sees in Enum.GetValues<Visibility>())
        {
            var counts = await ledger.CountAsync(sees);
            var each = await PlainScores.CountsAsync(database, sees);
            counts.ShouldNotBeNull().ShouldBe(each, ignoreOrder: true, $"{when}: counts for {sees}");
            if (each.Count > 0)
            {
                var unit = each.Keys.Order().ElementAt(turn % each.Count);
                PlainScores.Told(await ledger.FactsAsync(unit, sees)).ShouldBe(await PlainScores.FactsAsync(database, unit, sees), when);
            }
        }

        ledger.Rows().ShouldBe(fresh.Rows(), when);
    }

    /// <summary>What a page asks at once is what the same questions answer one by one.</summary>
    private static async Task ShouldTellYearsAsync(
        this HonourLedger ledger,
        RankingQuestion question,
        RankingWeights weights,
        int turn,
        string when
    )
    {
        ImmutableArray<int> years = [.. Enumerable.Range(2003, 23)];
        var before = question with { From = 2004, To = 2009 };
        var whole = await ledger.AskAsync(question, weights);
        List<UnitScores> alone = [];
        foreach (var year in years)
        {
            var asked = year >= (question.From ?? year) && year <= (question.To ?? year);
            alone.Add(asked ? await ledger.AskAsync(question with { From = year, To = year }, weights) : Nothing(question, weights));
        }

        if (whole.Units.Count == 0)
        {
            return;
        }

        var unit = whole.Units.Keys.Order().ElementAt(turn % whole.Units.Count);
        var told = await ledger.AskAsync(
            new ScoresAsked(question, weights)
            {
                Before = before,
                Years = years,
                Unit = unit,
            }
        );
        PlainScores.Told(told.Scores).ShouldBe(PlainScores.Told(whole), when);
        PlainScores.Told(told.Before!).ShouldBe(PlainScores.Told(await ledger.AskAsync(before, weights)), when);
        foreach (var id in whole.Units.Keys)
        {
            told.ByYear.GetValueOrDefault(id, [.. years.Select(_ => 0L)])
                .ToList()
                .ShouldBe([.. alone.Select(a => a.Units.GetValueOrDefault(id)?.Points ?? 0)], when);
        }

        told.Years.Select(y => y.Year).ToList().ShouldBe([.. told.Years.Select(y => y.Year).OrderByDescending(y => y)], when);
        foreach (var year in told.Years.Where(y => y.Year is not null))
        {
            year.Parts.ToList().ShouldBe([.. alone[years.IndexOf(year.Year!.Value)].Units[unit].Parts], when);
        }

        told.Years.SelectMany(y => y.Parts)
            .GroupBy(p => (p.Level, p.Kind))
            .Select(g => new ScorePart(g.Key.Level, g.Key.Kind, g.Sum(p => p.Points), g.Sum(p => p.Recipients)))
            .OrderBy(p => (p.Level, p.Kind))
            .Where(p => p.Points != 0)
            .ToList()
            .ShouldBe([.. whole.Units[unit].Parts], when);
    }

    private static UnitScores Nothing(RankingQuestion question, RankingWeights weights) =>
        new(question, weights, ImmutableDictionary<Guid, UnitScore>.Empty);

    private static string Rows(this HonourLedger ledger) =>
        string.Join('\n', ledger.Told().Select(t => $"{t.Conferral} {t.Unit} {t.Row with { Unit = 0 }}").Order(StringComparer.Ordinal));
}
