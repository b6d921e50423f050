using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Chinalco.Honors.Web.Hosting;

/// <summary>The settings section <c>Proxy</c>.</summary>
internal sealed class ProxyOptions
{
    public const string Section = "Proxy";

    /// <summary>
    /// Addresses and networks (10.1.0.0/16) of the proxies in front, separated by semicolons. Only what they say of a request's origin is
    /// believed; empty: nobody's.
    /// </summary>
    public string Known { get; set; } = "";
}

/// <summary>Learns from a known proxy who asked and by which protocol. From anybody else the headers are what the sender made up.</summary>
internal static class Proxies
{
    /// <exception cref="NotSupportedException">The setting names something that is no address or network.</exception>
    public static WebApplication UseKnownProxies(this WebApplication app)
    {
        var known = (app.Configuration.GetSection(ProxyOptions.Section).Get<ProxyOptions>() ?? new ProxyOptions()).Known.Split(
            ';',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        if (known.Length == 0)
        {
            return app;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var place in known)
        {
            if (IPAddress.TryParse(place, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (IPNetwork.TryParse(place, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new NotSupportedException($"Proxy:Known 中的“{place}”不是 IP 地址或网段，请写成 10.0.0.5 或 10.1.0.0/16。");
            }
        }

        app.UseForwardedHeaders(options);
        return app;
    }
}
