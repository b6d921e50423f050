using System.Data.Common;
using System.Globalization;
using System.Net;
using Chinalco.Honors.Data.Sqlite;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Web.Tests.Hosting;

/// <summary>
/// The site as it runs in production, behind a proxy: rate limits that a test can reach, and a database that fails on demand. Shared by the
/// tests of one collection; each asks from an address of its own.
/// </summary>
public sealed class GuardedSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>How many of anything the tests' limits permit.</summary>
    public const int Permits = 3;

    private readonly string folder = Directory.CreateTempSubdirectory("honors-guarded-").FullName;

    private readonly Faults faults = new();

    private int lastAddress;

    public string LogFolder => Path.Combine(folder, "logs");

    /// <summary>Where the site listens.</summary>
    public Uri Address { get; private set; } = new("about:blank");

    public async ValueTask InitializeAsync() =>
        await Task.Run(() =>
        {
            UseKestrel(port: 0);
            StartServer();
            Address = ClientOptions.BaseAddress;
        });

    /// <summary>A client that the proxy says has an address that no other has.</summary>
    /// <param name="session">The session's cookie; null for nobody.</param>
    public HttpClient Browse(Cookie? session = null)
    {
        var cookies = new CookieContainer();
        if (session is not null)
        {
            cookies.Add(Address, session);
        }

        var client = new HttpClient(
            new SocketsHttpHandler
            {
                CookieContainer = cookies,
                AllowAutoRedirect = false,
                Expect100ContinueTimeout = TimeSpan.FromSeconds(30),
            }
        )
        {
            BaseAddress = Address,
        };
        var number = Interlocked.Increment(ref lastAddress);
        client.DefaultRequestHeaders.Add(
            "X-Forwarded-For",
            string.Create(CultureInfo.InvariantCulture, $"10.9.{number / 250}.{(number % 250) + 1}")
        );
        return client;
    }

    public async Task<HttpClient> SignedInAsync(Role role) => Browse(await Services.CookieAsync(role));

    /// <summary>Until disposed, every statement that names the table fails.</summary>
    public IDisposable Break(string table)
    {
        faults.Table = table;
        return new Repair(faults);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.ConfigureServices(services => services.ConfigureDbContext<SqliteHonorsContext>(options => options.AddInterceptors(faults)));
        builder.UseSetting("Database:File", Path.Combine(folder, "honors.db"));
        builder.UseSetting("Cluster:SiloPort", FreePort.Next().ToString(CultureInfo.InvariantCulture));
        builder.UseSetting("Cluster:GatewayPort", FreePort.Next().ToString(CultureInfo.InvariantCulture));
        builder.UseSetting("Seeds:Directory", Path.Combine(RepositoryRoot.Path, "seeds"));
        builder.UseSetting("Seeds:Samples", "false");
        builder.UseSetting("SignIn:RequireSecondFactorForOfficers", "false");
        builder.UseSetting("Access:AnonymousReading", "true");
        builder.UseSetting("Logs:Directory", LogFolder);
        builder.UseSetting("Proxy:Known", "127.0.0.0/8;::1");
        foreach (var limit in new[] { "Search", "Export", "Upload" })
        {
            builder.UseSetting($"RateLimits:{limit}:Permits", Permits.ToString(CultureInfo.InvariantCulture));
        }

        builder.UseSetting("RateLimits:SignIn:Permits", (Permits * 2).ToString(CultureInfo.InvariantCulture));
        builder.UseSetting("RateLimits:SignInName:Permits", Permits.ToString(CultureInfo.InvariantCulture));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private sealed class Faults : DbCommandInterceptor
    {
        public string? Table { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        ) =>
            Table is { } table && command.CommandText.Contains($"\"{table}\"", StringComparison.Ordinal)
                ? throw new InvalidOperationException("Broken on purpose: 甲的秘密")
                : base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    private sealed class Repair(Faults faults) : IDisposable
    {
        public void Dispose() => faults.Table = null;
    }
}

/// <summary>Tests that share the guarded site, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class GuardedSiteTests : ICollectionFixture<GuardedSite>
{
    public const string Name = "guarded site";
}
