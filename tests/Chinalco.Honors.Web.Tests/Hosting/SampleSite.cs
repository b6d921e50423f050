using System.Globalization;
using System.Net;
using Chinalco.Honors.Data.Sqlite;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(SampleSite))]

namespace Chinalco.Honors.Web.Tests.Hosting;

/// <summary>The whole site as a first start leaves it: sample data on a database of its own, listening on a real port. Shared by all tests, which only add to it.</summary>
public sealed class SampleSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("honors-site-").FullName;

    /// <summary>Where the site listens.</summary>
    public Uri Address { get; private set; } = new("about:blank");

    // The factory starts the host blocking its thread: off the test runner's own, which the start-up would wait for.
    public async ValueTask InitializeAsync() =>
        await Task.Run(() =>
        {
            UseKestrel(port: 0);
            StartServer();
            Address = ClientOptions.BaseAddress;
        });

    /// <summary>A client on the real port.</summary>
    /// <param name="follow">Whether redirects are followed.</param>
    public HttpClient Browse(bool follow = true) => new(new SocketsHttpHandler { AllowAutoRedirect = follow }) { BaseAddress = Address };

    /// <summary>A client on the real port with a session of its own.</summary>
    /// <param name="unit">Where the role holds; null for the whole group.</param>
    public async Task<HttpClient> SignedInAsync(Role role, Guid? unit = null) => SignedIn(await Services.CookieAsync(role, unit));

    /// <summary>A client on the real port that sends a session's cookie.</summary>
    /// <param name="follow">Whether redirects are followed.</param>
    public HttpClient SignedIn(Cookie session, bool follow = true)
    {
        var cookies = new CookieContainer();
        cookies.Add(Address, session);
        return new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = follow }) { BaseAddress = Address };
    }

    /// <summary>Translates for SQL Server what the site asks SQLite.</summary>
    public AlsoOnSqlServer Elsewhere { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.ConfigureServices(services =>
            services.ConfigureDbContext<SqliteHonorsContext>(options => options.AddInterceptors(Elsewhere))
        );
        builder.UseSetting("Database:File", Path.Combine(folder, "honors.db"));
        builder.UseSetting("Logs:Directory", Path.Combine(folder, "logs"));
        builder.UseSetting("Cluster:SiloPort", FreePort.Next().ToString(CultureInfo.InvariantCulture));
        builder.UseSetting("Cluster:GatewayPort", FreePort.Next().ToString(CultureInfo.InvariantCulture));
        builder.UseSetting("Seeds:Directory", Path.Combine(RepositoryRoot.Path, "seeds"));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
