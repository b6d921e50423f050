using System.Globalization;
using Chinalco.Honors.Domain.Awards;

namespace Chinalco.Honors.Domain.Ranking;

/// <summary>All weights of a policy in Chinese, a line each: for the trail, exports and pages, which must not differ.</summary>
public static class RankingWeightWords
{
    public static IReadOnlyList<string> Of(RankingWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return [Levels(weights), Kinds(weights), Shared(weights.Shared), Ages(weights)];
    }

    /// <summary>Points of each level.</summary>
    public static string Levels(RankingWeights weights) =>
        "每项分值："
        + string.Join("，", Enum.GetValues<AwardLevel>().Select(l => $"{l.ToChinese()} {Points(weights.Levels.GetValueOrDefault(l))} 分"));

    /// <summary>Factors of the kinds of recipients.</summary>
    public static string Kinds(RankingWeights weights) =>
        "获得者系数："
        + string.Join("，", Enum.GetValues<RecipientKind>().Select(k => $"{Kind(k)} {Factor(weights.Kinds.GetValueOrDefault(k))}"));

    /// <summary>What several recipients of one honour bring.</summary>
    public static string Shared(SharedHonour shared) =>
        shared switch
        {
            SharedHonour.Divided => "共同获得：平均分摊",
            SharedHonour.FullToEach => "共同获得：各计全分",
            _ => throw new ArgumentOutOfRangeException(nameof(shared), shared, message: null),
        };

    /// <summary>How honours fade.</summary>
    public static string Ages(RankingWeights weights) =>
        weights.Ages.IsEmpty
            ? "年限折算：不折算"
            : "年限折算："
                + string.Join(
                    "，",
                    weights.Ages.Select(a => $"满 {a.FromYears.ToString(CultureInfo.InvariantCulture)} 年计 {Percent(a.PerMille)}")
                )
                + "，年份不详的按最久计";

    public static string Kind(RecipientKind kind) =>
        kind switch
        {
            RecipientKind.Person => "个人",
            RecipientKind.Team => "集体",
            RecipientKind.Unit => "单位",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    /// <summary>Millionths of a point in points.</summary>
    public static string Points(long points) => ((decimal)points / RankingWeights.One).ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Per mille as a factor, such as ×1.2.</summary>
    public static string Factor(int perMille) =>
        "×" + ((decimal)perMille / RankingWeights.Whole).ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Per mille in percent, such as 80%.</summary>
    public static string Percent(int perMille) => ((decimal)perMille / 10).ToString("0.#", CultureInfo.InvariantCulture) + "%";
}
