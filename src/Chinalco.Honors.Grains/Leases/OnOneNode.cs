using Microsoft.Extensions.Logging;

namespace Chinalco.Honors.Grains.Leases;

/// <summary>
/// Does on exactly one node what must not be done on two. The work is cancelled when the lease is lost or could not be renewed in time;
/// as a stalled process may notice that late, work must bear being overtaken: its writes are idempotent or carry claims of their own.
/// </summary>
public sealed class OnOneNode(NodeLeases leases, TimeProvider clock, ILogger<OnOneNode> logger)
{
    /// <summary>Runs the work whenever this node holds the lease, again and again, until the process stops. A failure of the work is logged.</summary>
    /// <param name="name">The lease's name: what only one node may do.</param>
    /// <param name="work">Runs until its token is cancelled, or returns when there is nothing more to do for now.</param>
    public async Task RunAsync(string name, Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await leases.TryTakeAsync(name, stoppingToken) is { } lease)
                {
                    logger.LogInformation("This node does {Lease}, term {Term}.", name, lease.Term);
                    await WorkAsync(lease, work, stoppingToken);
                }

                await Task.Delay(NodeLeases.Beat, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that is away for a while must not end the process; the next beat tries again.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                logger.LogError(fault, "{Lease} failed and is tried again.", name);
                await Task.Delay(NodeLeases.Beat, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WorkAsync(HeldLease lease, Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        using var mayWork = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        using var mayHold = new CancellationTokenSource();
        var holding = HoldAsync(lease, mayWork, mayHold.Token);
        try
        {
            await work(mayWork.Token);
        }
        catch (OperationCanceledException) when (mayWork.IsCancellationRequested)
        {
            // Stopped or overtaken; the caller's loop sees which.
        }
        finally
        {
            await mayHold.CancelAsync();
            await holding;
            await leases.ReleaseAsync(lease);
        }
    }

    /// <summary>Renews until told otherwise, also while the work is finishing; cancels the work when the lease is lost.</summary>
    private async Task HoldAsync(HeldLease lease, CancellationTokenSource mayWork, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(NodeLeases.Beat, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            var renewed = await RenewAsync(lease);
            if (renewed is null || clock.GetUtcNow() + NodeLeases.Beat >= renewed.Until)
            {
                logger.LogWarning("This node lost {Lease}, term {Term}.", lease.Name, lease.Term);
                await mayWork.CancelAsync();
                return;
            }

            lease = renewed;
        }
    }

    /// <returns>The lease as it was when the database did not answer; null when it is lost.</returns>
    private async Task<HeldLease?> RenewAsync(HeldLease lease)
    {
        try
        {
            return await leases.RenewAsync(lease, CancellationToken.None).WaitAsync(NodeLeases.Beat, clock);
        }
#pragma warning disable CA1031 // Whatever the database said, the lease holds until it runs out.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            logger.LogWarning(fault, "{Lease} could not be renewed.", lease.Name);
            return lease;
        }
    }
}
