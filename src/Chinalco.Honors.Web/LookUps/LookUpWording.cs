using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.LookUps;

/// <summary>Puts what became of a line into words.</summary>
internal static class LookUpWording
{
    public static string Of(LookUpOutcome outcome) =>
        outcome switch
        {
            LookUpOutcome.Found => LookUpTexts.OutcomeFound,
            LookUpOutcome.Unclear => LookUpTexts.OutcomeUnclear,
            LookUpOutcome.Missing => LookUpTexts.OutcomeMissing,
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, message: null),
        };

    public static string Of(LookUpWarning warning, int namesakes) =>
        warning switch
        {
            LookUpWarning.HasNamesakes => LookUpTexts.WarnNamesakes.With(namesakes),
            LookUpWarning.OtherName => LookUpTexts.WarnOtherName,
            LookUpWarning.OtherUnit => LookUpTexts.WarnOtherUnit,
            LookUpWarning.NumberUnknown => LookUpTexts.WarnNumber,
            _ => throw new ArgumentOutOfRangeException(nameof(warning), warning, message: null),
        };

    /// <summary>An honour in one phrase; null for none.</summary>
    public static string? Of(LookedUpHonour? honour) =>
        honour is null ? null
        : honour.Year is { } year ? LookUpTexts.HonourOfYear.With(honour.Award, year)
        : honour.Award;

    /// <summary>What the reader must know of the line.</summary>
    public static IEnumerable<string> Remarks(LookUpRow row)
    {
        foreach (var warning in row.Warnings)
        {
            yield return Of(warning, row.Namesakes);
        }

        if (row.Outcome == LookUpOutcome.Unclear)
        {
            yield return LookUpTexts.RemarkUnclear.With(
                row.Namesakes,
                string.Join(
                    HonourTexts.ListComma,
                    row.Candidates.Select(c => $"{c.Person.Unit ?? PeopleTexts.UnitUnknown} {c.Person.Position}".Trim())
                )
            );
        }

        if (row.Near.Length > 0)
        {
            yield return LookUpTexts.RemarkNear.With(
                string.Join(HonourTexts.ListComma, row.Near.Select(n => n.Unit is { } unit ? $"{n.Name}（{unit}）" : n.Name))
            );
        }
    }
}
