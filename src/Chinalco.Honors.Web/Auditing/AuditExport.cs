using System.Globalization;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Chinalco.Honors.Web.Auditing;

/// <summary>Gives audit records away as a CSV file: for a purpose, and only after that itself is on record.</summary>
internal static class AuditExport
{
    public const string Path = "/audit/export";

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    private static readonly string[] Head =
    [
        AuditTexts.At,
        AuditTexts.Actor,
        AuditTexts.ActorId,
        AuditTexts.Action,
        AuditTexts.Kind,
        AuditTexts.Subject,
        AuditTexts.SubjectId,
        AuditTexts.Sequence,
        AuditTexts.Reason,
        AuditTexts.Detail,
        AuditTexts.PreviousHash,
        AuditTexts.Hash,
        AuditTexts.Anchor,
    ];

    public static void MapAuditExport(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, ExportAsync).Needs(Right.ReadAudit).ExcludeFromDescription();

    private static async Task<IResult> ExportAsync(
        HttpContext context,
        AuditQuery query,
        CommandTransaction transaction,
        CurrentUser current,
        TimeProvider clock,
        [FromForm] AuditForm form
    )
    {
        var filter = form.ToFilter();
        var id = Guid.CreateVersion7();
        var outcome = await transaction.RunAsync(
            CommandStamp.New(current.User!.Actor, form.Purpose?.Trim()),
            "audit.export",
            async scope =>
            {
                Require.That(new APurposeIsGiven(scope.Stamp.Reason));
                await scope.AuditAsync(new AuditSubject(AuditKinds.AuditExport, id), "audit.export", filter with { Page = 1 });
                return CommandOutcome.Applied(id, version: 0);
            },
            context.RequestAborted
        );
        if (!outcome.Succeeded)
        {
            return TypedResults.Redirect(QueryHelpers.AddQueryString(Address.Audit(filter), AuditForm.PurposeMissing, "1"));
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"audit-{clock.GetUtcNow().ToOffset(China):yyyyMMdd-HHmmss}.csv");
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(
            stream => WriteAsync(stream, query.AllAsync(filter, context.RequestAborted)),
            "text/csv; charset=utf-8",
            name
        );
    }

    private static async Task WriteAsync(Stream stream, IAsyncEnumerable<AuditLine> lines)
    {
        var csv = SafeCsv.Open(stream);
        await using (csv)
        {
            foreach (var title in Head)
            {
                csv.WriteField(title);
            }

            await csv.NextRecordAsync();
            await foreach (var line in lines)
            {
                foreach (var cell in Cells(line))
                {
                    csv.WriteField(cell);
                }

                await csv.NextRecordAsync();
            }
        }
    }

    private static string?[] Cells(AuditLine line) =>
        [
            line.At.ToOffset(China).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            line.ActorName,
            line.ActorId,
            AuditWords.Action(line.Action),
            AuditKinds.ToChinese(line.EntityKind),
            line.Subject,
            line.EntityId.ToString("D"),
            line.Sequence.ToString(CultureInfo.InvariantCulture),
            line.Reason,
            line.Detail,
            line.PreviousHash,
            line.Hash,
            line.Anchor?.ToString(CultureInfo.InvariantCulture),
        ];
}

/// <summary>The audit page's filter as its addresses and forms carry it: texts, read with patience.</summary>
internal sealed class AuditForm
{
    /// <summary>In an address of the audit page: an export was asked for without saying what for.</summary>
    public const string PurposeMissing = "purpose-missing";

    public string? Person { get; set; }

    public string? User { get; set; }

    public string? Kind { get; set; }

    public string? Id { get; set; }

    public string? Action { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Purpose { get; set; }

    /// <summary>What cannot be read is left out.</summary>
    public AuditFilter ToFilter(int page = 1) =>
        new(Text(Person), Text(User), Text(Kind), Guid.TryParse(Id, out var id) ? id : null, Text(Action), Day(From), Day(To), page);

    private static string? Text(string? given) => given?.Trim() is { Length: > 0 and <= PeopleFilter.LongestText } text ? text : null;

    private static DateOnly? Day(string? given) =>
        DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
