using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Chinalco.Honors.Web.Access;

/// <summary>
/// Finds out, before anything that a browser sends over an open connection is done, whether its user is still signed in. After sign-out,
/// here or on another node, nothing more is done and the browser is sent to the sign-in page.
/// </summary>
internal sealed class CircuitUser(
    AuthenticationStateProvider authentication,
    Sessions sessions,
    ViewerOf viewers,
    CurrentUser current,
    NavigationManager navigation
) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken) => FindAsync(cancellationToken);

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next
    ) =>
        async context =>
        {
            if (await FindAsync(CancellationToken.None))
            {
                await next(context);
            }
            else
            {
                navigation.NavigateTo("/sign-in", forceLoad: true);
            }
        };

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var state = await authentication.GetAuthenticationStateAsync();
        var user = await sessions.FindAsync(state.User, cancellationToken);
        current.Set(user, await viewers.ResolveAsync(user, cancellationToken));
        return user is not null;
    }
}
