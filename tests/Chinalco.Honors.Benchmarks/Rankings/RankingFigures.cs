using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Rankings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chinalco.Honors.Benchmarks.Rankings;

/// <summary>Rankings from memory, the look for changes included, beside the GROUP BY that answers the same, in one run on one database; both must say the same to the digit.</summary>
internal static class RankingFigures
{
    private const int Target = 100;
    private const int Turns = 15;

    private static readonly RankingQuestion All = new(null, null, null, Visibility.HrOnly, LastYear: 2024);

    private static readonly RankingWeights Other = RankingPolicy.Default.Weights with
    {
        Levels = RankingPolicy.Default.Weights.Levels.ToImmutableSortedDictionary(l => l.Key, l => (l.Value * 11 / 10) + 3),
        Kinds = RankingPolicy.Default.Weights.Kinds.SetItem(RecipientKind.Team, 1500),
        Ages = [new AgeStep(5, 800), new AgeStep(10, 500), new AgeStep(20, 250)],
    };

    private static readonly IReadOnlyList<(string Name, RankingQuestion Question, RankingWeights Weights)> Questions =
    [
        ("all years", All, RankingPolicy.Default.Weights),
        ("five years", All with { From = 2020, To = 2024 }, RankingPolicy.Default.Weights),
        ("one family", All with { Family = AwardFamily.Skill }, RankingPolicy.Default.Weights),
        ("what the public sees", All with { Sees = Visibility.Public }, RankingPolicy.Default.Weights),
        ("another policy, with ages", All, Other),
    ];

    /// <param name="file">A database that <c>honors generate</c> made. It gets three indexes more.</param>
    public static async Task<int> RunAsync(string file, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection()
            .AddHonorsData(new DatabaseOptions { File = Path.GetFullPath(file) }, Path.GetTempPath())
            .BuildServiceProvider();
        await using (services)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            using var ledger = new HonourLedger(
                services.GetRequiredService<IHonorsDatabase>(),
                TimeProvider.System,
                NullLogger<HonourLedger>.Instance
            );
            await ledger.RefreshAsync(cancellationToken);
            var held = GC.GetTotalMemory(forceFullCollection: true) - before;
            var figures = ledger.Figures!;
            Print(
                $"{figures.Rows} recipients of {figures.Units} units loaded in {figures.LoadedIn.TotalSeconds:0.0} s; {held >> 20} MB held, {figures.Bytes >> 20} MB of it columns; peak of the process {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"
            );
            var sql = await GroupBy.PrepareAsync(Path.GetFullPath(file), cancellationToken);
            var (least, same) = (double.MaxValue, true);
            foreach (var (name, question, weights) in Questions)
            {
                var (ours, answer) = await OursAsync(ledger, question, weights, cancellationToken);
                await sql.WeighAsync(question, weights, cancellationToken);
                var began = Stopwatch.GetTimestamp();
                var grouped = await sql.RunAsync(question, weights, cancellationToken);
                var theirs = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                var isSame = AreSame(answer, grouped);
                (least, same) = (Math.Min(least, theirs / ours), same && isSame);
                Print(
                    $"{name}: {ours:0.0} ms, GROUP BY {theirs:0} ms, {theirs / ours:0} times as fast; {answer.Units.Count} units {(isSame ? "equal to the digit" : "DIFFER")}"
                );
            }

            await sql.CloseAsync();
            Print($"least ratio {least:0}, target {Target}");
            return same && least >= Target ? 0 : 1;
        }
    }

    /// <summary>The median of some turns after some that warm up.</summary>
    private static async Task<(double Milliseconds, UnitScores Answer)> OursAsync(
        HonourLedger ledger,
        RankingQuestion question,
        RankingWeights weights,
        CancellationToken cancellationToken
    )
    {
        List<double> times = [];
        UnitScores? answer = null;
        for (var turn = 0; turn < Turns * 2; turn++)
        {
            var began = Stopwatch.GetTimestamp();
            answer = await ledger.AskAsync(question, weights, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return (times.Skip(Turns).Order().ElementAt(Turns / 2), answer!);
    }

    private static bool AreSame(UnitScores answer, Dictionary<Guid, UnitSum> grouped)
    {
        var withPoints = grouped.Where(g => g.Value.Points != 0).ToDictionary();
        return answer.Units.Count == withPoints.Count
            && answer.Units.Values.All(unit =>
                withPoints.TryGetValue(unit.UnitId, out var sum)
                && sum.Points == unit.Points
                && sum.Conferrals == unit.Conferrals
                && sum.Parts.Count(p => p.Value.Points != 0) == unit.Parts.Length
                && unit.Parts.All(p => sum.Parts.GetValueOrDefault((p.Level, p.Kind)) == (p.Points, p.Recipients))
            );
    }

    private static void Print(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
