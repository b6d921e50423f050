namespace Chinalco.Honors.Web.Api;

/// <summary>
/// Refuses calls that change something and that a page of another site has a browser send: the cookie would come along and speak for its
/// user. Programs that are no browser send neither header.
/// </summary>
internal sealed class SameOriginCheck(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        IsSafe(context.Request.Method) || IsOurs(context.Request)
            ? next(context)
            : Problems.Forbidden("此操作只能从本站页面发起，请打开本站后再试。").ExecuteAsync(context);

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOurs(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (
            request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value)
        );
}
