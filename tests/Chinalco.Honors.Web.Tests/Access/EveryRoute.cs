using System.Collections.Immutable;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Access;

/// <summary>Every route that the site answers, as it stands in the running site.</summary>
internal static class EveryRoute
{
    /// <summary>Stands for all files of the site: style sheets, scripts, icons.</summary>
    public const string Files = "(files of the site)";

    /// <summary>Files that were added since the build, on a developer's machine only. It names no right, and so it is closed.</summary>
    private const string DevelopmentFiles = "{**path:file}";

    public static ImmutableArray<SiteRoute> Of(SampleSite site) =>
        [
            .. site
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => !string.Equals(endpoint.RoutePattern.RawText, DevelopmentFiles, StringComparison.Ordinal))
                .Select(endpoint => new SiteRoute(
                    PatternOf(endpoint),
                    MethodsOf(endpoint),
                    [.. endpoint.Metadata.OfType<NeedsAttribute>().Select(n => n.Right)]
                ))
                .DistinctBy(route => (route.Pattern, route.Methods))
                .OrderBy(route => route.Pattern, StringComparer.Ordinal)
                .ThenBy(route => route.Methods, StringComparer.Ordinal),
        ];

    private static string PatternOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null ? "/" + endpoint.RoutePattern.RawText!.TrimStart('/') : Files;

    private static string MethodsOf(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        return methods.Count == 0 ? "any" : string.Join(' ', methods.Order(StringComparer.Ordinal));
    }
}

/// <param name="Rights">What it says it needs: exactly one, or something is wrong.</param>
internal sealed record SiteRoute(string Pattern, string Methods, ImmutableArray<Right> Rights);
