using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Chinalco.Honors.Web.Hosting;

/// <summary>Answers what is refused before any page sees it with a page that says why and what to do.</summary>
internal static class Refusals
{
    /// <summary>The page, with the status in the place of {0}.</summary>
    private const string Page = "/refused/{0}";

    /// <summary>A request that cannot be read is the sender's fault and none of ours.</summary>
    public static int StatusOf(Exception fault) =>
        fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;

    /// <summary>
    /// The pages for refusals and faults, and the methods with which they are asked for: the page that is shown in an answer's place takes no
    /// form, whatever the request was.
    /// </summary>
    public static WebApplication ShowRefusals(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute(Page, createScopeForStatusCodePages: true);
        app.Use(
            (context, next) =>
            {
                if (IsAnswered(context))
                {
                    context.Request.Method = HttpMethods.Get;
                }

                return next(context);
            }
        );
        return app;
    }

    /// <summary>A form without its token is refused here, whoever would have answered it: a page would answer in English, an endpoint with an exception.</summary>
    public static WebApplication RefuseForgedForms(this WebApplication app)
    {
        app.Use(
            (context, next) =>
            {
                if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } || IsAnswered(context))
                {
                    return next(context);
                }

                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            }
        );
        return app;
    }

    private static bool IsAnswered(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
