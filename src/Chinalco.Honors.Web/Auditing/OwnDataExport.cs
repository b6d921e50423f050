using System.Text.Json;
using System.Text.Json.Serialization;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Api;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.AspNetCore.Antiforgery;

namespace Chinalco.Honors.Web.Auditing;

/// <summary>Gives users what is held about them as a JSON file, and puts that on record. It takes no id: nobody can ask for somebody else's.</summary>
internal static class OwnDataExport
{
    public const string Path = "/me/export";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = ApiJson.ReadableChinese,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static void MapOwnDataExport(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(Path, ExportAsync)
            .Needs(Right.OwnAccount)
            .WithMetadata(new RequireAntiforgeryTokenAttribute())
            .ExcludeFromDescription();

    private static async Task<IResult> ExportAsync(
        HttpContext context,
        OwnDataQuery query,
        CommandTransaction transaction,
        CurrentUser current
    )
    {
        var user = current.User!;
        var subject = user.HonoreeId is { } person
            ? new AuditSubject(AuditKinds.Honoree, person)
            : new AuditSubject(AuditKinds.Account, user.AccountId);
        var action = subject.EntityKind + ".export-own";
        await transaction.RunAsync(
            CommandStamp.New(user.Actor, PrivacyTexts.ExportReason),
            action,
            async scope =>
            {
                await scope.AuditAsync(subject, action, new { });
                return CommandOutcome.Applied(subject.EntityId, version: 0);
            },
            context.RequestAborted
        );
        var held = await query.RunAsync(context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(held, Json), "application/json", "my-data.json");
    }
}
