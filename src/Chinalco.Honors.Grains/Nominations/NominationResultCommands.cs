using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Nominations;

/// <summary>
/// Enters what became of nominations. The honour of a winner is entered before, by the commands that enter honours, and named here; whoever
/// did not win is kept for the next year's shortlist.
/// </summary>
public sealed class NominationResultCommands(CommandTransaction transaction)
{
    /// <summary>Decides nominations of one round, all of them or none.</summary>
    public Task<CommandOutcome> DecideAsync(
        CommandStamp stamp,
        Guid roundId,
        IReadOnlyCollection<NominationResult> results,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(results);
        return transaction.RunAsync(
            stamp,
            "nomination.decide",
            async scope =>
            {
                foreach (var result in results)
                {
                    await DecideAsync(scope, roundId, result, cancellationToken);
                }

                return results.Count == 0 ? CommandOutcome.NothingToDo(roundId, version: 0) : CommandOutcome.Applied(roundId, version: 0);
            },
            cancellationToken
        );
    }

    private static async Task DecideAsync(CommandScope scope, Guid roundId, NominationResult result, CancellationToken cancellationToken)
    {
        var course = await NominationCourse.LoadAsync(scope.Db, result.NominationId, cancellationToken);
        Require.That(new TheEntityExists("推荐", course?.Round.Id == roundId));
        var nomination = course!.Nomination;
        Require.That(new NobodyChangedItMeanwhile(result.Seen, nomination.Version));
        if (result.Outcome == NominationOutcome.Conferred)
        {
            List<string> awards = [.. course.Programme.Awards];
            var isTheirs = await scope.Db.Conferrals.AnyAsync(
                c =>
                    c.Id == result.ConferralId
                    && scope.Db.Awards.Any(a => a.Id == c.AwardId && a.Code != null && EF.Parameter(awards).Contains(a.Code))
                    && c.Recipients.Any(r =>
                        nomination.HonoreeId != null
                            ? r.HonoreeId == nomination.HonoreeId
                            : r.HonoreeId == null && r.UnitId == nomination.CandidateUnitId
                    ),
                cancellationToken
            );
            Require.That(new TheHonourIsTheNominees(isTheirs));
        }

        nomination.Decide(result.Outcome, result.ConferralId, scope.Now);
        scope.Db.NominationNotes.Add(
            new NominationNote(
                nomination.Id,
                NominationNoteKind.Decided,
                result.Outcome.ToChinese(),
                nomination.Stage,
                scope.Stamp.By,
                scope.Now
            )
        );
        await scope.AuditAsync(
            new AuditSubject(AuditKinds.Nomination, nomination.Id),
            "nomination.decide",
            new { result.Outcome, result.ConferralId }
        );
    }
}

/// <summary>What became of a nomination.</summary>
/// <param name="Seen">The nomination's version as it was shown.</param>
/// <param name="ConferralId">The honour that the winner received; null for anybody else.</param>
public sealed record NominationResult(Guid NominationId, long Seen, NominationOutcome Outcome, Guid? ConferralId = null);
