using System.Buffers;
using System.Text.RegularExpressions;
using Chinalco.Honors.Ingestion.Reading;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>
/// Reads years and editions; of 2023—2024年度 the last year counts. The year in which somebody was born, joined or left (1975年出生) is no year of
/// an honour and is passed over.
/// </summary>
public static partial class YearReader
{
    /// <summary>The first year printed in the phrase with 年; null where there is none.</summary>
    public static int? First(string phrase) => OfHonours(phrase) is [var match, ..] ? Parse(match) : null;

    /// <summary>The last year printed in the phrase with 年; null where there is none.</summary>
    public static int? Last(string phrase) => OfHonours(phrase) is [.., var match] ? Parse(match) : null;

    /// <summary>The year the phrase begins with; null where it begins with something else.</summary>
    public static int? Leading(string phrase) =>
        HoldsYear(phrase) && Year().Match(phrase) is { Success: true, Index: 0 } match ? Parse(match) : null;

    /// <summary>The phrase without years, editions (第八届) and words like 年度.</summary>
    public static string Strip(string phrase) =>
        phrase.AsSpan().ContainsAny(Telling) ? Edition().Replace(Year().Replace(phrase, ""), "") : phrase;

    // Each year and each edition ends in one of these.
    private static readonly SearchValues<char> Telling = SearchValues.Create("年届批期次");

    private static bool HoldsYear(string phrase) => phrase.Contains('年', StringComparison.Ordinal);

    private static IReadOnlyList<Match> OfHonours(string phrase) =>
        HoldsYear(phrase) ? [.. Year().Matches(phrase).Where(match => !IsOfALife(phrase, match))] : [];

    private static bool IsOfALife(string phrase, Match match) =>
        phrase.AsSpan(0, match.Index).TrimEnd().EndsWith("生于", StringComparison.Ordinal)
        || LifeEvent().IsMatch(phrase.AsSpan(match.Index + match.Length));

    private static int? Parse(Match match) => PrintedNumber.Of(match.Groups["last"].ValueSpan);

    [GeneratedRegex(
        @"(?:(?:19|20)\d{2}\s*年?\s*(?:[—\-~～至]+|和|、)\s*)?(?<last>(?:19|20)\d{2})\s*年(?:度|全年|底|初|末)?(?:\d{1,2}月(?:\d{1,2}日)?)?",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Year();

    [GeneratedRegex("^[ ，]?(?:出生|生(?=[，。；、）]|$)|生于|入党|加入中国共产党|参加工作|参军|入伍|退伍|转业|入职|入厂|进厂|毕业|退休)")]
    private static partial Regex LifeEvent();

    [GeneratedRegex(
        @"第[一二三四五六七八九十百零〇\d]+(?:届|批次|批|期|次)|首届|首批|本届|历届|上届|新一届|^年度(?!人物)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Edition();
}
