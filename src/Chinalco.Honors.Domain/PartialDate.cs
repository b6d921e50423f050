using System.Globalization;

namespace Chinalco.Honors.Domain;

/// <summary>A date known to the year, the month or the day: print and rosters often give no more than a year.</summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    /// <exception cref="ArgumentOutOfRangeException">No such date, or a day without a month.</exception>
    public PartialDate(int year, int? month = null, int? day = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1900);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2200);
        if (month is null && day is not null)
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, "A day needs a month.");
        }

        _ = new DateOnly(year, month ?? 1, day ?? 1);
        (Year, Month, Day) = (year, month, day);
    }

    public int Year { get; }

    public int? Month { get; }

    public int? Day { get; }

    public static PartialDate From(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>Reads <c>2019</c>, <c>2019-05</c> or <c>2019-05-01</c>.</summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static PartialDate Parse(string text)
    {
        int[] parts = [.. text.Split('-').Select(part => int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture))];
        return parts switch
        {
            [var year] => new(year),
            [var year, var month] => new(year, month),
            [var year, var month, var day] => new(year, month, day),
            _ => throw new FormatException($"'{text}' is no year, month or day."),
        };
    }

    /// <summary>ISO 8601, as precise as known; sorts as text in the order of time.</summary>
    public override string ToString() =>
        (Month, Day) switch
        {
            (null, _) => Year.ToString("0000", CultureInfo.InvariantCulture),
            ({ } month, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}"),
            ({ } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}-{day:00}"),
        };

    public int CompareTo(PartialDate other) => string.CompareOrdinal(ToString(), other.ToString());

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;
}
