using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Ingestion.Seeding;
using Chinalco.Honors.Web.Nominations;
using Chinalco.Honors.Web.Requests;
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
    NominationSeeding nominations,
    FirstAccounts accounts,
    SampleRequests requests,
    SampleRounds rounds,
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
        await RenewSearchAsync(cancellationToken);

        if (Directory.Exists(plan.SeedsDirectory))
        {
            await seeds.LoadAsync(plan.SeedsDirectory, plan.Samples, cancellationToken);
            await nominations.LoadAsync(plan.SeedsDirectory, cancellationToken);
        }
        else
        {
            logger.LogWarning("No seeds at {Directory}: the registry starts without a catalogue.", plan.SeedsDirectory);
        }

        await accounts.PrepareAsync(cancellationToken);
        await requests.PrepareAsync(cancellationToken);
        await rounds.PrepareAsync(cancellationToken);
    }

    /// <summary>After an upgrade that searches by other rules, or by any for the first time, everything is derived anew before the first request.</summary>
    private async Task RenewSearchAsync(CancellationToken cancellationToken)
    {
        const int Step = 50_000;
        var rebuild = new SearchRebuild(
            database,
            (table, done, of) =>
            {
                if (done % Step == 0)
                {
                    logger.LogInformation("Search terms of {Table}: {Done} of {Of}.", table, done, of);
                }
            }
        );
        if (await rebuild.IsStaleAsync(cancellationToken))
        {
            foreach (var line in await rebuild.RunAsync(cancellationToken))
            {
                logger.LogInformation(
                    "Search terms of {Table} derived: {Entities} looked at, {Missing} rows added, {Superfluous} removed.",
                    line.Table,
                    line.Entities,
                    line.Missing,
                    line.Superfluous
                );
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
