using Microsoft.AspNetCore.Authorization;

namespace Chinalco.Honors.Web.Access;

/// <summary>Grants what the access table grants.</summary>
internal sealed class NeedsHandler(CurrentUser current, AccessOptions options) : AuthorizationHandler<NeedsAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsAttribute requirement)
    {
        if (Grants(requirement.Right))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private bool Grants(Right right) =>
        right switch
        {
            Right.Open => true,
            Right.OwnAccount => current.User is not null,
            Right.Read when current.User is null => options.AnonymousReading == true,
            _ => current.User is { MustChangePassword: false } user && user.May(right),
        };
}
