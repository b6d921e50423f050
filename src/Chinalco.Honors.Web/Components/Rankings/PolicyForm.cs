using System.Globalization;
using System.Text;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Web.Components.Editing;
using Chinalco.Honors.Web.Rankings;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Components.Rankings;

/// <summary>A draft as it is typed: texts, so that what cannot be read stays on the page until it is put right.</summary>
internal sealed class PolicyForm
{
    public Dictionary<AwardLevel, string> Levels { get; private init; } = [];

    /// <summary>Factors, such as 1 or 1.2.</summary>
    public Dictionary<RecipientKind, string> Kinds { get; private init; } = [];

    public List<Age> Ages { get; private init; } = [];

    public SharedHonour Shared { get; set; }

    public bool OrderTurned { get; set; }

    public string Explanation { get; set; } = "";

    public string Note { get; set; } = "";

    /// <summary>A step by which honours fade: years, and percent that are kept.</summary>
    public sealed class Age
    {
        public string Years { get; set; } = "";

        public string Percent { get; set; } = "";
    }

    public static PolicyForm Of(RankingPolicyText text) =>
        new()
        {
            Levels = Enum.GetValues<AwardLevel>()
                .ToDictionary(l => l, l => RankingWeightWords.Points(text.Weights.Levels.GetValueOrDefault(l))),
            Kinds = Enum.GetValues<RecipientKind>()
                .ToDictionary(k => k, k => Number((decimal)text.Weights.Kinds.GetValueOrDefault(k) / RankingWeights.Whole)),
            Ages =
            [
                .. text.Weights.Ages.Select(a => new Age
                {
                    Years = a.FromYears.ToString(CultureInfo.InvariantCulture),
                    Percent = Number((decimal)a.PerMille / 10),
                }),
            ],
            Shared = text.Weights.Shared,
            OrderTurned = text.OrderTurned,
            Explanation = text.Explanation,
            Note = text.Note,
        };

    /// <exception cref="FieldRefusedException">A field is no number.</exception>
    public RankingPolicyText Read()
    {
        var levels = Levels.ToDictionary(l => l.Key, l => (long)Scaled(l.Key.ToChinese(), l.Value, RankingWeights.One));
        var kinds = Kinds.ToDictionary(k => k.Key, k => (int)Scaled(RankingWeightWords.Kind(k.Key), k.Value, RankingWeights.Whole));
        var ages = Ages.Select(a => new AgeStep(
            (int)Scaled(RankingTexts.AgeYears, a.Years, 1),
            (int)Scaled(RankingTexts.AgePercent, a.Percent.TrimEnd('%', '％'), 10)
        ));
        return new RankingPolicyText(
            new RankingWeights(
                System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(levels),
                System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(kinds),
                [.. ages],
                Shared
            ),
            OrderTurned,
            Explanation.ReplaceLineEndings("\n").Trim(),
            Note.Trim()
        );
    }

    private static string Number(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A number that people type, in the unit that is kept: whole, however fine the unit.</summary>
    private static decimal Scaled(string field, string? typed, long unit)
    {
        var plain = typed?.Normalize(NormalizationForm.FormKC).Trim() ?? "";
        return
            decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number <= 1_000_000
            && decimal.IsInteger(number * unit)
            ? number * unit
            : throw new FieldRefusedException(RankingTexts.NumberWrong.With(field, plain));
    }
}
