using System.Collections.Immutable;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;

namespace Chinalco.Honors.Web.Rankings;

/// <summary>A ranking as a page shows it.</summary>
/// <param name="Shown">One page of its items.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="Before">The period that places are compared with; null where there is none.</param>
/// <param name="Years">The years of the sparklines, from the earliest on.</param>
public sealed record RankingBoard(
    RankingTable Table,
    ImmutableArray<RankingLine> Shown,
    int Pages,
    (int From, int To)? Before,
    ImmutableArray<int> Years
);

/// <summary>One unit of a ranking.</summary>
/// <param name="RankBefore">In the period before; null where it had no points then, or there is no such period.</param>
/// <param name="Interval">The places that it could take if one weight were a fifth larger or smaller.</param>
/// <param name="ByYear">Points of each year of the board, in millionths; nothing is divided by people.</param>
public sealed record RankingLine(RankingItem Item, int? RankBefore, RankInterval Interval, ImmutableArray<long> ByYear);

/// <summary>Adds to a ranking how it moved, how firm it is and how it came about.</summary>
public sealed class RankingBoardQuery(RankingQuery query, IUnitScores scores, CurrentUser current)
{
    public const int PageSize = 50;

    /// <param name="whole">Shows every item, whatever the filter's page.</param>
    public async Task<RankingBoard> RunAsync(RankingFilter filter, CancellationToken cancellationToken, bool whole = false)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var table = await query.RunAsync(filter, cancellationToken);
        var size = whole ? int.MaxValue : PageSize;
        var pages = Math.Max(1, (int)Math.Ceiling((double)table.Items.Length / size));
        var page = Math.Clamp(filter.Page, 1, pages);
        var before = filter.Previous(query.ThisYear);
        var ranksBefore = await RanksBeforeAsync(table, before, cancellationToken);
        var intervals = IntervalsOf(table);
        var years = YearsOf(table.Question);
        var byYear = await ByYearAsync(table, years, cancellationToken);
        return new RankingBoard(
            table,
            [
                .. table
                    .Items.Skip((page - 1) * size)
                    .Take(size)
                    .Select(item => new RankingLine(
                        item,
                        ranksBefore.TryGetValue(item.Unit.Id, out var rank) ? rank : null,
                        intervals[item.Unit.Id],
                        [.. byYear.Select(year => year.GetValueOrDefault(item.Unit.Id)?.Points ?? 0)]
                    )),
            ],
            pages,
            before,
            years
        );
    }

    /// <summary>How firm the places of a ranking are.</summary>
    public static IReadOnlyDictionary<Guid, RankInterval> IntervalsOf(RankingTable table) =>
        RankIntervals.Of([.. table.Items.Select(i => new RankedUnit(i.Unit.Id, i.Parts, i.People?.Number))]);

    private async Task<Dictionary<Guid, int>> RanksBeforeAsync(
        RankingTable table,
        (int From, int To)? before,
        CancellationToken cancellationToken
    )
    {
        if (before is not { } period)
        {
            return [];
        }

        var earlier = table.Filter with { From = period.From, To = period.To };
        var then = await query.RunAsync(earlier, table.Policy, table.Policy.Weights, cancellationToken);
        return then.Items.ToDictionary(i => i.Unit.Id, i => i.Rank);
    }

    /// <summary>The last years of the period.</summary>
    private static ImmutableArray<int> YearsOf(RankingQuestion question)
    {
        var first = Math.Max(question.From ?? int.MinValue, question.LastYear - RankingFilter.MostYears + 1);
        return first > question.LastYear ? [] : [.. Enumerable.Range(first, question.LastYear - first + 1)];
    }

    /// <summary>Each year alone, with the ages that its honours have in the ranking.</summary>
    private async Task<List<IReadOnlyDictionary<Guid, UnitScore>>> ByYearAsync(
        RankingTable table,
        ImmutableArray<int> years,
        CancellationToken cancellationToken
    )
    {
        List<IReadOnlyDictionary<Guid, UnitScore>> all = [];
        foreach (var year in years)
        {
            var question = table.Question with { From = year, To = year, Sees = current.Viewer.Sees };
            all.Add((await scores.AskAsync(question, table.Policy.Weights, cancellationToken)).Units);
        }

        return all;
    }
}
