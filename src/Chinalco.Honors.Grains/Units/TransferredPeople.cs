using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Units;

/// <summary>What became of the employments of people who went from one unit to another.</summary>
/// <param name="Ended">Those that ended on the day, and in their order those that began in <paramref name="Begun"/>.</param>
/// <param name="Corrected">Those that began after the day: they were in the other unit all along.</param>
public sealed record TransferRecord(
    Guid From,
    Guid To,
    PartialDate On,
    ImmutableArray<Guid> Ended,
    ImmutableArray<Guid> Begun,
    ImmutableArray<Guid> Corrected
);

/// <summary>Moves the people of a unit that ends, all at once: a merger may concern ten thousand.</summary>
internal static class TransferredPeople
{
    private static readonly Visibility Past = HonoreeVisibility.Default.PastEmployments;

    /// <param name="begun">Takes the new employments, for whoever inserts them.</param>
    public static async Task<TransferRecord> MoveAsync(CommandScope scope, Transfer transfer, PartialDate on, List<object> begun)
    {
        var ended = transfer.Posts.Where(p => p.From is not { } from || !from.IsCertainlyAfter(on)).ToList();
        var corrected = transfer.Posts.Except(ended).Select(p => p.Id).ToImmutableArray();
        var beginning = ended.ConvertAll(p => p.GoOnIn(transfer.To.Id, transfer.To.Name, on));
        var record = new TransferRecord(
            transfer.From.Id,
            transfer.To.Id,
            on,
            [.. ended.Select(p => p.Id)],
            [.. beginning.Select(p => p.Id)],
            corrected
        );
        var (db, ids) = (scope.Db, record.Ended);
        Expect(
            ids.Length,
            await db
                .Employments.Where(e => EF.Parameter(ids).Contains(e.Id) && e.To == null && e.UnitId == record.From)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.To, on).SetProperty(e => e.Visibility, Past))
        );
        Expect(
            corrected.Length,
            await db
                .Employments.Where(e => EF.Parameter(corrected).Contains(e.Id) && e.To == null && e.UnitId == record.From)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.UnitId, record.To))
        );
        begun.AddRange(beginning);
        await NoteAsync(scope, record, "honoree.transfer", [.. transfer.Posts.Select(p => p.HonoreeId).Distinct()]);
        return record;
    }

    /// <summary>Whether everybody is still where the change put them.</summary>
    public static async Task<bool> StandsAsync(HonorsContext db, TransferRecord record)
    {
        var (ended, begun, corrected) = (record.Ended, record.Begun, record.Corrected);
        return await db.Employments.CountAsync(e => EF.Parameter(ended).Contains(e.Id) && e.To == record.On && e.UnitId == record.From)
                == ended.Length
            && await db.Employments.CountAsync(e => EF.Parameter(begun).Contains(e.Id) && e.To == null && e.UnitId == record.To)
                == begun.Length
            && await db.Employments.CountAsync(e => EF.Parameter(corrected).Contains(e.Id) && e.UnitId == record.To) == corrected.Length;
    }

    /// <summary>Everybody works where they worked, and always did.</summary>
    public static async Task TakeBackAsync(CommandScope scope, TransferRecord record)
    {
        var (db, ended, begun, corrected) = (scope.Db, record.Ended, record.Begun, record.Corrected);
        List<Guid> concerned = [.. ended, .. corrected];
        var people = await db
            .Employments.Where(e => EF.Parameter(concerned).Contains(e.Id))
            .Select(e => e.HonoreeId)
            .Distinct()
            .ToListAsync();
        Expect(begun.Length, await db.Employments.Where(e => EF.Parameter(begun).Contains(e.Id) && e.To == null).ExecuteDeleteAsync());
        await db
            .Employments.Where(e => EF.Parameter(ended).Contains(e.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.To, (PartialDate?)null).SetProperty(e => e.Visibility, Visibility.Public));
        await db
            .Employments.Where(e => EF.Parameter(corrected).Contains(e.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.UnitId, record.From));
        await NoteAsync(scope, record, "honoree.transfer-undone", people);
    }

    private static async Task NoteAsync(CommandScope scope, TransferRecord record, string action, List<Guid> people)
    {
        // Whoever holds the old version of one of them looks again.
        await scope
            .Db.Honorees.Where(h => EF.Parameter(people).Contains(h.Id))
            .ExecuteUpdateAsync(set =>
                set.SetProperty(h => h.Version, h => h.Version + 1).SetProperty(h => h.PageVersion, h => h.PageVersion + 1)
            );
        await scope.PrepareChainsAsync(AuditKinds.Honoree, people);
        foreach (var person in people)
        {
            await scope.AuditAsync(
                new AuditSubject(AuditKinds.Honoree, person),
                action,
                new
                {
                    ChangeId = scope.Stamp.CommandId,
                    record.From,
                    UnitId = record.To,
                    On = record.On.ToString(),
                }
            );
        }
    }

    private static void Expect(int expected, int written)
    {
        if (written != expected)
        {
            throw new DbUpdateConcurrencyException("Somebody moved one of the people in the meantime.");
        }
    }
}
