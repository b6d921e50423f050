using System.Text.RegularExpressions;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>
/// Names that are everyday words besides (时光, 黄金, 高原): names in a text that introduces one of them as a person, or lets it speak.
/// </summary>
internal sealed partial class WordLikeNames(string text, NamePlaces places, Lexicon lexicon)
{
    private const int LeastPlaces = 2;
    private const int Context = 12;

    /// <summary>Their mentions.</summary>
    public IEnumerable<PersonMention> Find()
    {
        var words = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i + 2 <= text.Length; i++)
        {
            if (!places.MayBeginUnnoticed(i, out _))
            {
                continue;
            }

            for (var length = 2; length <= 3 && i + length <= text.Length; length++)
            {
                if (IsCandidate(text.AsSpan(i, length)) && MayEnd(i + length))
                {
                    (words.TryGetValue(text.Substring(i, length), out var found) ? found : words[text.Substring(i, length)] = []).Add(i);
                }
            }
        }

        return words
            .Where(word => IsPerson(word.Key, word.Value))
            .SelectMany(word => word.Value.Select(place => new PersonMention(place, place + word.Key.Length, word.Key, NameEvidence.Form)));
    }

    private static bool IsCandidate(ReadOnlySpan<char> word) =>
        (NameShape.IsCommonWord(word) || Vocabulary.NotNames.LengthAt(word, 0) == word.Length)
        && NameShape.AllHan(word)
        && !Groups.Contains(word[^1])
        && UnitDetector.SuffixLength(word) == 0
        && Vocabulary.Positions.LengthEndingAt(word, word.Length) == 0;

    // 顾客, 公司, 居民: what these end does things like a person.
    private static readonly CharSet Groups = new("民客长员友们者人生士师工家属众部委方组队班司团会局厂矿站所科处校");

    private bool MayEnd(int end) => NameShape.RightWeight(text, end, strong: true) > 0 || Human().IsMatch(Behind(end));

    private bool IsPerson(string word, List<int> at)
    {
        var introduced = at.Exists(place =>
            (places.IsBehindPost(place) || places.IsBehindKin(place) || Called().IsMatch(text[Math.Max(0, place - Context)..place]))
            && NameShape.RightWeight(text, place + word.Length, strong: true) >= 2
        );
        var speaks = at.Exists(place => Human().IsMatch(Behind(place + word.Length)));
        return at.Count >= LeastPlaces && (lexicon.KnowsPerson(word) ? introduced || speaks : introduced && speaks);
    }

    private string Behind(int end) => text[end..Math.Min(text.Length, end + Context)];

    [GeneratedRegex("(?:名叫|叫|名字是|就是)$")]
    private static partial Regex Called();

    [GeneratedRegex(
        "^(?:说|笑|坦言|回忆|介绍|告诉|记得|摇摇?头|摆摆?手|点点?头|今年[一二三四五六七八九十\\d]+岁|[一二三四五六七八九十]{1,3}岁|本人|师傅|同志|入厂|进厂|下井|退休|常说|总说|告诉|认为|觉得|从小|咧嘴|挠挠头|感慨)"
    )]
    private static partial Regex Human();
}
