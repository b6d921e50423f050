using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Grains.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>How the site runs, as its administrator sees it. Nothing of it is secret and nothing is about people.</summary>
/// <param name="RunningFor">How long this node's process has been running.</param>
/// <param name="Nodes">The nodes that this one knows.</param>
/// <param name="DatabaseBytes">Null when the database does not tell.</param>
/// <param name="PendingMigrations">Names of migrations that are not applied.</param>
/// <param name="Jobs">How many ingestion jobs are in each state.</param>
/// <param name="Leases">Who does what only one node may do.</param>
/// <param name="LastAnchor">Null before the first one.</param>
/// <param name="Unanchored">Audit records that no anchor covers yet.</param>
public sealed record SystemState(
    string Version,
    TimeSpan RunningFor,
    ImmutableArray<NodeLine> Nodes,
    string DatabaseProvider,
    long? DatabaseBytes,
    ImmutableArray<string> PendingMigrations,
    ImmutableArray<(JobState State, int Count)> Jobs,
    ImmutableArray<Lease> Leases,
    AuditAnchor? LastAnchor,
    long Records,
    long Unanchored
);

/// <summary>Reads how the site runs.</summary>
public sealed class SystemQuery(IHonorsDatabase database, DatabaseOptions options, NodeStatus node)
{
    // A version and the first digits of its commit tell builds apart.
    private const int CommitDigits = 8;

    private static readonly string Version = Shorten(
        typeof(SystemQuery).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? ""
    );

    public async Task<SystemState> RunAsync(CancellationToken cancellationToken)
    {
        using var process = Process.GetCurrentProcess();
        var db = database.Open();
        await using (db)
        {
            var jobs = await db
                .IngestionJobs.GroupBy(j => j.State)
                .Select(g => new { g.Key, Count = g.Count() })
                .ToListAsync(cancellationToken);
            return new SystemState(
                Version,
                DateTime.UtcNow - process.StartTime.ToUniversalTime(),
                [.. node.Nodes],
                options.Provider,
                await SizeAsync(cancellationToken),
                [.. (await database.PlanMigrationAsync(cancellationToken)).Pending],
                [.. jobs.OrderBy(j => j.Key).Select(j => (j.Key, j.Count))],
                [.. await db.Leases.AsNoTracking().OrderBy(l => l.Name).ToListAsync(cancellationToken)],
                await db.AuditAnchors.AsNoTracking().OrderByDescending(a => a.Sequence).FirstOrDefaultAsync(cancellationToken),
                await db.AuditRecords.LongCountAsync(cancellationToken),
                await db.AuditRecords.LongCountAsync(a => a.AnchorSequence == null, cancellationToken)
            );
        }
    }

    private static string Shorten(string version) =>
        version.IndexOf('+', StringComparison.Ordinal) is var plus and >= 0 && version.Length > plus + CommitDigits
            ? version[..(plus + 1 + CommitDigits)]
            : version;

    private async Task<long?> SizeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await database.SizeAsync(cancellationToken);
        }
        catch (System.Data.Common.DbException)
        {
            // A login that may read rows alone need not be allowed to ask.
            return null;
        }
    }
}
