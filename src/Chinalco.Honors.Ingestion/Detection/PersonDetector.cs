using System.Collections.Immutable;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>How a name was recognised.</summary>
public enum NameEvidence
{
    /// <summary>The name stands in the registry.</summary>
    Known = 1,

    /// <summary>It has the form of a name and stands where names stand.</summary>
    Form = 2,
}

/// <summary>A person's name in a text.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">End, exclusive; a padding space inside the name is included.</param>
/// <param name="Name">The name, simplified and without padding.</param>
/// <param name="Evidence">How it was recognised.</param>
public sealed record PersonMention(int Start, int End, string Name, NameEvidence Evidence);

/// <summary>
/// Finds people: names of the registry where they stand free, and names by form (surname and one to three characters, or a name written
/// by sound) where a name is expected: after a post, a unit or a word of kinship, before a verb of speech or deed, in a list. A name
/// found once by form is then found everywhere in the text.
/// </summary>
public static class PersonDetector
{
    /// <summary>All mentions in text order.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="units">Units in it, whose ends make a name likely.</param>
    /// <param name="lexicon">The known people.</param>
    /// <param name="certain">Names that are known to be in this text, such as those of its authors.</param>
    public static ImmutableArray<PersonMention> Find(
        string text,
        ImmutableArray<UnitMention> units,
        Lexicon lexicon,
        IEnumerable<string> certain
    )
    {
        var unitEnds = units.SelectMany(unit => new[] { unit.AliasEnd, unit.End }).ToHashSet();
        var inUnits = units.SelectMany(unit => Enumerable.Range(unit.Start, unit.End - unit.Start)).ToHashSet();
        var byForm = FindByForm(text, unitEnds, inUnits, lexicon);
        var names = byForm.Select(mention => mention.Name).Concat(certain).ToHashSet(StringComparer.Ordinal);
        var everywhere = new AhoCorasick<string>(names.Order(StringComparer.Ordinal).Select(name => KeyValuePair.Create(name, name)));

        var known = lexicon.FindPeople(text).Select(hit => new PersonMention(hit.Start, hit.End, hit.Values[0], NameEvidence.Known));
        var repeated = everywhere.Find(text).Select(hit => new PersonMention(hit.Start, hit.End, hit.Values[0], NameEvidence.Form));
        var candidates = known
            .Where(mention => names.Contains(mention.Name) || StandsFree(text, mention, unitEnds))
            .Concat(repeated)
            .Concat(byForm)
            .Where(mention => !inUnits.Contains(mention.Start));
        return Arrange(candidates, lexicon);
    }

    /// <summary>Whether the whole phrase has the form of a name: two to four characters with a surname, or a name written by sound.</summary>
    public static bool LooksLikeName(ReadOnlySpan<char> phrase) =>
        phrase.Length is >= 2 and <= 8
        && AllHan(phrase)
        && !IsOtherWord(phrase)
        && (
            (Vocabulary.SingleSurnames.Contains(phrase[0]) && phrase.Length <= 3)
            || (Vocabulary.DoubleSurnames.LengthAt(phrase, 0) == 2 && phrase.Length is 3 or 4)
            || (Vocabulary.EthnicNames.LengthAt(phrase, 0) > 0 && phrase.Length <= 6)
            || phrase.Contains('·')
        );

    /// <summary>Length of the words that may stand directly before a name (post, kinship, bare 长 or 工 after a part of a unit); 0 for none.</summary>
    public static int IntroducerLength(string text, int end, int from = 0)
    {
        var length = Math.Max(Vocabulary.Positions.LengthEndingAt(text, end, from), Vocabulary.Relations.LengthEndingAt(text, end, from));
        length = Math.Max(length, Vocabulary.Apprentices.LengthEndingAt(text, end, from));
        if (length == 0 && end - from >= 3 && text[end - 1] is '工' or '员' or '师' or '长' && AllHan(text.AsSpan(end - 3, 3)))
        {
            return 1;
        }

        return length;
    }

    private static List<PersonMention> FindByForm(string text, HashSet<int> unitEnds, HashSet<int> insideUnits, Lexicon lexicon)
    {
        var found = new List<PersonMention>();
        HashSet<int> inUnits = [.. insideUnits, .. InsidePosts(text)];
        var repeated = RepeatedBeginnings(text, unitEnds, inUnits);
        for (var i = 0; i < text.Length; i++)
        {
            if (inUnits.Contains(i) || !MayBegin(text, i, unitEnds, out var strong))
            {
                continue;
            }

            var best = 0;
            var weight = 0;
            foreach (var length in LengthsAt(text, i).Where(length => i + length <= text.Length))
            {
                var name = text.AsSpan(i, length);
                var right = AllHan(name) && !IsOtherWord(name) ? RightWeight(text, i + length, strong) : 0;
                right = right == 0 && repeated.Contains(text.Substring(i, length)) ? 2 : right;
                right += right > 0 && !lexicon.PeopleNamed(text.Substring(i, length)).IsEmpty ? 3 : 0;
                if (right > weight)
                {
                    (best, weight) = (length, right);
                }
            }

            if (PaddedEnd(text, i, strong) is { } padded)
            {
                found.Add(new(i, padded, text[i..padded].Replace(" ", "", StringComparison.Ordinal), NameEvidence.Form));
                i = padded - 1;
                continue;
            }

            if (weight > 1 || (weight == 1 && (strong || IsRepeated(text, i, best))))
            {
                found.Add(new(i, i + best, text.Substring(i, best), NameEvidence.Form));
                i += best - 1;
            }
        }

        return found;
    }

    /// <summary>End of a name of two characters that print sets apart (童 远), after a post or a unit and before a mark.</summary>
    private static int? PaddedEnd(string text, int start, bool strong) =>
        strong
        && start + 2 < text.Length
        && text[start + 1] == ' '
        && Vocabulary.SingleSurnames.Contains(text[start])
        && text[start + 2] is >= '\u4e00' and <= '\u9fff'
        && RightWeight(text, start + 3, strong) == 3
            ? start + 3
            : null;

    /// <summary>Places inside a post: no name begins at 程 in 工程师.</summary>
    private static IEnumerable<int> InsidePosts(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            for (var inside = i + 1; inside < i + Vocabulary.Positions.LengthAt(text, i); inside++)
            {
                yield return inside;
            }
        }
    }

    /// <summary>
    /// Words with a surname that stand at least twice where a name may begin, once of these after a post, a unit or a word of kinship:
    /// names, whatever follows them. A longer one that stands as often as its beginning is the name.
    /// </summary>
    private static HashSet<string> RepeatedBeginnings(string text, HashSet<int> unitEnds, HashSet<int> inUnits)
    {
        var counts = new Dictionary<string, (int All, int Strong)>(StringComparer.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (inUnits.Contains(i) || !MayBegin(text, i, unitEnds, out var strong))
            {
                continue;
            }

            foreach (var length in LengthsAt(text, i).Where(length => i + length <= text.Length))
            {
                var name = text.AsSpan(i, length);
                if (AllHan(name) && !IsOtherWord(name))
                {
                    var count = counts.GetValueOrDefault(name.ToString());
                    counts[name.ToString()] = (count.All + 1, count.Strong + (strong ? 1 : 0));
                }
            }
        }

        return counts
            .Where(pair => pair.Value is { All: >= 2, Strong: >= 1 })
            .Where(pair =>
                !counts.Any(other =>
                    other.Key.Length > pair.Key.Length
                    && other.Key.StartsWith(pair.Key, StringComparison.Ordinal)
                    && other.Value.All == pair.Value.All
                )
            )
            .Select(pair => pair.Key)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A name that only a particle follows must stand a second time in the text.</summary>
    private static bool IsRepeated(string text, int start, int length) =>
        text.IndexOf(text.Substring(start, length), start + length, StringComparison.Ordinal) >= 0
        || text.LastIndexOf(text.Substring(start, length), Math.Max(0, start - 1), StringComparison.Ordinal) >= 0;

    /// <summary>Lengths to try, the usual one first.</summary>
    private static IEnumerable<int> LengthsAt(string text, int i)
    {
        if (Vocabulary.DoubleSurnames.LengthAt(text, i) == 2)
        {
            yield return 4;
            yield return 3;
        }

        if (Vocabulary.EthnicNames.LengthAt(text, i) > 0)
        {
            yield return 4;
            yield return 3;
            yield return 5;
            yield return 6;
            yield return 2;
        }
        else if (Vocabulary.SingleSurnames.Contains(text[i]))
        {
            yield return 3;
            yield return 2;
        }
    }

    /// <summary>Where a name may begin; <paramref name="strong"/> after a post, a unit or a word of kinship.</summary>
    private static bool MayBegin(string text, int i, HashSet<int> unitEnds, out bool strong)
    {
        strong = false;
        if (
            i == 0
            || text[i - 1]
                is '\n'
                    or '。'
                    or '，'
                    or '；'
                    or '：'
                    or '、'
                    or ' '
                    or '”'
                    or '（'
                    or '！'
                    or '？'
                    or '|'
                    or '.'
                    or '#'
                    or '*'
                    or '■'
                    or '▲'
                    or '□'
                    or '○'
        )
        {
            return true;
        }

        strong = unitEnds.Contains(i) || IntroducerLength(text, i, LineStart(text, i)) > 0;
        return strong || BeforeName.LengthEndingAt(text, i) > 0;
    }

    private static readonly WordSet BeforeName = new([
        "授予",
        "追授",
        "给予",
        "表彰",
        "由",
        "和",
        "与",
        "及",
        "是",
        "叫",
        "名叫",
        "的",
        "帮助",
        "指导",
        "培养",
        "助力",
        "说起",
        "提起",
        "记者",
        "作者",
        "通讯员",
        "摄影",
        "同志",
        "撤销",
        "取消",
        "使",
        "让",
        "跟",
        "向",
        "对",
        "为",
        "任",
        "学习",
        "像",
        "以",
        "收回",
        "鉴于",
        "经查",
        "原",
    ]);

    private static bool MayEnd(string text, int end, bool strong) => RightWeight(text, end, strong) > 0;

    /// <summary>How well a name may end here: 3 before a mark, 2 before a word of two characters, 1 before a particle, 0 not at all.</summary>
    private static int RightWeight(string text, int end, bool strong) =>
        end >= text.Length || text[end] is '\n' or '。' or '，' or '；' or '：' or '、' or ' ' or '（' or '！' or '？' or '|' or '”' or '—'
            ? 3
        : Vocabulary.NameRight.LengthAt(text, end) > 1 ? 2
        : Vocabulary.NameRight.LengthAt(text, end) == 1
        && (strong || text[end] is '的' or '说' or '获' or '被' or '和' or '与' or '是' or '在')
            ? 1
        : 0;

    private static bool StandsFree(string text, PersonMention mention, HashSet<int> unitEnds) =>
        !IsOtherWord(mention.Name)
        && (
            MayBegin(text, mention.Start, unitEnds, out var strong)
                ? MayEnd(text, mention.End, strong) || mention.Name.Length >= 3
                : mention.Name.Length >= 3 && RightWeight(text, mention.End, strong: true) >= 2
        );

    /// <summary>Of overlapping mentions the known one wins, then the longer, then the earlier.</summary>
    private static ImmutableArray<PersonMention> Arrange(IEnumerable<PersonMention> candidates, Lexicon lexicon)
    {
        var taken = new SortedDictionary<int, PersonMention>();
        var occupied = new HashSet<int>();
        var ranked = candidates
            .Select(mention => lexicon.PeopleNamed(mention.Name).IsEmpty ? mention : mention with { Evidence = NameEvidence.Known })
            .OrderBy(mention => mention.Evidence)
            .ThenByDescending(mention => mention.End - mention.Start)
            .ThenBy(mention => mention.Start);
        foreach (var mention in ranked)
        {
            var range = Enumerable.Range(mention.Start, mention.End - mention.Start);
            if (!range.Any(occupied.Contains))
            {
                occupied.UnionWith(range);
                taken.Add(mention.Start, mention);
            }
        }

        return [.. taken.Values];
    }

    private static bool IsOtherWord(ReadOnlySpan<char> phrase) =>
        Vocabulary.NotNames.LengthAt(phrase, 0) > 0
        || Vocabulary.Positions.LengthAt(phrase, 0) >= 2
        || Vocabulary.Positions.LengthEndingAt(phrase, phrase.Length) >= 2
        || Vocabulary.ProjectSuffixes.LengthEndingAt(phrase, phrase.Length) >= 2
        || phrase[^1]
            is '的'
                or '了'
                or '是'
                or '获'
                or '被'
                or '说'
                or '厂'
                or '部'
                or '省'
                or '市'
                or '县'
                or '队'
                or '班'
                or '奖'
                or '等';

    private static bool AllHan(ReadOnlySpan<char> phrase)
    {
        foreach (var c in phrase)
        {
            if (c is not ((>= '\u4e00' and <= '\u9fff') or '·'))
            {
                return false;
            }
        }

        return true;
    }

    private static int LineStart(string text, int i) => text.LastIndexOf('\n', Math.Max(0, i - 1)) + 1;
}
