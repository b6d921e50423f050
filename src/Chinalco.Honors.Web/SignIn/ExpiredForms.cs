using Microsoft.AspNetCore.Antiforgery;

namespace Chinalco.Honors.Web.SignIn;

/// <summary>
/// A form that was open while its reader signed in or out elsewhere, or that another site sent: nothing is done, and the page is shown
/// anew with a word about it.
/// </summary>
internal sealed class ExpiredForms(RequestDelegate next)
{
    /// <summary>Set in the address of the page that is shown anew.</summary>
    public const string Mark = "expired";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            return next(context);
        }

        var query = QueryString.Create(context.Request.Query.Where(q => q.Key != Mark)).Add(Mark, "1");
        context.Response.Redirect(ReturnUrl.Path(context.Request.Path + query));
        return Task.CompletedTask;
    }
}
