using System.Diagnostics;
using System.Globalization;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.LookUps;
using Chinalco.Honors.Web.Quality;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Benchmarks.Searching;

/// <summary>
/// How long a list of names takes from the question to the recorded answer, and the counts of the quality page, on the database that
/// <see cref="SearchFigures"/> makes. Of the names one in twenty is misspelt.
/// </summary>
internal static class LookUpFigures
{
    private const int Turns = 9;

    public static async Task<int> RunAsync(int people, int names, CancellationToken cancellationToken)
    {
        var services = SearchFigures.Services(people);
        await using (services)
        {
            var database = services.GetRequiredService<IHonorsDatabase>();
            await SearchFigures.MakeAsync(database, people, cancellationToken);
            var current = new CurrentUser();
            var auditor = new SignedInUser(
                Guid.NewGuid(),
                Guid.NewGuid(),
                "bench",
                "测量",
                HonoreeId: null,
                [new RoleInUnit(Role.Auditor)]
            );
            current.Set(auditor, Viewer.System);
            var reading = new ReadingDatabase(database, current);
            var desk = new LookUpDesk(new LookUpQuery(reading), new CommandTransaction(database, TimeProvider.System), current);
            foreach (var byNumber in new[] { false, true })
            {
                await MeasureAsync(desk, await EntriesAsync(database, names, byNumber, cancellationToken), byNumber, cancellationToken);
            }

            var quality = new QualityQuery(reading, new Scope(current, database), current, TimeProvider.System);
            var began = Stopwatch.GetTimestamp();
            var counts = await quality.CountAsync(cancellationToken);
            Print($"quality: {string.Join(", ", counts.Select(c => $"{c.Kind} {c.Count}"))} in {Milliseconds(began):0} ms");
            return 0;
        }
    }

    private static async Task MeasureAsync(LookUpDesk desk, List<LookUpEntry> entries, bool byNumber, CancellationToken cancellationToken)
    {
        List<double> times = [];
        for (var turn = 0; turn < Turns; turn++)
        {
            var began = Stopwatch.GetTimestamp();
            var answer = await desk.RunAsync(Guid.NewGuid(), entries, "测量", cancellationToken);
            times.Add(Milliseconds(began));
            if (turn == 0)
            {
                var result = answer.Result!;
                Print(
                    $"{entries.Count} {(byNumber ? "numbers" : "names")}: {result.CountOf(LookUpOutcome.Found)} found, "
                        + $"{result.CountOf(LookUpOutcome.Unclear)} with namesakes, {result.CountOf(LookUpOutcome.Missing)} missing, "
                        + $"{result.People.Sum(p => p.Honours.Length)} honours; first {times[0]:0} ms"
                );
            }
        }

        var warm = times.Skip(1).Order().ToList();
        Print($"  then median {warm[warm.Count / 2]:0} ms, slowest {warm[^1]:0} ms, of {warm.Count}");
    }

    private static async Task<List<LookUpEntry>> EntriesAsync(
        IHonorsDatabase database,
        int names,
        bool byNumber,
        CancellationToken cancellationToken
    )
    {
        var db = database.Open();
        await using (db)
        {
            var total = await db.Honorees.CountAsync(cancellationToken);
            var all = await db
                .Honorees.OrderBy(h => h.EmployeeNumber)
                .Select(h => new { h.Name, h.EmployeeNumber })
                .ToListAsync(cancellationToken);
            return
            [
                .. Enumerable
                    .Range(0, names)
                    .Select(i => (Person: all[i * (total / names)], IsWrong: i % 20 == 19))
                    .Select(p =>
                        byNumber ? new LookUpEntry(p.Person.EmployeeNumber!, Name: null, p.Person.EmployeeNumber)
                        : p.IsWrong ? new LookUpEntry(p.Person.Name + "龘", p.Person.Name + "龘")
                        : new LookUpEntry(p.Person.Name, p.Person.Name)
                    )
                    .DistinctBy(e => e.Text),
            ];
        }
    }

    private static double Milliseconds(long began) => Stopwatch.GetElapsedTime(began).TotalMilliseconds;

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static void Print(string text) => Console.WriteLine(text);
}
