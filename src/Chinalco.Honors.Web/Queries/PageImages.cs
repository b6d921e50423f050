using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Ingestion.Files;
using Chinalco.Honors.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Chinalco.Honors.Web.Queries;

/// <summary>The picture of a page, for a page of the site to show.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record PageImageLink(Guid IssueId, string Newspaper, int Number, int Page, int Width, int Height);

/// <summary>Reads and serves the pictures of pages. Whoever may read the issue may see them.</summary>
public sealed class PageImages(ReadingDatabase database, FileStore store)
{
    /// <summary>The picture of the page that an article stands on; null when there is none.</summary>
    public static async Task<PageImageLink?> OfAsync(HonorsContext db, Article article, CancellationToken cancellationToken) =>
        article is { IssueId: { } issue, Page: { } page }
            ? (await LoadAsync(db, issue, cancellationToken)).FirstOrDefault(i => i.Page == page)
            : null;

    /// <summary>All pictures of an issue, by page.</summary>
    internal static async Task<ImmutableArray<PageImageLink>> LoadAsync(HonorsContext db, Guid issueId, CancellationToken cancellationToken)
    {
        var rows = await (
            from image in db.PageImages.AsNoTracking()
            join issue in db.Issues on image.IssueId equals issue.Id
            where image.IssueId == issueId
            orderby image.Page
            select new PageImageLink(issue.Id, issue.Newspaper, issue.Number, image.Page, image.Width, image.Height)
        ).ToListAsync(cancellationToken);
        return [.. rows];
    }

    /// <summary>Answers with the bytes, under the type that they were found to have.</summary>
    public async Task<Results<FileStreamHttpResult, NotFound>> ServeAsync(
        Guid id,
        int page,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var db = database.Open();
        await using (db)
        {
            var image = await db.PageImages.AsNoTracking().FirstOrDefaultAsync(i => i.IssueId == id && i.Page == page, cancellationToken);
            if (image is null || store.Open(image.Sha256) is not { } content)
            {
                return TypedResults.NotFound();
            }

            context.Response.Headers.CacheControl = "private, no-cache";
            return TypedResults.Stream(
                content,
                image.MediaType,
                entityTag: new EntityTagHeaderValue($"\"{image.Sha256}\""),
                enableRangeProcessing: true
            );
        }
    }
}
