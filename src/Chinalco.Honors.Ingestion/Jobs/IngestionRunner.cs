using Microsoft.Extensions.Hosting;

namespace Chinalco.Honors.Ingestion.Jobs;

/// <summary>Works off waiting jobs, one after the other, for as long as the site runs; jobs of a killed process too.</summary>
public sealed class IngestionRunner(IngestionProcessor processor, JobSignal signal) : BackgroundService
{
    // New jobs ring the signal; the pause only bounds how late an abandoned job is noticed.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await processor.ProcessNextAsync(stoppingToken) is null)
            {
                await signal.WaitAsync(Pause, stoppingToken);
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
