using Chinalco.Honors.Data;
using Chinalco.Honors.Ingestion.Desk;
using Chinalco.Honors.Ingestion.Jobs;
using Chinalco.Honors.Ingestion.Registering;
using Chinalco.Honors.Ingestion.Rereading;
using Chinalco.Honors.Ingestion.Seeding;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Ingestion;

/// <summary>Registers ingestion.</summary>
public static class IngestionServices
{
    /// <summary>Everything but the background runner, which only a site has.</summary>
    /// <param name="process">Names this process among those that share the database.</param>
    public static IServiceCollection AddHonorsIngestion(this IServiceCollection services, string process)
    {
        services.AddSingleton(provider => new JobClaims(
            provider.GetRequiredService<IHonorsDatabase>(),
            provider.GetRequiredService<TimeProvider>(),
            process
        ));
        services.AddSingleton<IngestionInbox>();
        services.AddSingleton<IngestionProcessor>();
        services.AddSingleton<JobLog>();
        services.AddSingleton<JobSignal>();
        services.AddSingleton<ArticleStore>();
        services.AddSingleton<FindingConfirmer>();
        services.AddSingleton<FindingLearner>();
        services.AddSingleton<EditorDesk>();
        services.AddSingleton<RoundDesk>();
        services.AddSingleton<RoundReader>();
        services.AddSingleton<RoundApplier>();
        services.AddSingleton<MentionMarker>();
        services.AddSingleton<CatalogueImport>();
        services.AddSingleton<SeedLoader>();
        return services;
    }
}
