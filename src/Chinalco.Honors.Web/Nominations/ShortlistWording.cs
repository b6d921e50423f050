using System.Globalization;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Nominations.Eligibility;
using Chinalco.Honors.Nominations.Programmes;
using Chinalco.Honors.Nominations.Shortlists;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>How shortlists are worded.</summary>
internal static class ShortlistWording
{
    public static string Of(Verdict verdict) =>
        verdict switch
        {
            Verdict.Eligible => ShortlistTexts.Eligible,
            Verdict.NearlyEligible => ShortlistTexts.Nearly,
            Verdict.NotYet => ShortlistTexts.NotYet,
            Verdict.Barred => ShortlistTexts.Barred,
            _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, message: null),
        };

    public static string Of(RuleOutcome outcome) =>
        outcome switch
        {
            RuleOutcome.Satisfied => ShortlistTexts.Satisfied,
            RuleOutcome.Unknown => ShortlistTexts.Unknown,
            RuleOutcome.Broken => ShortlistTexts.Broken,
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, message: null),
        };

    /// <summary>What somebody is ordered by: 省部级荣誉 2 项，最近 2023 年.</summary>
    public static string Of(Merit merit) =>
        merit.Highest is not { } level ? ShortlistTexts.NoHonour
        : merit.LatestYear is { } year
            ? ShortlistTexts.Merit.With(level.ToChinese(), merit.Honours, year.ToString(CultureInfo.InvariantCulture))
        : ShortlistTexts.MeritUndated.With(level.ToChinese(), merit.Honours);
}
