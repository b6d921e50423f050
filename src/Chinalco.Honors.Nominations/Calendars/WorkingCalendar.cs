using System.Collections.Immutable;

namespace Chinalco.Honors.Nominations.Calendars;

/// <summary>The statutory holidays and made-up working days of one year, as the State Council announces them each autumn.</summary>
/// <param name="Source">The announcement.</param>
/// <param name="DaysOff">Every day off that the announcement names, weekends inside a holiday too.</param>
/// <param name="MadeUp">Saturdays and Sundays that are worked.</param>
public sealed record YearOfHolidays(int Year, string Source, ImmutableHashSet<DateOnly> DaysOff, ImmutableHashSet<DateOnly> MadeUp);

/// <summary>When a publicity (公示) ends.</summary>
/// <param name="Posted">The day it was put up, which does not count.</param>
/// <param name="LastDay">Its last day, to the end of which objections may come.</param>
/// <param name="IsProvisional">A year is touched whose holidays are not announced yet: only its weekends were left out, the end may move.</param>
public sealed record PublicityTerm(DateOnly Posted, DateOnly LastDay, bool IsProvisional);

/// <summary>Counts Chinese working days.</summary>
public sealed class WorkingCalendar
{
    // A publicity takes days, not years: what counts longer is a mistake.
    private const int MostDays = 366;

    private readonly ImmutableDictionary<int, YearOfHolidays> years;

    /// <exception cref="ArgumentException">A year twice.</exception>
    public WorkingCalendar(IEnumerable<YearOfHolidays> years) => this.years = years.ToImmutableDictionary(y => y.Year);

    /// <summary>The years whose holidays are known.</summary>
    public IEnumerable<int> Years => years.Keys.Order();

    /// <summary>Whether people work on the day, as far as it is known.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        years.TryGetValue(day.Year, out var known) && known.DaysOff.Contains(day)
            ? false
            : known?.MadeUp.Contains(day) == true || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The term of a publicity that was put up on a day: the day itself does not count, as for every term that the civil code counts in days.</summary>
    /// <param name="workingDays">At least one.</param>
    public PublicityTerm TermOf(DateOnly posted, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(workingDays, MostDays);
        var (day, left) = (posted, workingDays);
        while (left > 0)
        {
            day = day.AddDays(1);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return new PublicityTerm(posted, day, Enumerable.Range(posted.Year, day.Year - posted.Year + 1).Any(y => !years.ContainsKey(y)));
    }

    /// <summary>The term of a publicity that is counted in days whatever they are; one that would end on a day off ends on the next working day.</summary>
    /// <param name="days">At least one.</param>
    public PublicityTerm TermOfDays(DateOnly posted, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        var day = posted.AddDays(days);
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return new PublicityTerm(posted, day, Enumerable.Range(posted.Year, day.Year - posted.Year + 1).Any(y => !years.ContainsKey(y)));
    }

    /// <summary>How many working days of a term are over when a day has ended.</summary>
    public int WorkedBetween(DateOnly posted, DateOnly until)
    {
        var count = 0;
        for (var day = posted.AddDays(1); day <= until; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }
}
