using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Chinalco.Honors.Data.Text;
using Chinalco.Honors.Domain.Awards;

namespace Chinalco.Honors.Web.Searching;

/// <summary>One word that is looked for.</summary>
/// <param name="Typed">As typed, without what surrounds it.</param>
/// <param name="Folded">Letters and digits alone.</param>
/// <param name="Pinyin">The word as unaccented pinyin or initials; null for anything but Latin letters.</param>
/// <param name="Year">The year that it names.</param>
/// <param name="Level">The level that it names.</param>
public sealed record SearchWord(string Typed, string Folded, string? Pinyin, int? Year, AwardLevel? Level)
{
    /// <summary>What terms may begin with.</summary>
    internal IEnumerable<string> Keys => Pinyin is null || Pinyin == Folded ? [Folded] : [Folded, Pinyin];
}

/// <summary>What somebody typed, read as words that must all match.</summary>
/// <param name="Text">The text, no longer than <see cref="Longest"/>.</param>
/// <param name="WasCut">Whether it was longer.</param>
/// <param name="LeftOut">Words beyond the most that are looked for.</param>
public sealed partial record SearchText(string Text, ImmutableArray<SearchWord> Words, bool WasCut, ImmutableArray<string> LeftOut)
{
    /// <summary>Longest text in UTF-16 units.</summary>
    public const int Longest = 100;

    /// <summary>Most words.</summary>
    public const int MostWords = 5;

    /// <summary>Whether there is something but nothing to look for: signs alone.</summary>
    public bool IsSignsOnly => Text.Length > 0 && Words.IsEmpty;

    public static SearchText Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        var wasCut = text.Length > Longest;
        if (wasCut)
        {
            text = text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
        }

        List<SearchWord> words =
        [
            .. Separated(text).Select(Word).Where(w => w.Folded.Length > 0).DistinctBy(w => w.Folded, StringComparer.Ordinal),
        ];
        words = JoinSyllables(words);
        return new SearchText(text, [.. words.Take(MostWords)], wasCut, [.. words.Skip(MostWords).Select(w => w.Typed)]);
    }

    private static string[] Separated(string text)
    {
        // A document's number is one word, whatever blanks and brackets are in it; a year alone in brackets is a word of its own.
        text = string.Concat(text.Select(unit => unit is >= '０' and <= '９' ? (char)(unit - '０' + '0') : unit));
        text = NumberOfDocument().Replace(text, "〔${year}〕${number}号 ");
        text = YearInBrackets().Replace(text, " ${year} ");
        return text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static readonly char[] Separators = [' ', '\u3000', '\t', '\r', '\n', '，', ',', '、', '；', ';', '|', '/', '+'];

    private static SearchWord Word(string typed)
    {
        var folded = SearchFold.Of(typed);
        return new SearchWord(typed, folded, PinyinOf(typed), YearOf(folded), LevelOf(folded));
    }

    /// <summary>Fù jūn, lü, lu:, LYU and lue are ways to write the letters that keyboards write fujun, lv and lve.</summary>
    private static string? PinyinOf(string typed)
    {
        var letters = new StringBuilder();
        foreach (var unit in typed.Replace("u:", "ü", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormKD))
        {
            switch (char.ToLowerInvariant(unit))
            {
                case >= 'a' and <= 'z' and var letter:
                    letters.Append(letter);
                    break;
                case '\u0308' when letters.Length > 0 && letters[^1] == 'u':
                    letters[^1] = 'v';
                    break;
                case '\'' or '’' or '-' or '·':
                    break;
                default:
                    if (CharUnicodeInfo.GetUnicodeCategory(unit) != UnicodeCategory.NonSpacingMark)
                    {
                        return null;
                    }

                    break;
            }
        }

        return letters.Length == 0 ? null : OtherSpelling().Replace(letters.ToString(), "${initial}v${end}");
    }

    private static int? YearOf(string folded) =>
        WholeYear().Match(folded) is { Success: true } match
            ? int.Parse(match.Groups["year"].Value, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;

    private static AwardLevel? LevelOf(string folded) => AwardLevelNames.FromChinese(folded) ?? AwardLevelNames.FromChinese(folded + "级");

    /// <summary>A reading typed syllable by syllable is one word.</summary>
    private static List<SearchWord> JoinSyllables(List<SearchWord> words)
    {
        List<SearchWord> joined = [];
        foreach (var word in words)
        {
            if (
                joined is [.., { Pinyin: { } before } last]
                && word.Pinyin is { } next
                && Readings.IsPinyin(before)
                && Readings.IsPinyin(next)
            )
            {
                joined[^1] = last with { Typed = $"{last.Typed} {word.Typed}", Folded = last.Folded + word.Folded, Pinyin = before + next };
            }
            else
            {
                joined.Add(word);
            }
        }

        return joined;
    }

    [GeneratedRegex(
        @"\s*[〔\[［(（【〖]\s*(?<year>(?:19|20)\d\d)\s*[〕\]］)）】〗]\s*第?\s*(?<number>\d+)\s*号?",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NumberOfDocument();

    [GeneratedRegex(
        @"[\[［(（【]\s*(?<year>(?:19|20)\d\d)\s*年?\s*[\]］)）】]",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex YearInBrackets();

    [GeneratedRegex("^(?<year>(?:19|20)[0-9]{2})(?:年度?)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WholeYear();

    // No syllable is spelt lyu, nyu, lue or nue.
    [GeneratedRegex("(?<initial>[ln])(?:yu|u(?=e))(?<end>)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OtherSpelling();
}
