using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace Chinalco.Honors.Grains.Auditing;

/// <summary>
/// Casts anchors over the audit records that none covers yet, and writes each anchor's hash to the log: whoever changes the database and the
/// anchors in it cannot change what was logged elsewhere.
/// </summary>
public sealed class AnchorCaster(IHonorsDatabase database, TimeProvider clock, ILogger<AnchorCaster> logger)
{
    /// <summary>Most records of one anchor: a check holds their hashes in memory.</summary>
    public const int MostRecords = 10_000;

    /// <summary>Casts anchors until every record is covered.</summary>
    /// <returns>How many were cast.</returns>
    /// <exception cref="DbUpdateException">The database refused the write time and again.</exception>
    public async Task<int> CastAllAsync(CancellationToken cancellationToken)
    {
        for (var cast = 0; ; cast++)
        {
            if (await CastAsync(cancellationToken) is not { } anchor)
            {
                return cast;
            }

            logger.LogInformation("Audit anchor {Sequence} covers {Records} records: {Hash}", anchor.Sequence, anchor.Records, anchor.Hash);
        }
    }

    private Task<AuditAnchor?> CastAsync(CancellationToken cancellationToken) =>
        database.InTransactionAsync((db, transaction) => CastAsync(db, transaction, cancellationToken), clock, cancellationToken);

    private async Task<AuditAnchor?> CastAsync(HonorsContext db, IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        // In the order of the index that finds them, which costs no sorting; an anchor does not care which it covers.
        var open = await db
            .AuditRecords.Where(a => a.AnchorSequence == null)
            .OrderBy(a => a.AnchorSequence)
            .Take(MostRecords)
            .Select(a => new { a.Id, a.Hash })
            .ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return null;
        }

        var previous = await db.AuditAnchors.AsNoTracking().OrderByDescending(a => a.Sequence).FirstOrDefaultAsync(cancellationToken);
        var anchor = new AuditAnchor(previous, [.. open.Select(a => a.Hash)], clock.GetUtcNow());
        db.AuditAnchors.Add(anchor);
        await db.SaveChangesAsync(cancellationToken);
        var ids = open.Select(a => a.Id).ToList();
        var covered = await db
            .AuditRecords.Where(a => a.AnchorSequence == null && EF.Parameter(ids).Contains(a.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AnchorSequence, anchor.Sequence), cancellationToken);
        if (covered != ids.Count)
        {
            // Another node covered some of them first; the sequence is a key, so it is about to have this one too.
            throw new DbUpdateConcurrencyException($"{covered} of {ids.Count} records were still without an anchor.");
        }

        await transaction.CommitAsync(cancellationToken);
        return anchor;
    }
}
