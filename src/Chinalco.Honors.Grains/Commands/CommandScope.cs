using System.Text.Json;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Commands;

/// <summary>The one transaction of one command: its context, its moment, and what every write must leave behind.</summary>
public sealed class CommandScope(HonorsContext db, CommandStamp stamp, DateTimeOffset now)
{
    private readonly Dictionary<AuditSubject, AuditRecord> lastRecords = [];

    public HonorsContext Db => db;

    public CommandStamp Stamp => stamp;

    public DateTimeOffset Now => now;

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

    private void Append(AuditSubject subject, AuditRecord? last, string action, object detail)
    {
        var act = new AuditAct(action, stamp.By, stamp.Reason, JsonSerializer.Serialize(detail, AuditJson.Options), stamp.CommandId);
        var record = new AuditRecord(subject, last, act, now);
        db.AuditRecords.Add(record);
        lastRecords[subject] = record;
    }

    /// <summary>Moves the page versions of entities that somebody else owns but whose pages show what this command changed.</summary>
    public async Task PagesChangedAsync(
        IReadOnlyCollection<Guid> honorees,
        IReadOnlyCollection<Guid> units,
        IReadOnlyCollection<Guid> articles,
        IReadOnlyCollection<Guid>? documents = null
    )
    {
        if (honorees.Count > 0)
        {
            await db
                .Honorees.Where(h => honorees.Contains(h.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(h => h.PageVersion, h => h.PageVersion + 1));
        }

        if (units.Count > 0)
        {
            await db
                .Units.Where(u => units.Contains(u.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.PageVersion, u => u.PageVersion + 1));
        }

        if (articles.Count > 0)
        {
            await db
                .Articles.Where(a => articles.Contains(a.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.PageVersion, a => a.PageVersion + 1));
        }

        if (documents is { Count: > 0 })
        {
            await db
                .Documents.Where(d => documents.Contains(d.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.PageVersion, d => d.PageVersion + 1));
        }
    }
}
