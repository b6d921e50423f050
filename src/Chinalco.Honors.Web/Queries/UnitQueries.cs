using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>The parts of a unit's page, each at its own address.</summary>
public enum UnitPart
{
    /// <summary>概览</summary>
    Overview = 1,

    /// <summary>人员荣誉: those of the people who belonged to it or to one below it.</summary>
    People = 2,

    /// <summary>集体荣誉: those of teams and units below it.</summary>
    Teams = 3,

    /// <summary>报道</summary>
    Articles = 4,
}

/// <summary>A unit's page.</summary>
/// <param name="Heir">The unit that took it over.</param>
/// <param name="Above">From the root down to the parent.</param>
/// <param name="Below">The units right below it.</param>
/// <param name="Own">Honours of the unit itself, and those of units that it took over, with their proof.</param>
/// <param name="Honours">A page of those of people or teams, as the part says.</param>
/// <param name="Articles">A page of them, the latest first.</param>
/// <param name="Score">Null when the unit has no points, or the part does not show it.</param>
public sealed record UnitPage(
    Guid Id,
    string Name,
    UnitTier Tier,
    string? Place,
    string? Summary,
    bool IsSample,
    PartialDate? FoundedOn,
    PartialDate? DissolvedOn,
    Named? Heir,
    ImmutableArray<UnitNameLine> OtherNames,
    ImmutableArray<Named> Above,
    ImmutableArray<SubUnit> Below,
    ImmutableArray<Named> TakenOver,
    ImmutableArray<StoryLine> Story,
    ImmutableArray<Headcount> Headcounts,
    ImmutableArray<HonourLine> Own,
    UnitHonourRows Honours,
    ImmutableArray<YearCount> Trend,
    ImmutableArray<ArticleRow> Articles,
    bool HasMoreArticles,
    RankingItem? Score
);

public sealed record UnitNameLine(string Name, UnitNameKind Kind, PartialDate? From, PartialDate? To);

/// <param name="Honours">What counts for it; null where nobody has counted.</param>
public sealed record SubUnit(Guid Id, string Name, UnitTier Tier, int? Honours);

/// <summary>Reads a unit's page.</summary>
public sealed class UnitQuery(ReadingDatabase database, RankingQuery ranking)
{
    /// <summary>Articles of a page.</summary>
    private const int ArticlesPage = 40;

    /// <returns>Null when there is no such unit.</returns>
    public async Task<UnitPage?> RunAsync(Guid id, UnitPart part, int page, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var unit = await db.Units.AsNoTracking().Include(u => u.Names).FirstOrDefaultAsync(u => u.Id == id, cancellationToken);
            if (unit is null)
            {
                return null;
            }

            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            List<UnitNode> taken = [.. tree.Predecessors(id)];
            var counted = unit.ParentId is null && tree.Roots.Count(u => !u.HasEnded) == 1 ? null : tree.Counted(id);
            var isOverview = part == UnitPart.Overview;
            var told = part == UnitPart.Articles ? await ArticlesAsync(db, [id, .. taken.Select(u => u.Id)], page, cancellationToken) : [];
            var counts = isOverview ? await ranking.CountsAsync(cancellationToken) : null;
            return new UnitPage(
                id,
                unit.Name,
                unit.Tier,
                unit.Place,
                unit.Summary,
                unit.IsSample,
                unit.FoundedOn,
                unit.DissolvedOn,
                unit.HeirId is { } heir && tree.Find(heir) is { } found ? new Named(found.Id, found.Name) : null,
                [
                    .. unit
                        .Names.Where(n => n.Kind == UnitNameKind.Alias)
                        .OrderBy(n => n.Order)
                        .Select(n => new UnitNameLine(n.Name, n.Kind, n.From, n.To)),
                ],
                [.. tree.Upwards(id).Skip(1).Reverse().Select(u => new Named(u.Id, u.Name))],
                [
                    .. tree.ChildrenOf(id)
                        .Where(u => !u.HasEnded)
                        .Select(u => new SubUnit(u.Id, u.Name, u.Tier, counts?.GetValueOrDefault(u.Id))),
                ],
                [.. taken.Select(u => new Named(u.Id, u.Name))],
                isOverview ? await UnitStory.LoadAsync(db, unit, cancellationToken) : [],
                isOverview ? await HeadcountsAsync(db, id, cancellationToken) : [],
                isOverview ? await OwnAsync(db, [id, .. taken.Select(u => u.Id)], cancellationToken) : [],
                part == UnitPart.Articles
                    ? new([], HasMore: false)
                    : await UnitHonours.PageAsync(db, counted, part != UnitPart.Teams, id, page, cancellationToken),
                isOverview ? UnitHonours.Trend((await ranking.FactsAsync(id, cancellationToken)).ByYear) : [],
                [.. told.Take(ArticlesPage)],
                told.Length > ArticlesPage,
                isOverview && tree.Find(id) is { } node ? await ranking.OfAsync(node, cancellationToken) : null
            );
        }
    }

    private static Task<ImmutableArray<HonourLine>> OwnAsync(HonorsContext db, List<Guid?> units, CancellationToken cancellationToken) =>
        HonourLines.LoadAsync(
            db,
            db.Recipients.AsNoTracking().Where(r => EF.Parameter(units).Contains(r.UnitId) && r.Kind != RecipientKind.Person),
            cancellationToken
        );

    private static async Task<ImmutableArray<Headcount>> HeadcountsAsync(HonorsContext db, Guid id, CancellationToken cancellationToken) =>
        [.. await db.Headcounts.AsNoTracking().Where(h => h.UnitId == id).OrderBy(h => h.Year).ToListAsync(cancellationToken)];

    /// <summary>A page, and one more where there is another.</summary>
    private static async Task<ImmutableArray<ArticleRow>> ArticlesAsync(
        HonorsContext db,
        List<Guid?> units,
        int page,
        CancellationToken cancellationToken
    )
    {
        var told = db
            .Mentions.Where(m => m.Kind == MentionKind.Unit && EF.Parameter(units).Contains(m.UnitId))
            .Select(m => m.ArticleId)
            .Distinct();
        var latest = db
            .Articles.Where(a => told.Contains(a.Id))
            .OrderByDescending(a => a.Date)
            .ThenBy(a => a.Id)
            .Skip((page - 1) * ArticlesPage)
            .Take(ArticlesPage + 1);
        return await ArticleRows.LoadAsync(db, latest, cancellationToken);
    }
}
