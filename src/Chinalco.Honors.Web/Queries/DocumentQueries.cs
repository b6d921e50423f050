using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <param name="Conferrals">Conferrals made by it, Deprecated ones left out.</param>
public sealed record DocumentRow(
    Guid Id,
    DocumentKind Kind,
    string Title,
    string? Number,
    string? IssuingBody,
    DateOnly? Date,
    int Conferrals
);

/// <param name="Conferrals">By level and award.</param>
/// <param name="Scans">Those that the viewer may open.</param>
public sealed record DocumentPage(
    DocumentRow Document,
    ArticleRow? Text,
    ImmutableArray<ConferralRow> Conferrals,
    ImmutableArray<ScanLine> Scans
);

/// <summary>Reads the list of documents, the latest first.</summary>
public sealed class DocumentsQuery(ReadingDatabase database)
{
    private const int MostShown = 500;

    public async Task<ImmutableArray<DocumentRow>> RunAsync(CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return
            [
                .. await db
                    .Documents.AsNoTracking()
                    .OrderByDescending(d => d.Date)
                    .ThenBy(d => d.Number)
                    .ThenBy(d => d.Id)
                    .Take(MostShown)
                    .Select(d => new DocumentRow(
                        d.Id,
                        d.Kind,
                        d.Title,
                        d.Number,
                        d.IssuingBody,
                        d.Date,
                        db.Conferrals.Shown().Count(c => c.DocumentId == d.Id)
                    ))
                    .ToListAsync(cancellationToken),
            ];
        }
    }
}

/// <summary>Reads one document's page.</summary>
public sealed class DocumentQuery(ReadingDatabase database, ScanFiles scans)
{
    private const int MostConferrals = 1000;

    /// <returns>Null when there is no such document.</returns>
    public async Task<DocumentPage?> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var document = await db.Documents.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellationToken);
            if (document is null)
            {
                return null;
            }

            var conferrals = await ConferralRows.LoadAsync(
                db,
                db.Conferrals.AsNoTracking()
                    .Shown()
                    .Where(c => c.DocumentId == id || c.Evidence.Any(e => e.DocumentId == id))
                    .OrderBy(c => c.Level)
                    .ThenBy(c => c.AwardId)
                    .ThenBy(c => c.EnteredAt)
                    .ThenBy(c => c.Id)
                    .Take(MostConferrals),
                cancellationToken
            );
            var text = await ArticleRows.LoadAsync(db, db.Articles.Where(a => a.Id == document.ArticleId), cancellationToken);
            return new DocumentPage(
                new DocumentRow(id, document.Kind, document.Title, document.Number, document.IssuingBody, document.Date, conferrals.Length),
                text.FirstOrDefault(),
                conferrals,
                await scans.OfAsync(id, cancellationToken)
            );
        }
    }
}
