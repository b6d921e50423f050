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

        ledger.Rows().ShouldBe(fresh.Rows(), when);
    }

    private static string Rows(this HonourLedger ledger) =>
        string.Join('\n', ledger.Told().Select(t => $"{t.Conferral} {t.Unit} {t.Row with { Unit = 0 }}").Order(StringComparer.Ordinal));
}
