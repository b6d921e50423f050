using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Grains.Commands;

/// <summary>Reads the dates that commands carry as text.</summary>
internal static class ToldDate
{
    /// <summary>The date told; null when none was.</summary>
    /// <exception cref="RuleBrokenException">The text is no date.</exception>
    public static PartialDate? Of(string? text)
    {
        Require.That(new ADateIsAYearAMonthOrADay(text));
        return text is null ? null : PartialDate.Parse(text);
    }
}

/// <summary>A date is told as a year, a month or a day that exists.</summary>
public sealed class ADateIsAYearAMonthOrADay(string? text) : IRule
{
    public bool Holds => text is null || PartialDate.TryParse(text, out _);

    public string Advice => $"“{text}”不是有效的日期，请按 2019、2019-05 或 2019-05-01 的格式填写。";
}
