namespace Chinalco.Honors.Web.SignIn;

/// <summary>Where to go after signing in: an address of this site, whatever a link said.</summary>
internal static class ReturnUrl
{
    private static readonly Uri Here = new("http://here.invalid");

    private static readonly string[] Nowhere = ["/sign-in", "/sign-out", "/denied"];

    /// <summary>The address when it is one of ours, else the home page.</summary>
    public static string Local(string? url) => Path(url) is var path && Array.Exists(Nowhere, page => LeadsTo(path, page)) ? "/" : path;

    /// <summary>The address of a page that goes on to another.</summary>
    public static string Via(string page, string? returnUrl) =>
        Local(returnUrl) is var local && local == "/" ? page : $"{page}?returnUrl={Uri.EscapeDataString(local)}";

    /// <summary>The address when it is one of ours, sign-in and sign-out included, else the home page.</summary>
    private static string Path(string? url) =>
        IsLocal(url) && Uri.TryCreate(Here, url, out var uri) && uri.Authority == Here.Authority ? uri.PathAndQuery + uri.Fragment : "/";

    // Browsers read a backslash as a slash and drop tabs and line breaks, so that "/\host" and "/<tab>/host" leave the site as "//host" does.
    private static bool IsLocal(string? url) =>
        url is ['/', ..] && (url.Length == 1 || url[1] is not '/') && !url.Any(c => c == '\\' || char.IsControl(c));

    private static bool LeadsTo(string url, string page) =>
        url.StartsWith(page, StringComparison.OrdinalIgnoreCase) && (url.Length == page.Length || url[page.Length] is '/' or '?' or '#');
}
