using Chinalco.Honors.Grains.Leases;
using Microsoft.Extensions.Hosting;

namespace Chinalco.Honors.Imports.Runs;

/// <summary>Writes approved imports, one after the other, on one node of those that run; those of a killed process too.</summary>
public sealed class ImportRunner(ImportApplier applier, OnOneNode oneNode, TimeProvider clock) : BackgroundService
{
    /// <summary>The lease of the node that writes imports.</summary>
    public const string Lease = "import-runner";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => oneNode.RunAsync(Lease, WorkAsync, stoppingToken);

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (await applier.ApplyNextAsync(cancellationToken) is null)
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }
}
