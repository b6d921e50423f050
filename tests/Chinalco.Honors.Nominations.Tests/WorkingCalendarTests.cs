using System.Globalization;
using Chinalco.Honors.Nominations.Calendars;
using Chinalco.Honors.Nominations.Programmes;

namespace Chinalco.Honors.Nominations.Tests;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData("2024-02-04", true)] // a Sunday that is worked
    [InlineData("2024-02-12", false)] // Spring Festival, a Monday
    [InlineData("2024-02-18", true)]
    [InlineData("2024-10-12", true)]
    [InlineData("2025-01-27", true)] // the Monday before the festival
    [InlineData("2025-10-08", false)]
    [InlineData("2025-10-11", true)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-09-20", true)]
    [InlineData("2026-11-22", false)] // a Sunday
    [InlineData("2026-11-23", true)]
    public void It_knows_holidays_and_the_weekends_that_are_worked(string day, bool works) =>
        SeedFiles.Calendar.IsWorkingDay(Day(day)).ShouldBe(works);

    [Theory]
    [InlineData("2025-09-22", 5, "2025-09-28")] // Tuesday to Friday, then the Sunday that is worked
    [InlineData("2025-09-28", 5, "2025-10-11")] // Monday and Tuesday, then from the 9th on, the Saturday included
    [InlineData("2026-02-13", 1, "2026-02-14")]
    [InlineData("2026-11-20", 5, "2026-11-27")] // put up on a Friday: Monday to Friday
    public void A_publicity_ends_after_its_working_days_and_the_day_it_was_put_up_does_not_count(string posted, int days, string last) =>
        SeedFiles.Calendar.TermOf(Day(posted), days).ShouldBe(new PublicityTerm(Day(posted), Day(last), IsProvisional: false));

    [Fact]
    public void A_publicity_in_days_that_would_end_on_a_day_off_ends_on_the_next_working_day()
    {
        SeedFiles.Calendar.TermOfDays(Day("2026-09-24"), 7).LastDay.ShouldBe(Day("2026-10-08"));
        SeedFiles.Calendar.TermOfDays(Day("2026-11-16"), 7).LastDay.ShouldBe(Day("2026-11-23"));
    }

    [Fact]
    public void An_end_in_a_year_that_is_not_announced_yet_is_provisional()
    {
        var term = SeedFiles.Calendar.TermOf(Day("2026-12-30"), 5);

        term.IsProvisional.ShouldBeTrue();
        term.LastDay.ShouldBe(Day("2027-01-06"));
    }

    [Fact]
    public void The_worked_days_of_a_term_are_those_it_was_made_of()
    {
        var day = Day("2024-01-01");
        for (var i = 0; i < 1000; i++, day = day.AddDays(1))
        {
            var term = SeedFiles.Calendar.TermOf(day, 7);

            SeedFiles.Calendar.WorkedBetween(day, term.LastDay).ShouldBe(7);
            SeedFiles.Calendar.WorkedBetween(day, term.LastDay.AddDays(-1)).ShouldBe(6);
        }
    }

    [Theory]
    [InlineData("year: 2027\nsource: 某通知\nworkdays: [2027-01-04]", "不是周六或周日")]
    [InlineData("year: 2027\nsource: 某通知\nholidays: [{ name: 元旦, from: 2027-01-03, to: 2027-01-01 }]", "早于开始日期")]
    [InlineData("year: 2027\nsource: 某通知\nholidays: [{ name: 元旦, from: 2026-12-31 }]", "不是 2027 年的日期")]
    [InlineData("year: 2027\nholidays: []", "缺少年份")]
    [InlineData("year: 2027\nsource: 某通知\nfestivals: []", "第 3 行无法读懂")]
    [InlineData("", "文件是空的")]
    public void A_file_that_cannot_be_is_refused_with_its_place(string text, string advice) =>
        Should.Throw<NominationFileException>(() => CalendarFile.Read("2027.yaml", text)).Message.ShouldContain(advice);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
