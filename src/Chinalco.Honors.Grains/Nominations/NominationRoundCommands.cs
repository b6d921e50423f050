using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Nominations;

/// <summary>Opens rounds, allots their quotas and closes them. Whether somebody may, the site decides.</summary>
public sealed class NominationRoundCommands(CommandTransaction transaction)
{
    /// <param name="id">The round's.</param>
    /// <param name="programmeId">The published version that nominations are judged by to the end.</param>
    /// <param name="unitId">Who holds the round.</param>
    public Task<CommandOutcome> OpenAsync(
        CommandStamp stamp,
        Guid id,
        Guid programmeId,
        Guid unitId,
        RoundText text,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return transaction.RunAsync(
            stamp,
            "nomination-round.open",
            async scope =>
            {
                var programme = await scope.Db.NominationProgrammes.FirstOrDefaultAsync(p => p.Id == programmeId, cancellationToken);
                Require.That(new TheEntityExists("评选项目", programme is not null));
                Require.That(new ARoundOpensUnderPublishedRules(programme!.State));
                var units = await RoundUnits.LoadAsync(scope.Db, cancellationToken);
                Require.That(new TheEntityExists("单位", units.Stands(unitId)));
                var round = new NominationRound(id, programmeId, unitId, text, scope.Stamp.By, scope.Now);
                scope.Db.NominationRounds.Add(round);
                await scope.AuditAsync(Subject(id), "nomination-round.open", new { Programme = programme.Name, After = round.Text });
                return CommandOutcome.Applied(id, round.Version);
            },
            cancellationToken
        );
    }

    /// <param name="seen">The round's version as it was shown.</param>
    public Task<CommandOutcome> WriteAsync(
        CommandStamp stamp,
        Guid id,
        long seen,
        RoundText text,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            stamp,
            id,
            seen,
            "nomination-round.write",
            async (scope, round) =>
            {
                var before = round.Text;
                if (!round.Write(text))
                {
                    return CommandOutcome.NothingToDo(id, round.Version);
                }

                var chosen = await scope.Db.Nominations.CountAsync(
                    n => n.RoundId == id && n.Stage != NominationStage.Withdrawn && n.Choice == NominationChoice.First,
                    cancellationToken
                );
                var allotted = await scope.Db.RoundQuotas.Where(q => q.RoundId == id).SumAsync(q => q.Seats, cancellationToken);
                Require.That(new TheSeatsAreEnough(round.Seats, chosen), new QuotasFitTheSeats(round.Seats, allotted));
                await scope.AuditAsync(Subject(id), "nomination-round.write", new { Before = before, After = round.Text });
                return CommandOutcome.Applied(id, round.Version);
            },
            cancellationToken
        );

    /// <param name="seen">The round's version as it was shown.</param>
    public Task<CommandOutcome> CloseAsync(CommandStamp stamp, Guid id, long seen, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            stamp,
            id,
            seen,
            "nomination-round.close",
            async (scope, round) =>
            {
                round.Close(ChinaDay.Of(scope.Now));
                await scope.AuditAsync(Subject(id), "nomination-round.close", new { round.Name, round.ClosedOn });
                return CommandOutcome.Applied(id, round.Version);
            },
            cancellationToken
        );

    /// <summary>Remembers that a decision was handed in for the round, and what reads it. Once for each.</summary>
    /// <param name="workId">The job or the import that reads it.</param>
    public Task<CommandOutcome> HandInAsync(
        CommandStamp stamp,
        Guid id,
        Guid workId,
        HandInWay way,
        string fileName,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return transaction.RunAsync(
            stamp,
            "nomination-round.hand-in",
            async scope =>
            {
                var round = await LoadAsync(scope, id, cancellationToken);
                Require.That(new TheRoundIsOpen(round.State));
                if (await scope.Db.RoundHandIns.AnyAsync(h => h.RoundId == id && h.WorkId == workId, cancellationToken))
                {
                    return CommandOutcome.NothingToDo(id, round.Version);
                }

                var handIn = new RoundHandIn(id, workId, way, fileName, scope.Stamp.By, scope.Now);
                scope.Db.RoundHandIns.Add(handIn);
                await scope.AuditAsync(
                    Subject(id),
                    "nomination-round.hand-in",
                    new
                    {
                        handIn.WorkId,
                        handIn.Way,
                        handIn.FileName,
                    }
                );
                return CommandOutcome.Applied(id, round.Version);
            },
            cancellationToken
        );
    }

    /// <summary>Allots the round's quotas anew: units that are not named have none.</summary>
    /// <param name="seen">The round's version as it was shown.</param>
    /// <param name="quotas">Seats by unit, each at or below the unit that holds the round.</param>
    public Task<CommandOutcome> AllotAsync(
        CommandStamp stamp,
        Guid id,
        long seen,
        IReadOnlyDictionary<Guid, int> quotas,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(quotas);
        return ChangeAsync(
            stamp,
            id,
            seen,
            "nomination-round.quotas",
            async (scope, round) =>
            {
                var units = await RoundUnits.LoadAsync(scope.Db, cancellationToken);
                Require.That(
                    new QuotasFitTheSeats(round.Seats, quotas.Values.Sum()),
                    new EveryQuotaIsWithinTheRound(quotas.Keys.All(unit => units.IsWithin(unit, round.UnitId)))
                );
                var there = await scope.Db.RoundQuotas.Where(q => q.RoundId == id).ToListAsync(cancellationToken);
                var before = there.ToDictionary(q => q.UnitId, q => q.Seats);
                if (before.Count == quotas.Count && quotas.All(q => before.TryGetValue(q.Key, out var seats) && seats == q.Value))
                {
                    return CommandOutcome.NothingToDo(id, round.Version);
                }

                scope.Db.RoundQuotas.RemoveRange(there.Where(q => !quotas.ContainsKey(q.UnitId)));
                foreach (var quota in there.Where(q => quotas.ContainsKey(q.UnitId)))
                {
                    quota.Allot(quotas[quota.UnitId]);
                }

                scope.Db.RoundQuotas.AddRange(
                    quotas.Where(q => !before.ContainsKey(q.Key)).Select(q => new RoundQuota(id, q.Key, q.Value))
                );
                round.Rearrange();
                await scope.AuditAsync(Subject(id), "nomination-round.quotas", new { Before = before, After = quotas });
                return CommandOutcome.Applied(id, round.Version);
            },
            cancellationToken
        );
    }

    private Task<CommandOutcome> ChangeAsync(
        CommandStamp stamp,
        Guid id,
        long seen,
        string kind,
        Func<CommandScope, NominationRound, Task<CommandOutcome>> change,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return transaction.RunAsync(
            stamp,
            kind,
            async scope =>
            {
                var round = await LoadAsync(scope, id, cancellationToken);
                Require.That(new TheRoundIsOpen(round.State), new NobodyChangedItMeanwhile(seen, round.Version));
                return await change(scope, round);
            },
            cancellationToken
        );
    }

    internal static async Task<NominationRound> LoadAsync(CommandScope scope, Guid id, CancellationToken cancellationToken)
    {
        var round = await scope.Db.NominationRounds.FirstOrDefaultAsync(r => r.Id == id, cancellationToken);
        Require.That(new TheEntityExists("评选轮次", round is not null));
        return round!;
    }

    internal static AuditSubject Subject(Guid id) => new(AuditKinds.NominationRound, id);
}
