using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;

namespace Chinalco.Honors.Grains.Nominations;

/// <summary>Enters what proves a nomination: votes, answers of bodies that were asked, and facts that the union found out.</summary>
public sealed class NominationPaperCommands(CommandTransaction transaction)
{
    /// <summary>Enters a vote. Its id follows from the command's.</summary>
    public Task<CommandOutcome> VoteAsync(CourseStamp stamp, VoteFacts facts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return ChangeAsync(
            stamp,
            "nomination.vote",
            (scope, course) =>
            {
                Require.That(
                    new TheNominationStandsAt(course.Nomination.Stage, NominationStage.Assembly),
                    new TheDayHasCome("会议日期", facts.Date, ChinaDay.Of(scope.Now))
                );
                var vote = new AssemblyVote(
                    DerivedId.From(scope.Stamp.CommandId, "vote"),
                    course.Nomination.Id,
                    facts,
                    scope.Stamp.By,
                    scope.Now
                );
                scope.Db.AssemblyVotes.Add(vote);
                return new CourseNote(
                    NominationNoteKind.Entered,
                    $"{facts.Body}（{Told.Day(facts.Date)}）：应到 {facts.Expected} 人，实到 {facts.Present} 人，赞成 {facts.InFavour} 人",
                    facts
                );
            },
            cancellationToken
        );
    }

    /// <summary>A body is asked.</summary>
    public Task<CommandOutcome> AskAsync(CourseStamp stamp, string body, DateOnly on, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            stamp,
            "nomination.consult",
            (scope, course) =>
            {
                Require.That(new TheDayHasCome("发出日期", on, ChinaDay.Of(scope.Now)));
                scope.Db.Consultations.Add(
                    new Consultation(
                        DerivedId.From(scope.Stamp.CommandId, "consultation"),
                        course.Nomination.Id,
                        body,
                        on,
                        scope.Stamp.By,
                        scope.Now
                    )
                );
                return new CourseNote(NominationNoteKind.Entered, $"{Told.Day(on)}征求{body}部门意见", new { Body = body, AskedOn = on });
            },
            cancellationToken
        );

    /// <summary>A body answers.</summary>
    public Task<CommandOutcome> AnswerAsync(
        CourseStamp stamp,
        Guid consultationId,
        ConsultationAnswer answer,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(answer);
        return ChangeAsync(
            stamp,
            "nomination.consult-answer",
            (scope, course) =>
            {
                var consultation = course.Consultations.FirstOrDefault(c => c.Id == consultationId);
                Require.That(
                    new TheEntityExists("征求意见", consultation is not null),
                    new TheDayHasCome("回复日期", answer.On, ChinaDay.Of(scope.Now))
                );
                consultation!.Reply(answer);
                var until = answer.ValidUntil is { } last ? $"，有效期至 {Told.Day(last)}" : "";
                return new CourseNote(
                    NominationNoteKind.Entered,
                    $"{consultation.Body}部门{Told.Day(answer.On)}回复：{(answer.Agrees ? "同意" : "不同意")}{until}",
                    new
                    {
                        consultation.Body,
                        answer.On,
                        answer.Agrees,
                        answer.ValidUntil,
                        answer.File?.Sha256,
                    }
                );
            },
            cancellationToken
        );
    }

    /// <summary>Enters a fact that rules ask about, or corrects it.</summary>
    public Task<CommandOutcome> DeclareAsync(CourseStamp stamp, string key, FactTold told, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(told);
        return ChangeAsync(
            stamp,
            "nomination.declare",
            (scope, course) =>
            {
                if (course.Facts.FirstOrDefault(f => string.Equals(f.Key, key, StringComparison.Ordinal)) is { } fact)
                {
                    fact.Tell(told, scope.Stamp.By, scope.Now);
                }
                else
                {
                    scope.Db.NominationFacts.Add(new NominationFact(course.Nomination.Id, key, told, scope.Stamp.By, scope.Now));
                }

                return new CourseNote(
                    NominationNoteKind.Entered,
                    $"{key}：{told.Value}（依据：{told.Evidence}）",
                    new { Key = key, After = told }
                );
            },
            cancellationToken
        );
    }

    private Task<CommandOutcome> ChangeAsync(
        CourseStamp stamp,
        string action,
        Func<CommandScope, NominationCourse, CourseNote> change,
        CancellationToken cancellationToken
    ) =>
        CourseChange.RunAsync(
            transaction,
            stamp,
            action,
            (scope, course) =>
            {
                Require.That(new TheRoundIsOpen(course.Round.State), new ANominationIsNotSentOff(course.Nomination.Stage));
                course.Nomination.Touch();
                return Task.FromResult(change(scope, course));
            },
            cancellationToken
        );
}
