using Chinalco.Honors.Data;
using Chinalco.Honors.Grains.Hosting;
using Chinalco.Honors.Ingestion;
using Chinalco.Honors.Ingestion.Jobs;
using Chinalco.Honors.Ingestion.Seeding;

namespace Chinalco.Honors.Web.Hosting;

/// <summary>Puts the registry behind the site: database, silo, ingestion, first start.</summary>
internal static class HonorsHost
{
    public static WebApplicationBuilder AddHonors(this WebApplicationBuilder builder)
    {
        var home = HonorsHome.Find(builder.Environment.ContentRootPath);
        var database = builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        var seeds = builder.Configuration.GetSection(SeedOptions.Section).Get<SeedOptions>() ?? new SeedOptions();
        var cluster = builder.Configuration.GetSection(ClusterOptions.Section).Get<ClusterOptions>() ?? new ClusterOptions();

        builder.Services.AddHonorsData(database, home);
        builder.AddHonorsSilo();
        builder.Services.AddHonorsIngestion(NodeName.Of(cluster));
        builder.Services.AddSingleton(new StartUpPlan(database.MigrateOnStart, Path.GetFullPath(seeds.Directory, home), seeds.Samples));

        // In this order: the silo (above), the schema and the seeds, the runner; the server listens last.
        builder.Services.AddHostedService<RegistryStartUp>();
        builder.Services.AddHostedService<IngestionRunner>();
        var drop = builder.Configuration.GetSection(DropFolderOptions.Section).Get<DropFolderOptions>() ?? new DropFolderOptions();
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<DropFolder>(services, drop, home));
        builder
            .Services.AddHealthChecks()
            .AddCheck<RegistryHealth>("registry", tags: [RegistryHealth.Ready])
            .AddCheck<SiloHealth>("silo", tags: [RegistryHealth.Ready]);
        return builder;
    }
}
