using System.Globalization;
using System.Text.Json.Serialization;

namespace Chinalco.Honors.Domain;

/// <summary>A date known to the year, the month or the day: print and rosters often give no more than a year. In JSON it is its text.</summary>
[JsonConverter(typeof(PartialDateJson))]
public readonly record struct PartialDate : IComparable<PartialDate>
{
    private const int Earliest = 1900;
    private const int Latest = 2200;

    /// <exception cref="ArgumentOutOfRangeException">No such date, or a day without a month.</exception>
    public PartialDate(int year, int? month = null, int? day = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, Earliest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, Latest);
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
    /// <exception cref="FormatException">The text is none of these, or no such date exists.</exception>
    public static PartialDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is no year, month or day.");

    /// <summary>Reads <c>2019</c>, <c>2019-05</c> or <c>2019-05-01</c>; anything else is no date.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        int[] parts = [.. (text ?? "").Split('-').Select(NumberOf)];
        var (year, month, day) = parts switch
        {
            [var y] => (y, 1, 1),
            [var y, var m] => (y, m, 1),
            [var y, var m, var d] => (y, m, d),
            _ => default,
        };
        if (year is < Earliest or > Latest || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new PartialDate(year, parts.Length > 1 ? month : null, parts.Length > 2 ? day : null);
        return true;
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

    /// <summary>Whether this date is certainly later: what is known of both, cut to the less precise one, says so. May 2019 is not later than 2019.</summary>
    public bool IsCertainlyAfter(PartialDate other)
    {
        var (mine, others) = (ToString(), other.ToString());
        var known = Math.Min(mine.Length, others.Length);
        return string.CompareOrdinal(mine, 0, others, 0, known) > 0;
    }

    private static int NumberOf(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
