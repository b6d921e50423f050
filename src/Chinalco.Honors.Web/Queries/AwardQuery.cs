using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>An award's page.</summary>
/// <param name="Conferrals">One page of them, from the last year to the first, those without a year at the end.</param>
/// <param name="Total">Conferrals on all pages.</param>
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
    int Page
)
{
    public int Pages => Math.Max(1, (Total + AwardQuery.PageSize - 1) / AwardQuery.PageSize);
}

/// <summary>Reads an award's page.</summary>
public sealed class AwardQuery(ReadingDatabase database)
{
    /// <summary>Conferrals a page: an award may have tens of thousands.</summary>
    public const int PageSize = 100;

    /// <returns>Null when there is no such award.</returns>
    public async Task<AwardPage?> RunAsync(Guid id, int page, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var award = await db.Awards.AsNoTracking().Include(a => a.Aliases).FirstOrDefaultAsync(a => a.Id == id, cancellationToken);
            if (award is null)
            {
                return null;
            }

            var conferrals = db.Conferrals.AsNoTracking().Shown().Where(c => c.AwardId == id);
            var total = await conferrals.CountAsync(cancellationToken);
            var skip = Math.Min((long)(Math.Max(1, page) - 1) * PageSize, int.MaxValue);
            var shown = conferrals
                .OrderBy(c => c.Year == null)
                .ThenByDescending(c => c.Year)
                .ThenBy(c => c.EnteredAt)
                .ThenBy(c => c.Id)
                .Skip((int)skip)
                .Take(PageSize);
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
                page
            );
        }
    }
}
