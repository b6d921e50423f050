using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Nominations.Quotas;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Nominations;

/// <summary>Puts candidates into a round and keeps their order. The round's version decides who of two took the last seat.</summary>
public sealed class NominationBatchCommands(CommandTransaction transaction)
{
    /// <summary>Nominates a person or a unit, at the last place of the first choices or of the reserves.</summary>
    public Task<CommandOutcome> NominateAsync(CommandStamp stamp, NewNomination nomination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(nomination);
        return transaction.RunAsync(
            stamp,
            "nomination.enter",
            async scope =>
            {
                var round = await NominationRoundCommands.LoadAsync(scope, nomination.RoundId, cancellationToken);
                Require.That(new TheRoundIsOpen(round.State), new NominationsAreStillTaken(round.Deadline, ChinaDay.Of(scope.Now)));
                var units = await RoundUnits.LoadAsync(scope.Db, cancellationToken);
                Require.That(new TheNominatingUnitIsWithinTheRound(units.IsWithin(nomination.NominatingUnitId, round.UnitId)));
                await CheckCandidateAsync(scope, round, units, nomination, cancellationToken);
                var batch = await BatchAsync(scope, round.Id, cancellationToken);
                Require.That(
                    new TheCandidateIsNominatedOnce(
                        batch.Exists(n => n.HonoreeId == nomination.HonoreeId && n.CandidateUnitId == nomination.CandidateUnitId)
                    )
                );
                var last = batch.Where(n => n.Choice == nomination.Choice).Select(n => n.Rank).DefaultIfEmpty().Max();
                var entered = new Nomination(nomination.At(last + 1), scope.Stamp.By, scope.Now);
                await CheckSeatsAsync(scope, round, units, [.. batch, entered], cancellationToken);
                scope.Db.Nominations.Add(entered);
                scope.Db.NominationNotes.Add(
                    new NominationNote(entered.Id, NominationNoteKind.Moved, "提出推荐", entered.Stage, scope.Stamp.By, scope.Now)
                );
                round.Rearrange();
                await scope.AuditAsync(new AuditSubject(AuditKinds.Nomination, entered.Id), "nomination.enter", nomination);
                return CommandOutcome.Applied(entered.Id, entered.Version);
            },
            cancellationToken
        );
    }

    /// <summary>Puts the whole batch into an order: reordering, moving somebody up or down, and swaps are all this.</summary>
    /// <param name="seen">The round's version as it was shown.</param>
    /// <param name="chosen">The first choices by rank.</param>
    /// <param name="reserves">The reserves by rank.</param>
    public Task<CommandOutcome> RankAsync(
        CommandStamp stamp,
        Guid roundId,
        long seen,
        IReadOnlyList<Guid> chosen,
        IReadOnlyList<Guid> reserves,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(reserves);
        return transaction.RunAsync(
            stamp,
            "nomination-round.rank",
            async scope =>
            {
                var round = await NominationRoundCommands.LoadAsync(scope, roundId, cancellationToken);
                Require.That(new TheRoundIsOpen(round.State), new NobodyChangedItMeanwhile(seen, round.Version));
                var batch = await BatchAsync(scope, roundId, cancellationToken);
                List<Guid> told = [.. chosen, .. reserves];
                Require.That(new EverybodyHasOnePlace(told.Count == batch.Count && batch.Select(n => n.Id).ToHashSet().SetEquals(told)));
                var before = Places(batch);
                var changed = Place(batch, chosen, NominationChoice.First) | Place(batch, reserves, NominationChoice.Reserve);
                if (!changed)
                {
                    return CommandOutcome.NothingToDo(roundId, round.Version);
                }

                var units = await RoundUnits.LoadAsync(scope.Db, cancellationToken);
                await CheckSeatsAsync(scope, round, units, batch, cancellationToken);
                round.Rearrange();
                await scope.AuditAsync(
                    NominationRoundCommands.Subject(roundId),
                    "nomination-round.rank",
                    new { Before = before, After = Places(batch) }
                );
                return CommandOutcome.Applied(roundId, round.Version);
            },
            cancellationToken
        );
    }

    /// <summary>Marks a nominee with the groups of the programme's shares.</summary>
    /// <param name="seen">The nomination's version as it was shown.</param>
    public Task<CommandOutcome> MarkAsync(
        CommandStamp stamp,
        Guid id,
        long seen,
        IReadOnlyList<string> groups,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(groups);
        return transaction.RunAsync(
            stamp,
            "nomination.mark",
            async scope =>
            {
                var nomination = await scope.Db.Nominations.FirstOrDefaultAsync(n => n.Id == id, cancellationToken);
                Require.That(new TheEntityExists("推荐", nomination is not null));
                Require.That(new NobodyChangedItMeanwhile(seen, nomination!.Version));
                var before = nomination.Groups;
                if (before.ToHashSet(StringComparer.Ordinal).SetEquals(groups))
                {
                    return CommandOutcome.NothingToDo(id, nomination.Version);
                }

                nomination.Mark(groups);
                await scope.AuditAsync(
                    new AuditSubject(AuditKinds.Nomination, id),
                    "nomination.mark",
                    new { Before = before, After = nomination.Groups }
                );
                return CommandOutcome.Applied(id, nomination.Version);
            },
            cancellationToken
        );
    }

    private static Task<List<Nomination>> BatchAsync(CommandScope scope, Guid roundId, CancellationToken cancellationToken) =>
        scope
            .Db.Nominations.Where(n => n.RoundId == roundId && n.Stage != NominationStage.Withdrawn)
            .OrderBy(n => n.Choice)
            .ThenBy(n => n.Rank)
            .ToListAsync(cancellationToken);

    private static async Task CheckCandidateAsync(
        CommandScope scope,
        NominationRound round,
        RoundUnits units,
        NewNomination nomination,
        CancellationToken cancellationToken
    )
    {
        Require.That(new ANominationHasOneCandidate(nomination.HonoreeId, nomination.CandidateUnitId));
        var kind = await scope
            .Db.NominationProgrammes.Where(p => p.Id == round.ProgrammeId)
            .Select(p => p.Kind)
            .FirstAsync(cancellationToken);
        Require.That(new TheCandidateIsOfTheProgrammesKind(kind, nomination.HonoreeId is not null));
        List<Guid> at = nomination.CandidateUnitId is { } unit
            ? [unit]
            : await scope
                .Db.Employments.Where(e => e.HonoreeId == nomination.HonoreeId && e.To == null && e.UnitId != null)
                .Select(e => e.UnitId!.Value)
                .ToListAsync(cancellationToken);
        Require.That(new TheCandidateIsOfTheNominatingUnit(at.Exists(u => units.IsWithin(u, nomination.NominatingUnitId))));
    }

    private static async Task CheckSeatsAsync(
        CommandScope scope,
        NominationRound round,
        RoundUnits units,
        List<Nomination> batch,
        CancellationToken cancellationToken
    )
    {
        List<Guid> chosen = [.. batch.Where(n => n.Choice == NominationChoice.First).Select(n => n.NominatingUnitId)];
        Require.That(new TheSeatsAreEnough(round.Seats, chosen.Count));
        var quotas = await scope
            .Db.RoundQuotas.Where(q => q.RoundId == round.Id)
            .ToDictionaryAsync(q => q.UnitId, q => q.Seats, cancellationToken);
        if (quotas.Count == 0)
        {
            return;
        }

        var use = new QuotaUse(quotas, units.ParentOf);
        Require.That(new EveryFirstChoiceHasAQuota(chosen.TrueForAll(unit => use.HolderOf(unit) is not null)));
        foreach (var (unit, used) in use.Used(chosen))
        {
            Require.That(new TheQuotaIsNotUsedUp(units.NameOf(unit), quotas[unit], used));
        }
    }

    private static bool Place(List<Nomination> batch, IReadOnlyList<Guid> order, NominationChoice choice)
    {
        var changed = false;
        for (var i = 0; i < order.Count; i++)
        {
            var nomination = batch.Find(n => n.Id == order[i])!;
            if ((nomination.Choice, nomination.Rank) != (choice, i + 1))
            {
                nomination.Place(choice, i + 1);
                changed = true;
            }
        }

        return changed;
    }

    private static Dictionary<Guid, string> Places(List<Nomination> batch) =>
        batch.ToDictionary(n => n.Id, n => $"{n.Choice.ToChinese()} {n.Rank}");
}

/// <summary>A candidate for a round.</summary>
/// <param name="HonoreeId">The person; null of a unit.</param>
/// <param name="CandidateUnitId">The unit; null of a person.</param>
/// <param name="NominatingUnitId">Whose seat it takes: the candidate's unit, or one above it.</param>
/// <param name="Groups">Words of the programme's shares.</param>
public sealed record NewNomination(
    Guid Id,
    Guid RoundId,
    Guid? HonoreeId,
    Guid? CandidateUnitId,
    Guid NominatingUnitId,
    NominationChoice Choice,
    IReadOnlyList<string> Groups
)
{
    internal NominationDraft At(int rank) => new(Id, RoundId, HonoreeId, CandidateUnitId, NominatingUnitId, Choice, rank, Groups);
}
