using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Queries;

/// <summary>Says why somebody of the recipient's name may be the recipient, or may not.</summary>
internal static class CandidateReason
{
    /// <param name="unit">The candidate's unit as the registry has it.</param>
    public static (bool Fits, string Reason) Of(Finding finding, string? unit, string? position)
    {
        var printed = finding.UnitName ?? finding.UnitText;
        var sameUnit = Overlaps(printed, unit) || Overlaps(finding.UnitText, unit);
        var samePost = Overlaps(finding.Position, position);
        return (sameUnit, samePost, printed) switch
        {
            (true, true, _) => (true, ReviewTexts.SameUnitAndPost),
            (true, _, _) => (true, ReviewTexts.SameUnit),
            (_, true, _) => (true, ReviewTexts.SamePost),
            (_, _, null) => (false, ReviewTexts.NameOnly),
            _ when unit is null => (false, ReviewTexts.UnitNotKnown),
            _ => (false, ReviewTexts.OtherUnit),
        };
    }

    private static bool Overlaps(string? one, string? other) =>
        one is { Length: > 1 }
        && other is { Length: > 1 }
        && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal));
}
