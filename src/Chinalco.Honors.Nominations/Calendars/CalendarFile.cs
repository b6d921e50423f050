using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Nominations.Programmes;

namespace Chinalco.Honors.Nominations.Calendars;

/// <summary>Reads a file with one year's holidays.</summary>
public static class CalendarFile
{
    /// <param name="name">Of the file, for messages.</param>
    /// <exception cref="NominationFileException">It is damaged, or says what cannot be.</exception>
    public static YearOfHolidays Read(string name, string text)
    {
        var told = NominationYaml.Read<Told>(name, text);
        if (told.Year is < 2000 or > 2100 || string.IsNullOrWhiteSpace(told.Source))
        {
            throw new NominationFileException(name, "缺少年份（year）或依据（source）。");
        }

        var off = ImmutableHashSet.CreateBuilder<DateOnly>();
        foreach (var holiday in told.Holidays)
        {
            var (from, to) = (Day(name, holiday.From, told.Year), Day(name, holiday.To ?? holiday.From, told.Year));
            if (to < from)
            {
                throw new NominationFileException(name, $"节日“{holiday.Name}”的结束日期早于开始日期。");
            }

            for (var day = from; day <= to; day = day.AddDays(1))
            {
                off.Add(day);
            }
        }

        var madeUp = told.Workdays.Select(day => Day(name, day, told.Year)).ToImmutableHashSet();
        return madeUp.FirstOrDefault(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) is var weekday
            && weekday != default
                ? throw new NominationFileException(name, $"调休上班日 {weekday:yyyy-MM-dd} 不是周六或周日。")
            : madeUp.FirstOrDefault(off.Contains) is var both && both != default
                ? throw new NominationFileException(name, $"{both:yyyy-MM-dd} 既是假日又是上班日。")
            : new YearOfHolidays(told.Year, told.Source, off.ToImmutable(), madeUp);
    }

    private static DateOnly Day(string file, string? text, int year) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year == year
            ? day
            : throw new NominationFileException(file, $"“{text}”不是 {year} 年的日期，请写成 {year}-01-31 这样的形式。");

    private sealed class Told
    {
        public int Year { get; set; }

        public string Source { get; set; } = "";

        public List<Holiday> Holidays { get; set; } = [];

        public List<string> Workdays { get; set; } = [];
    }

    private sealed class Holiday
    {
        public string Name { get; set; } = "";

        public string? From { get; set; }

        public string? To { get; set; }
    }
}
