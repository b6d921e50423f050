using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Web.Queries;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Api;

/// <summary>Units and their ranking.</summary>
internal static class UnitsApi
{
    public static RouteGroupBuilder MapUnitsApi(this RouteGroupBuilder group)
    {
        group.MapGet("/ranking", RankingAsync).WithSummary("单位荣誉排名（内部统计，不是评奖）");
        group.MapGet("/{id:guid}", GetAsync).WithSummary("一个单位及其名称、上下级和荣誉");
        return group;
    }

    private static async Task<Results<Ok<UnitItem>, ProblemHttpResult>> GetAsync(IHonorsDatabase database, Guid id)
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
                db.Conferrals.Where(c => c.Status != ConferralStatus.Deprecated && c.Recipients.Any(r => r.UnitId == id && r.HonoreeId == null))
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
                    [.. unit.Names.OrderBy(n => n.Order).Select(n => new NameItem(n.Name, n.Kind.ToString(), n.From?.ToString(), n.To?.ToString()))],
                    parent,
                    children,
                    conferrals
                )
            );
        }
    }

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
