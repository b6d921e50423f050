using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Nominations.Eligibility;
using Chinalco.Honors.Nominations.Programmes;
using Chinalco.Honors.Nominations.Shortlists;
using Chinalco.Honors.Web.Nominations;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Candidate = Chinalco.Honors.Nominations.Eligibility.Candidate;

namespace Chinalco.Honors.Benchmarks.Nominations;

/// <summary>
/// The shortlist of each programme for people, a page of it judged in words, the look for changes included, beside loading everybody plainly
/// and evaluating every rule on everybody; in one run, and both must name the same people in the same order, clause by clause.
/// </summary>
internal static class ShortlistFigures
{
    private const int Target = 20;
    private const int Turns = 15;

    private static readonly DateOnly On = new(2024, 12, 31);

    /// <param name="file">A database that <c>honors generate</c> made. It gets personnel files and codes of awards.</param>
    public static async Task<int> RunAsync(string file, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection()
            .AddHonorsData(new DatabaseOptions { File = Path.GetFullPath(file) }, Path.GetTempPath())
            .BuildServiceProvider();
        await using (services)
        {
            var database = services.GetRequiredService<IHonorsDatabase>();
            var codes = await ShortlistData.PrepareAsync(database, cancellationToken);
            var (least, same) = (double.MaxValue, true);
            using var ledger = new CandidateLedger(database, NullLogger<CandidateLedger>.Instance);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var began = Stopwatch.GetTimestamp();
            await ledger.LoadAsync(cancellationToken);
            var loaded = Stopwatch.GetElapsedTime(began);
            Print(
                $"held in memory: loaded in {loaded.TotalSeconds:0.0} s, {(GC.GetTotalMemory(forceFullCollection: true) - before) >> 20} MB"
            );
            var declared = await ShortlistData.DeclaredAsync(database, cancellationToken);
            foreach (var programme in ShortlistData.Programmes(codes))
            {
                var (plain, everybody) = await PlainAsync(database, programme, declared, cancellationToken);
                var rules = RulesAlone(programme, everybody.ConvertAll(a => a.Candidate));
                var (ours, listed) = await OursAsync(database, ledger, programme, declared, cancellationToken);
                var isSame = await AreSameAsync(database, programme, listed, everybody, cancellationToken);
                (least, same) = (Math.Min(least, plain / ours), same && isSame);
                Print(
                    $"{programme.Name}: {ours:0.0} ms, plain {plain:0} ms, {plain / ours:0} times as fast (rules alone, nothing loaded: {rules:0} ms); {everybody.Count} people, {listed.Count(l => l.Verdict == Verdict.Eligible)} eligible, {listed.Count(l => l.Verdict == Verdict.NearlyEligible)} nearly, {(isSame ? "equal to the clause" : "DIFFER")}"
                );
            }

            Print($"least ratio {least:0.0}, target {Target}");
            return same && least >= Target ? 0 : 1;
        }
    }

    /// <summary>As the page asks: the tree, who worked in it, who is on the list, and every clause for those on the first page. The median of some turns.</summary>
    private static async Task<(double Milliseconds, ImmutableArray<Listed> Listed)> OursAsync(
        IHonorsDatabase database,
        CandidateLedger ledger,
        Programme programme,
        IReadOnlyDictionary<Guid, ImmutableDictionary<string, DeclaredFact>> declared,
        CancellationToken cancellationToken
    )
    {
        List<double> times = [];
        ImmutableArray<Listed> listed = [];
        for (var turn = 0; turn < Turns * 2; turn++)
        {
            var began = Stopwatch.GetTimestamp();
            var units = await UnitsAsync(database, cancellationToken);
            listed = Shortlist.Of(programme, await ledger.AskAsync(units, On, Viewer.System, declared, cancellationToken));
            var judged = listed.Take(ShortlistQuery.PageSize).Select(l => programme.Assess(l.Candidate)).ToList();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            GC.KeepAlive(judged);
        }

        return (times.Skip(Turns).Order().ElementAt(Turns / 2), listed);
    }

    /// <summary>Everybody is loaded from the database and judged by every clause.</summary>
    private static async Task<(double Milliseconds, List<Assessment> Everybody)> PlainAsync(
        IHonorsDatabase database,
        Programme programme,
        IReadOnlyDictionary<Guid, ImmutableDictionary<string, DeclaredFact>> declared,
        CancellationToken cancellationToken
    )
    {
        var began = Stopwatch.GetTimestamp();
        var units = await UnitsAsync(database, cancellationToken);
        var (db, day) = (database.Open(), PartialDate.From(On));
        await using (db)
        {
            var there = (
                await db
                    .Employments.AsNoTracking()
                    .Where(e => e.UnitId != null)
                    .Select(e => new
                    {
                        e.HonoreeId,
                        e.UnitId,
                        e.From,
                        e.To,
                    })
                    .ToListAsync(cancellationToken)
            ).Where(e => units.Contains(e.UnitId!.Value)).Where(e => (e.From is not { } from || from <= day) && (e.To is not { } to || to > day)).Select(e => e.HonoreeId).ToHashSet();
            var candidates = await CandidateQuery.PeopleAsync(db, people: null, On, declared, cancellationToken);
            List<Assessment> judged = [.. candidates.Where(c => there.Contains(c.Id)).Select(programme.Assess)];
            var verdicts = judged.ConvertAll(a => a.Verdict);
            GC.KeepAlive(verdicts);
            return (Stopwatch.GetElapsedTime(began).TotalMilliseconds, judged);
        }
    }

    private static double RulesAlone(Programme programme, List<Candidate> candidates)
    {
        var began = Stopwatch.GetTimestamp();
        GC.KeepAlive(candidates.ConvertAll(c => programme.Assess(c).Verdict));
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task<bool> AreSameAsync(
        IHonorsDatabase database,
        Programme programme,
        ImmutableArray<Listed> listed,
        List<Assessment> everybody,
        CancellationToken cancellationToken
    )
    {
        var keys = await ShortlistData.SortKeysAsync(database, cancellationToken);
        List<Assessment> expected =
        [
            .. everybody
                .Where(a => a.Verdict is Verdict.Eligible or Verdict.NearlyEligible)
                .OrderBy(a => a.Verdict)
                .ThenBy(a => Merit.Of(a.Candidate))
                .ThenBy(a => keys[a.Candidate.Id], StringComparer.Ordinal)
                .ThenBy(a => a.Candidate.Id),
        ];
        return listed.Length == expected.Count && listed.Zip(expected).All(pair => IsSame(programme, pair.First, pair.Second));
    }

    private static bool IsSame(Programme programme, Listed listed, Assessment expected)
    {
        var judged = programme.Assess(listed.Candidate);
        return listed.Candidate.Id == expected.Candidate.Id
            && listed.Verdict == expected.Verdict
            && (listed.Open is { } open ? programme.Clauses[open] : null) == expected.Open.SingleOrDefault()?.Clause
            && judged.Clauses.Length == expected.Clauses.Length
            && judged.Clauses.Zip(expected.Clauses).All(pair => IsSame(pair.First.Answer, pair.Second.Answer));
    }

    private static bool IsSame(RuleAnswer one, RuleAnswer other) =>
        (one.Outcome, one.Reason, one.Change) == (other.Outcome, other.Reason, other.Change) && one.Facts.SequenceEqual(other.Facts);

    private static async Task<HashSet<Guid>> UnitsAsync(IHonorsDatabase database, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            return tree.Subtree(tree.Roots.Select(u => u.Id));
        }
    }

    private static void Print(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
