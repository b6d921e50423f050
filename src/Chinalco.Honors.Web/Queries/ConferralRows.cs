using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>A conferral in a list of an award, a document or a unit.</summary>
/// <param name="Proof">The first passage that proves it; null when only a document does.</param>
public sealed record ConferralRow(
    Guid Id,
    Named Award,
    string AwardAsPrinted,
    AwardLevel Level,
    int? Year,
    string? Edition,
    string? ConferringBody,
    ConferralStatus Status,
    string? StatusReason,
    ImmutableArray<RecipientLink> Recipients,
    PassageLink? Proof
);

/// <summary>A passage of an article.</summary>
public sealed record PassageLink(Guid ArticleId, int Start, int End);

/// <summary>Reads conferrals for a list, in four queries whatever their number.</summary>
internal static class ConferralRows
{
    /// <param name="conferrals">In the order wanted, no more than a page.</param>
    public static async Task<ImmutableArray<ConferralRow>> LoadAsync(
        HonorsContext db,
        IQueryable<Conferral> conferrals,
        CancellationToken cancellationToken
    )
    {
        var rows = await conferrals
            .Select(c => new
            {
                c.Id,
                c.AwardId,
                c.AwardAsPrinted,
                c.Level,
                c.Year,
                c.Edition,
                c.ConferringBody,
                c.Status,
                c.StatusReason,
            })
            .ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Id).ToList();
        var awardIds = rows.Select(r => r.AwardId).Distinct().ToList();
        var awards = await db
            .Awards.Where(a => EF.Parameter(awardIds).Contains(a.Id))
            .Select(a => new Named(a.Id, a.Name))
            .ToDictionaryAsync(a => a.Id, cancellationToken);
        var proofs = await ProofsAsync(db, ids, cancellationToken);
        var recipients = (
            await db
                .Recipients.AsNoTracking()
                .Where(r => EF.Parameter(ids).Contains(r.ConferralId))
                .OrderBy(r => r.ConferralId)
                .ThenBy(r => r.Order)
                .Select(r => new { r.ConferralId, Link = new RecipientLink(r.NameAsPrinted, r.HonoreeId, r.UnitId, r.UnitAsPrinted) })
                .ToListAsync(cancellationToken)
        ).ToLookup(r => r.ConferralId, r => r.Link);
        return
        [
            .. rows.Select(r => new ConferralRow(
                r.Id,
                awards[r.AwardId],
                r.AwardAsPrinted,
                r.Level,
                r.Year,
                r.Edition,
                r.ConferringBody,
                r.Status,
                r.StatusReason,
                [.. recipients[r.Id]],
                proofs.GetValueOrDefault(r.Id)
            )),
        ];
    }

    /// <summary>The first passage of each conferral. Asked for by their ids: beside the rows the database would number every proof there is.</summary>
    public static async Task<Dictionary<Guid, PassageLink>> ProofsAsync(
        HonorsContext db,
        List<Guid> conferrals,
        CancellationToken cancellationToken
    )
    {
        var passages = await db
            .Evidence.Where(e => EF.Parameter(conferrals).Contains(e.ConferralId))
            .Where(e => e.ArticleId != null && e.Start != null && e.End != null)
            .OrderBy(e => e.EnteredAt)
            .ThenBy(e => e.Id)
            .Select(e => new { e.ConferralId, Passage = new PassageLink(e.ArticleId!.Value, e.Start!.Value, e.End!.Value) })
            .ToListAsync(cancellationToken);
        return passages.DistinctBy(p => p.ConferralId).ToDictionary(p => p.ConferralId, p => p.Passage);
    }
}
