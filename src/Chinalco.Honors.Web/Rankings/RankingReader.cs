using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Rankings;

/// <summary>A ranking's filter as addresses and forms carry it: texts.</summary>
/// <param name="Unit">An id, or any name that a unit bears or bore.</param>
public sealed record RankingWords(
    string? Unit = null,
    string? Tier = null,
    string? From = null,
    string? To = null,
    string? Family = null,
    string? Measure = null,
    string? Policy = null,
    string? Page = null
);

/// <param name="Unit">The unit below which is compared; null for the whole group.</param>
/// <param name="Notices">What could not be read and what was made of it, in Chinese.</param>
public sealed record ReadFilter(RankingFilter Filter, Named? Unit, ImmutableArray<string> Notices);

/// <summary>Reads filters with patience: what cannot be read is left out, and that is said.</summary>
public sealed class RankingReader(IHonorsDatabase database, RankingPolicies policies)
{
    public async Task<ReadFilter> ReadAsync(RankingWords words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(words);
        List<string> notices = [];
        var (from, to) = (Year(words.From, notices), Year(words.To, notices));
        if (from > to)
        {
            (from, to) = (to, from);
            notices.Add(UnitTexts.YearsSwapped);
        }

        var tier = UnitTierNames.FromChinese(words.Tier);
        Note(notices, words.Tier, tier is null, RankingTexts.TierUnknown);
        var family = AwardFamilyNames.FromChinese(words.Family);
        Note(notices, words.Family, family is null, RankingTexts.FamilyUnknown);
        var perThousand = string.Equals(words.Measure, RankingFilter.PerThousand, StringComparison.Ordinal);
        Note(notices, words.Measure, !perThousand && words.Measure is not "points", RankingTexts.MeasureUnknown);
        var policy = Text(words.Policy) is { } name && await policies.FindAsync(name, cancellationToken) is not null ? name : null;
        Note(notices, words.Policy, policy is null, RankingTexts.PolicyUnknown);
        var unit = await UnitAsync(words.Unit, cancellationToken);
        Note(notices, words.Unit, unit is null, RankingTexts.UnitUnknown);
        var page = int.TryParse(words.Page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1;
        return new ReadFilter(
            new RankingFilter(
                from,
                to,
                tier,
                unit?.Id,
                family,
                perThousand ? RankingMeasure.PerThousand : RankingMeasure.Points,
                policy,
                page
            ),
            unit,
            [.. notices.Distinct(StringComparer.Ordinal)]
        );
    }

    private static void Note(List<string> notices, string? told, bool isWrong, string notice)
    {
        if (Text(told) is { } text && isWrong)
        {
            notices.Add(notice.With(Wording.Shorten(text, 30)));
        }
    }

    private static string? Text(string? told) => string.IsNullOrWhiteSpace(told) ? null : told.Trim();

    private static int? Year(string? told, List<string> notices)
    {
        if (Text(told) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2200)
        {
            return year;
        }

        notices.Add(UnitTexts.YearIgnored);
        return null;
    }

    private async Task<Named?> UnitAsync(string? told, CancellationToken cancellationToken)
    {
        if (Text(told) is not { Length: <= Unit.LongestName } text)
        {
            return null;
        }

        var db = database.Open();
        await using (db)
        {
            var units = Guid.TryParse(text, out var id)
                ? db.Units.Where(u => u.Id == id)
                : db.Units.Where(u => u.Name == text || u.Names.Any(n => n.Name == text)).OrderBy(u => u.Tier).ThenBy(u => u.Id);
            return await units.Select(u => new Named(u.Id, u.Name)).FirstOrDefaultAsync(cancellationToken);
        }
    }
}
