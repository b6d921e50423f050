using System.Text.Json;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Commands;

/// <summary>The one transaction of one command: its context, its moment, and what every write must leave behind.</summary>
public sealed class CommandScope(HonorsContext db, CommandStamp stamp, DateTimeOffset now)
{
    private readonly Dictionary<AuditSubject, AuditRecord> lastRecords = [];
    private readonly ChangedPages pages = new();

    public HonorsContext Db => db;

    public CommandStamp Stamp => stamp;

    public DateTimeOffset Now => now;

    /// <summary>Whether the command has left a record.</summary>
    internal bool HasRecords { get; private set; }

    /// <summary>Adds a record to the entity's chain.</summary>
    /// <param name="detail">What changed; written as JSON.</param>
    public async Task AuditAsync(AuditSubject subject, string action, object detail)
    {
        if (!lastRecords.TryGetValue(subject, out var last))
        {
            last = await db
                .AuditRecords.AsNoTracking()
                .Where(a => a.EntityKind == subject.EntityKind && a.EntityId == subject.EntityId)
                .OrderByDescending(a => a.Sequence)
                .FirstOrDefaultAsync();
        }

        Append(subject, last, action, detail);
    }

    /// <summary>Begins the chain of an entity that this transaction makes: bulk commands need no look-up for each.</summary>
    public void AuditNew(AuditSubject subject, string action, object detail) => Append(subject, last: null, action, detail);

    /// <summary>
    /// Begins the chain of an entity that this transaction makes, for whoever inserts the record itself along with many others
    /// (<see cref="HonorsContext.SaveInBulkAsync"/>).
    /// </summary>
    public AuditRecord BeginChain(AuditSubject subject, string action, object detail) => Record(subject, last: null, action, detail);

    /// <summary>Looks the chains' ends of many entities up at once, so that records added to them afterwards need no look-up each.</summary>
    /// <param name="entityKind">The entities' word.</param>
    public async Task PrepareChainsAsync(string entityKind, IReadOnlyCollection<Guid> entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        var ends = db
            .AuditRecords.AsNoTracking()
            .Where(a =>
                a.EntityKind == entityKind
                && EF.Parameter(entities).Contains(a.EntityId)
                && !db.AuditRecords.Any(later =>
                    later.EntityKind == entityKind && later.EntityId == a.EntityId && later.Sequence > a.Sequence
                )
            )
            .AsAsyncEnumerable();
        await foreach (var end in ends)
        {
            lastRecords[new AuditSubject(end.EntityKind, end.EntityId)] = end;
        }
    }

    private void Append(AuditSubject subject, AuditRecord? last, string action, object detail) =>
        db.AuditRecords.Add(Record(subject, last, action, detail));

    private AuditRecord Record(AuditSubject subject, AuditRecord? last, string action, object detail)
    {
        var act = new AuditAct(action, stamp.By, stamp.Reason, JsonSerializer.Serialize(detail, AuditJson.Options), stamp.CommandId);
        var record = new AuditRecord(subject, last, act, now);
        lastRecords[subject] = record;
        HasRecords = true;
        return record;
    }

    /// <summary>Moves the page versions of entities that somebody else owns but whose pages show what this command changed.</summary>
    public void PagesChanged(
        IEnumerable<Guid> honorees,
        IEnumerable<Guid> units,
        IEnumerable<Guid> articles,
        IEnumerable<Guid>? documents = null
    ) => pages.Changed(honorees, units, articles, documents ?? []);

    /// <summary>Writes everything that the command changed.</summary>
    internal async Task SaveAsync()
    {
        pages.ChangedIn(db);
        await db.SaveChangesAsync();
        await pages.MoveAsync(db);
    }
}
