using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Rankings;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chinalco.Honors.Web.Api;

/// <summary>Rankings of units, what their points are made of, and the policies they are made with.</summary>
internal static class RankingsApi
{
    private const string Filters =
        "unit 单位编号或名称；tier 层级；from、to 起止年份；family 荣誉类别；measure 为 points（积分，默认）或 per-thousand（每千人积分）；policy 积分规则版本，默认现行版本。";

    public static RouteGroupBuilder MapRankingsApi(this RouteGroupBuilder group)
    {
        group
            .MapGet("/", ListAsync)
            .WithSummary("单位荣誉排名（内部统计，不是评比表彰）")
            .WithDescription(Filters + "分页参数 page 从 1 开始。名次区间是任一级别分值或获得者系数增减 20% 时的名次范围。");
        group.MapGet("/{id:guid}", BreakdownAsync).WithSummary("一个单位的积分构成：年份 × 级别 × 获得者").WithDescription(Filters);
        group
            .MapGet("/{id:guid}/conferrals", ConferralsAsync)
            .WithSummary("构成积分的荣誉，逐个获得者列出得分")
            .WithDescription(Filters + "level 级别；kind 个人、集体或单位；year 年份；undated=1 只看年份不详的；row 页码。");
        group.MapGet("/policies", PoliciesAsync).WithSummary("积分规则的各个版本");
        return group;
    }

    private static async Task<Results<Ok<RankingBody>, ProblemHttpResult>> ListAsync(
        RankingReader reader,
        RankingBoardQuery boards,
        [AsParameters] RankingParameters parameters,
        CancellationToken cancellationToken
    )
    {
        var read = await reader.ReadAsync(parameters.Words, cancellationToken);
        if (!read.Notices.IsEmpty)
        {
            return Refusal(read);
        }

        var board = await boards.RunAsync(read.Filter, cancellationToken);
        return TypedResults.Ok(
            new RankingBody(
                [.. board.Shown.Select(line => new RankingEntry(line, board))],
                board.Table.Items.Length,
                read.Filter.Page,
                RankingBoardQuery.PageSize,
                board.Table.PolicyVersion,
                RankingWording.Scope(read.Filter, read.Unit),
                RankingWording.Period(read.Filter),
                board.Before is { } before ? new YearSpan(before.From, before.To) : null,
                [.. board.Table.Uncounted.Select(i => new UncountedUnit(new NamedRef(i.Unit.Id, i.Unit.Name), i.Score))],
                board.Table.Silent,
                RankingTexts.Internal
            )
        );
    }

    private static async Task<Results<Ok<BreakdownBody>, ProblemHttpResult>> BreakdownAsync(
        RankingReader reader,
        BreakdownQuery breakdowns,
        Guid id,
        [AsParameters] RankingParameters parameters,
        CancellationToken cancellationToken
    )
    {
        var read = await reader.ReadAsync(parameters.Words, cancellationToken);
        if (!read.Notices.IsEmpty)
        {
            return Refusal(read);
        }

        return await breakdowns.RunAsync(id, read.Filter, cancellationToken) is { } breakdown
            ? TypedResults.Ok(
                new BreakdownBody(
                    new NamedRef(breakdown.Unit.Id, breakdown.Unit.Name),
                    breakdown.Ranked is { Rank: > 0 } ranked ? ranked.Rank : null,
                    Score(breakdown.Score?.Points ?? 0),
                    breakdown.Score?.Conferrals ?? 0,
                    breakdown.Table.PolicyVersion,
                    [
                        .. breakdown.Years.Select(y => new BreakdownYearBody(
                            y.Year,
                            y.Kept,
                            Score(y.Points),
                            [
                                .. y.Parts.Select(p => new PartBody(
                                    p.Level.ToChinese(),
                                    RankingWeightWords.Kind(p.Kind),
                                    Score(p.Points),
                                    p.Recipients
                                )),
                            ]
                        )),
                    ],
                    RankingTexts.Internal
                )
            )
            : Missing();
    }

    private static async Task<Results<Ok<CellBody>, ProblemHttpResult>> ConferralsAsync(
        RankingReader reader,
        CellQuery cells,
        Guid id,
        [AsParameters] RankingParameters parameters,
        string? level,
        string? kind,
        string? year,
        string? undated,
        string? row,
        CancellationToken cancellationToken
    )
    {
        var read = await reader.ReadAsync(parameters.Words, cancellationToken);
        var told = RankingCellWords.Read(level, kind, year, undated, row);
        if (!read.Notices.IsEmpty || told.Notice is not null)
        {
            return Problems.BadRequest(told.Notice ?? string.Concat(read.Notices));
        }

        return await cells.RunAsync(id, read.Filter, told.Cell, cancellationToken) is { } page
            ? TypedResults.Ok(
                new CellBody(
                    [.. page.Rows.Select(r => new CellEntry(r))],
                    page.Total,
                    told.Cell.Page,
                    CellQuery.PageSize,
                    Score(page.Points),
                    page.Table.PolicyVersion
                )
            )
            : Missing();
    }

    private static async Task<Ok<List<PolicyBody>>> PoliciesAsync(RankingPolicies policies, CancellationToken cancellationToken) =>
        TypedResults.Ok(
            (await policies.AllAsync(drafts: false, cancellationToken))
                .Select(p => new PolicyBody(
                    p.Name,
                    p.State.ToChinese(),
                    p.Weights.Levels.ToDictionary(l => l.Key.ToChinese(), l => Score(l.Value)),
                    p.Weights.Kinds.ToDictionary(k => RankingWeightWords.Kind(k.Key), k => k.Value),
                    [.. p.Weights.Ages],
                    p.Weights.Shared == SharedHonour.Divided,
                    p.Explanation,
                    p.Note,
                    p.PublishedAt,
                    p.PublishReason
                ))
                .ToList()
        );

    private static ProblemHttpResult Refusal(ReadFilter read) => Problems.BadRequest(string.Concat(read.Notices));

    private static ProblemHttpResult Missing() => Problems.NotFound("没有这个单位，请用单位名称重新查找。");

    private static decimal Score(long points) => (decimal)points / RankingWeights.One;

    /// <summary>The filters of a ranking.</summary>
    internal sealed record RankingParameters(
        string? Unit,
        string? Tier,
        string? From,
        string? To,
        string? Family,
        string? Measure,
        string? Policy,
        string? Page
    )
    {
        internal RankingWords Words => new(Unit, Tier, From, To, Family, Measure, Policy, Page);
    }

    /// <param name="Before">The period that places are compared with.</param>
    /// <param name="Uncounted">Of a ranking per thousand, units of which nobody counted the people.</param>
    /// <param name="Silent">Units compared that have no points.</param>
    /// <param name="Nature">What the ranking is and is not.</param>
    internal sealed record RankingBody(
        IReadOnlyList<RankingEntry> Items,
        int Total,
        [property: System.Text.Json.Serialization.JsonPropertyName("page")] int Number,
        int PageSize,
        string Policy,
        string Scope,
        string Period,
        YearSpan? Before,
        IReadOnlyList<UncountedUnit> Uncounted,
        int Silent,
        string Nature
    );

    internal sealed record YearSpan(int From, int To);

    internal sealed record UncountedUnit(NamedRef Unit, decimal Score);

    /// <param name="Figure">What it is ranked by.</param>
    /// <param name="Score">In points; the unit's subtree included.</param>
    /// <param name="BestRank">The best place that it could take if one weight were a fifth larger or smaller.</param>
    internal sealed record RankingEntry(
        int Rank,
        int? RankBefore,
        int BestRank,
        int WorstRank,
        NamedRef Unit,
        string Tier,
        decimal Figure,
        decimal Score,
        int? People,
        int? PeopleYear,
        int Conferrals,
        IReadOnlyDictionary<int, decimal> ByYear
    )
    {
        public RankingEntry(RankingLine line, RankingBoard board)
            : this(
                line.Item.Rank,
                line.RankBefore,
                line.Interval.Best,
                line.Interval.Worst,
                new NamedRef(line.Item.Unit.Id, line.Item.Unit.Name),
                line.Item.Tier.ToChinese(),
                line.Item.Figure,
                line.Item.Score,
                line.Item.People?.Number,
                line.Item.People?.Year,
                line.Item.ConferralCount,
                board.Years.Zip(line.ByYear).ToDictionary(y => y.First, y => RankingsApi.Score(y.Second))
            ) { }
    }

    internal sealed record BreakdownBody(
        NamedRef Unit,
        int? Rank,
        decimal Score,
        int Conferrals,
        string Policy,
        IReadOnlyList<BreakdownYearBody> Years,
        string Nature
    );

    /// <param name="Year">Null when unknown.</param>
    /// <param name="KeptPerMille">Of its points, at its age.</param>
    internal sealed record BreakdownYearBody(int? Year, int KeptPerMille, decimal Score, IReadOnlyList<PartBody> Parts);

    internal sealed record PartBody(string Level, string Kind, decimal Score, int Recipients);

    /// <param name="Score">Of all pages.</param>
    internal sealed record CellBody(
        IReadOnlyList<CellEntry> Items,
        int Total,
        [property: System.Text.Json.Serialization.JsonPropertyName("page")] int Number,
        int PageSize,
        decimal Score,
        string Policy
    );

    /// <param name="Together">How many received it together.</param>
    internal sealed record CellEntry(
        Guid ConferralId,
        NamedRef Award,
        string Level,
        string Kind,
        int? Year,
        string Recipient,
        int Together,
        int KeptPerMille,
        decimal Score
    )
    {
        public CellEntry(CellRow row)
            : this(
                row.ConferralId,
                new NamedRef(row.Award.Id, row.Award.Name),
                row.Level.ToChinese(),
                RankingWeightWords.Kind(row.Kind),
                row.Year,
                row.Recipient.Name,
                row.Together,
                row.Kept,
                RankingsApi.Score(row.Points)
            ) { }
    }

    internal sealed record PolicyBody(
        string Name,
        string State,
        IReadOnlyDictionary<string, decimal> Levels,
        IReadOnlyDictionary<string, int> KindsPerMille,
        IReadOnlyList<AgeStep> Ages,
        bool SharedIsDivided,
        string Explanation,
        string Note,
        DateTimeOffset? PublishedAt,
        string? PublishReason
    );
}
