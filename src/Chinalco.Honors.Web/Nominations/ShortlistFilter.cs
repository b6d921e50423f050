using System.Globalization;
using Chinalco.Honors.Nominations.Programmes;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>Which part of a shortlist is looked at.</summary>
/// <param name="Unit">The unit at the top; null for all of one's units in the round.</param>
/// <param name="Only">Those who are eligible, or those who nearly are; null for both.</param>
/// <param name="Page">From 1.</param>
public sealed record ShortlistFilter(Guid? Unit = null, Verdict? Only = null, int Page = 1)
{
    public const string Eligible = "eligible";
    public const string Nearly = "nearly";

    internal (string Name, string? Value)[] Parameters =>
        [("unit", Unit?.ToString()), ("only", OnlyWord), ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null)];

    /// <summary>As it stands in an address.</summary>
    internal string? OnlyWord =>
        Only switch
        {
            Verdict.Eligible => Eligible,
            Verdict.NearlyEligible => Nearly,
            _ => null,
        };

    /// <summary>Reads what an address says; what it does not understand bounds nothing.</summary>
    public static ShortlistFilter Read(string? unit, string? only, string? page) =>
        new(
            Guid.TryParse(unit, out var id) ? id : null,
            only switch
            {
                Eligible => Verdict.Eligible,
                Nearly => Verdict.NearlyEligible,
                _ => null,
            },
            int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1
        );
}
