using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Rankings;

/// <summary>Says in words what a ranking compares: the same on pages, in listeners' texts and on exports.</summary>
internal static class RankingWording
{
    public static string Period(RankingFilter filter) =>
        (filter.From, filter.To) switch
        {
            (null, null) => UnitTexts.WholePeriod,
            ({ } from, null) => RankingTexts.Since.With(from),
            (null, { } to) => RankingTexts.Until.With(to),
            ({ } from, { } to) when from == to => SiteTexts.Year.With(from),
            ({ } from, { } to) => RankingTexts.Years.With(from, to),
        };

    /// <summary>Which units are compared.</summary>
    /// <param name="unit">The unit below which; null for the whole group.</param>
    public static string Scope(RankingFilter filter, Named? unit)
    {
        var tier = filter.Tier?.ToChinese() ?? (unit is null ? UnitTexts.DefaultTiers : RankingTexts.DirectUnits);
        return unit is null ? RankingTexts.ScopeAll.With(tier) : RankingTexts.ScopeBelow.With(unit.Name, tier);
    }

    public static string Family(RankingFilter filter) => filter.Family?.ToChinese() ?? RankingTexts.AllFamilies;

    public static string Measure(RankingMeasure measure) =>
        measure == RankingMeasure.PerThousand ? RankingTexts.PerThousand : RankingTexts.Absolute;

    /// <summary>How a place changed: ▲2, ▼1, 持平 or 新.</summary>
    public static string Movement(int rank, int? before) =>
        before is not { } was ? RankingTexts.New
        : was > rank ? RankingTexts.Up.With(was - rank)
        : was < rank ? RankingTexts.Down.With(rank - was)
        : RankingTexts.Same;

    /// <summary>The same for listeners.</summary>
    public static string MovementSaid(int rank, int? before) =>
        before is not { } was ? RankingTexts.NewSaid
        : was > rank ? RankingTexts.UpSaid.With(was - rank, was)
        : was < rank ? RankingTexts.DownSaid.With(rank - was, was)
        : RankingTexts.SameSaid;

    public static string Interval(RankInterval interval) =>
        interval.Best == interval.Worst ? RankingTexts.Firm.With(interval.Best) : RankingTexts.Interval.With(interval.Best, interval.Worst);

    /// <summary>Points in millionths, to two decimals; what would be nothing then but is something, to the last digit.</summary>
    public static string Points(long points) =>
        points is > 0 and < 5000 ? RankingWeightWords.Points(points) : Wording.Points((decimal)points / RankingWeights.One);

    /// <summary>What an honour is divided by, and what it keeps, such as 100 ×80% ÷3; null where it is its level's points alone.</summary>
    public static string? Sum(CellRow row, RankingWeights weights)
    {
        var whole = RankingWeightWords.Points(weights.Levels.GetValueOrDefault(row.Level));
        var text = whole;
        var factor = weights.Kinds.GetValueOrDefault(row.Kind);
        text += factor == RankingWeights.Whole ? "" : " " + RankingWeightWords.Factor(factor);
        text += row.Kept == RankingWeights.Whole ? "" : " ×" + RankingWeightWords.Percent(row.Kept);
        text += weights.Shared == SharedHonour.Divided && row.Together > 1 ? $" ÷{row.Together}" : "";
        return text == whole ? null : text;
    }

    /// <summary>A cell of a breakdown.</summary>
    public static string Cell(RankingCell cell) =>
        string.Join(
            " · ",
            new[]
            {
                cell.Unknown ? HonourTexts.YearUnknown
                : cell.Year is { } year ? SiteTexts.Year.With(year)
                : null,
                cell.Level?.ToChinese(),
                cell.Kind is { } kind ? RankingWeightWords.Kind(kind) : null,
            }.Where(word => word is not null)
        )
            is { Length: > 0 } words
            ? words
            : RankingTexts.AllParts;
}
