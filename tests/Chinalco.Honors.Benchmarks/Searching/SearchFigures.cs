using System.Diagnostics;
using System.Globalization;
using Chinalco.Honors.Cli.Generating;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Benchmarks.Searching;

/// <summary>
/// Searches by the index, as the page of all kinds does it, beside LIKE '%x%' scans over the same columns, in one run on one database.
/// Queries that both can answer must give the same hits. The database is made once and kept in the temporary folder.
/// </summary>
internal static class SearchFigures
{
    private const int Compared = 40;
    private const int MostHits = 100;

    public static async Task<int> RunAsync(int people, int scans, CancellationToken cancellationToken)
    {
        var file = FileOf(people);
        var services = Services(people);
        await using (services)
        {
            var database = services.GetRequiredService<IHonorsDatabase>();
            await MakeAsync(database, people, cancellationToken);
            var (mix, scan) = (await QueryMix.MakeAsync(database, cancellationToken), new LikeScan(file));
            await using (scan)
            {
                var search = Search(database);
                foreach (var warm in mix.Queries.Take(50))
                {
                    await search(warm, null, 1);
                }

                var same = await CompareAsync(mix, search, scan, cancellationToken);
                await MeasureMixAsync(mix, search, scan, scans, cancellationToken);
                return same ? 0 : 1;
            }
        }
    }

    private static Func<string, SearchKind?, int, Task<SearchResults>> Search(IHonorsDatabase database)
    {
        var user = new CurrentUser();
        user.Set(user: null, Viewer.Anonymous);
        var query = new SearchQuery(new ReadingDatabase(database, user));
        return (text, kind, page) => query.RunAsync(new SearchRequest(SearchText.Read(text), kind, Page: page), CancellationToken.None);
    }

    /// <summary>What reads and writes the generated database of a size.</summary>
    public static ServiceProvider Services(int people) =>
        new ServiceCollection().AddHonorsData(new DatabaseOptions { File = FileOf(people) }, Path.GetTempPath()).BuildServiceProvider();

    private static string FileOf(int people) =>
        Path.Combine(Path.GetTempPath(), $"honors-search-{people}-{SearchTerms.Rules}", "honors.db");

    /// <summary>Makes the database, unless an earlier run did.</summary>
    public static async Task MakeAsync(IHonorsDatabase database, int people, CancellationToken cancellationToken)
    {
        var file = FileOf(people);
        var made = file + ".made";
        if (File.Exists(made))
        {
            // It may be older than the last migration.
            await database.MigrateAsync(cancellationToken);
            Print($"database kept from an earlier run: {file}, {await database.SizeAsync(cancellationToken) >> 20} MB");
            return;
        }

        foreach (var half in Directory.GetFiles(Path.GetDirectoryName(file)!))
        {
            File.Delete(half);
        }

        var began = Stopwatch.GetTimestamp();
        await database.MigrateAsync(cancellationToken);
        await new RegistryGenerator(database, RegistrySizes.Of(people), Tell).RunAsync(cancellationToken);
        Print(
            $"database made in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s: {file}, {await database.SizeAsync(cancellationToken) >> 20} MB"
        );
        await File.WriteAllTextAsync(made, "", cancellationToken);
    }

    /// <summary>Queries with few hits, each answered both ways: the same ids, and how much faster.</summary>
    private static async Task<bool> CompareAsync(
        QueryMix mix,
        Func<string, SearchKind?, int, Task<SearchResults>> search,
        LikeScan scan,
        CancellationToken cancellationToken
    )
    {
        List<double> ratios = [];
        List<double> ours = [];
        List<double> theirs = [];
        var (differing, looked) = (0, 0);
        foreach (var text in mix.Literal)
        {
            var (scanned, scanTime) = await TimedAsync(() => scan.RunAsync(text, cancellationToken));
            if (scanned.Values.Sum(ids => ids.Count) is 0 or > MostHits)
            {
                continue;
            }

            var found = await IdsAsync(text, search);
            foreach (var (kind, ids) in scanned)
            {
                if (!ids.SetEquals(found[kind]))
                {
                    differing++;
                    Print($"'{text}', {kind}: {ids.Count} by the scan, {found[kind].Count} by the index");
                }
            }

            // The best of three for both would favour nobody; the median of three for ours, since the scan's file is warm by now.
            List<double> times = [];
            for (var turn = 0; turn < 3; turn++)
            {
                times.Add((await TimedAsync(() => search(text, null, 1))).Milliseconds);
            }

            times.Sort();
            ours.Add(times[1]);
            theirs.Add(scanTime);
            ratios.Add(scanTime / times[1]);
            if (++looked == Compared)
            {
                break;
            }
        }

        Print($"{looked} queries with 1 to {MostHits} hits: {differing} differ from the scan");
        Print($"  index  median {At(ours, 0.5):0.0} ms, p95 {At(ours, 0.95):0.0} ms");
        Print($"  scan   median {At(theirs, 0.5):0} ms, p95 {At(theirs, 0.95):0} ms");
        Print($"  faster median {At(ratios, 0.5):0} times, least {ratios.Min():0} times, {ratios.Count(r => r < 50)} below 50");
        return differing == 0;
    }

    private static async Task MeasureMixAsync(
        QueryMix mix,
        Func<string, SearchKind?, int, Task<SearchResults>> search,
        LikeScan scan,
        int scans,
        CancellationToken cancellationToken
    )
    {
        List<double> ours = [];
        List<(double Time, string Text)> slow = [];
        List<double> theirs = [];
        var every = Math.Max(1, mix.Queries.Count / Math.Max(1, scans));
        for (var i = 0; i < mix.Queries.Count; i++)
        {
            var text = mix.Queries[i];
            var time = (await TimedAsync(() => search(text, null, 1))).Milliseconds;
            ours.Add(time);
            slow.Add((time, text));
            if (i % every == 0)
            {
                theirs.Add((await TimedAsync(() => scan.RunAsync(text, cancellationToken))).Milliseconds);
            }
        }

        Print($"mix of {mix.Queries.Count} queries, every {every}th scanned too ({theirs.Count})");
        Print($"  index  median {At(ours, 0.5):0.0} ms, p95 {At(ours, 0.95):0.0} ms, longest {ours.Max():0} ms");
        Print($"  scan   median {At(theirs, 0.5):0} ms, p95 {At(theirs, 0.95):0} ms, longest {theirs.Max():0} ms");
        Print($"  p95 of the index is {At(ours, 0.95) / At(theirs, 0.95):0.000} of the scan's");
        Print("  slowest: " + string.Join(", ", slow.OrderByDescending(s => s.Time).Take(8).Select(s => $"{s.Text} {s.Time:0} ms")));
    }

    /// <summary>Everything found, page by page.</summary>
    private static async Task<Dictionary<SearchKind, HashSet<Guid>>> IdsAsync(
        string text,
        Func<string, SearchKind?, int, Task<SearchResults>> search
    )
    {
        Dictionary<SearchKind, HashSet<Guid>> all = [];
        foreach (var kind in Enum.GetValues<SearchKind>())
        {
            all[kind] = [];
            for (var page = 1; page == 1 || all[kind].Count == (page - 1) * SearchRequest.PageSize; page++)
            {
                all[kind].UnionWith(IdsOf(await search(text, kind, page), kind));
            }
        }

        return all;
    }

    private static IEnumerable<Guid> IdsOf(SearchResults results, SearchKind kind) =>
        kind switch
        {
            SearchKind.Person => results.People.Items.Select(h => h.Person.Id),
            SearchKind.Unit => results.Units.Items.Select(h => h.Id),
            SearchKind.Award => results.Awards.Items.Select(h => h.Id),
            SearchKind.Conferral => results.Conferrals.Items.Select(h => h.Id),
            SearchKind.Document => results.Documents.Items.Select(h => h.Id),
            SearchKind.Article => results.Articles.Items.Select(h => h.Article.Id),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    private static async Task<(T Result, double Milliseconds)> TimedAsync<T>(Func<Task<T>> run)
    {
        var began = Stopwatch.GetTimestamp();
        var result = await run();
        return (result, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    private static double At(IEnumerable<double> values, double part)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Min(sorted.Count - 1, Math.Floor(sorted.Count * part))];
    }

    private static void Tell(GeneratedSoFar soFar)
    {
        if (soFar.IsWhole)
        {
            Print($"{soFar.Part}: {soFar.Stored} stored in {soFar.Took.TotalSeconds:0.0} s");
        }
    }

    private static void Print(FormattableString line) => Print(line.ToString(CultureInfo.InvariantCulture));

    private static void Print(string line) => Console.Out.WriteLine(line);
}
