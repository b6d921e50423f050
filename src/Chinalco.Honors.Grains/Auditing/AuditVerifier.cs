using System.Text.Json;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Auditing;

/// <summary>
/// Proves the audit trail whole, or names what is wrong with it. Reads a page at a time, so that the length of the trail does not matter, and
/// beside a site that writes: whatever is added meanwhile is either seen whole or not at all.
/// </summary>
public sealed class AuditVerifier(IHonorsDatabase database)
{
    // Not one streamed query: a connection strategy that may repeat a query reads all of its rows before it gives the first.
    private const int PageSize = 2_000;

    /// <summary>Checks chains, anchors, commands and whether everything in the registry has its chain.</summary>
    /// <param name="report">Told of each fault as it is found.</param>
    /// <param name="knownAnchor">An anchor's hash that was kept elsewhere, such as in a log: it must be among the anchors.</param>
    public async Task<AuditReport> VerifyAsync(Action<AuditFault> report, string? knownAnchor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        var faults = 0L;
        var tell = (AuditFault fault) =>
        {
            faults++;
            report(fault);
        };
        var db = database.Open();
        await using (db)
        {
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;

            // The anchors first: those that are cast while the check runs are left to the next one.
            var anchors = await new AnchorCheck(db).RunAsync(tell, knownAnchor, cancellationToken);
            var chains = await ChainsAsync(db, tell, cancellationToken);
            await CommandsWithoutRecordsAsync(db, tell, cancellationToken);
            await RecordsWithoutCommandsAsync(db, tell, cancellationToken);
            await EntitiesWithoutChainsAsync(db, tell, cancellationToken);
            return new AuditReport(
                chains.Chains,
                chains.Records,
                await db.AuditRecords.LongCountAsync(a => a.AnchorSequence == null, cancellationToken),
                anchors.Count,
                anchors.LastHash,
                await db.ProcessedCommands.LongCountAsync(cancellationToken),
                faults
            );
        }
    }

    /// <summary>Checks the chain of one entity.</summary>
    /// <returns>How many records it has, and what is wrong with them.</returns>
    public async Task<(long Records, IReadOnlyList<AuditFault> Faults)> VerifyChainAsync(
        AuditSubject subject,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(subject);
        var (check, faults) = (new ChainCheck(), new List<AuditFault>());
        var db = database.Open();
        await using (db)
        {
            for (var last = long.MinValue; ; )
            {
                var page = await db
                    .AuditRecords.AsNoTracking()
                    .Where(a => a.EntityKind == subject.EntityKind && a.EntityId == subject.EntityId && a.Sequence > last)
                    .OrderBy(a => a.Sequence)
                    .Take(PageSize)
                    .ToListAsync(cancellationToken);
                faults.AddRange(page.SelectMany(check.Next));
                if (page.Count < PageSize)
                {
                    return (check.Records, faults);
                }

                last = page[^1].Sequence;
            }
        }
    }

    private static async Task<ChainCheck> ChainsAsync(HonorsContext db, Action<AuditFault> tell, CancellationToken cancellationToken)
    {
        var check = new ChainCheck();
        foreach (var kind in await db.AuditRecords.Select(a => a.EntityKind).Distinct().Order().ToListAsync(cancellationToken))
        {
            var records = db.AuditRecords.Where(a => a.EntityKind == kind);
            AuditRecord? last = null;
            while (true)
            {
                // One condition that the index can begin at, one that leaves out what was seen of the chain that the page before ended in.
                var rest = last is null
                    ? records
                    : records.Where(a =>
                        a.EntityId.CompareTo(last.EntityId) >= 0 && !(a.EntityId == last.EntityId && a.Sequence <= last.Sequence)
                    );
                var page = await rest.OrderBy(a => a.EntityId).ThenBy(a => a.Sequence).Take(PageSize).ToListAsync(cancellationToken);
                foreach (var fault in page.SelectMany(check.Next))
                {
                    tell(fault);
                }

                if (page.Count < PageSize)
                {
                    break;
                }

                last = page[^1];
            }
        }

        return check;
    }

    private static async Task CommandsWithoutRecordsAsync(HonorsContext db, Action<AuditFault> tell, CancellationToken cancellationToken)
    {
        var last = Guid.Empty;
        List<ProcessedCommand> page;
        do
        {
            page = await db
                .ProcessedCommands.Where(c => c.CommandId.CompareTo(last) > 0 && !db.AuditRecords.Any(a => a.CommandId == c.CommandId))
                .OrderBy(c => c.CommandId)
                .Take(PageSize)
                .ToListAsync(cancellationToken);
            foreach (var command in page)
            {
                var outcome = JsonSerializer.Deserialize<CommandOutcome>(command.Outcome, AuditJson.Options);
                if (outcome is null or { Result: CommandResult.Applied })
                {
                    tell(
                        new AuditFault(
                            AuditFaultKind.CommandWithoutRecord,
                            Subject: null,
                            Sequence: null,
                            $"命令 {command.CommandId}（{command.Kind}，{command.At:yyyy-MM-dd HH:mm:ss}Z，对象 {outcome?.SubjectId}）已执行，但没有审计记录"
                        )
                    );
                }

                last = command.CommandId;
            }
        } while (page.Count == PageSize);
    }

    private static async Task RecordsWithoutCommandsAsync(HonorsContext db, Action<AuditFault> tell, CancellationToken cancellationToken)
    {
        var last = Guid.Empty;
        while (true)
        {
            var page = await db
                .AuditRecords.Where(a => a.Id.CompareTo(last) > 0 && !db.ProcessedCommands.Any(c => c.CommandId == a.CommandId))
                .OrderBy(a => a.Id)
                .Take(PageSize)
                .Select(a => new
                {
                    a.Id,
                    a.EntityKind,
                    a.EntityId,
                    a.Sequence,
                    a.CommandId,
                })
                .ToListAsync(cancellationToken);
            foreach (var record in page)
            {
                var subject = new AuditSubject(record.EntityKind, record.EntityId);
                tell(
                    new AuditFault(
                        AuditFaultKind.RecordWithoutCommand,
                        subject,
                        record.Sequence,
                        $"所属命令 {record.CommandId} 不在已执行的命令中"
                    )
                );
            }

            if (page.Count < PageSize)
            {
                return;
            }

            last = page[^1].Id;
        }
    }

    private static async Task EntitiesWithoutChainsAsync(HonorsContext db, Action<AuditFault> tell, CancellationToken cancellationToken)
    {
        (string Kind, IQueryable<Guid> Ids)[] entities =
        [
            (AuditKinds.Honoree, db.Honorees.Select(e => e.Id)),
            (AuditKinds.Unit, db.Units.Select(e => e.Id)),
            (AuditKinds.Award, db.Awards.Select(e => e.Id)),
            (AuditKinds.Article, db.Articles.Select(e => e.Id)),
            (AuditKinds.Source, db.SourceFiles.Select(e => e.Id)),
        ];
        foreach (var (kind, ids) in entities)
        {
            var last = Guid.Empty;
            List<Guid> page;
            do
            {
                page = await ids.Where(id => id.CompareTo(last) > 0 && !db.AuditRecords.Any(a => a.EntityKind == kind && a.EntityId == id))
                    .OrderBy(id => id)
                    .Take(PageSize)
                    .ToListAsync(cancellationToken);
                foreach (var id in page)
                {
                    tell(
                        new AuditFault(
                            AuditFaultKind.EntityWithoutChain,
                            new AuditSubject(kind, id),
                            Sequence: null,
                            "登记库中有，但整条审计链不见了"
                        )
                    );
                }

                last = page.Count > 0 ? page[^1] : last;
            } while (page.Count == PageSize);
        }
    }
}
