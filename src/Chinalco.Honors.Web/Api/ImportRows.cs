using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Runs;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Auditing;
using Chinalco.Honors.Web.Components.Imports;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Api;

/// <summary>Gives the rows of an import away that are not written, each with the reason and what to do.</summary>
internal static class ImportRows
{
    public static void MapImportRows(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/imports/{id:guid}/rows.csv", DownloadAsync).Needs(Right.ImportPeople).ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(HttpContext context, Guid id, ImportsQuery query, ImportRuns runs)
    {
        if (
            await query.OneAsync(id, context.RequestAborted) is not { } run
            || await runs.LookAsync(id, context.RequestAborted) is not { } look
        )
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(
            stream => WriteAsync(stream, look.Plan, ImportWording.IsOfThings(run.Kind)),
            "text/csv; charset=utf-8",
            $"{Path.GetFileNameWithoutExtension(run.FileName)}-{ImportTexts.KindConflict}.csv"
        );
    }

    private static async Task WriteAsync(Stream stream, ImportPlan plan, bool ofThings)
    {
        var csv = SafeCsv.Open(stream);
        await using (csv)
        {
            Write(
                csv,
                ImportTexts.RowLine,
                ofThings ? ImportTexts.RowCode : ImportTexts.RowNumber,
                ofThings ? ImportTexts.RowTitle : ImportTexts.RowName,
                ImportTexts.RowKind,
                ImportTexts.RowAdvice
            );
            await csv.NextRecordAsync();
            foreach (var change in plan.Changes.Where(c => !c.IsWritten))
            {
                Write(csv, change.Line, change.Number, change.Name, ImportWording.Kind(change.Kind), change.Advice);
                await csv.NextRecordAsync();
            }
        }
    }

    private static void Write(CsvHelper.CsvWriter csv, params ReadOnlySpan<object?> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }
    }
}
