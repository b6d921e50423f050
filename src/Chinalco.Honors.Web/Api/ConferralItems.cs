using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Api;

/// <summary>A conferral as the API gives it, with its recipients and the proofs.</summary>
internal sealed record ConferralItem(
    Guid Id,
    NamedRef Award,
    string Level,
    int? Year,
    string? Edition,
    string? ConferringBody,
    DocumentRef? Document,
    string Status,
    string? StatusReason,
    IReadOnlyList<RecipientItem> Recipients,
    IReadOnlyList<EvidenceItem> Evidence,
    string? Date = null,
    RevocationItem? Revocation = null
);

/// <summary>Who took a conferral back, when and by which decision; why is the conferral's status reason.</summary>
/// <param name="Date">Year, month or day, as far as known.</param>
internal sealed record RevocationItem(string? Body, string? Date, DocumentRef? Document);

/// <summary>Something with a page of its own.</summary>
internal sealed record NamedRef(Guid Id, string Name);

internal sealed record DocumentRef(Guid Id, string? Number, string Title);

/// <param name="Kind">person, team or unit.</param>
internal sealed record RecipientItem(string Kind, string Name, NamedRef? Person, NamedRef? Unit);

/// <param name="Start">First UTF-16 unit of the quote in the article's text.</param>
/// <param name="End">The UTF-16 unit after it.</param>
/// <param name="Sha256">Of the quote's UTF-8 bytes.</param>
internal sealed record EvidenceItem(
    Guid? ArticleId,
    string? Quote,
    int? Start,
    int? End,
    string? Sha256,
    string AssertedBy,
    DocumentRef? Document
);

/// <summary>Reads conferrals for the API.</summary>
internal static class ConferralItems
{
    /// <summary>The conferrals of the query, in its order, in a fixed number of round trips.</summary>
    public static async Task<List<ConferralItem>> ReadAsync(HonorsContext db, IQueryable<Conferral> conferrals)
    {
        var rows = await conferrals
            .AsNoTracking()
            .AsSplitQuery()
            .Select(c => new
            {
                c.Id,
                Award = db.Awards.Where(a => a.Id == c.AwardId).Select(a => new NamedRef(a.Id, a.Name)).First(),
                c.Level,
                c.Year,
                c.Edition,
                c.ConferringBody,
                Document = db
                    .Documents.Where(d => d.Id == c.DocumentId)
                    .Select(d => new DocumentRef(d.Id, d.Number, d.Title))
                    .FirstOrDefault(),
                c.Status,
                c.StatusReason,
                c.Date,
                Revocation = db
                    .Revocations.Where(r => r.ConferralId == c.Id)
                    .Select(r => new
                    {
                        r.Body,
                        r.Date,
                        Document = db
                            .Documents.Where(d => d.Id == r.DocumentId)
                            .Select(d => new DocumentRef(d.Id, d.Number, d.Title))
                            .FirstOrDefault(),
                    })
                    .FirstOrDefault(),
                Recipients = c
                    .Recipients.OrderBy(r => r.Order)
                    .Select(r => new
                    {
                        r.Kind,
                        r.NameAsPrinted,
                        Person = db.Honorees.Where(h => h.Id == r.HonoreeId).Select(h => new NamedRef(h.Id, h.Name)).FirstOrDefault(),
                        Unit = db.Units.Where(u => u.Id == r.UnitId).Select(u => new NamedRef(u.Id, u.Name)).FirstOrDefault(),
                    })
                    .ToList(),
                Evidence = c
                    .Evidence.OrderBy(e => e.EnteredAt)
                    .ThenBy(e => e.Id)
                    .Select(e => new EvidenceItem(
                        e.ArticleId,
                        e.Quote,
                        e.Start,
                        e.End,
                        e.QuoteSha256,
                        e.AssertedBy,
                        db.Documents.Where(d => d.Id == e.DocumentId).Select(d => new DocumentRef(d.Id, d.Number, d.Title)).FirstOrDefault()
                    ))
                    .ToList(),
            })
            .ToListAsync();
        return
        [
            .. rows.Select(c => new ConferralItem(
                c.Id,
                c.Award,
                c.Level.ToChinese(),
                c.Year,
                c.Edition,
                c.ConferringBody,
                c.Document,
                c.Status.ToString(),
                c.StatusReason,
                [.. c.Recipients.Select(r => new RecipientItem(KindOf(r.Kind), r.NameAsPrinted, r.Person, r.Unit))],
                c.Evidence,
                c.Date?.ToString(),
                c.Revocation is { } revoked ? new RevocationItem(revoked.Body, revoked.Date?.ToString(), revoked.Document) : null
            )),
        ];
    }

    private static string KindOf(RecipientKind kind) =>
        kind switch
        {
            RecipientKind.Person => "person",
            RecipientKind.Team => "team",
            RecipientKind.Unit => "unit",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };
}
