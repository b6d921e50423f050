namespace Chinalco.Honors.Web.Hosting;

/// <summary>
/// Sends the browser's safety rules with every answer: scripts from this site alone and never inline. Styles may stand inline, because
/// MudBlazor places its popovers with them.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; "
        + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string NoDevices =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    /// <summary>A year. Without subdomains: they are not ours.</summary>
    private const string HttpsOnly = "max-age=31536000";

    public Task InvokeAsync(HttpContext context)
    {
        // As the answer begins: an answer that turns into an error loses the headers that it had before.
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = NoDevices;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        // A browser that was once told so would refuse another site of this machine on plain HTTP.
        if (context.Request.IsHttps && context.Request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            headers.StrictTransportSecurity = HttpsOnly;
        }

        return Task.CompletedTask;
    }
}
