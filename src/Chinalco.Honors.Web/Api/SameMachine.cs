using System.Net;

namespace Chinalco.Honors.Web.Api;

/// <summary>Tells whether a request comes from this machine: the only right to write until sign-in exists.</summary>
internal static class SameMachine
{
    // A proxy in front makes every request look local, so a forwarded one never counts.
    private static readonly string[] Forwarding = ["X-Forwarded-For", "Forwarded", "X-Real-IP"];

    public static bool Sent(HttpContext context) =>
        !Forwarding.Any(context.Request.Headers.ContainsKey)
        && IsOwnOrigin(context.Request)
        && (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address));

    /// <summary>A browser on this machine may be shown somebody else's page; what such a page sends bears its origin.</summary>
    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin.ToString() is not { Length: > 0 } origin
        || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value);
}
