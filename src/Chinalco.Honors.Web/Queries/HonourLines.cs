using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Press;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>One honour of a person or unit, with everything that proves it.</summary>
/// <param name="Together">The others who received it in the same act.</param>
public sealed record HonourLine(
    Guid ConferralId,
    Named Award,
    string AwardAsPrinted,
    AwardLevel Level,
    int? Year,
    string? Edition,
    string? ConferringBody,
    Named? Document,
    string? DocumentNumber,
    ConferralStatus Status,
    string? StatusReason,
    string RecipientAsPrinted,
    ImmutableArray<RecipientLink> Together,
    ImmutableArray<EvidenceLine> Evidence,
    RevocationLine? Revocation
)
{
    /// <summary>The row of the act that names the person or unit.</summary>
    public Guid RecipientId { get; init; }

    public bool Counts => Status is ConferralStatus.Confirmed or ConferralStatus.Expired;

    /// <summary>Whether others received it in the same act.</summary>
    public bool IsShared => Together.Length > 0;
}

/// <summary>Who took an honour back, when and by which decision.</summary>
/// <param name="Document">Number or title.</param>
public sealed record RevocationLine(string? Body, PartialDate? Date, Named? Document);

/// <summary>One of those who received a conferral, with the pages to link to.</summary>
public sealed record RecipientLink(string Name, Guid? HonoreeId, Guid? UnitId, string? Unit);

/// <summary>A proof as the reader sees it: the sentence, where it was printed, who says so, who entered it.</summary>
public sealed record EvidenceLine(
    Guid? ArticleId,
    string? ArticleTitle,
    int? Start,
    int? End,
    string? Quote,
    Citation? Citation,
    Provenance? Provenance,
    string? SourceNote,
    Named? Document,
    string AssertedBy,
    string EnteredBy,
    DateTimeOffset EnteredAt
);

/// <summary>Reads the honours of some recipients with their proof, in four queries whatever their number.</summary>
internal static class HonourLines
{
    /// <summary>By year from the last to the first, honours without a year at the end; then by level and name.</summary>
    public static async Task<ImmutableArray<HonourLine>> LoadAsync(
        HonorsContext db,
        IQueryable<Recipient> recipients,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from r in recipients
            join c in db.Conferrals.Shown() on r.ConferralId equals c.Id
            join a in db.Awards on c.AwardId equals a.Id
            join d in db.Documents on c.DocumentId equals d.Id into documents
            from d in documents.DefaultIfEmpty()
            orderby c.Year == null, c.Year descending, c.Level, a.Name, c.Id, r.Order
            select new
            {
                c.Id,
                Award = new Named(a.Id, a.Name),
                c.AwardAsPrinted,
                c.Level,
                c.Year,
                c.Edition,
                c.ConferringBody,
                Document = d == null ? null : new Named(d.Id, d.Title),
                DocumentNumber = d == null ? null : d.Number,
                c.Status,
                c.StatusReason,
                RecipientId = r.Id,
                r.NameAsPrinted,
            }
        ).ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Id).Distinct().ToList();
        var together = await TogetherAsync(db, ids, cancellationToken);
        var evidence = await EvidenceAsync(db, ids, cancellationToken);
        var revocations = await RevocationsAsync(db, ids, cancellationToken);
        return
        [
            .. rows.Select(r => new HonourLine(
                r.Id,
                r.Award,
                r.AwardAsPrinted,
                r.Level,
                r.Year,
                r.Edition,
                r.ConferringBody,
                r.Document,
                r.DocumentNumber,
                r.Status,
                r.StatusReason,
                r.NameAsPrinted,
                [.. together[r.Id].Where(t => t.RecipientId != r.RecipientId).Select(t => t.Link)],
                [.. evidence[r.Id].Select(e => e.Line)],
                revocations.GetValueOrDefault(r.Id)
            )
            {
                RecipientId = r.RecipientId,
            }),
        ];
    }

    private static async Task<Dictionary<Guid, RevocationLine>> RevocationsAsync(
        HonorsContext db,
        List<Guid> conferrals,
        CancellationToken cancellationToken
    ) =>
        await (
            from v in db.Revocations.AsNoTracking()
            where EF.Parameter(conferrals).Contains(v.ConferralId)
            join d in db.Documents on v.DocumentId equals d.Id into documents
            from d in documents.DefaultIfEmpty()
            select new { v.ConferralId, Line = new RevocationLine(v.Body, v.Date, d == null ? null : new Named(d.Id, d.Number ?? d.Title)) }
        ).ToDictionaryAsync(v => v.ConferralId, v => v.Line, cancellationToken);

    private static async Task<ILookup<Guid, (Guid RecipientId, RecipientLink Link)>> TogetherAsync(
        HonorsContext db,
        List<Guid> conferrals,
        CancellationToken cancellationToken
    )
    {
        var rows = await db
            .Recipients.AsNoTracking()
            .Where(r => EF.Parameter(conferrals).Contains(r.ConferralId))
            .OrderBy(r => r.ConferralId)
            .ThenBy(r => r.Order)
            .Select(r => new
            {
                r.ConferralId,
                r.Id,
                r.NameAsPrinted,
                r.HonoreeId,
                r.UnitId,
                r.UnitAsPrinted,
            })
            .ToListAsync(cancellationToken);
        return rows.ToLookup(
            r => r.ConferralId,
            r => (r.Id, new RecipientLink(r.NameAsPrinted, r.HonoreeId, r.HonoreeId is null ? r.UnitId : null, r.UnitAsPrinted))
        );
    }

    /// <summary>The proofs of conferrals, the oldest first.</summary>
    internal static async Task<ILookup<Guid, (Guid ConferralId, EvidenceLine Line)>> EvidenceAsync(
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
            join d in db.Documents on e.DocumentId equals d.Id into documents
            from d in documents.DefaultIfEmpty()
            orderby e.EnteredAt, e.Id
            select new
            {
                e.ConferralId,
                e.ArticleId,
                a.Title,
                e.Start,
                e.End,
                e.Quote,
                Newspaper = i == null ? null : i.Newspaper,
                Number = i == null ? null : (int?)i.Number,
                IssueDate = i == null ? null : i.Date,
                ArticleDate = a == null ? null : a.Date,
                Page = a == null ? null : a.Page,
                Provenance = a == null ? null : (Provenance?)a.Provenance,
                SourceNote = a == null ? null : a.SourceNote,
                Document = d == null ? null : new Named(d.Id, d.Title),
                e.AssertedBy,
                e.EnteredBy,
                e.EnteredAt,
            }
        ).ToListAsync(cancellationToken);
        return rows.Select(e =>
                (
                    e.ConferralId,
                    Line: new EvidenceLine(
                        e.ArticleId,
                        e.Title,
                        e.Start,
                        e.End,
                        e.Quote,
                        e.ArticleId is null ? null : new Citation(e.Newspaper, e.Number, e.IssueDate ?? e.ArticleDate, e.Page),
                        e.Provenance,
                        e.SourceNote,
                        e.Document,
                        e.AssertedBy,
                        e.EnteredBy,
                        e.EnteredAt
                    )
                )
            )
            .ToLookup(e => e.ConferralId);
    }
}
