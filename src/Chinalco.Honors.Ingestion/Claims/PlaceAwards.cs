using System.Buffers;
using System.Text.RegularExpressions;
using Chinalco.Honors.Ingestion.Detection;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>
/// What the places of a competition are rewarded with: 各工种第一名授予“技术状元”称号，第二、三名授予“技术能手”称号. The names stand in lines
/// with their places.
/// </summary>
internal sealed partial class PlaceAwards
{
    private readonly Dictionary<int, AwardMention> byPlace = [];

    /// <summary>Reads the whole article once.</summary>
    public PlaceAwards(ArticleScan scan)
    {
        if (!SpeaksOfPlaces(scan.Text))
        {
            return;
        }

        foreach (Match rule in Rule().Matches(scan.Text))
        {
            var behind = rule.Index + rule.Length;
            if (scan.AwardsIn(behind, Math.Min(scan.Text.Length, behind + Reach)) is [var award, ..] && award.Start <= behind + Gap)
            {
                foreach (var place in PlacesIn(rule.Groups["places"].Value))
                {
                    byPlace.TryAdd(place, award);
                }
            }
        }
    }

    private const int Reach = 40;
    private const int Gap = 14;
    private const int MostPlaces = 30;

    // What stands before 名 or 军 where a place is named.
    private static readonly SearchValues<char> Before = SearchValues.Create("一二三四五六七八九十0123456789冠亚季");

    /// <summary>The award of a place; null where none is promised.</summary>
    public AwardMention? this[int place] => byPlace.GetValueOrDefault(place);

    /// <summary>Whether the document says what places are rewarded with.</summary>
    public bool Any => byPlace.Count > 0;

    /// <summary>The places named in a line and what stands behind each, to the next: 冠军 某人；亚军 某人.</summary>
    public static IEnumerable<(int Place, string Behind)> In(string line)
    {
        var marks = Place().Matches(line);
        for (var i = 0; i < marks.Count; i++)
        {
            var from = marks[i].Index + marks[i].Length;
            var rest = line[from..(i + 1 < marks.Count ? marks[i + 1].Index : line.Length)];
            yield return (NumberOf(marks[i].Value), rest.Trim(' ', '：', '；', '，', '、', '|', '。'));
        }
    }

    /// <summary>Whether a place may be named at all: most articles name none and need no closer look.</summary>
    private static bool SpeaksOfPlaces(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny('名', '军'); at >= 0; )
        {
            if (at > 0 && Before.Contains(text[at - 1]))
            {
                return true;
            }

            var next = text[(at + 1)..].IndexOfAny('名', '军');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static IEnumerable<int> PlacesIn(string phrase)
    {
        if (First().Match(phrase) is { Success: true } first)
        {
            return Enumerable.Range(1, Math.Clamp(Number(first.Groups["n"].Value), 1, MostPlaces));
        }

        if (Span().Match(phrase) is { Success: true } span)
        {
            var from = Number(span.Groups["a"].Value);
            return Enumerable.Range(from, Math.Clamp(Number(span.Groups["b"].Value) - from + 1, 1, MostPlaces));
        }

        return Single().Matches(phrase).Select(match => NumberOf(match.Value));
    }

    private static int NumberOf(string place) =>
        place switch
        {
            "冠军" => 1,
            "亚军" => 2,
            "季军" => 3,
            _ => Number(place.Trim('第', '名')),
        };

    private static int Number(string text) => Segmentation.Marks.Number(text) ?? 0;

    [GeneratedRegex(
        "(?<places>前[一二三四五六七八九十\\d]+名|(?:第?[一二三四五六七八九十\\d]+名?[、和及至到—-])*第?[一二三四五六七八九十\\d]+名|(?:冠军|亚军|季军)(?:[、和及](?:冠军|亚军|季军))*)(?:的选手|的职工|选手|获得者|者)?(?:，)?(?:由[^，。；\n“]{2,14}|分别|均|各|将|被)*(?:授予|获评?|命名为|评为)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Rule();

    [GeneratedRegex("第(?:[一二三四五六七八九十]{1,3}|\\d{1,2})名|冠军|亚军|季军")]
    private static partial Regex Place();

    [GeneratedRegex("[一二三四五六七八九十]+|\\d+|冠军|亚军|季军")]
    private static partial Regex Single();

    [GeneratedRegex("^前(?<n>[一二三四五六七八九十\\d]+)名", RegexOptions.ExplicitCapture)]
    private static partial Regex First();

    [GeneratedRegex("第?(?<a>[一二三四五六七八九十\\d]+)名?[至到—-]第?(?<b>[一二三四五六七八九十\\d]+)名", RegexOptions.ExplicitCapture)]
    private static partial Regex Span();
}
