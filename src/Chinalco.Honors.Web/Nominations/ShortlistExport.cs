using System.Globalization;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Exports;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Mvc;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>Gives a shortlist away as a workbook, after that is on record.</summary>
internal static class ShortlistExport
{
    /// <summary>Lines that a workbook holds at most.</summary>
    public const int Most = 5000;

    private const string Action = "nomination-round.shortlist";

    public static string Path(Guid round) => $"/nominations/{round}/shortlist/export";

    public static void MapShortlistExport(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/nominations/{round:guid}/shortlist/export", ExportAsync).Needs(Right.Nominate).ExcludeFromDescription();

    private static async Task<IResult> ExportAsync(
        Guid round,
        HttpContext context,
        ShortlistQuery query,
        CommandTransaction transaction,
        CurrentUser current,
        TimeProvider clock,
        [FromForm] ShortlistExportForm form
    )
    {
        var gone = context.RequestAborted;
        var filter = ShortlistFilter.Read(form.Unit, form.Only, page: null);
        if (await query.RunAsync(round, filter, gone, Most) is not { } board)
        {
            return TypedResults.NotFound();
        }

        var by = current.User!.Actor;
        var stamp = CommandStamp.New(by);
        var outcome = await transaction.RunAsync(
            stamp,
            Action,
            async scope =>
            {
                await scope.AuditAsync(
                    new AuditSubject(AuditKinds.NominationRound, round),
                    Action,
                    new
                    {
                        Unit = board.Top?.Name,
                        Only = filter.OnlyWord,
                        People = board.Lines.Length,
                    }
                );
                return CommandOutcome.Applied(round, version: 0);
            },
            gone
        );
        if (!outcome.Succeeded)
        {
            return TypedResults.Redirect(Address.Shortlist(round, filter));
        }

        var at = clock.GetUtcNow();
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(
            WorkbookFile.Of(List(board), About(board, by.Name, at)),
            WorkbookFile.MediaType,
            string.Create(CultureInfo.InvariantCulture, $"{ShortlistTexts.Title}-{at.ToOffset(TimeSpan.FromHours(8)):yyyyMMdd-HHmm}.xlsx")
        );
    }

    private static ExportedSheet List(ShortlistBoard board) =>
        new(
            ShortlistTexts.Title,
            [
                ShortlistTexts.ColumnPlace,
                ShortlistTexts.ColumnName,
                ShortlistTexts.ColumnUnit,
                ShortlistTexts.ColumnPost,
                ShortlistTexts.ColumnVerdict,
                ShortlistTexts.ColumnOpen,
                ShortlistTexts.ColumnReason,
                ShortlistTexts.ColumnChange,
                ShortlistTexts.ColumnLevel,
                ShortlistTexts.ColumnYear,
                ShortlistTexts.ColumnHonours,
                ShortlistTexts.ColumnEntered,
                ShortlistTexts.ColumnEarlier,
            ],
            [8, 14, 36, 16, 12, 30, 36, 36, 12, 10, 10, 12, 30],
            board.Lines.Select(
                (line, i) =>
                {
                    var open = line.Assessment.Open.FirstOrDefault();
                    var merit = line.Listed.Merit;
                    return new object?[]
                    {
                        i + 1,
                        line.Listed.Candidate.Name,
                        line.Where?.Name,
                        line.Post,
                        ShortlistWording.Of(line.Listed.Verdict),
                        open?.Clause.Rule.Condition,
                        open?.Answer.Reason,
                        open?.Answer.Change,
                        merit.Highest?.ToChinese(),
                        merit.LatestYear,
                        merit.Honours,
                        line.NominationId is null ? null : ShortlistTexts.Entered,
                        line.Earlier.IsEmpty ? null : string.Join(HonourTexts.ListComma, line.Earlier),
                    };
                }
            )
        );

    private static ExportedSheet About(ShortlistBoard board, string by, DateTimeOffset at) =>
        new(
            ExportTexts.SheetAbout,
            [ExportTexts.About, ExportTexts.Value],
            [18, 80],
            [
                [ShortlistTexts.RoundWord, board.Round.Name],
                [ShortlistTexts.ProgrammeWord, board.Programme.Name],
                [ShortlistTexts.DayWord, Wording.Day(board.Round.Deadline)],
                [ShortlistTexts.UnitWord, board.Top?.Name ?? ShortlistTexts.AllUnits],
                [ShortlistTexts.CountWord, ShortlistTexts.Counts.With(board.Eligible, board.Nearly)],
                .. board.Lines.Length == Most
                    ? new object?[][] { [ShortlistTexts.CutWord, ShortlistTexts.Cut.With(board.Lines.Length)] }
                    : [],
                [ShortlistTexts.OrderWord, ShortlistTexts.Order],
                [ExportTexts.AboutBy, by],
                [ExportTexts.AboutAt, Wording.Instant(at)],
            ]
        );
}

/// <summary>What the form of an export sends.</summary>
internal sealed class ShortlistExportForm
{
    public string? Unit { get; set; }

    public string? Only { get; set; }
}
