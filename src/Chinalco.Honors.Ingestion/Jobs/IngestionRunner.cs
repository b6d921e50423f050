using Chinalco.Honors.Grains.Leases;
using Microsoft.Extensions.Hosting;

namespace Chinalco.Honors.Ingestion.Jobs;

/// <summary>Works off waiting jobs, one after the other, on one node of those that run; jobs of a killed process too.</summary>
public sealed class IngestionRunner(IngestionProcessor processor, JobSignal signal, OnOneNode oneNode) : BackgroundService
{
    /// <summary>The lease of the node that works jobs off.</summary>
    public const string Lease = "ingestion-runner";

    // New jobs of this node ring the signal; the pause bounds how late another node's job or an abandoned one is noticed.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => oneNode.RunAsync(Lease, WorkAsync, stoppingToken);

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (await processor.ProcessNextAsync(cancellationToken) is null)
            {
                await signal.WaitAsync(Pause, cancellationToken);
            }
        }
    }
}

/// <summary>Wakes the runner when a job was handed in.</summary>
public sealed class JobSignal : IDisposable
{
    private readonly SemaphoreSlim bell = new(initialCount: 0);

    public void Ring() => bell.Release();

    /// <summary>Waits until the bell rings, the pause is over or the process stops.</summary>
    public async Task WaitAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            await bell.WaitAsync(pause, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The caller's loop sees the token.
        }
    }

    public void Dispose() => bell.Dispose();
}
