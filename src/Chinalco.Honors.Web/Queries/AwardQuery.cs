using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>An award's page.</summary>
/// <param name="Conferrals">One page of them, from the last year to the first, those without a year at the end.</param>
/// <param name="Total">Conferrals on all pages.</param>
/// <param name="Editions">From the latest to the first, those without a year at the end.</param>
/// <param name="First">The earliest edition with a year; null where there is only one.</param>
/// <param name="Latest">The latest edition.</param>
/// <param name="Units">Those with most, in order.</param>
public sealed record AwardPage(
    Guid Id,
    string Name,
    AwardLevel Level,
    AwardLevel? TreatmentLevel,
    AwardFamily Family,
    string? ConferringBody,
    string? Cycle,
    string? Summary,
    ImmutableArray<RecipientKind> Recipients,
    ImmutableArray<string> Aliases,
    ImmutableArray<ConferralRow> Conferrals,
    int Total,
    int Page,
    ImmutableArray<AwardEdition> Editions,
    EditionRecipients? First,
    EditionRecipients? Latest,
    ImmutableArray<AwardUnit> Units
)
{
    public int Pages => Math.Max(1, (Total + AwardQuery.PageSize - 1) / AwardQuery.PageSize);
}

/// <summary>One edition, or one year of an award without editions.</summary>
public sealed record AwardEdition(int? Year, string? Edition, int Conferrals);

/// <param name="Recipients">The first of its recipients, in the order of the decision.</param>
/// <param name="HasMore">There are others.</param>
public sealed record EditionRecipients(AwardEdition Edition, ImmutableArray<RecipientLink> Recipients, bool HasMore);

/// <param name="Conferrals">Those with a recipient of the unit, or of one that it took over.</param>
public sealed record AwardUnit(Guid Id, string Name, int Conferrals);

/// <summary>Reads an award's page.</summary>
public sealed class AwardQuery(ReadingDatabase database)
{
    /// <summary>Conferrals a page: an award may have tens of thousands.</summary>
    public const int PageSize = 100;

    private const int MostUnits = 20;

    /// <summary>Recipients of the first and the latest edition that are named.</summary>
    private const int MostNamed = 6;

    /// <param name="year">The conferrals of one year; null for all.</param>
    /// <returns>Null when there is no such award.</returns>
    public async Task<AwardPage?> RunAsync(Guid id, int? year, int page, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var award = await db.Awards.AsNoTracking().Include(a => a.Aliases).FirstOrDefaultAsync(a => a.Id == id, cancellationToken);
            if (award is null)
            {
                return null;
            }

            var all = db.Conferrals.AsNoTracking().Shown().Where(c => c.AwardId == id);
            var conferrals = year is null ? all : all.Where(c => c.Year == year);
            var total = await conferrals.CountAsync(cancellationToken);
            var skip = Math.Min((long)(Math.Max(1, page) - 1) * PageSize, int.MaxValue);
            var shown = conferrals
                .OrderBy(c => c.Year == null)
                .ThenByDescending(c => c.Year)
                .ThenBy(c => c.EnteredAt)
                .ThenBy(c => c.Id)
                .Skip((int)skip)
                .Take(PageSize);
            var editions = await EditionsAsync(all, cancellationToken);
            var dated = editions.Where(e => e.Year is not null).ToList();
            return new AwardPage(
                id,
                award.Name,
                award.Level,
                award.TreatmentLevel,
                award.Family,
                award.ConferringBody,
                award.Cycle,
                award.Summary,
                [.. award.Recipients],
                [.. award.Aliases.Select(a => a.Name).Order(StringComparer.Ordinal)],
                skip >= total ? [] : await ConferralRows.LoadAsync(db, shown, cancellationToken),
                total,
                page,
                editions,
                dated.Count > 1 ? await RecipientsAsync(db, all, dated[^1], cancellationToken) : null,
                dated.Count > 1 ? await RecipientsAsync(db, all, dated[0], cancellationToken) : null,
                await UnitsAsync(db, all, cancellationToken)
            );
        }
    }

    private static async Task<ImmutableArray<AwardEdition>> EditionsAsync(
        IQueryable<Conferral> conferrals,
        CancellationToken cancellationToken
    ) =>
        [
            .. (
                await conferrals
                    .GroupBy(c => new { c.Year, c.Edition })
                    .Select(g => new
                    {
                        g.Key.Year,
                        g.Key.Edition,
                        Count = g.Count(),
                    })
                    .OrderByDescending(e => e.Year)
                    .ThenBy(e => e.Edition)
                    .ToListAsync(cancellationToken)
            ).Select(e => new AwardEdition(e.Year, e.Edition, e.Count)),
        ];

    private static async Task<EditionRecipients> RecipientsAsync(
        HonorsContext db,
        IQueryable<Conferral> conferrals,
        AwardEdition edition,
        CancellationToken cancellationToken
    )
    {
        // Every conferral has a recipient: one more than is named says whether there are others.
        var first = conferrals
            .Where(c => c.Year == edition.Year && c.Edition == edition.Edition)
            .OrderBy(c => c.EnteredAt)
            .ThenBy(c => c.Id)
            .Take(MostNamed + 1);
        var rows = await ConferralRows.LoadAsync(db, first, cancellationToken);
        List<RecipientLink> recipients = [.. rows.SelectMany(r => r.Recipients)];
        return new EditionRecipients(edition, [.. recipients.Take(MostNamed)], recipients.Count > MostNamed);
    }

    private static async Task<ImmutableArray<AwardUnit>> UnitsAsync(
        HonorsContext db,
        IQueryable<Conferral> conferrals,
        CancellationToken cancellationToken
    )
    {
        var counts = await (
            from r in db.Recipients
            where r.UnitId != null
            join c in conferrals on r.ConferralId equals c.Id
            group c by r.UnitId!.Value into received
            select new { Unit = received.Key, Count = received.Select(c => c.Id).Distinct().Count() }
        ).ToListAsync(cancellationToken);
        if (counts.Count == 0)
        {
            return [];
        }

        var tree = await UnitTree.LoadAsync(db, cancellationToken);
        return
        [
            .. counts
                .GroupBy(c => tree.HeirOf(c.Unit), c => c.Count)
                .Select(g => new AwardUnit(g.Key, tree.Find(g.Key)?.Name ?? "", g.Sum()))
                .OrderByDescending(u => u.Conferrals)
                .ThenBy(u => u.Name, StringComparer.Ordinal)
                .Take(MostUnits),
        ];
    }
}
