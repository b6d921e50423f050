using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Rankings;

/// <summary>A part of a unit's points. What is null is not bounded.</summary>
/// <param name="Unknown">Only honours whose year nobody knows.</param>
public sealed record RankingCell(AwardLevel? Level = null, RecipientKind? Kind = null, int? Year = null, bool Unknown = false, int Page = 1)
{
    internal (string Name, string? Value)[] Parameters =>
        [
            ("level", Level?.ToChinese()),
            ("kind", Kind is { } kind ? RankingWeightWords.Kind(kind) : null),
            ("year", Year?.ToString(CultureInfo.InvariantCulture)),
            ("undated", Unknown ? "1" : null),
            ("row", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
        ];

    /// <summary>Whether a part belongs to it.</summary>
    public bool Holds(ScorePart part) => (Level is null || part.Level == Level) && (Kind is null || part.Kind == Kind);
}

/// <summary>One recipient of a cell, and the points that they bring.</summary>
/// <param name="Together">How many received the honour together.</param>
/// <param name="Whole">What one recipient alone would bring, in millionths, before it fades.</param>
/// <param name="Kept">Per mille of it that is kept at the honour's age.</param>
/// <param name="Points">In millionths.</param>
/// <param name="Proof">The first passage that proves it; null when only a document does, or nothing.</param>
public sealed record CellRow(
    Guid ConferralId,
    Named Award,
    AwardLevel Level,
    RecipientKind Kind,
    int? Year,
    string? Edition,
    RecipientLink Recipient,
    int Together,
    long Whole,
    int Kept,
    long Points,
    PassageLink? Proof,
    Named? Document
);

/// <param name="Points">Of all pages, in millionths.</param>
/// <param name="Total">Rows of all pages.</param>
public sealed record CellHonours(UnitNode Unit, RankingTable Table, long Points, int Total, int Pages, ImmutableArray<CellRow> Rows);

/// <summary>Lists the honours that make a part of a unit's points: every recipient a row, so that the rows' points are the cell's.</summary>
public sealed class CellQuery(BreakdownQuery breakdowns, IHonorsDatabase database)
{
    public const int PageSize = 50;

    /// <returns>Null when there is no such unit.</returns>
    public async Task<CellHonours?> RunAsync(Guid id, RankingFilter filter, RankingCell cell, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(cell);
        if (await breakdowns.RunAsync(id, filter, cancellationToken) is not { } breakdown)
        {
            return null;
        }

        var table = breakdown.Table;
        var db = database.OpenFor(new Viewer(table.Question.Sees, [], [], []));
        await using (db)
        {
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            var units = await CountingUnits.ForAsync(db, id, cancellationToken);
            var recipients =
                from c in Counted(db, table.Question, cell)
                from r in c.Recipients
                where EF.Parameter(units).Contains(r.UnitId) && (cell.Kind == null || r.Kind == cell.Kind)
                where r.HonoreeId == null || db.Honorees.Any(h => h.Id == r.HonoreeId)
                select new { Conferral = c, Recipient = r };
            var total = await recipients.CountAsync(cancellationToken);
            var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
            var rows = await recipients
                .OrderBy(x => x.Conferral.Year == null)
                .ThenByDescending(x => x.Conferral.Year)
                .ThenBy(x => x.Conferral.Level)
                .ThenBy(x => x.Conferral.Id)
                .ThenBy(x => x.Recipient.Order)
                .ThenBy(x => x.Recipient.Id)
                .Skip((Math.Clamp(cell.Page, 1, pages) - 1) * PageSize)
                .Take(PageSize)
                .Select(x => new
                {
                    x.Conferral.Id,
                    x.Conferral.AwardId,
                    x.Conferral.Level,
                    x.Conferral.Year,
                    x.Conferral.Edition,
                    x.Conferral.DocumentId,
                    x.Recipient.Kind,
                    x.Recipient.NameAsPrinted,
                    x.Recipient.HonoreeId,
                    x.Recipient.UnitId,
                })
                .ToListAsync(cancellationToken);
            var together = await TogetherAsync([.. rows.Select(r => r.Id).Distinct()], cancellationToken);
            var awardIds = rows.Select(r => r.AwardId).Distinct().ToList();
            var awards = await db
                .Awards.Where(a => EF.Parameter(awardIds).Contains(a.Id))
                .Select(a => new Named(a.Id, a.Name))
                .ToDictionaryAsync(a => a.Id, cancellationToken);
            var documentIds = rows.Select(r => r.DocumentId).OfType<Guid>().Distinct().ToList();
            var documents = await db
                .Documents.Where(d => EF.Parameter(documentIds).Contains(d.Id))
                .Select(d => new Named(d.Id, d.Number ?? d.Title))
                .ToDictionaryAsync(d => d.Id, cancellationToken);
            var proofs = await ConferralRows.ProofsAsync(db, [.. rows.Select(r => r.Id).Distinct()], cancellationToken);
            var weights = table.Policy.Weights;
            return new CellHonours(
                breakdown.Unit,
                table,
                PointsOf(breakdown, cell),
                total,
                pages,
                [
                    .. rows.Select(r =>
                    {
                        var age = table.Question.LastYear - r.Year;
                        return new CellRow(
                            r.Id,
                            awards[r.AwardId],
                            r.Level,
                            r.Kind,
                            r.Year,
                            r.Edition,
                            new RecipientLink(r.NameAsPrinted, r.HonoreeId, r.UnitId, r.UnitId is { } at ? tree.Find(at)?.Name : null),
                            together[r.Id],
                            weights.WholeOf(r.Level, r.Kind, age: 0),
                            weights.KeptAt(age),
                            weights.PointsOf(r.Level, r.Kind, age, together[r.Id]),
                            proofs.GetValueOrDefault(r.Id),
                            r.DocumentId is { } document ? documents.GetValueOrDefault(document) : null
                        );
                    }),
                ]
            );
        }
    }

    /// <summary>How many received each conferral: hidden ones too, because their share is nobody else's.</summary>
    private async Task<Dictionary<Guid, int>> TogetherAsync(List<Guid> conferrals, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db
                .Recipients.Where(r => EF.Parameter(conferrals).Contains(r.ConferralId))
                .GroupBy(r => r.ConferralId)
                .Select(of => new { of.Key, Count = of.Count() })
                .ToDictionaryAsync(of => of.Key, of => of.Count, cancellationToken);
        }
    }

    private static IQueryable<Conferral> Counted(HonorsContext db, RankingQuestion question, RankingCell cell)
    {
        var conferrals = db.Conferrals.AsNoTracking().Counting();
        conferrals = question.From is { } from ? conferrals.Where(c => c.Year >= from) : conferrals;
        conferrals = question.To is { } to ? conferrals.Where(c => c.Year <= to) : conferrals;
        conferrals = question.Family is { } family
            ? conferrals.Where(c => db.Awards.Any(a => a.Id == c.AwardId && a.Family == family))
            : conferrals;
        conferrals = cell.Level is { } level ? conferrals.Where(c => c.Level == level) : conferrals;
        return cell.Unknown ? conferrals.Where(c => c.Year == null)
            : cell.Year is { } year ? conferrals.Where(c => c.Year == year)
            : conferrals;
    }

    /// <summary>As the ranking reckons them, not from the rows: that the two agree is what the reader may check.</summary>
    private static long PointsOf(Breakdown breakdown, RankingCell cell)
    {
        int? year = cell.Unknown ? null : cell.Year;
        IEnumerable<ScorePart> parts =
            cell.Unknown || year is not null
                ? breakdown.Years.Where(y => y.Year == year).SelectMany(y => y.Parts)
                : breakdown.Score?.Parts ?? [];
        return parts.Where(cell.Holds).Sum(p => p.Points);
    }
}
