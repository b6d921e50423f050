using Chinalco.Honors.Data;
using Chinalco.Honors.Ingestion.Seeding;
using Chinalco.Honors.Web.SignIn;

namespace Chinalco.Honors.Web.Hosting;

/// <summary>What to do before the site answers.</summary>
/// <param name="Migrate">Bring the schema up to date.</param>
/// <param name="SeedsDirectory">The folder of the seed files.</param>
/// <param name="Samples">Load the sample people and texts too.</param>
internal sealed record StartUpPlan(bool Migrate, string SeedsDirectory, bool Samples);

/// <summary>Brings the schema up to date and fills a new registry before the first request is answered. A later start finds it done.</summary>
internal sealed class RegistryStartUp(
    StartUpPlan plan,
    IHonorsDatabase database,
    SeedLoader seeds,
    FirstAccounts accounts,
    ILogger<RegistryStartUp> logger
) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (plan.Migrate)
        {
            await database.MigrateAsync(cancellationToken);
        }

        await database.CheckAsync(cancellationToken);

        if (Directory.Exists(plan.SeedsDirectory))
        {
            await seeds.LoadAsync(plan.SeedsDirectory, plan.Samples, cancellationToken);
        }
        else
        {
            logger.LogWarning("No seeds at {Directory}: the registry starts without a catalogue.", plan.SeedsDirectory);
        }

        await accounts.PrepareAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
