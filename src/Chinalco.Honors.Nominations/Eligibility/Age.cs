using System.Globalization;
using Chinalco.Honors.Domain;

namespace Chinalco.Honors.Nominations.Eligibility;

/// <summary>Whole years between a date that may be known to the year only and a day: the fewest and the most they can be.</summary>
internal readonly record struct YearsSince(int Least, int Most)
{
    public static YearsSince Of(PartialDate since, DateOnly on)
    {
        var first = new DateOnly(since.Year, since.Month ?? 1, since.Day ?? 1);
        var last =
            since.Day is not null ? first
            : since.Month is { } month ? new DateOnly(since.Year, month, DateTime.DaysInMonth(since.Year, month))
            : new DateOnly(since.Year, 12, 31);
        return new YearsSince(Whole(last, on), Whole(first, on));
    }

    public override string ToString() =>
        Least == Most ? Least.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Least}–{Most}");

    private static int Whole(DateOnly from, DateOnly on) => on.Year - from.Year - (on < from.AddYears(on.Year - from.Year) ? 1 : 0);
}
