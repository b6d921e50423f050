using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Leases;

/// <summary>A lease as its holder has it.</summary>
/// <param name="Term">The fencing number: grows with every holder.</param>
/// <param name="Until">By this node's clock.</param>
public sealed record HeldLease(string Name, long Term, DateTimeOffset Until);

/// <summary>Takes, renews and gives back leases in the database. The nodes' clocks may differ by less than a third of <see cref="Duration"/>.</summary>
/// <param name="owner">Names this node among those that share the database.</param>
public sealed class NodeLeases(IHonorsDatabase database, TimeProvider clock, string owner)
{
    /// <summary>How long a lease holds without being renewed; so long at most nobody does what a killed holder did.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);

    /// <summary>How often a holder renews, and how often the others ask whether it is free.</summary>
    public static readonly TimeSpan Beat = Duration / 3;

    /// <summary>Takes the lease; null when another node holds it.</summary>
    public async Task<HeldLease?> TryTakeAsync(string name, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var now = clock.GetUtcNow();
            var until = now + Duration;
            var lease = await db.Leases.FirstOrDefaultAsync(l => l.Name == name, cancellationToken);
            if (lease is null)
            {
                lease = new Lease(name, owner, until);
                db.Leases.Add(lease);
            }
            else if (lease.IsFreeFor(owner, now))
            {
                lease.Take(owner, until);
            }
            else
            {
                return null;
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return new HeldLease(name, lease.Term, until);
            }
            catch (DbUpdateException)
            {
                // Another node was quicker: the name is a key, the term a concurrency token.
                return null;
            }
        }
    }

    /// <summary>Makes the lease hold for another <see cref="Duration"/> from now.</summary>
    /// <returns>The lease as it holds now; null when another term has begun.</returns>
    public async Task<HeldLease?> RenewAsync(HeldLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var until = clock.GetUtcNow() + Duration;
        return await SetUntilAsync(lease, until, cancellationToken) ? lease with { Until = until } : null;
    }

    /// <summary>Gives the lease back, so that another node need not wait for it to run out. Does nothing when it was lost.</summary>
    public Task ReleaseAsync(HeldLease lease)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return SetUntilAsync(lease, DateTimeOffset.UnixEpoch, CancellationToken.None);
    }

    private async Task<bool> SetUntilAsync(HeldLease lease, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db
                    .Leases.Where(l => l.Name == lease.Name && l.Owner == owner && l.Term == lease.Term)
                    .ExecuteUpdateAsync(set => set.SetProperty(l => l.Until, until), cancellationToken) == 1;
        }
    }
}
