using System.Collections.Immutable;
using System.Text.Json;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Units;

/// <summary>What one change of the organisation wrote, stored with it.</summary>
public sealed record UnitJournal(RowJournal Rows, ImmutableArray<TransferRecord> Transfers)
{
    public static UnitJournal Parse(string json) =>
        JsonSerializer.Deserialize<UnitJournal>(json) ?? throw new JsonException("A journal is missing.");

    public string ToJson() => JsonSerializer.Serialize(this);
}

/// <summary>
/// Renames, moves, merges, splits, ends and founds units, and takes the last of it back. Each is one transaction on exactly what was shown, over
/// several units and all who work there; the units' versions decide races.
/// </summary>
public sealed class UnitReorganisations(CommandTransaction transaction)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>The day that orders are judged by.</summary>
    public static PartialDate Today(DateTimeOffset now) => PartialDate.From(DateOnly.FromDateTime(now.ToOffset(China).DateTime));

    /// <summary>Carries an order out. The subject of the outcome is the unit it happened to; of a founding, the new one.</summary>
    /// <param name="seen">Everything as it was shown (<see cref="OrderedChange.Digest"/>): anything else, and nothing is done.</param>
    public Task<CommandOutcome> CarryOutAsync(
        UnitOrder order,
        string seen,
        CommandStamp stamp,
        CancellationToken cancellationToken = default
    ) =>
        transaction.RunAsync(
            stamp,
            "unit.reorganise",
            async scope =>
            {
                Require.That(new TextIsGiven("理由", stamp.Reason, AuditRecord.LongestReason));
                await UnitHandler.TakeTurnsAsync(scope);
                var change = await OrderedChange.CarryOutAsync(scope.Db, order, stamp.CommandId, Today(scope.Now), cancellationToken);
                Require.That(new TheOrganisationIsAsItWasSeen(change.Digest == seen));
                await SaveAsync(scope, change, order);
                return CommandOutcome.Applied(change.Unit.Id, change.Unit.Version);
            },
            cancellationToken
        );

    /// <summary>Puts back exactly what a change wrote, as long as nobody has built on it since.</summary>
    public Task<CommandOutcome> UndoAsync(Guid changeId, CommandStamp stamp, CancellationToken cancellationToken = default) =>
        transaction.RunAsync(
            stamp,
            "unit.undo",
            async scope =>
            {
                Require.That(new TextIsGiven("理由", stamp.Reason, AuditRecord.LongestReason));
                await UnitHandler.TakeTurnsAsync(scope);
                var change = await scope.Db.UnitChanges.FirstOrDefaultAsync(c => c.Id == changeId, cancellationToken);
                Require.That(new AUnitChangeIsUndoneOnce(change is { UndoneAt: null }));
                var journal = UnitJournal.Parse(change!.Journal);
                Require.That(new NothingWasBuiltOnIt(await ReorganisationObstacles.OfAsync(scope.Db, journal, cancellationToken)));
                var units = scope.Db.Units.Local.Select(u => u.Id).ToList();
                foreach (var transfer in journal.Transfers)
                {
                    await TransferredPeople.TakeBackAsync(scope, transfer);
                }

                scope.PagesChanged([], await UnitAncestors.OfAsync(scope.Db, units), []);
                journal.Rows.Revert(scope.Db);
                change.Undo(stamp.Reason!, stamp.By, scope.Now);
                foreach (var unit in units)
                {
                    await scope.AuditAsync(Subject(unit), "unit.undo", new { ChangeId = changeId, change.Kind });
                }

                return CommandOutcome.Applied(change.UnitId, version: 0);
            },
            cancellationToken
        );

    private static async Task SaveAsync(CommandScope scope, OrderedChange change, UnitOrder order)
    {
        var (db, stamp, begun) = (scope.Db, scope.Stamp, new List<object>());
        var rows = RowJournal.Of(db);
        await AuditAsync(scope, change, order);

        // The pages of everything above where a unit stood and stands, and of those it was handed to.
        var touched = change
            .Units.SelectMany(u => u.Placements.TakeLast(2).Select(p => p.ParentId).Append(u.Id).Append(u.HeirId))
            .OfType<Guid>()
            .ToHashSet();

        // People go to units that are there.
        await db.SaveChangesAsync();
        scope.PagesChanged([], await UnitAncestors.OfAsync(db, touched), []);
        var transfers = ImmutableArray.CreateBuilder<TransferRecord>();
        foreach (var transfer in change.Transfers)
        {
            transfers.Add(await TransferredPeople.MoveAsync(scope, transfer, PartialDate.Parse(order.On), begun));
        }

        var journal = new UnitJournal(rows, transfers.ToImmutable()).ToJson();
        db.UnitChanges.Add(new UnitChange(stamp.CommandId, change.Kind, change.Unit.Id, stamp.Reason!, journal, stamp.By, scope.Now));
        if (begun.Count > 0)
        {
            await db.SaveInBulkAsync(begun);
        }
    }

    private static async Task AuditAsync(CommandScope scope, OrderedChange change, UnitOrder order)
    {
        foreach (var unit in change.Founded)
        {
            scope.AuditNew(
                Subject(unit.Id),
                "unit.register",
                new
                {
                    unit.Name,
                    unit.Tier,
                    unit.ParentId,
                    unit.Place,
                    order.On,
                    ChangeId = scope.Stamp.CommandId,
                }
            );
        }

        foreach (var unit in change.Units.Except(change.Founded))
        {
            var entry = scope.Db.Entry(unit);
            if (entry.Property(u => u.Name).IsModified)
            {
                await scope.AuditAsync(
                    Subject(unit.Id),
                    "unit.rename",
                    new
                    {
                        unit.Name,
                        order.On,
                        order.DocumentId,
                    }
                );
            }

            if (entry.Property(u => u.ParentId).IsModified)
            {
                await scope.AuditAsync(
                    Subject(unit.Id),
                    "unit.move",
                    new
                    {
                        unit.ParentId,
                        order.On,
                        order.DocumentId,
                    }
                );
            }

            if (unit.DissolvedOn is not null && entry.Property(u => u.DissolvedOn).IsModified)
            {
                await scope.AuditAsync(
                    Subject(unit.Id),
                    "unit.dissolve",
                    new
                    {
                        order.On,
                        unit.HeirId,
                        order.DocumentId,
                        People = change.Transfers.Where(t => t.From == unit).Sum(t => t.Posts.Length),
                    }
                );
            }
        }

        if (change.Kind == UnitEvent.Merged)
        {
            var detail = new
            {
                UnitId = change.Unit.Id,
                change.Unit.Name,
                order.On,
            };
            await scope.AuditAsync(Subject(change.Unit.HeirId!.Value), "unit.take-over", detail);
        }

        if (change.Kind == UnitEvent.SplitOff)
        {
            var detail = new
            {
                Parts = change.Founded.Select(u => new { u.Id, u.Name }),
                change.Unit.HeirId,
                order.On,
            };
            await scope.AuditAsync(Subject(change.Unit.Id), "unit.split", detail);
        }
    }

    private static AuditSubject Subject(Guid id) => new(AuditKinds.Unit, id);
}
