using Chinalco.Honors.Domain;

namespace Chinalco.Honors.Web.Queries;

/// <summary>The day a tree is asked for.</summary>
internal static class UnitDay
{
    /// <summary>A day as told; a year or a month means its last day, when everything that happened in it has happened.</summary>
    public static PartialDate? Of(PartialDate? told) =>
        told is not { } date
            ? null
            : (date.Month, date.Day) switch
            {
                (null, _) => new PartialDate(date.Year, 12, 31),
                ({ } month, null) => new PartialDate(date.Year, month, DateTime.DaysInMonth(date.Year, month)),
                _ => date,
            };
}
