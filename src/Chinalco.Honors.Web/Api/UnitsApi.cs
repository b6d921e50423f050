using Chinalco.Honors.Data;
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
                .Units.Where(u => u.ParentId == id)
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

    internal sealed record UnitItem(
        Guid Id,
        string Name,
        string Tier,
        string? Place,
        string? Summary,
        bool Sample,
        IReadOnlyList<NameItem> Names,
        NamedRef? Parent,
        IReadOnlyList<NamedRef> Children,
        IReadOnlyList<ConferralItem> Conferrals
    );

    /// <param name="Kind">Legal, Alias or Former.</param>
    internal sealed record NameItem(string Name, string Kind, string? From, string? To);
}
