using Chinalco.Honors.Ingestion.Files;
using Chinalco.Honors.Web.Queries;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>Serves minutes of votes and letters of bodies that were asked, to whoever may open the nomination, and to nobody else.</summary>
public sealed class CourseFiles(CourseQuery query, FileStore store)
{
    /// <summary>Answers with the bytes, for the browser to save and never to run.</summary>
    /// <param name="row">The vote or the consultation.</param>
    public async Task<Results<FileStreamHttpResult, NotFound>> ServeAsync(
        Guid id,
        Guid row,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        var course = (await query.RunAsync(id, cancellationToken))?.Course;
        var file = course?.Votes.FirstOrDefault(v => v.Id == row)?.Minutes ?? course?.Consultations.FirstOrDefault(c => c.Id == row)?.File;
        if (file is null || store.Open(file.Sha256) is not { } content)
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
}
