using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;

namespace Chinalco.Honors.Grains.Nominations;

/// <summary>A change of a nomination as it was seen.</summary>
/// <param name="Id">The nomination's.</param>
/// <param name="Seen">Its version as it was shown: another one, and nothing is done.</param>
public sealed record CourseStamp(CommandStamp Command, Guid Id, long Seen);

/// <summary>Loads, checks and records what every change of a nomination has in common.</summary>
internal static class CourseChange
{
    /// <param name="change">Changes it; gives what the record says and what the note tells.</param>
    public static Task<CommandOutcome> RunAsync(
        CommandTransaction transaction,
        CourseStamp stamp,
        string action,
        Func<CommandScope, NominationCourse, Task<CourseNote>> change,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return transaction.RunAsync(
            stamp.Command,
            action,
            async scope =>
            {
                var course = await NominationCourse.LoadAsync(scope.Db, stamp.Id, cancellationToken);
                Require.That(new TheEntityExists("推荐", course is not null));
                var nomination = course!.Nomination;
                Require.That(new NobodyChangedItMeanwhile(stamp.Seen, nomination.Version));
                var note = await change(scope, course);
                scope.Db.NominationNotes.Add(
                    new NominationNote(
                        nomination.Id,
                        note.Kind,
                        Domain.CutText.To(note.Text, NominationNote.LongestText),
                        nomination.Stage,
                        scope.Stamp.By,
                        scope.Now
                    )
                );
                await scope.AuditAsync(new AuditSubject(AuditKinds.Nomination, nomination.Id), action, note.Detail);
                return CommandOutcome.Applied(nomination.Id, nomination.Version);
            },
            cancellationToken
        );
    }
}

/// <summary>What a change leaves behind.</summary>
/// <param name="Text">For people, in Chinese.</param>
/// <param name="Detail">For the trail.</param>
internal sealed record CourseNote(NominationNoteKind Kind, string Text, object Detail);
