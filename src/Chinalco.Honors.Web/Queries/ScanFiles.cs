using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Ingestion.Files;
using Chinalco.Honors.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Chinalco.Honors.Web.Queries;

/// <summary>A scan of a document, as a link shows it.</summary>
/// <param name="Length">In bytes.</param>
public sealed record ScanLine(
    Guid DocumentId,
    Guid Id,
    string FileName,
    string MediaType,
    int Length,
    string AddedBy,
    DateTimeOffset AddedAt
);

/// <summary>
/// Lists and serves the scans of documents. A scan shows every name on the paper: it is for those who see every honour that the document
/// proves and every recipient of it, and for HR that may change one of them.
/// </summary>
public sealed class ScanFiles(ReadingDatabase reading, IHonorsDatabase database, Scope scope, FileStore store)
{
    /// <summary>The scans of a document, the oldest first; none for those who may not open them.</summary>
    public async Task<ImmutableArray<ScanLine>> OfAsync(Guid documentId, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var scans = await db
                .DocumentFiles.AsNoTracking()
                .Where(f => f.DocumentId == documentId)
                .OrderBy(f => f.AddedAt)
                .ThenBy(f => f.Id)
                .Select(f => new ScanLine(f.DocumentId, f.Id, f.FileName, f.MediaType, f.Length, f.AddedBy, f.AddedAt))
                .ToListAsync(cancellationToken);
            return scans.Count > 0 && await MayOpenAsync(db, documentId, cancellationToken) ? [.. scans] : [];
        }
    }

    /// <summary>Answers with the bytes, for the browser to save and never to run.</summary>
    public async Task<Results<FileStreamHttpResult, NotFound>> ServeAsync(
        Guid documentId,
        Guid fileId,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var scan = (await OfAsync(documentId, cancellationToken)).FirstOrDefault(s => s.Id == fileId);
        var sha256 = scan is null ? null : await Sha256Async(fileId, cancellationToken);
        if (sha256 is null || store.Open(sha256) is not { } content)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Stream(
            content,
            scan!.MediaType,
            NameOf(scan.FileName, scan.MediaType),
            entityTag: new EntityTagHeaderValue($"\"{sha256}\""),
            enableRangeProcessing: true
        );
    }

    /// <summary>What the document confers, proves or revokes.</summary>
    private static IQueryable<Conferral> NamedBy(HonorsContext db, Guid documentId) =>
        db.Conferrals.Where(c =>
            c.DocumentId == documentId
            || c.Evidence.Any(e => e.DocumentId == documentId)
            || db.Revocations.Any(r => r.ConferralId == c.Id && r.DocumentId == documentId)
        );

    private async Task<bool> MayOpenAsync(HonorsContext db, Guid documentId, CancellationToken cancellationToken)
    {
        var all = await NamedBy(db, documentId).Shown().SelectMany(c => c.Recipients).CountAsync(cancellationToken);
        var own = reading.Open();
        await using (own)
        {
            if (all > 0 && await NamedBy(own, documentId).Shown().SelectMany(c => c.Recipients).CountAsync(cancellationToken) == all)
            {
                return true;
            }
        }

        var tied = await NamedBy(db, documentId).Select(c => c.Id).ToListAsync(cancellationToken);
        return (await scope.CoveredHonoursAsync(Right.KeepHonours, tied, cancellationToken)).Count > 0;
    }

    private async Task<string?> Sha256Async(Guid fileId, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db.DocumentFiles.Where(f => f.Id == fileId).Select(f => f.Sha256).FirstOrDefaultAsync(cancellationToken);
        }
    }

    /// <summary>The file's own name with the ending of what it is, whatever it was called.</summary>
    internal static string NameOf(string fileName, string mediaType)
    {
        var ending = mediaType switch
        {
            ScanReader.Pdf => ".pdf",
            Ingestion.Pictures.PictureReader.Png => ".png",
            Imports.Winners.KeptList.MediaType => ".csv",
            _ => ".jpg",
        };
        return Path.ChangeExtension(fileName, ending);
    }
}
