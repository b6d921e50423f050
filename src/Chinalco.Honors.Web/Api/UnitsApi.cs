using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Rankings;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Api;

/// <summary>Units and their ranking.</summary>
internal static class UnitsApi
{
    public static RouteGroupBuilder MapUnitsApi(this RouteGroupBuilder group)
    {
        group.MapGet("/ranking", RankingAsync).WithSummary("单位荣誉排名（内部统计，不是评奖）；更多条件见 /api/v1/rankings");
        group.MapGet("/", BelowAsync).WithSummary("某一天的组织树中，一个单位（或最上层）的直接下级单位");
        group.MapGet("/{id:guid}", GetAsync).WithSummary("一个单位及其名称、上下级和荣誉");
        return group;
    }

    private static async Task<Results<Ok<Ranking>, ProblemHttpResult>> RankingAsync(
        RankingQuery ranking,
        int? from,
        int? to,
        string? tier,
        CancellationToken cancellationToken
    )
    {
        var wanted = UnitTierNames.FromChinese(tier);
        if (tier is not null && wanted is null)
        {
            return Problems.BadRequest(
                "没有这个单位层级；可用：" + string.Join('、', Enum.GetValues<UnitTier>().Select(t => t.ToChinese())) + "。"
            );
        }

        var table = await ranking.RunAsync(new RankingFilter(from, to, wanted), cancellationToken);
        return TypedResults.Ok(
            new Ranking(
                [.. table.Items.Select(i => new RankedUnit(i.Rank, new NamedRef(i.Unit.Id, i.Unit.Name), i.Score, i.ConferralCount))],
                from,
                to,
                table.PolicyVersion
            )
        );
    }

    private static async Task<Results<Ok<Below>, ProblemHttpResult>> BelowAsync(
        UnitsQuery units,
        string? on,
        Guid? under,
        CancellationToken cancellationToken
    )
    {
        if (on is not null && !PartialDate.TryParse(on, out _))
        {
            return Problems.BadRequest("on 请写成 2012、2012-06 或 2012-06-30。");
        }

        var day = UnitDay.Of(on is null ? null : PartialDate.Parse(on));
        return await units.BelowAsync(day, under, cancellationToken) is { } below
            ? TypedResults.Ok(
                new Below(
                    day?.ToString(),
                    under,
                    [
                        .. below.Select(b => new TreeItem(
                            b.Unit.Id,
                            b.Unit.Name,
                            b.Unit.Tier.ToChinese(),
                            UnitWords.Of(b.Unit.Tier, b.Unit.Name),
                            b.Unit.IsSample,
                            b.Below
                        )),
                    ]
                )
            )
            : Problems.NotFound("那一天没有这个单位，请换一个日期或用单位名称重新查找。");
    }

    private static async Task<Results<Ok<UnitItem>, ProblemHttpResult>> GetAsync(ReadingDatabase database, Guid id)
    {
        var db = database.Open();
        await using (db)
        {
            var unit = await db.Units.AsNoTracking().Include(u => u.Names).FirstOrDefaultAsync(u => u.Id == id);
            if (unit is null)
            {
                return Problems.NotFound("没有这个单位，请用单位名称重新查找。");
            }

            var parent = await db.Units.Where(u => u.Id == unit.ParentId).Select(u => new NamedRef(u.Id, u.Name)).FirstOrDefaultAsync();
            var children = await db
                .Units.Where(u => u.ParentId == id && u.DissolvedOn == null)
                .OrderBy(u => u.Tier)
                .ThenBy(u => u.Name)
                .Select(u => new NamedRef(u.Id, u.Name))
                .ToListAsync();
            var conferrals = await ConferralItems.ReadAsync(
                db,
                db.Conferrals.Where(c =>
                        c.Status != ConferralStatus.Deprecated && c.Recipients.Any(r => r.UnitId == id && r.HonoreeId == null)
                    )
                    .OrderByDescending(c => c.Year)
                    .ThenBy(c => c.Level)
                    .ThenBy(c => c.Id)
            );
            return TypedResults.Ok(
                new UnitItem(
                    unit.Id,
                    unit.Name,
                    unit.Tier.ToChinese(),
                    unit.Place,
                    unit.Summary,
                    unit.IsSample,
                    unit.FoundedOn?.ToString(),
                    unit.DissolvedOn?.ToString(),
                    unit.HeirId,
                    [
                        .. unit
                            .Names.OrderBy(n => n.Order)
                            .Select(n => new NameItem(n.Name, n.Kind.ToString(), n.From?.ToString(), n.To?.ToString())),
                    ],
                    parent,
                    children,
                    conferrals
                )
            );
        }
    }

    /// <param name="Policy">The version of the weights.</param>
    internal sealed record Ranking(IReadOnlyList<RankedUnit> Items, int? From, int? To, string Policy);

    /// <param name="Score">In points; the unit's subtree included.</param>
    internal sealed record RankedUnit(int Rank, NamedRef Unit, decimal Score, int ConferralCount);

    /// <param name="On">The day; null for today.</param>
    internal sealed record Below(string? On, Guid? Under, IReadOnlyList<TreeItem> Items);

    /// <param name="Word">The tier, or what the name tells more closely, such as 团委.</param>
    /// <param name="Below">How many units stand right below it.</param>
    internal sealed record TreeItem(Guid Id, string Name, string Tier, string Word, bool Sample, int Below);

    /// <param name="Heir">The unit its honours count for, when it ended.</param>
    internal sealed record UnitItem(
        Guid Id,
        string Name,
        string Tier,
        string? Place,
        string? Summary,
        bool Sample,
        string? FoundedOn,
        string? DissolvedOn,
        Guid? Heir,
        IReadOnlyList<NameItem> Names,
        NamedRef? Parent,
        IReadOnlyList<NamedRef> Children,
        IReadOnlyList<ConferralItem> Conferrals
    );

    /// <param name="Kind">Legal, Alias or Former.</param>
    internal sealed record NameItem(string Name, string Kind, string? From, string? To);
}
