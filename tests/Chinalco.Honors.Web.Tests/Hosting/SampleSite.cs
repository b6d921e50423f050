using Chinalco.Honors.Data.Sqlite;
using Chinalco.Honors.Testing;
using Chinalco.Honors.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(SampleSite))]

namespace Chinalco.Honors.Web.Tests.Hosting;

/// <summary>The site as a first start leaves it: sample data on a database of its own. Shared by all tests, which only add to it.</summary>
public sealed class SampleSite() : TestSite(database: null)
{
    /// <summary>Translates for SQL Server what the site asks SQLite.</summary>
    public AlsoOnSqlServer Elsewhere { get; } = new();

    /// <summary>The database as the first start left it, before any test added to it: other sites start on copies and need not read the samples again.</summary>
    public string Untouched => Database + ".untouched";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = OpenDatabase();
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {Untouched}", TestContext.Current.CancellationToken);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
            services.ConfigureDbContext<SqliteHonorsContext>(options => options.AddInterceptors(Elsewhere))
        );
    }
}
