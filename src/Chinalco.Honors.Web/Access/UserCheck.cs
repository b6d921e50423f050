using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Chinalco.Honors.Web.Access;

/// <summary>Finds out, for each request, whose session its cookie names and what that user sees. A cookie whose session is over is dropped.</summary>
internal sealed class UserCheck(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Sessions sessions, ViewerOf viewers, CurrentUser current)
    {
        if (context.User.Identity?.IsAuthenticated == true)
        {
            var user = await sessions.FindAsync(context.User, context.RequestAborted);
            if (user is null)
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
                await context.SignOutAsync();
            }
            else
            {
                current.Set(user, await viewers.ResolveAsync(user, context.RequestAborted));
            }
        }

        await next(context);
    }
}
