using System.Globalization;
using System.Net;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chinalco.Honors.Web.Tests.Hosting;

/// <summary>The whole site, listening on a real port.</summary>
/// <param name="database">The file of a database that another site has too; null for one of its own.</param>
/// <param name="settings">What differs from a first start with samples.</param>
public class TestSite(string? database, params (string Key, string Value)[] settings) : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("honors-site-").FullName;

    /// <summary>Where the site listens.</summary>
    public Uri Address { get; private set; } = new("about:blank");

    /// <summary>The file of the database.</summary>
    public string Database => database ?? Path.Combine(folder, "honors.db");

    /// <summary>What the site logged.</summary>
    internal RecordedLog Log { get; } = new();

    /// <summary>Starts a site; dispose it.</summary>
    public static async Task<TestSite> StartAsync(string? database, params (string Key, string Value)[] settings)
    {
        var site = new TestSite(database, settings);
        await site.InitializeAsync();
        return site;
    }

    /// <summary>Starts a site on a copy of a database, as if it had been started with it before; dispose it.</summary>
    public static async Task<TestSite> StartOnCopyAsync(string original, params (string Key, string Value)[] settings)
    {
        var site = new TestSite(database: null, settings);
        File.Copy(original, site.Database);
        await site.InitializeAsync();
        return site;
    }

    // The factory starts the host blocking its thread: off the test runner's own, which the start-up would wait for.
    public virtual async ValueTask InitializeAsync() =>
        await Task.Run(() =>
        {
            UseKestrel(port: 0);
            StartServer();
            Address = ClientOptions.BaseAddress;
        });

    /// <summary>A client on the real port.</summary>
    public HttpClient Browse() => new() { BaseAddress = Address };

    /// <summary>A client that keeps cookies, as a browser, and tells of redirects instead of following them.</summary>
    public HttpClient BrowseByStep() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    /// <summary>A client on the real port with a session of its own.</summary>
    /// <param name="unit">Where the role holds; null for the whole group.</param>
    public async Task<HttpClient> SignedInAsync(Role role, Guid? unit = null) => SignedIn(await Services.CookieAsync(role, unit));

    /// <summary>A client on the real port that sends a session's cookie.</summary>
    public HttpClient SignedIn(Cookie session, bool followsRedirects = true)
    {
        var cookies = new CookieContainer();
        cookies.Add(Address, session);
        return new HttpClient(
            new SocketsHttpHandler
            {
                CookieContainer = cookies,
                AllowAutoRedirect = followsRedirects,
                Expect100ContinueTimeout = TimeSpan.FromSeconds(30),
            }
        )
        {
            BaseAddress = Address,
        };
    }

    /// <summary>The database with everything in it.</summary>
    public HonorsContext OpenDatabase() => Services.GetRequiredService<IHonorsDatabase>().Open();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.ConfigureLogging(logging => logging.AddProvider(Log));
        builder.UseSetting("Database:File", Database);
        builder.UseSetting("Logs:Directory", Path.Combine(folder, "logs"));
        builder.UseSetting("Images:Directory", Path.Combine(folder, "images"));
        builder.UseSetting("Cluster:SiloPort", FreePort.Next().ToString(CultureInfo.InvariantCulture));
        builder.UseSetting("Cluster:GatewayPort", FreePort.Next().ToString(CultureInfo.InvariantCulture));
        builder.UseSetting("Seeds:Directory", Path.Combine(RepositoryRoot.Path, "seeds"));
        builder.UseSetting("SignIn:RefusalTakes", "00:00:00");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (database is null)
        {
            SqliteConnection.ClearAllPools();
        }

        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
