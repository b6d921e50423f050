using Chinalco.Honors.Data;
using Chinalco.Honors.Grains.Auditing;
using Chinalco.Honors.Grains.Leases;
using Chinalco.Honors.Imports.Runs;
using Chinalco.Honors.Rankings;
using Chinalco.Honors.Web.Requests;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Hosting;

/// <summary>On one node, again and again: casts anchors over the audit trail, removes sign-ins and changes of rankings, and forgets rosters and photos of requests, that are older than they need be kept.</summary>
internal sealed class AuditKeeper(
    AnchorCaster anchors,
    OldSignIns signIns,
    OldImports imports,
    OldRequestFiles requests,
    OldRankingChanges rankingChanges,
    AuditOptions options,
    OnOneNode oneNode,
    TimeProvider clock
) : BackgroundService
{
    /// <summary>The lease of the node that does it.</summary>
    public const string Lease = "audit-keeper";

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => oneNode.RunAsync(Lease, WorkAsync, stoppingToken);

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await anchors.CastAllAsync(cancellationToken);
            await signIns.RemoveAsync(cancellationToken);
            await imports.ForgetAsync(cancellationToken);
            await requests.ForgetAsync(cancellationToken);
            await rankingChanges.RemoveAsync(cancellationToken);
            await Task.Delay(options.AnchorEvery, clock, cancellationToken);
        }
    }
}

/// <summary>Removes sign-ins that began longer ago than the setting says. Their records in the audit trail stay.</summary>
internal sealed class OldSignIns(IHonorsDatabase database, RetentionOptions options, TimeProvider clock, ILogger<OldSignIns> logger)
{
    /// <returns>How many were removed.</returns>
    public async Task<int> RemoveAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = now.AddMonths(-options.Months);
        var db = database.Open();
        await using (db)
        {
            var removed = await db.SignInSessions.Where(s => s.BeganAt < since && s.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
            if (removed > 0)
            {
                logger.LogInformation("Removed {Count} sign-ins from before {Since:u}.", removed, since);
            }

            return removed;
        }
    }
}
