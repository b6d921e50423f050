using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Rankings;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Rankings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Benchmarks.Rankings;

/// <summary>
/// How long the pages that reach over the whole group take to be read, by the queries that the site asks: for somebody who is not signed in, and
/// for HR of the whole group, who sees what is hidden. Writing the HTML is not part of it.
/// </summary>
internal static class PageFigures
{
    private const int Turns = 5;

    // In milliseconds.
    private const int Target = 1000;

    /// <param name="file">A database that <c>honors generate</c> made.</param>
    public static async Task<int> RunAsync(string file, CancellationToken cancellationToken)
    {
        var services = Services(file);
        await using (services)
        {
            var ledger = services.GetRequiredService<HonourLedger>();
            await ledger.RefreshAsync(cancellationToken);
            Print(
                $"{ledger.Figures!.Rows} recipients of {ledger.Figures.Units} units loaded in {ledger.Figures.LoadedIn.TotalSeconds:0.0} s"
            );
            await CompareAsync(ledger, cancellationToken);
            var (root, company, award) = await ChosenAsync(services.GetRequiredService<IHonorsDatabase>(), cancellationToken);
            var slowest = 0.0;
            foreach (var (who, role) in new[] { ("not signed in", (Role?)null), ("HR of the group", Role.Hr) })
            {
                var current = services.GetRequiredService<CurrentUser>();
                var user = role is { } of
                    ? new SignedInUser(Guid.NewGuid(), Guid.NewGuid(), "bench", "测量", HonoreeId: null, [new RoleInUnit(of, root)])
                    : null;
                var viewer = await services.GetRequiredService<ViewerOf>().ResolveAsync(user, cancellationToken);
                current.Set(user, viewer);
                Print($"{who}:");
                foreach (var (name, page) in Pages(services, root, company, award, cancellationToken))
                {
                    slowest = Math.Max(slowest, await MeasureAsync(name, page));
                }
            }

            Print($"slowest {slowest:0} ms, target {Target}");
            return slowest <= Target ? 0 : 1;
        }
    }

    private static IEnumerable<(string Name, Func<Task> Page)> Pages(
        IServiceProvider services,
        Guid root,
        Guid company,
        Guid award,
        CancellationToken stop
    )
    {
        var (tree, unit) = (services.GetRequiredService<UnitsQuery>(), services.GetRequiredService<UnitQuery>());
        var (ladder, brief) = (services.GetRequiredService<LadderQuery>(), services.GetRequiredService<BriefQuery>());
        var (board, breakdown) = (services.GetRequiredService<RankingBoardQuery>(), services.GetRequiredService<BreakdownQuery>());
        var cell = services.GetRequiredService<CellQuery>();
        yield return ("tree", () => tree.RunAsync(new UnitTreeFilter(), stop));
        yield return ("tree of a day", () => tree.RunAsync(new UnitTreeFilter(On: new PartialDate(2012, 6, 30)), stop));
        yield return ("tree, a part of a name", () => tree.RunAsync(new UnitTreeFilter(Text: "电解"), stop));
        foreach (var (name, id) in new[] { ("the root", root), ("a company", company) })
        {
            foreach (var part in Enum.GetValues<UnitPart>())
            {
                yield return ($"unit page of {name}, {part}", () => unit.RunAsync(id, part, page: 1, stop));
            }

            yield return ($"ladder of {name}", () => ladder.RunAsync(new LadderFilter(id), stop));
            yield return ($"leader's page of {name}", () => brief.RunAsync(id, stop));
            yield return ($"breakdown of {name}", () => breakdown.RunAsync(id, new RankingFilter(), stop));
            yield return ($"cell of {name}", () => cell.RunAsync(id, new RankingFilter(), new RankingCell(Year: 2020), stop));
        }

        yield return ("ladder", () => ladder.RunAsync(new LadderFilter(), stop));
        yield return ("ranking", () => board.RunAsync(new RankingFilter(), stop));
        yield return ("ranking of ten years", () => board.RunAsync(new RankingFilter(2015, 2024), stop));
        yield return ("ranking of 6,000 workshops", () => board.RunAsync(new RankingFilter(2015, 2024, UnitTier.Team), stop));
        yield return ("award page", () => services.GetRequiredService<AwardQuery>().RunAsync(award, year: null, page: 1, stop));
    }

    /// <summary>What a ranking page of ten years asks the ledger, one question after the other and all at once.</summary>
    private static async Task CompareAsync(HonourLedger ledger, CancellationToken stop)
    {
        var weights = RankingPolicy.Default.Weights;
        var question = new RankingQuestion(2013, 2024, Family: null, Visibility.Public, LastYear: 2024);
        var before = question with { From = 2001, To = 2012, LastYear = 2012 };
        ImmutableArray<int> years = [.. Enumerable.Range(2013, 12)];
        await MeasureAsync(
            "a ranking's questions one by one",
            async () =>
            {
                foreach (var one in years.Select(y => question with { From = y, To = y }).Prepend(before).Prepend(question))
                {
                    await ledger.AskAsync(one, weights, stop);
                }
            }
        );
        await MeasureAsync(
            "a ranking's questions at once",
            () => ledger.AskAsync(new ScoresAsked(question, weights) { Before = before, Years = years }, stop)
        );
    }

    /// <summary>The median of some turns after one that warms up.</summary>
    private static async Task<double> MeasureAsync(string name, Func<Task> page)
    {
        List<double> times = [];
        for (var turn = 0; turn <= Turns; turn++)
        {
            var began = Stopwatch.GetTimestamp();
            await page();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        var median = times.Skip(1).Order().ElementAt(Turns / 2);
        Print($"  {name}: {median:0} ms, first {times[0]:0}");
        return median;
    }

    /// <summary>The root, a company below it and the award that was conferred most often.</summary>
    private static async Task<(Guid Root, Guid Company, Guid Award)> ChosenAsync(IHonorsDatabase database, CancellationToken stop)
    {
        var db = database.Open();
        await using (db)
        {
            var root = await db.Units.Where(u => u.ParentId == null && u.Tier == UnitTier.Group).Select(u => u.Id).FirstAsync(stop);
            var company = await db.Units.Where(u => u.ParentId == root).OrderBy(u => u.Name).Select(u => u.Id).FirstAsync(stop);
            var award = await db
                .Conferrals.GroupBy(c => c.AwardId)
                .OrderByDescending(of => of.Count())
                .Select(of => of.Key)
                .FirstAsync(stop);
            return (root, company, award);
        }
    }

    private static ServiceProvider Services(string file) =>
        new ServiceCollection()
            .AddHonorsData(new DatabaseOptions { File = Path.GetFullPath(file) }, Path.GetTempPath())
            .AddHonorsRankings()
            .AddSingleton(TimeProvider.System)
            .AddLogging()
            .AddSingleton<CurrentUser>()
            .AddSingleton<ViewerOf>()
            .AddSingleton<ReadingDatabase>()
            .AddSingleton<RankingPolicies>()
            .AddSingleton<RankingQuery>()
            .AddSingleton<RankingBoardQuery>()
            .AddSingleton<BreakdownQuery>()
            .AddSingleton<CellQuery>()
            .AddSingleton<UnitsQuery>()
            .AddSingleton<UnitQuery>()
            .AddSingleton<LadderQuery>()
            .AddSingleton<BriefQuery>()
            .AddSingleton<AwardQuery>()
            .BuildServiceProvider();

    private static void Print(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
