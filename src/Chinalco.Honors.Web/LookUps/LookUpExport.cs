using System.Globalization;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Exports;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Mvc;

namespace Chinalco.Honors.Web.LookUps;

/// <summary>Gives the answer to a list away as a workbook, after that is on record.</summary>
internal static class LookUpExport
{
    public const string Path = "/lookup/export";

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static void MapLookUpExport(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, ExportAsync).Needs(Right.LookUp).ExcludeFromDescription();

    private static async Task<IResult> ExportAsync(
        HttpContext context,
        LookUpDesk desk,
        ReadingDatabase database,
        CurrentUser current,
        CertificateNumbers numbers,
        TimeProvider clock,
        [FromForm] LookUpExportForm form
    )
    {
        var gone = context.RequestAborted;
        LookUpAnswer answer;
        try
        {
            answer = await desk.ExportAsync(
                form.Form ?? Guid.CreateVersion7(),
                LookUpList.ReadWritten(form.List ?? ""),
                form.Purpose,
                gone
            );
        }
        catch (ListRefusedException)
        {
            return TypedResults.Redirect("/lookup");
        }

        if (answer.Result is not { } result)
        {
            return TypedResults.Redirect("/lookup");
        }

        var db = database.Open();
        await using (db)
        {
            List<Guid> conferrals = [.. result.People.SelectMany(p => p.Honours).Select(h => h.ConferralId).Distinct()];
            var proofs = new LookUpProofs(
                await LookedUpHonours.ProofsAsync(db, conferrals, gone),
                await numbers.LoadAsync(db, conferrals, gone)
            );
            var at = clock.GetUtcNow();
            var mark = new LookUpMark(current.User!.Actor.Name, at, form.Purpose!.Trim(), answer.Record, ExportedStatus.Read(form.Status));
            context.Response.Headers.CacheControl = "no-store";
            return TypedResults.File(
                LookUpWorkbook.Of(result, proofs, mark),
                WorkbookFile.MediaType,
                string.Create(CultureInfo.InvariantCulture, $"{LookUpTexts.FileName}-{at.ToOffset(China):yyyyMMdd-HHmm}.xlsx")
            );
        }
    }
}

/// <summary>What the form of a download sends.</summary>
internal sealed class LookUpExportForm
{
    public Guid? Form { get; set; }

    /// <summary>The entries as the page carries them.</summary>
    public string? List { get; set; }

    public string? Purpose { get; set; }

    /// <summary>Which honours the workbook lists: a word of <see cref="ExportedStatus"/>.</summary>
    public string? Status { get; set; }
}
