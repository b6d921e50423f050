using Chinalco.Honors.Data.Sqlite;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(SampleSite))]

namespace Chinalco.Honors.Web.Tests.Hosting;

/// <summary>The site as a first start leaves it: sample data on a database of its own. Shared by all tests, which only add to it.</summary>
public sealed class SampleSite() : TestSite(database: null)
{
    /// <summary>Translates for SQL Server what the site asks SQLite.</summary>
    public AlsoOnSqlServer Elsewhere { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
            services.ConfigureDbContext<SqliteHonorsContext>(options => options.AddInterceptors(Elsewhere))
        );
    }
}
