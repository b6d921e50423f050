using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;

namespace Chinalco.Honors.Grains.Nominations;

/// <summary>
/// Moves a nomination from stage to stage: on when everything that its stage asks is there, back with a reason, or out. A nomination has no
/// grain: its version decides races.
/// </summary>
public sealed class NominationCourseCommands(CommandTransaction transaction)
{
    /// <summary>Goes on to the next stage. Sent off, the packet that was judged goes with it.</summary>
    /// <param name="from">The stage as it was shown.</param>
    /// <param name="standing">What the programme says of the candidate now.</param>
    /// <param name="text">What is to be said of it; asked for when clauses are open on entering the assembly and on sending off.</param>
    /// <param name="judged">The packet that goes up, as it was compared with what is known now; null when there is none.</param>
    public Task<CommandOutcome> AdvanceAsync(
        CourseStamp stamp,
        NominationStage from,
        CandidateStanding standing,
        string? text,
        JudgedPacket? judged = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(standing);
        return CourseChange.RunAsync(
            transaction,
            stamp,
            "nomination.advance",
            (scope, course) =>
            {
                var nomination = course.Nomination;
                Require.That(new TheRoundIsOpen(course.Round.State), new TheNominationStandsAt(nomination.Stage, from));
                if (from is NominationStage.UnitReview or NominationStage.ReadyToSubmit)
                {
                    Require.That(new NothingBarsTheCandidate(standing.Bar), new OpenClausesAreExplained(standing.Open, text));
                }

                Require.That([.. course.AskedToGoOn(ChinaDay.Of(scope.Now), judged)]);
                nomination.Advance(from, course.Path, scope.Now);
                var packet = nomination.Stage == NominationStage.Submitted ? course.LastPacket : null;
                packet?.Submit(scope.Now);
                var told = $"{from.ToChinese()} → {nomination.Stage.ToChinese()}";
                return Task.FromResult(
                    new CourseNote(
                        NominationNoteKind.Moved,
                        string.IsNullOrWhiteSpace(text) ? told : $"{told}：{text}",
                        new
                        {
                            From = from,
                            To = nomination.Stage,
                            standing.Open,
                            Packet = packet?.Id,
                        }
                    )
                );
            },
            cancellationToken
        );
    }

    /// <summary>Goes back to an earlier stage to be put right; what is up for publicity is taken down. The stamp's reason is told.</summary>
    public Task<CommandOutcome> ReturnAsync(CourseStamp stamp, NominationStage to, CancellationToken cancellationToken = default) =>
        CourseChange.RunAsync(
            transaction,
            stamp,
            "nomination.return",
            (scope, course) =>
            {
                var (nomination, reason) = (course.Nomination, scope.Stamp.Reason);
                Require.That(new TheRoundIsOpen(course.Round.State));
                var from = nomination.Stage;
                nomination.Return(to, reason, scope.Now);
                TakeDown(course, scope);
                return Task.FromResult(
                    new CourseNote(
                        NominationNoteKind.Returned,
                        $"{from.ToChinese()} → {to.ToChinese()}：{reason}",
                        new { From = from, To = to }
                    )
                );
            },
            cancellationToken
        );

    /// <summary>Takes the nomination out of its round, for the stamp's reason.</summary>
    public Task<CommandOutcome> WithdrawAsync(CourseStamp stamp, CancellationToken cancellationToken = default) =>
        CourseChange.RunAsync(
            transaction,
            stamp,
            "nomination.withdraw",
            (scope, course) =>
            {
                var (nomination, reason) = (course.Nomination, scope.Stamp.Reason);
                var from = nomination.Stage;
                nomination.Withdraw(reason, scope.Now);
                course.Round.Rearrange();
                TakeDown(course, scope);
                return Task.FromResult(new CourseNote(NominationNoteKind.Withdrawn, reason!, new { From = from }));
            },
            cancellationToken
        );

    /// <summary>Says something of it.</summary>
    public Task<CommandOutcome> CommentAsync(CourseStamp stamp, string? text, CancellationToken cancellationToken = default) =>
        CourseChange.RunAsync(
            transaction,
            stamp,
            "nomination.comment",
            (_, course) =>
            {
                Require.That(new TextIsGiven("意见", text, NominationNote.LongestText));
                course.Nomination.Touch();
                return Task.FromResult(new CourseNote(NominationNoteKind.Comment, text!, new { Length = text!.Length }));
            },
            cancellationToken
        );

    private static void TakeDown(NominationCourse course, CommandScope scope)
    {
        var today = ChinaDay.Of(scope.Now);
        foreach (var publicity in course.Publicities.Where(p => p.TakenDownAt is null && today <= p.Until))
        {
            publicity.TakeDown(today, scope.Now);
        }
    }
}

/// <summary>What a programme says of a candidate, as far as it holds a nomination up.</summary>
/// <param name="Bar">The condition that is broken and that nothing changes, in Chinese; null when there is none.</param>
/// <param name="Open">How many clauses are broken or unknown.</param>
public sealed record CandidateStanding(string? Bar, int Open);
