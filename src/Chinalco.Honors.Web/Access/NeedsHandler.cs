using Microsoft.AspNetCore.Authorization;

namespace Chinalco.Honors.Web.Access;

/// <summary>Grants what the access table grants.</summary>
internal sealed class NeedsHandler(CurrentUser current, AccessOptions options) : AuthorizationHandler<NeedsAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsAttribute requirement)
    {
        if (current.MayOpen(requirement.Right, options))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
