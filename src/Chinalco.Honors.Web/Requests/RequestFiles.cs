using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Ingestion.Files;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Chinalco.Honors.Web.Requests;

/// <summary>Serves the photos that come with requests: to whoever sent them and to those who may decide, and to nobody else.</summary>
public sealed class RequestFiles(RequestReach reach, CurrentUser current, IHonorsDatabase database, FileStore store)
{
    /// <summary>Answers with the bytes, for the browser to save and never to run.</summary>
    public async Task<Results<FileStreamHttpResult, NotFound>> ServeAsync(Guid id, HttpContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await FindAsync(id, cancellationToken) is not { } file || store.Open(file.Sha256) is not { } content)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Stream(
            content,
            file.MediaType,
            ScanFiles.NameOf(file.FileName, file.MediaType),
            entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""),
            enableRangeProcessing: true
        );
    }

    private async Task<ScanFacts?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var account = current.User?.AccountId;
            var mine = await reach.OfAsync(db, cancellationToken);
            var request =
                await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.AccountId == account, cancellationToken)
                ?? await mine.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken);
            return request?.Attachment;
        }
    }
}
