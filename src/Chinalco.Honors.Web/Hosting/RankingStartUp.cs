using Chinalco.Honors.Rankings;

namespace Chinalco.Honors.Web.Hosting;

/// <summary>Loads what rankings are made of while the site answers already; a ranking that is asked for meanwhile waits for it.</summary>
internal sealed class RankingStartUp(HonourLedger ledger, ILogger<RankingStartUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ledger.RefreshAsync(stoppingToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            logger.LogError(fault, "What rankings are made of could not be loaded; the next ranking that is asked for tries again.");
        }
    }
}
