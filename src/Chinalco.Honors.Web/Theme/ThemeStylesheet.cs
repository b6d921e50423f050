using System.Text.RegularExpressions;
using Chinalco.Honors.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace Chinalco.Honors.Web.Theme;

/// <summary>
/// The theme as a style sheet: MudBlazor's theme provider writes some twenty kilobytes of CSS variables into every page; here it is asked
/// once, and pages link to what it said.
/// </summary>
internal sealed partial class ThemeStylesheet(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    public const string Path = "/theme.css";

    private readonly Lazy<Task<(string Css, string Hash)>> sheet = new(() => RenderAsync(scopes, loggers));

    /// <summary>The address with the content's hash, so that a changed theme is fetched anew.</summary>
    public async Task<string> AddressAsync() => $"{Path}?v={(await sheet.Value).Hash[..12]}";

    /// <summary>The sheet itself.</summary>
    public async Task<IResult> ServeAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Text((await sheet.Value).Css, "text/css; charset=utf-8");
    }

    private static async Task<(string Css, string Hash)> RenderAsync(IServiceScopeFactory scopes, ILoggerFactory loggers)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope)
        {
            var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
            await using (renderer)
            {
                var parameters = ParameterView.FromDictionary(
                    new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        [nameof(MudThemeProvider.Theme)] = HonorsTheme.Theme,
                        [nameof(MudThemeProvider.DefaultScrollbar)] = true,
                    }
                );
                var html = await renderer.Dispatcher.InvokeAsync(async () =>
                    (await renderer.RenderComponentAsync<MudThemeProvider>(parameters)).ToHtmlString()
                );
                var css = string.Join('\n', StyleElement().Matches(html).Select(m => m.Groups["css"].Value.Trim()));
                return (css, Sha256Hex.Of(css));
            }
        }
    }

    [GeneratedRegex("<style[^>]*>(?<css>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex StyleElement();
}
