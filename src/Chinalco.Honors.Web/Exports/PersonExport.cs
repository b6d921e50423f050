using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Honorees;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Exports;

/// <summary>Gives a person's honours away as a file: what the viewer sees, for a purpose, and only after that itself is on record.</summary>
internal static class PersonExport
{
    /// <summary>In an address of the page that asks: an export was asked for without saying what for.</summary>
    public const string PurposeMissing = "purpose-missing";

    public const string Docx = "docx";
    public const string Xlsx = "xlsx";
    public const string Json = "json";

    private const string Action = "honoree.export";

    public static void MapPersonExport(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/people/{id:guid}/export", ExportAsync).Needs(Right.Export).ExcludeFromDescription();

    private static async Task<IResult> ExportAsync(
        HttpContext context,
        Guid id,
        PersonExportQuery query,
        CommandTransaction transaction,
        IHonorsDatabase database,
        CurrentUser current,
        [FromForm] PersonExportForm form
    )
    {
        var gone = context.RequestAborted;
        if (await query.RunAsync(id, gone) is not { } known)
        {
            return TypedResults.NotFound();
        }

        var wish = ExportedStatus.Read(form.Status);
        var person = known.Only(wish);
        var format = form.Format is Xlsx or Json ? form.Format : Docx;
        var by = current.User!.Actor;
        var stamp =
            form.CommandId is { } command && command != Guid.Empty
                ? new CommandStamp(Domain.DerivedId.From(command, $"{by.Id} {id} {format} {wish}"), by, form.Purpose?.Trim())
                : CommandStamp.New(by, form.Purpose?.Trim());
        var outcome = await transaction.RunAsync(
            stamp,
            Action,
            async scope =>
            {
                Require.That(new APurposeIsGiven(scope.Stamp.Reason));
                var conferrals = person.Own.Concat(person.Shared).Select(h => h.ConferralId);
                await scope.AuditAsync(
                    new AuditSubject(AuditKinds.Honoree, id),
                    Action,
                    new
                    {
                        Format = format,
                        Wish = wish,
                        Honours = person.Count,
                        Conferrals = conferrals,
                    }
                );
                return CommandOutcome.Applied(id, version: 0);
            },
            gone
        );
        if (!outcome.Succeeded)
        {
            return TypedResults.Redirect(
                Address.With(Address.PersonExports(id), (PurposeMissing, "1"), ("format", format), ("status", wish))
            );
        }

        var made = await StampAsync(database, stamp.CommandId, wish, gone);
        context.Response.Headers.CacheControl = "no-store";
        var (content, type, name) = format switch
        {
            Xlsx => (PersonWorkbook.Of(person, made), WorkbookFile.MediaType, ExportTexts.FileDetail),
            Json => (PersonJson.Of(person, made), "application/json", ExportTexts.FileData),
            _ => (Certificate.Of(person, made), Certificate.MediaType, ExportTexts.FileCertificate),
        };
        return TypedResults.File(content, type, $"{name}-{person.Facts.Name}.{format}");
    }

    /// <summary>What the audit trail says of the command: of one sent twice, the first time.</summary>
    private static async Task<ExportStamp> StampAsync(
        IHonorsDatabase database,
        Guid command,
        string wish,
        CancellationToken cancellationToken
    )
    {
        var db = database.Open();
        await using (db)
        {
            return await db
                .AuditRecords.AsNoTracking()
                .Where(a => a.CommandId == command)
                .Select(a => new ExportStamp(a.ActorName, a.At, a.Reason ?? "", a.Sequence, a.Hash, wish))
                .FirstAsync(cancellationToken);
        }
    }
}

/// <summary>What the form of an export sends.</summary>
internal sealed class PersonExportForm
{
    /// <summary>Sent again with the same id, an export is recorded once.</summary>
    public Guid? CommandId { get; set; }

    public string? Format { get; set; }

    /// <summary>Which honours: a word of <see cref="ExportedStatus"/>; what counts when it is none.</summary>
    public string? Status { get; set; }

    public string? Purpose { get; set; }
}
