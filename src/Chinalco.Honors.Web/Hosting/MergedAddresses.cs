using Chinalco.Honors.Data;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Hosting;

/// <summary>
/// The addresses of an entry that was merged lead to the person who was kept, for good: pages and API. Asked only where the answer would be
/// that nobody is there, so that no other page pays for it, and only for those who may see the person.
/// </summary>
internal static class MergedAddresses
{
    private static readonly string[] Roots = ["/people/", "/api/v1/people/"];

    public static WebApplication RedirectMergedPeople(this WebApplication app)
    {
        app.Use(
            (context, next) =>
            {
                if (
                    (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
                    && PersonIn(context.Request.Path) is { } person
                )
                {
                    // Set last of all: callbacks run from the last to the first, and the page sets its code in one of its own.
                    context.Response.OnStarting(() => LeadOnAsync(context, person));
                }

                return next(context);
            }
        );
        return app;
    }

    private static async Task LeadOnAsync(HttpContext context, Guid person)
    {
        if (context.Response.StatusCode != StatusCodes.Status404NotFound)
        {
            return;
        }

        var db = context.RequestServices.GetRequiredService<ReadingDatabase>().Open();
        await using (db)
        {
            var kept = await MergedPeople.KeptAsync(db, person, context.RequestAborted);
            if (kept != person && await db.Honorees.AnyAsync(h => h.Id == kept, context.RequestAborted))
            {
                var request = context.Request;
                var path = request.Path.Value!.Replace(person.ToString(), kept.ToString(), StringComparison.OrdinalIgnoreCase);
                context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
                context.Response.Headers.Location = path + request.QueryString;
            }
        }
    }

    private static Guid? PersonIn(PathString path) =>
        Array.Find(Roots, root => path.Value?.StartsWith(root, StringComparison.OrdinalIgnoreCase) == true) is { } under
        && Guid.TryParseExact(path.Value![under.Length..].Split('/')[0], "D", out var id)
            ? id
            : null;
}
