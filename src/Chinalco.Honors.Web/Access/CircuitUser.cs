using System.Collections.Immutable;
using Chinalco.Honors.Domain.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Chinalco.Honors.Web.Access;

/// <summary>
/// Finds out, before anything that a browser sends over an open connection is done, whether its user is still signed in with the same
/// roles. After sign-out, here or on another node, nothing more is done and the browser is sent to the sign-in page; after a change of
/// roles it loads the page anew, which judges the right to it.
/// </summary>
public sealed class CircuitUser(
    AuthenticationStateProvider authentication,
    Sessions sessions,
    ViewerOf viewers,
    CurrentUser current,
    NavigationManager navigation
) : CircuitHandler
{
    private ImmutableHashSet<RoleInUnit>? rolesAtFirst;

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken) => FindAsync(cancellationToken);

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next
    ) =>
        async context =>
        {
            if (await IsStillHereAsync(CancellationToken.None))
            {
                await next(context);
            }
        };

    /// <summary>For islands that show news by themselves: asked before each look. Whoever is not here any more is sent away.</summary>
    public async Task<bool> IsStillHereAsync(CancellationToken cancellationToken)
    {
        await FindAsync(cancellationToken);
        if (current.User is not { } user)
        {
            navigation.NavigateTo("/sign-in", forceLoad: true);
            return false;
        }

        if (!rolesAtFirst!.SetEquals(user.Roles))
        {
            navigation.NavigateTo(navigation.Uri, forceLoad: true);
            return false;
        }

        return true;
    }

    private async Task FindAsync(CancellationToken cancellationToken)
    {
        var state = await authentication.GetAuthenticationStateAsync();
        var user = await sessions.FindAsync(state.User, cancellationToken);
        rolesAtFirst ??= user?.Roles.ToImmutableHashSet();
        current.Set(user, await viewers.ResolveAsync(user, cancellationToken));
    }
}
