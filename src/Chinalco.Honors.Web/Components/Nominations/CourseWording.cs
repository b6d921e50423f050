using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Nominations.Eligibility;
using Chinalco.Honors.Web.Nominations;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Components.Nominations;

/// <summary>Puts the course of a nomination into the site's words.</summary>
internal static class CourseWording
{
    /// <summary>Who acts next, and what is to be done.</summary>
    public static string WhoActs(CourseView view) =>
        WhoActs(view.Course, view.NominatingUnit, view.Holder, view.Today, !view.PacketChanges.IsEmpty);

    /// <summary>Who acts next, and what is to be done.</summary>
    public static string WhoActs(WaitingLine line, DateOnly today) =>
        WhoActs(line.Course, line.NominatingUnit, line.Holder, today, !line.Changes.IsEmpty);

    /// <summary>When the first thing of a nomination ends; null once it is sent off.</summary>
    public static string? Due(WaitingLine line, DateOnly today) =>
        line.Due is not var (day, kind) ? null
        : kind == DueKind.Publicity ? CourseTexts.DuePublicity.With(Wording.Day(day))
        : kind == DueKind.Answer ? (day < today ? CourseTexts.DueAnswerPast : CourseTexts.DueAnswer).With(Wording.Day(day))
        : Deadline(day, today);

    /// <summary>How long the round still takes nominations.</summary>
    public static string Deadline(CourseView view) => Deadline(view.Course.Round.Deadline, view.Today);

    private static string Deadline(DateOnly day, DateOnly today)
    {
        var left = day.DayNumber - today.DayNumber;
        return left < 0 ? CourseTexts.DeadlinePast.With(Wording.Day(day), -left)
            : left == 0 ? CourseTexts.DeadlineToday.With(Wording.Day(day))
            : CourseTexts.DeadlineIn.With(Wording.Day(day), left);
    }

    public static string Of(RuleOutcome outcome) =>
        outcome switch
        {
            RuleOutcome.Satisfied => CourseTexts.Satisfied,
            RuleOutcome.Unknown => CourseTexts.Unknown,
            RuleOutcome.Broken => CourseTexts.Broken,
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, message: null),
        };

    /// <summary>How a publicity stands on a day.</summary>
    public static string Of(Publicity publicity, DateOnly today) =>
        publicity.TakenDownAt is not null ? CourseTexts.TakenDown
        : publicity.IsOverOn(today) ? CourseTexts.Over
        : publicity.IsUpOn(today) ? CourseTexts.Up
        : CourseTexts.NotYetUp;

    /// <summary>How a consultation stands on a day.</summary>
    public static string Of(Consultation consultation, DateOnly today) =>
        consultation.AnsweredOn is null ? CourseTexts.NotAnswered
        : consultation.Agrees == false ? CourseTexts.Disagrees
        : consultation.HoldsOn(today) ? CourseTexts.Agrees
        : CourseTexts.RanOut;

    public static string ClassOf(bool isGood) => isGood ? "badge in-force" : "badge warned";

    private static string WhoActs(NominationCourse course, string unit, string holder, DateOnly today, bool isChanged) =>
        course.Nomination.Stage switch
        {
            NominationStage.Draft => CourseTexts.ActsDraft.With(unit),
            NominationStage.UnitReview => CourseTexts.ActsReview.With(unit),
            NominationStage.Assembly => CourseTexts.ActsAssembly.With(unit),
            NominationStage.Publicity => WhoActsOnPublicity(course, unit, today),
            NominationStage.Consultation => WhoActsOnConsultation(course, unit, today),
            NominationStage.ReadyToSubmit => (course.HasPacketToSubmit && !isChanged ? CourseTexts.ActsSubmit : CourseTexts.ActsMake).With(
                unit
            ),
            NominationStage.Submitted => CourseTexts.ActsResult.With(holder),
            NominationStage.Decided => CourseTexts.IsDecided.With(course.Nomination.Outcome!.Value.ToChinese()),
            NominationStage.Withdrawn => CourseTexts.IsWithdrawn,
            _ => throw new ArgumentOutOfRangeException(nameof(course), course.Nomination.Stage, message: null),
        };

    private static string WhoActsOnPublicity(NominationCourse course, string unit, DateOnly today) =>
        course.ValidPublicities.LastOrDefault(p => p.IsUpOn(today)) is { } up
            ? CourseTexts.ActsUp.With(up.StageName, Wording.Day(up.Until), unit)
        : course.Objections.Any(o => o.AnsweredOn is null) ? CourseTexts.ActsObjection.With(unit)
        : course.LevelsToPutUp.FirstOrDefault() is { } next ? CourseTexts.ActsPutUp.With(unit, next.Name)
        : CourseTexts.ActsOn.With(unit);

    private static string WhoActsOnConsultation(NominationCourse course, string unit, DateOnly today)
    {
        var open = course.Programme.Consultations.Where(body => course.ConsultationOf(body)?.HoldsOn(today) != true).ToList();
        var asked = open.Where(body => course.ConsultationOf(body) is { AnsweredOn: null }).ToList();
        return open.Count == 0 ? CourseTexts.ActsOn.With(unit)
            : asked.Count == open.Count ? CourseTexts.ActsWaits.With(string.Join('、', asked))
            : CourseTexts.ActsAsk.With(unit, string.Join('、', open.Except(asked, StringComparer.Ordinal)));
    }
}
