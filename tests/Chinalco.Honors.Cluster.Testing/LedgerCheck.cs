using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Cluster.Testing;

/// <summary>Compares the database with what the clients were told.</summary>
public static class LedgerCheck
{
    /// <summary>Everything that differs, in words; empty when every acknowledged write is there once and none was invented.</summary>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(Ledger ledger, IHonorsDatabase database)
    {
        var db = database.Open();
        await using (db)
        {
            return
            [
                .. ledger.Complaints,
                .. await CommandsAsync(ledger, db),
                .. await ConferralsAsync(ledger, db),
                .. await HonoreesAsync(ledger, db),
                .. await ChainsAsync(db),
            ];
        }
    }

    private static async Task<List<string>> CommandsAsync(Ledger ledger, HonorsContext db)
    {
        var processed = (await db.ProcessedCommands.Select(c => c.CommandId).ToListAsync()).ToHashSet();
        var sent = ledger.Entries.Select(e => e.CommandId).ToHashSet();
        var audits = await db.AuditRecords.GroupBy(a => a.CommandId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        return
        [
            .. ledger
                .Entries.Where(e => e.Acknowledged && !processed.Contains(e.CommandId))
                .Select(e => $"{e} was acknowledged and is not recorded."),
            .. processed.Where(id => !sent.Contains(id)).Select(id => $"Command {id} was never sent."),
            .. audits.Where(a => a.Count != 1).Select(a => $"Command {a.Key} left {a.Count} audit records."),
            .. audits.Where(a => !processed.Contains(a.Key)).Select(a => $"The audit of command {a.Key} has no command."),
            .. processed.Except(audits.Select(a => a.Key)).Select(id => $"Command {id} left no audit record."),
        ];
    }

    private static async Task<List<string>> ConferralsAsync(Ledger ledger, HonorsContext db)
    {
        var stored = await db
            .Conferrals.Select(c => new
            {
                c.Id,
                c.AwardId,
                c.RecipientsKey,
                c.Year,
                Proofs = c.Evidence.Count,
            })
            .ToListAsync();
        var ids = stored.Select(c => c.Id).ToHashSet();
        var sent = ledger.Entries.Where(e => e.Kind == WriteKind.Confer).ToDictionary(e => e.SubjectId);
        var versions = await db.Awards.ToDictionaryAsync(a => a.Id, a => a.Version);
        return
        [
            .. sent.Values.Where(e => e.Acknowledged && !ids.Contains(e.SubjectId)).Select(e => $"{e} is lost."),
            .. stored.Where(c => !sent.ContainsKey(c.Id)).Select(c => $"Conferral {c.Id} was never sent."),
            .. stored.Where(c => c.Proofs != 1).Select(c => $"Conferral {c.Id} has {c.Proofs} proofs."),
            .. stored
                .GroupBy(c => (c.AwardId, c.RecipientsKey, c.Year))
                .Where(g => g.Count() > 1)
                .Select(g => $"{g.Key} was conferred {g.Count()} times."),
            // Each conferral moves its award's version by one: a lost update would show here.
            .. stored
                .GroupBy(c => c.AwardId)
                .Where(g => versions[g.Key] != g.Count() + 1)
                .Select(g => $"Award {g.Key} has version {versions[g.Key]} and {g.Count()} conferrals."),
        ];
    }

    private static async Task<List<string>> HonoreesAsync(Ledger ledger, HonorsContext db)
    {
        var numbered = (await db.Honorees.Where(h => h.EmployeeNumber != null).Select(h => h.Id).ToListAsync()).ToHashSet();
        var sent = ledger.Entries.Where(e => e.Kind == WriteKind.Register).ToDictionary(e => e.SubjectId);
        return
        [
            .. sent.Values.Where(e => e.Acknowledged && !numbered.Contains(e.SubjectId)).Select(e => $"{e} is lost."),
            .. numbered.Where(id => !sent.ContainsKey(id)).Select(id => $"Honoree {id} was never sent."),
        ];
    }

    private static async Task<List<string>> ChainsAsync(HonorsContext db)
    {
        var records = await db.AuditRecords.AsNoTracking().ToListAsync();
        return
        [
            .. records
                .GroupBy(r => (r.EntityKind, r.EntityId))
                .Where(chain => !IsWhole([.. chain.OrderBy(r => r.Sequence)]))
                .Select(chain => $"The audit chain of {chain.Key} is broken."),
        ];
    }

    private static bool IsWhole(List<AuditRecord> chain) =>
        chain.TrueForAll(r => r.Hash == r.ComputeHash())
        && chain
            .Select((r, i) => r.Sequence == i + 1 && r.PreviousHash == (i == 0 ? AuditRecord.ChainStart : chain[i - 1].Hash))
            .All(ok => ok);
}
