using System.Globalization;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Resources;

namespace Chinalco.Honors.Web.Rankings;

/// <summary>Reads which part of a unit's points an address names.</summary>
internal static class RankingCellWords
{
    /// <returns>What can be read, and in Chinese what cannot; null when everything can.</returns>
    public static (RankingCell Cell, string? Notice) Read(string? level, string? kind, string? year, string? undated, string? row)
    {
        var ofLevel = AwardLevelNames.FromChinese(level);
        RecipientKind? ofKind = Enum.GetValues<RecipientKind>()
            .Where(k => RankingWeightWords.Kind(k) == kind)
            .Cast<RecipientKind?>()
            .FirstOrDefault();
        int? ofYear =
            int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var told) && told is >= 1900 and <= 2200 ? told : null;
        var unknown = string.Equals(undated, "1", StringComparison.Ordinal);
        var page = int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1;
        var wrong =
            !string.IsNullOrEmpty(level) && ofLevel is null ? level
            : !string.IsNullOrEmpty(kind) && ofKind is null ? kind
            : !string.IsNullOrEmpty(year) && ofYear is null ? year
            : null;
        return (
            new RankingCell(ofLevel, ofKind, ofYear, unknown, page),
            wrong is null ? null : RankingTexts.CellUnknown.With(Wording.Shorten(wrong, 30))
        );
    }
}
