using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Nominations.Calendars;
using Chinalco.Honors.Nominations.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Nominations;

/// <summary>
/// Shows a nomination to everybody, level by level. When a term ends is worked out once, when it begins; that it is over, everybody sees from
/// the day, without anybody doing anything.
/// </summary>
public sealed class PublicityCommands(CommandTransaction transaction)
{
    /// <summary>Puts the next level up. Its id follows from the command's.</summary>
    /// <param name="level">As the programme names it.</param>
    /// <param name="from">The day it is put up, which does not count.</param>
    public Task<CommandOutcome> PutUpAsync(
        CourseStamp stamp,
        string level,
        DateOnly from,
        string place,
        CancellationToken cancellationToken = default
    ) =>
        CourseChange.RunAsync(
            transaction,
            stamp,
            "nomination.publish",
            async (scope, course) =>
            {
                var (nomination, today) = (course.Nomination, ChinaDay.Of(scope.Now));
                var next = course.LevelsToPutUp.FirstOrDefault();
                Require.That(
                    new TheRoundIsOpen(course.Round.State),
                    new TheNominationStandsAt(nomination.Stage, NominationStage.Publicity),
                    new TheLevelIsTheNextToPutUp(level, next?.Name),
                    new TheLevelsBelowAreOver(
                        course.Programme.Publicity.TakeWhile(stage => stage != next).All(s => course.PublicityOf(s)!.Until < from)
                    ),
                    new APublicityBeginsInItsStage(from, ChinaDay.Of(nomination.StageSince), today)
                );
                var until = await LastDayAsync(scope.Db, next!, from, cancellationToken);
                var facts = new PublicityFacts(level, from, next!.Days, next.InWorkingDays, until, place);
                nomination.Touch();
                scope.Db.Publicities.Add(
                    new Publicity(DerivedId.From(scope.Stamp.CommandId, "publicity"), nomination.Id, facts, scope.Stamp.By, scope.Now)
                );
                return new CourseNote(
                    NominationNoteKind.Entered,
                    $"“{level}”公示：{Told.Day(from)}起 {next.Days} 个{(next.InWorkingDays ? "工作日" : "自然日")}，到 {Told.Day(until)}",
                    facts
                );
            },
            cancellationToken
        );

    /// <summary>Takes a publicity down before its end, for the stamp's reason: the level has to be put up again.</summary>
    public Task<CommandOutcome> TakeDownAsync(CourseStamp stamp, Guid publicityId, CancellationToken cancellationToken = default) =>
        CourseChange.RunAsync(
            transaction,
            stamp,
            "nomination.take-down",
            (scope, course) =>
            {
                var (publicity, reason) = (Find(course, publicityId), scope.Stamp.Reason);
                Require.That(new TextIsGiven("撤下理由", reason, NominationNote.LongestText));
                publicity.TakeDown(ChinaDay.Of(scope.Now), scope.Now);
                course.Nomination.Touch();
                return Task.FromResult(
                    new CourseNote(
                        NominationNoteKind.Entered,
                        $"“{publicity.StageName}”公示提前撤下：{reason}",
                        new { publicity.StageName, publicity.From }
                    )
                );
            },
            cancellationToken
        );

    /// <summary>Enters what somebody has against it. Its id follows from the command's.</summary>
    public Task<CommandOutcome> ObjectAsync(CourseStamp stamp, ToldObjection told, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(told);
        return CourseChange.RunAsync(
            transaction,
            stamp,
            "nomination.object",
            (scope, course) =>
            {
                var publicity = Find(course, told.PublicityId);
                Require.That(
                    new AnObjectionComesAfterTheBeginning(publicity.From, told.ReceivedOn),
                    new TheDayHasCome("收到日期", told.ReceivedOn, ChinaDay.Of(scope.Now))
                );
                scope.Db.Objections.Add(
                    new Objection(
                        DerivedId.From(scope.Stamp.CommandId, "objection"),
                        publicity.Id,
                        told.Text,
                        told.ReceivedOn,
                        told.Channel,
                        scope.Stamp.By,
                        scope.Now
                    )
                );
                course.Nomination.Touch();

                // What was objected stands in the objection itself, not in notes or the trail.
                return Task.FromResult(
                    new CourseNote(
                        NominationNoteKind.Entered,
                        $"“{publicity.StageName}”公示收到异议（{told.Channel}，{Told.Day(told.ReceivedOn)}）",
                        new
                        {
                            publicity.StageName,
                            told.ReceivedOn,
                            told.Channel,
                        }
                    )
                );
            },
            cancellationToken
        );
    }

    /// <summary>Answers an objection.</summary>
    public Task<CommandOutcome> ReplyAsync(
        CourseStamp stamp,
        Guid objectionId,
        string answer,
        bool upheld,
        CancellationToken cancellationToken = default
    ) =>
        CourseChange.RunAsync(
            transaction,
            stamp,
            "nomination.objection-answer",
            (scope, course) =>
            {
                var objection = course.Objections.FirstOrDefault(o => o.Id == objectionId);
                Require.That(new TheEntityExists("异议", objection is not null));
                objection!.Reply(answer, ChinaDay.Of(scope.Now), upheld);
                course.Nomination.Touch();
                return Task.FromResult(
                    new CourseNote(
                        NominationNoteKind.Entered,
                        $"{Told.Day(objection.ReceivedOn)}收到的异议已处理：{(upheld ? "成立" : "不成立")}",
                        new { objection.ReceivedOn, Upheld = upheld }
                    )
                );
            },
            cancellationToken
        );

    /// <summary>The last day of a level's term by the calendars of the registry.</summary>
    /// <exception cref="RuleBrokenException">The term touches a year whose holidays are not imported.</exception>
    internal static async Task<DateOnly> LastDayAsync(
        HonorsContext db,
        PublicityStage stage,
        DateOnly from,
        CancellationToken cancellationToken
    )
    {
        var texts = await db.WorkingDayYears.AsNoTracking().ToListAsync(cancellationToken);
        var calendar = new WorkingCalendar(texts.Select(y => CalendarFile.Read($"{y.Year}", y.Text)));
        var term = stage.InWorkingDays ? calendar.TermOf(from, stage.Days) : calendar.TermOfDays(from, stage.Days);
        var years = Enumerable.Range(from.Year, term.LastDay.Year - from.Year + 1);
        Require.That(new TheCalendarOfTheYearIsKnown([.. years.Except(calendar.Years)]));
        return term.LastDay;
    }

    private static Publicity Find(NominationCourse course, Guid id)
    {
        var publicity = course.Publicities.FirstOrDefault(p => p.Id == id);
        Require.That(new TheEntityExists("公示", publicity is not null));
        return publicity!;
    }
}

/// <summary>What is entered of an objection.</summary>
/// <param name="Channel">来信, 来访, 电话 …; who objected is not kept.</param>
public sealed record ToldObjection(Guid PublicityId, string Text, DateOnly ReceivedOn, string Channel);
