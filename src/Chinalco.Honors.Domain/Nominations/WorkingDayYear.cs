using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Nominations;

/// <summary>工作日历: the statutory holidays and made-up working days of one year, as YAML.</summary>
public sealed class WorkingDayYear
{
    /// <summary>Most UTF-16 units of the text.</summary>
    public const int LongestText = 8_000;

    public WorkingDayYear(int year, string text, Actor by, DateTimeOffset at)
    {
        Year = year;
        Import(text, by, at);
    }

    private WorkingDayYear() { }

    public int Year { get; private set; }

    public string Text { get; private set; } = "";

    public string ImportedBy { get; private set; } = "";

    public DateTimeOffset ImportedAt { get; private set; }

    /// <summary>Takes the year's days in, anew where they were known.</summary>
    /// <exception cref="RuleBrokenException">There is no text, or too much.</exception>
    public void Import(string text, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(by);
        Require.That(new TextIsGiven("工作日历", text, LongestText));
        (Text, ImportedBy, ImportedAt) = (text, by.Name, at);
    }
}
