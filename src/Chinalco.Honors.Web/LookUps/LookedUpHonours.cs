using Chinalco.Honors.Data;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.LookUps;

/// <summary>Reads the honours of many people at once.</summary>
internal static class LookedUpHonours
{
    /// <summary>The honours of each, from the last year to the first.</summary>
    public static async Task<ILookup<Guid, LookedUpHonour>> LoadAsync(
        HonorsContext db,
        List<Guid> people,
        CancellationToken cancellationToken
    )
    {
        List<Guid?> ids = [.. people.Select(id => (Guid?)id)];
        var rows = await (
            from r in db.Recipients.AsNoTracking()
            where EF.Parameter(ids).Contains(r.HonoreeId)
            join c in db.Conferrals.Shown() on r.ConferralId equals c.Id
            join a in db.Awards on c.AwardId equals a.Id
            join d in db.Documents on c.DocumentId equals d.Id into documents
            from d in documents.DefaultIfEmpty()
            select new
            {
                c.Id,
                HonoreeId = r.HonoreeId!.Value,
                a.Name,
                c.AwardAsPrinted,
                c.Level,
                c.Year,
                c.Edition,
                c.ConferringBody,
                Document = d == null ? null : d.Title,
                DocumentNumber = d == null ? null : d.Number,
                DocumentDate = d == null ? null : d.Date,
                c.Status,
                c.StatusReason,
                Recipients = db.Recipients.Count(other => other.ConferralId == c.Id),
                Revocation = db
                    .Revocations.Where(v => v.ConferralId == c.Id)
                    .Select(v => new RevocationLine(
                        v.Body,
                        v.Date,
                        db.Documents.Where(x => x.Id == v.DocumentId).Select(x => new Named(x.Id, x.Number ?? x.Title)).FirstOrDefault()
                    ))
                    .FirstOrDefault(),
            }
        ).ToListAsync(cancellationToken);
        return rows.OrderByDescending(r => r.Year)
            .ThenBy(r => r.Level)
            .ThenBy(r => r.Name, StringComparer.Ordinal)
            .ThenBy(r => r.Id)
            .ToLookup(
                r => r.HonoreeId,
                r => new LookedUpHonour(
                    r.HonoreeId,
                    r.Id,
                    r.Name,
                    r.AwardAsPrinted,
                    r.Level,
                    r.Year,
                    r.Edition,
                    r.ConferringBody,
                    r.Document,
                    r.DocumentNumber,
                    r.DocumentDate,
                    r.Status,
                    r.StatusReason,
                    r.Recipients,
                    r.Revocation
                )
            );
    }

    /// <summary>How many honours of each count; people without any are not among them.</summary>
    public static Task<Dictionary<Guid, int>> CountAsync(HonorsContext db, List<Guid> people, CancellationToken cancellationToken)
    {
        List<Guid?> ids = [.. people.Select(id => (Guid?)id)];
        return db
            .Recipients.AsNoTracking()
            .Where(r => EF.Parameter(ids).Contains(r.HonoreeId))
            .Join(db.Conferrals.Counting(), r => r.ConferralId, c => c.Id, (r, c) => r.HonoreeId!.Value)
            .GroupBy(id => id)
            .Select(g => new { Id = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Id, g => g.Count, cancellationToken);
    }

    /// <summary>Where the first proof of each conferral stands, in words; only files say it.</summary>
    public static async Task<Dictionary<Guid, string>> ProofsAsync(
        HonorsContext db,
        List<Guid> conferrals,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from e in db.Evidence.AsNoTracking()
            where EF.Parameter(conferrals).Contains(e.ConferralId)
            join a in db.Articles on e.ArticleId equals a.Id into articles
            from a in articles.DefaultIfEmpty()
            join i in db.Issues on a.IssueId equals i.Id into issues
            from i in issues.DefaultIfEmpty()
            select new
            {
                e.ConferralId,
                e.EnteredAt,
                e.AssertedBy,
                Newspaper = i == null ? null : i.Newspaper,
                Number = i == null ? null : (int?)i.Number,
                IssueDate = i == null ? null : i.Date,
                ArticleDate = a == null ? null : a.Date,
                Page = a == null ? null : a.Page,
            }
        ).ToListAsync(cancellationToken);
        return rows.GroupBy(e => e.ConferralId)
            .ToDictionary(
                g => g.Key,
                g =>
                {
                    var first = g.MinBy(e => e.EnteredAt)!;
                    var cite = Wording.Cite(new Citation(first.Newspaper, first.Number, first.IssueDate ?? first.ArticleDate, first.Page));
                    return cite.Length > 0 ? cite : first.AssertedBy;
                }
            );
    }
}
