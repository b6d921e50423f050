using Chinalco.Honors.Web.Nominations;

namespace Chinalco.Honors.Web.Hosting;

/// <summary>Loads what shortlists ask of people while the site answers already; a shortlist that is asked for meanwhile waits for it.</summary>
internal sealed class CandidateStartUp(CandidateLedger ledger, ILogger<CandidateStartUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ledger.LoadAsync(stoppingToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            logger.LogError(fault, "What shortlists are made of could not be loaded; the next shortlist that is asked for tries again.");
        }
    }
}
