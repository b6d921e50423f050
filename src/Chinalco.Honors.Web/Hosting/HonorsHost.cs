using Chinalco.Honors.Data;
using Chinalco.Honors.Grains.Auditing;
using Chinalco.Honors.Grains.Hosting;
using Chinalco.Honors.Imports;
using Chinalco.Honors.Imports.Runs;
using Chinalco.Honors.Ingestion;
using Chinalco.Honors.Ingestion.Files;
using Chinalco.Honors.Ingestion.Jobs;
using Chinalco.Honors.Ingestion.Pictures;
using Chinalco.Honors.Ingestion.Seeding;
using Chinalco.Honors.Rankings;
using Chinalco.Honors.Web.Requests;

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

        builder.Services.AddSingleton(database);
        builder.Services.AddHonorsData(database, home);
        builder.AddHonorsSilo();
        builder.Services.AddHonorsIngestion(NodeName.Of(cluster));
        builder.Services.AddHonorsImports();
        builder.Services.AddHonorsRankings();
        builder.Services.AddSingleton(new StartUpPlan(database.MigrateOnStart, Path.GetFullPath(seeds.Directory, home), seeds.Samples));

        // In this order: the silo (above), the schema and the seeds, the runner; the server listens last.
        builder.Services.AddHostedService<RegistryStartUp>();
        builder.Services.AddHostedService<RankingStartUp>();
        builder.Services.AddHostedService<CandidateStartUp>();
        builder.Services.AddHostedService<IngestionRunner>();
        builder.Services.AddHostedService<ImportRunner>();
        var drop = builder.Configuration.GetSection(DropFolderOptions.Section).Get<DropFolderOptions>() ?? new DropFolderOptions();
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<DropFolder>(services, drop, home));
        builder.AddFiles(home);
        builder.AddAuditKeeping();
        builder
            .Services.AddHealthChecks()
            .AddCheck<RegistryHealth>("registry", tags: [RegistryHealth.Ready])
            .AddCheck<SiloHealth>("silo", tags: [RegistryHealth.Ready]);
        return builder;
    }

    /// <exception cref="NotSupportedException">A setting is not allowed.</exception>
    private static void AddFiles(this WebApplicationBuilder builder, string home)
    {
        var files = builder.Configuration.GetSection(FileStoreOptions.Section).Get<FileStoreOptions>() ?? new FileStoreOptions();
        var scans = builder.Configuration.GetSection(ScanOptions.Section).Get<ScanOptions>() ?? new ScanOptions();
        builder.Services.AddSingleton(new FileStore(Path.GetFullPath(files.Directory, home)));
        builder.Services.AddSingleton(scans.Checked());
        builder.Services.AddSingleton<ScanReader>();
        builder.Services.AddSingleton<KeptFiles>();
        builder.Services.AddSingleton<PageImageDesk>();
    }

    /// <exception cref="NotSupportedException">A setting is not allowed.</exception>
    private static void AddAuditKeeping(this WebApplicationBuilder builder)
    {
        var audit = builder.Configuration.GetSection(AuditOptions.Section).Get<AuditOptions>() ?? new AuditOptions();
        var retention = builder.Configuration.GetSection(RetentionOptions.Section).Get<RetentionOptions>() ?? new RetentionOptions();
        builder.Services.AddSingleton(audit.Checked());
        builder.Services.AddSingleton(retention.Checked());
        builder.Services.AddSingleton(
            builder.Configuration.GetSection(PrivacyOptions.Section).Get<PrivacyOptions>() ?? new PrivacyOptions()
        );
        builder.Services.AddSingleton<SystemSettings>();
        builder.Services.AddSingleton<AnchorCaster>();
        builder.Services.AddSingleton<AuditVerifier>();
        builder.Services.AddSingleton<OldSignIns>();
        builder.Services.AddSingleton<OldRequestFiles>();
        builder.Services.AddHostedService<AuditKeeper>();
    }
}
