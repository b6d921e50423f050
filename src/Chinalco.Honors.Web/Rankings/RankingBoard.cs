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
public sealed class RankingBoardQuery(RankingQuery query, IUnitScores scores, ReadingDatabase database)
{
    public const int PageSize = 50;

    /// <param name="whole">Shows every item, whatever the filter's page.</param>
    public async Task<RankingBoard> RunAsync(RankingFilter filter, CancellationToken cancellationToken, bool whole = false)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var policy = await query.PolicyOfAsync(filter, cancellationToken);
        var question = query.QuestionOf(filter);
        var years = YearsOf(question);
        var before = filter.Previous(query.ThisYear);
        var earlier = before is { } period ? filter with { From = period.From, To = period.To } : null;
        var told = await scores.AskAsync(
            new ScoresAsked(question, policy.Weights) { Before = earlier is null ? null : query.QuestionOf(earlier), Years = years },
            cancellationToken
        );
        var db = database.Open();
        await using (db)
        {
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            var table = await RankingQuery.TableAsync(db, tree, filter, policy, told.Scores, cancellationToken);
            var then = told.Before is { } answer
                ? await RankingQuery.TableAsync(db, tree, earlier!, policy, answer, cancellationToken)
                : null;
            return Board(table, then, whole ? int.MaxValue : PageSize, before, years, told.ByYear);
        }
    }

    /// <summary>How firm the places of a ranking are.</summary>
    public static IReadOnlyDictionary<Guid, RankInterval> IntervalsOf(RankingTable table) =>
        RankIntervals.Of([.. table.Items.Select(i => new RankedUnit(i.Unit.Id, i.Parts, i.People?.Number))]);

    private static RankingBoard Board(
        RankingTable table,
        RankingTable? then,
        int size,
        (int From, int To)? before,
        ImmutableArray<int> years,
        IReadOnlyDictionary<Guid, ImmutableArray<long>> byYear
    )
    {
        var ranksBefore = then?.Items.ToDictionary(i => i.Unit.Id, i => i.Rank) ?? [];
        var intervals = IntervalsOf(table);
        var pages = Math.Max(1, (int)Math.Ceiling((double)table.Items.Length / size));
        var page = Math.Clamp(table.Filter.Page, 1, pages);
        ImmutableArray<long> none = [.. years.Select(_ => 0L)];
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
                        byYear.GetValueOrDefault(item.Unit.Id, none)
                    )),
            ],
            pages,
            before,
            years
        );
    }

    /// <summary>The last years of the period.</summary>
    private static ImmutableArray<int> YearsOf(RankingQuestion question)
    {
        var first = Math.Max(question.From ?? int.MinValue, question.LastYear - RankingFilter.MostYears + 1);
        return first > question.LastYear ? [] : [.. Enumerable.Range(first, question.LastYear - first + 1)];
    }
}
