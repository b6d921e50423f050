using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Units;

/// <summary>How many people a unit had in a year, all below it included, as somebody counted them: what honours per thousand are reckoned with.</summary>
public sealed class Headcount
{
    /// <summary>The most that anybody may say: more than the whole group ever had.</summary>
    public const int Most = 2_000_000;

    /// <summary>Most UTF-16 units of the source.</summary>
    public const int LongestSource = 200;

    public Headcount(Guid unitId, int year, int number, string source, DateTimeOffset at)
    {
        Require.That(new TheYearOfAHeadcountIsPlausible(year, at), new AHeadcountIsAPlausibleNumber(number));
        (UnitId, Year, Number, Source, EnteredAt) = (unitId, year, number, CutText.To(source, LongestSource), at);
    }

    private Headcount() { }

    public Guid UnitId { get; private set; }

    public int Year { get; private set; }

    /// <summary>People.</summary>
    public int Number { get; private set; }

    /// <summary>Where the number comes from, such as a file's name.</summary>
    public string Source { get; private set; } = "";

    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>Somebody counted otherwise.</summary>
    public void Correct(int number, string source, DateTimeOffset at)
    {
        Require.That(new AHeadcountIsAPlausibleNumber(number));
        (Number, Source, EnteredAt) = (number, CutText.To(source, LongestSource), at);
    }
}

/// <summary>People are counted in years of the republic, not in advance.</summary>
public sealed class TheYearOfAHeadcountIsPlausible(int year, DateTimeOffset now) : IRule
{
    public bool Holds => year >= 1949 && year <= now.Year + 1;

    public string Advice => $"年度 {year} 不合理，请填写 1949 年至明年之间的年份。";
}

/// <summary>Nobody counts fewer people than none, or more than there are.</summary>
public sealed class AHeadcountIsAPlausibleNumber(int number) : IRule
{
    public bool Holds => number is >= 0 and <= Headcount.Most;

    public string Advice => $"人数 {number} 不合理，请核对。";
}
