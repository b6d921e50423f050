using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Api;

/// <summary>The award catalogue and each award's conferrals.</summary>
internal static class AwardsApi
{
    private const int PageSize = 50;

    public static RouteGroupBuilder MapAwardsApi(this RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).WithSummary("荣誉目录");
        group.MapGet("/{id:guid}/conferrals", ConferralsAsync).WithSummary("一项荣誉的历次授予");
        return group;
    }

    private static async Task<Ok<Page<AwardItem>>> ListAsync(ReadingDatabase database, string? q, int page = 1)
    {
        var db = database.Open();
        await using (db)
        {
            var awards = db.Awards.Where(a => q == null || a.Name.Contains(q) || a.Aliases.Any(alias => alias.Name.Contains(q)));
            var rows = await awards
                .OrderBy(a => a.Level)
                .ThenBy(a => a.Name)
                .Skip((page - 1) * PageSize)
                .Take(PageSize)
                .Select(a => new
                {
                    a.Id,
                    a.Name,
                    a.Level,
                    a.ConferringBody,
                    Count = db.Conferrals.Count(c => c.AwardId == a.Id && c.Status != ConferralStatus.Deprecated),
                })
                .ToListAsync();
            var items = rows.Select(a => new AwardItem(a.Id, a.Name, a.Level.ToChinese(), a.ConferringBody, a.Count)).ToList();
            return TypedResults.Ok(new Page<AwardItem>(items, await awards.CountAsync(), page, PageSize));
        }
    }

    private static async Task<Results<Ok<Page<ConferralItem>>, ProblemHttpResult>> ConferralsAsync(
        ReadingDatabase database,
        Guid id,
        int? year,
        int page = 1
    )
    {
        var db = database.Open();
        await using (db)
        {
            if (!await db.Awards.AnyAsync(a => a.Id == id))
            {
                return Problems.NotFound("没有这项荣誉，请从荣誉目录中查找。");
            }

            var conferrals = db.Conferrals.Where(c =>
                c.AwardId == id && c.Status != ConferralStatus.Deprecated && (year == null || c.Year == year)
            );
            var items = await ConferralItems.ReadAsync(
                db,
                conferrals
                    .OrderByDescending(c => c.Year)
                    .ThenBy(c => c.EnteredAt)
                    .ThenBy(c => c.Id)
                    .Skip((page - 1) * PageSize)
                    .Take(PageSize)
            );
            return TypedResults.Ok(new Page<ConferralItem>(items, await conferrals.CountAsync(), page, PageSize));
        }
    }

    internal sealed record AwardItem(Guid Id, string Name, string Level, string? ConferringBody, int ConferralCount);
}
