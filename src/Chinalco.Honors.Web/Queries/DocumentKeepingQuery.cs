using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Grains.Documents;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Searching;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>A document to choose.</summary>
public sealed record DocumentChoice(Guid Id, string Title, string? Number, string? IssuingBody, DateOnly? Date);

/// <summary>What would be revoked with a document.</summary>
/// <param name="Digest">Names exactly these conferrals in exactly these versions.</param>
/// <param name="OutOfScope">How many of them the user may not revoke; with one of these, nothing is.</param>
public sealed record ConcernedHonours(ImmutableArray<ConferralRow> Conferrals, string Digest, int OutOfScope);

/// <summary>Reads documents for those who enter, prove and revoke honours.</summary>
public sealed class DocumentKeepingQuery(ReadingDatabase database, IHonorsDatabase everything, Scope scope)
{
    private const int MostFound = 20;
    private const int MostRecent = 5;

    public async Task<DocumentChoice?> OneAsync(Guid? id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return id is null ? null : await Choices(db.Documents.Where(d => d.Id == id)).FirstOrDefaultAsync(cancellationToken);
        }
    }

    /// <summary>Documents whose title or number has the words; without words the latest ones that somebody entered by hand.</summary>
    public async Task<ImmutableArray<DocumentChoice>> FindAsync(string? text, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                var recent = db.Documents.Where(d => d.ArticleId == null).OrderByDescending(d => d.Id).Take(MostRecent);
                return [.. await Choices(recent).ToListAsync(cancellationToken)];
            }

            var ids = await TermChoice.IdsAsync(db, SearchKind.Document, text, cancellationToken);
            var found = db
                .Documents.Where(d => EF.Parameter(ids).Contains(d.Id))
                .OrderByDescending(d => d.Date)
                .ThenBy(d => d.Id)
                .Take(MostFound);
            return [.. await Choices(found).ToListAsync(cancellationToken)];
        }
    }

    /// <summary>What the document confers and would be revoked with it.</summary>
    public async Task<ConcernedHonours> ConcernedAsync(Guid documentId, CancellationToken cancellationToken)
    {
        // All of them, seen or not: nobody revokes what they do not see.
        var db = everything.Open();
        await using (db)
        {
            var all = await DocumentCommands
                .ConcernedBy(db.Conferrals.AsNoTracking(), documentId)
                .Select(c => new { c.Id, c.Version })
                .ToListAsync(cancellationToken);
            List<Guid> ids = [.. all.Select(c => c.Id)];
            var covered = await scope.CoveredHonoursAsync(Right.KeepHonours, ids, cancellationToken);
            List<Guid> shown = [.. covered];
            var rows = await ConferralRows.LoadAsync(
                db,
                db.Conferrals.AsNoTracking()
                    .Where(c => EF.Parameter(shown).Contains(c.Id))
                    .OrderBy(c => c.Level)
                    .ThenBy(c => c.AwardId)
                    .ThenBy(c => c.Id),
                cancellationToken
            );
            return new ConcernedHonours(rows, DocumentCommands.DigestOf(all.Select(c => (c.Id, c.Version))), all.Count - covered.Count);
        }
    }

    /// <summary>Whether the user keeps one of the honours that the document confers or proves.</summary>
    public async Task<bool> IsKeptAsync(Guid documentId, CancellationToken cancellationToken)
    {
        var db = everything.Open();
        await using (db)
        {
            var tied = await db
                .Conferrals.Where(c => c.DocumentId == documentId || c.Evidence.Any(e => e.DocumentId == documentId))
                .Select(c => c.Id)
                .ToListAsync(cancellationToken);
            return (await scope.CoveredHonoursAsync(Right.KeepHonours, tied, cancellationToken)).Count > 0;
        }
    }

    /// <summary>Whether the user keeps every honour that the document confers, proves or revokes, and there is one.</summary>
    public async Task<bool> IsWhollyKeptAsync(Guid documentId, CancellationToken cancellationToken)
    {
        var db = everything.Open();
        await using (db)
        {
            var tied = await DocumentCommands.NamedBy(db, documentId).Select(c => c.Id).ToListAsync(cancellationToken);
            return tied.Count > 0 && (await scope.CoveredHonoursAsync(Right.KeepHonours, tied, cancellationToken)).Count == tied.Count;
        }
    }

    private static IQueryable<DocumentChoice> Choices(IQueryable<Domain.Documents.Document> documents) =>
        documents.AsNoTracking().Select(d => new DocumentChoice(d.Id, d.Title, d.Number, d.IssuingBody, d.Date));
}

/// <summary>Finds entities by the beginnings of their names, for forms in which one is chosen.</summary>
internal static class TermChoice
{
    private const int MostIds = 200;

    /// <summary>
    /// The entities that have every word of the text in one of their names or numbers; people by their names alone: a list of numbers that
    /// begin alike is nobody's business.
    /// </summary>
    public static async Task<List<Guid>> IdsAsync(HonorsContext db, SearchKind of, string? text, CancellationToken cancellationToken)
    {
        IEnumerable<Guid>? common = null;
        foreach (var word in SearchText.Read(text).Words)
        {
            var ids = await WordHits
                .TermsFrom(db, of, word.Folded)
                .Where(t => of != SearchKind.Person || t.Kind != TermKind.Number)
                .Select(t => t.EntityId)
                .Distinct()
                .Take(MostIds)
                .ToListAsync(cancellationToken);
            common = common?.Intersect(ids) ?? ids;
        }

        return [.. common ?? []];
    }
}
