using System.Globalization;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Auditing;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Exports;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Mvc;

namespace Chinalco.Honors.Web.Rankings;

/// <summary>Gives a ranking away as a file that says what it was made with, after that is on record.</summary>
internal static class RankingExport
{
    public const string Path = "/ranking/export";
    public const string Xlsx = "xlsx";
    public const string Csv = "csv";

    private const string Action = "ranking.export";

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static void MapRankingExport(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, ExportAsync).Needs(Right.Export).ExcludeFromDescription();

    private static async Task<IResult> ExportAsync(
        HttpContext context,
        RankingReader reader,
        RankingBoardQuery boards,
        CommandTransaction transaction,
        CurrentUser current,
        TimeProvider clock,
        [FromForm] RankingExportForm form
    )
    {
        var gone = context.RequestAborted;
        var read = await reader.ReadAsync(form.Words, gone);
        var board = await boards.RunAsync(read.Filter with { Page = 1 }, gone, whole: true);
        var by = current.User!.Actor;
        var format = form.Format == Csv ? Csv : Xlsx;
        var stamp = CommandStamp.New(by);
        var outcome = await transaction.RunAsync(
            stamp,
            Action,
            async scope =>
            {
                await scope.AuditAsync(
                    new AuditSubject(AuditKinds.RankingExport, stamp.CommandId),
                    Action,
                    new
                    {
                        Format = format,
                        Policy = board.Table.PolicyVersion,
                        Scope = RankingWording.Scope(read.Filter, read.Unit),
                        Period = RankingWording.Period(read.Filter),
                        Family = RankingWording.Family(read.Filter),
                        Measure = RankingWording.Measure(read.Filter.Measure),
                        Units = board.Table.Items.Length,
                    }
                );
                return CommandOutcome.Applied(stamp.CommandId, version: 0);
            },
            gone
        );
        if (!outcome.Succeeded)
        {
            return TypedResults.Redirect(Address.Ranking(read.Filter));
        }

        var at = clock.GetUtcNow();
        var sheets = RankingSheets.Of(board, read, new RankingMark(by.Name, at, stamp.CommandId));
        context.Response.Headers.CacheControl = "no-store";
        var name = string.Create(CultureInfo.InvariantCulture, $"{RankingTexts.FileName}-{at.ToOffset(China):yyyyMMdd-HHmm}.{format}");
        return format == Xlsx
            ? TypedResults.File(WorkbookFile.Of(sheets.Ranking, sheets.About), WorkbookFile.MediaType, name)
            : TypedResults.File(await CsvOfAsync(sheets), "text/csv; charset=utf-8", name);
    }

    /// <summary>First what it was made with, then an empty line, then the ranking: whoever passes the file on passes the rules on.</summary>
    private static async Task<byte[]> CsvOfAsync((ExportedSheet Ranking, ExportedSheet About) sheets)
    {
        using var content = new MemoryStream();
        var csv = SafeCsv.Open(content);
        await using (csv)
        {
            foreach (var row in sheets.About.Rows.Append([]).Append([.. sheets.Ranking.Head]).Concat(sheets.Ranking.Rows))
            {
                foreach (var cell in row)
                {
                    csv.WriteField(Convert.ToString(cell, CultureInfo.InvariantCulture));
                }

                await csv.NextRecordAsync();
            }
        }

        return content.ToArray();
    }
}

/// <summary>What the form of an export sends.</summary>
internal sealed class RankingExportForm
{
    public string? Format { get; set; }

    public string? Unit { get; set; }

    public string? Tier { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Family { get; set; }

    public string? Measure { get; set; }

    public string? Policy { get; set; }

    public RankingWords Words => new(Unit, Tier, From, To, Family, Measure, Policy);
}
