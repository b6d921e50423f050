using Chinalco.Honors.Packets.Files;
using Chinalco.Honors.Packets.Papers;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Exports;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>Serves packets, single papers and templates, for the browser to save.</summary>
internal static class PacketFiles
{
    public static void MapPacketFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/nominations/of/{id:guid}/packet/{packet:guid}/file", PacketAsync).Needs(Right.Nominate).ExcludeFromDescription();
        routes.MapGet("/nominations/of/{id:guid}/packet/papers/{paper}", PaperAsync).Needs(Right.Nominate).ExcludeFromDescription();
        routes.MapGet("/nominations/templates/standard/{paper}", Standard).Needs(Right.Nominate).ExcludeFromDescription();
        routes.MapGet("/nominations/templates/{id:guid}/file", TemplateAsync).Needs(Right.Nominate).ExcludeFromDescription();
    }

    private static async Task<Results<FileStreamHttpResult, NotFound>> PacketAsync(
        HttpContext context,
        Guid id,
        Guid packet,
        PacketDesk desk,
        CancellationToken gone
    )
    {
        if (await desk.OpenAsync(id, packet, gone) is not { } found)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(
            found.Content,
            "application/zip",
            $"{SafeName.Of(PacketTexts.PacketFileName.With(found.Candidate, found.Packet.Number))}.zip"
        );
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> PaperAsync(
        HttpContext context,
        Guid id,
        string paper,
        PacketDesk desk,
        CancellationToken gone
    )
    {
        if (Named(paper) is not { } known || await desk.PaperAsync(id, known, gone) is not { } made)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return known == Paper.Summary
            ? TypedResults.File(made.Content, WorkbookFile.MediaType, $"{SafeName.Of($"{made.Candidate} {known.ToChinese()}")}.xlsx")
            : TypedResults.File(made.Content, Certificate.MediaType, $"{SafeName.Of($"{made.Candidate} {known.ToChinese()}")}.docx");
    }

    private static Results<FileContentHttpResult, NotFound> Standard(string paper) =>
        Named(paper) is { } known and not Paper.Summary
            ? TypedResults.File(StandardTemplates.Of(known), Certificate.MediaType, $"{known.ToChinese()}.docx")
            : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> TemplateAsync(Guid id, TemplateDesk desk, CancellationToken gone) =>
        await desk.OpenAsync(id, gone) is { } found
            ? TypedResults.File(found.Content, Certificate.MediaType, found.Name)
            : TypedResults.NotFound();

    private static Paper? Named(string paper) =>
        Enum.TryParse<Paper>(paper, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
}
