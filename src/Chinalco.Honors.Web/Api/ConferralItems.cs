using System.Linq.Expressions;
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
    /// <remarks>
    /// What stands beside the rows is asked for by its ids: as parts of one question the database would number all people, units, documents
    /// and proofs there are.
    /// </remarks>
    public static async Task<List<ConferralItem>> ReadAsync(HonorsContext db, IQueryable<Conferral> conferrals)
    {
        var rows = await conferrals
            .AsNoTracking()
            .Select(c => new
            {
                c.Id,
                c.AwardId,
                c.Level,
                c.Year,
                c.Edition,
                c.ConferringBody,
                c.DocumentId,
                c.Status,
                c.StatusReason,
                c.Date,
            })
            .ToListAsync();
        var ids = rows.ConvertAll(c => c.Id);
        var recipients = await db
            .Recipients.AsNoTracking()
            .Where(r => EF.Parameter(ids).Contains(r.ConferralId))
            .OrderBy(r => r.Order)
            .Select(r => new
            {
                r.ConferralId,
                r.Kind,
                r.NameAsPrinted,
                r.HonoreeId,
                r.UnitId,
            })
            .ToListAsync();
        var evidence = await db
            .Evidence.AsNoTracking()
            .Where(e => EF.Parameter(ids).Contains(e.ConferralId))
            .OrderBy(e => e.EnteredAt)
            .ThenBy(e => e.Id)
            .Select(e => new
            {
                e.ConferralId,
                e.DocumentId,
                Item = new EvidenceItem(e.ArticleId, e.Quote, e.Start, e.End, e.QuoteSha256, e.AssertedBy, null),
            })
            .ToListAsync();
        var revocations = await db
            .Revocations.AsNoTracking()
            .Where(r => EF.Parameter(ids).Contains(r.ConferralId))
            .Select(r => new
            {
                r.ConferralId,
                r.Body,
                r.Date,
                r.DocumentId,
            })
            .ToListAsync();

        var awards = await NamesAsync(db.Awards, rows.Select(c => (Guid?)c.AwardId), a => new NamedRef(a.Id, a.Name));
        var people = await NamesAsync(db.Honorees, recipients.Select(r => r.HonoreeId), h => new NamedRef(h.Id, h.Name));
        var units = await NamesAsync(db.Units, recipients.Select(r => r.UnitId), u => new NamedRef(u.Id, u.Name));
        var documents = await ById(
                db.Documents,
                [.. rows.Select(c => c.DocumentId), .. evidence.Select(e => e.DocumentId), .. revocations.Select(r => r.DocumentId)]
            )
            .Select(d => new DocumentRef(d.Id, d.Number, d.Title))
            .ToDictionaryAsync(d => d.Id);

        var recipientsOf = recipients.ToLookup(
            r => r.ConferralId,
            r => new RecipientItem(KindOf(r.Kind), r.NameAsPrinted, Of(people, r.HonoreeId), Of(units, r.UnitId))
        );
        var evidenceOf = evidence.ToLookup(e => e.ConferralId, e => e.Item with { Document = Of(documents, e.DocumentId) });
        var revocationOf = revocations.ToLookup(
            r => r.ConferralId,
            r => new RevocationItem(r.Body, r.Date?.ToString(), Of(documents, r.DocumentId))
        );
        return rows.ConvertAll(c => new ConferralItem(
            c.Id,
            awards[c.AwardId],
            c.Level.ToChinese(),
            c.Year,
            c.Edition,
            c.ConferringBody,
            Of(documents, c.DocumentId),
            c.Status.ToString(),
            c.StatusReason,
            [.. recipientsOf[c.Id]],
            [.. evidenceOf[c.Id]],
            c.Date?.ToString(),
            revocationOf[c.Id].FirstOrDefault()
        ));
    }

    private static async Task<Dictionary<Guid, NamedRef>> NamesAsync<T>(
        IQueryable<T> all,
        IEnumerable<Guid?> ids,
        Expression<Func<T, NamedRef>> name
    )
        where T : class => await ById(all, ids).Select(name).ToDictionaryAsync(n => n.Id);

    private static IQueryable<T> ById<T>(IQueryable<T> all, IEnumerable<Guid?> ids)
        where T : class
    {
        var sought = ids.OfType<Guid>().Distinct().ToList();
        return all.Where(entity => EF.Parameter(sought).Contains(EF.Property<Guid>(entity, nameof(NamedRef.Id))));
    }

    private static T? Of<T>(Dictionary<Guid, T> named, Guid? id)
        where T : class => id is { } key ? named.GetValueOrDefault(key) : null;

    private static string KindOf(RecipientKind kind) =>
        kind switch
        {
            RecipientKind.Person => "person",
            RecipientKind.Team => "team",
            RecipientKind.Unit => "unit",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };
}
