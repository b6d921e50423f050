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
public sealed record PersonMention(int Start, int End, string Name, NameEvidence Evidence) : ITextRange;

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
        var places = new NamePlaces(text, units);
        var byForm = FindByForm(text, places, lexicon);
        byForm.AddRange(DottedNames(text, places));
        var wordLike = new WordLikeNames(text, places, lexicon).Find().ToList();
        var names = byForm.Select(mention => mention.Name).Concat(certain).ToHashSet(StringComparer.Ordinal);
        string[] everywhere = [.. names.Where(name => name.Length > 0)];

        var known = lexicon.FindPeople(text).Select(hit => new PersonMention(hit.Start, hit.End, hit.Values[0], NameEvidence.Known));
        var repeated = new WordTable(everywhere)
            .FindAll(text)
            .Select(hit => new PersonMention(hit.Start, hit.Start + hit.Length, everywhere[hit.Index], NameEvidence.Form));
        var candidates = known
            .Where(mention => names.Contains(mention.Name) || StandsFree(text, mention, places))
            .Concat(repeated)
            .Concat(byForm)
            .Concat(wordLike)
            .Where(mention => !places.IsInUnit(mention.Start));
        return Arrange(text.Length, candidates, lexicon);
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
        if (
            length == 0
            && end - from >= 3
            && text[end - 1] is '工' or '员' or '师' or '长'
            && AllHan(text.AsSpan(end - 3, 3))
            && !(end < text.Length && BelongsToNext(text.AsSpan(end - 1, 2)))
        )
        {
            return 1;
        }

        return length;
    }

    /// <summary>The 工 of 工区 and 工会 ends no post.</summary>
    private static bool BelongsToNext(ReadOnlySpan<char> pair) =>
        UnitDetector.SuffixLength(pair) == 2 || IsCommonWord(pair) || OtherWords.LengthAt(pair, 0) == 2;

    private static readonly WordSet OtherWords = new([
        "工作",
        "工程",
        "工人",
        "工艺",
        "工种",
        "工序",
        "工龄",
        "工资",
        "工时",
        "工具",
        "工装",
        "工期",
        "工匠",
        "工业",
        "师傅",
        "师徒",
        "员工",
        "长期",
        "长城",
        "长江",
        "长远",
        "长年",
        "长春",
        "长沙",
        "长安",
        "长久",
    ]);

    private static List<PersonMention> FindByForm(string text, NamePlaces places, Lexicon lexicon)
    {
        var found = new List<PersonMention>();
        var repetition = new NameRepetition(text, places);
        var unusual = new UnusualNames(text, places);
        for (var i = 0; i < text.Length; i++)
        {
            if (!places.MayBeginUnnoticed(i, out var strong))
            {
                if (unusual.At(i) is { } rare)
                {
                    found.Add(rare);
                    i = rare.End - 1;
                }

                continue;
            }

            var best = 0;
            var weight = 0;
            foreach (var length in LengthsAt(text, i))
            {
                if (i + length > text.Length)
                {
                    continue;
                }

                var name = text.AsSpan(i, length);
                var right = RightWeight(text, i + length, strong);
                var knows = lexicon.KnowsPerson(name);
                right = right > 0 && AllHan(name) && !IsOtherWord(name) && (strong || knows || !BeginsAsCommonWord(name)) ? right : 0;
                right = right == 0 && repetition.IsName(name) ? 2 : right;
                right += right > 0 && knows ? 3 : 0;
                if (right > weight)
                {
                    (best, weight) = (length, right);
                }
            }

            if (weight == 0 && BehindPost(text, i, places) is > 0 and var certain)
            {
                (best, weight) = (certain, 2);
            }

            if (PaddedEnd(text, i, strong) is { } padded)
            {
                found.Add(new(i, padded, text[i..padded].Replace(" ", "", StringComparison.Ordinal), NameEvidence.Form));
                i = padded - 1;
                continue;
            }

            if (weight > 1 || (weight == 1 && (strong || repetition.StandsAgain(i, best))))
            {
                found.Add(new(i, i + best, text.Substring(i, best), NameEvidence.Form));
                i += best - 1;
            }
        }

        return found;
    }

    /// <summary>Length of a name behind a post or a word of kinship, whatever follows: 徒弟宗泽远更了得; 0 where no name can stand.</summary>
    private static int BehindPost(string text, int start, NamePlaces places)
    {
        if (
            !Vocabulary.SingleSurnames.Contains(text[start])
            || (!places.IsBehindPost(start) && !places.IsBehindKin(start))
            || start + 3 > text.Length
        )
        {
            return 0;
        }

        var length = Function.Contains(text[start + 2]) ? 2 : 3;
        var name = text.AsSpan(start, length);
        return AllHan(name) && !IsOtherWord(name) && !BeginsAsCommonWord(name) && UnitDetector.SuffixLength(name) == 0 ? length : 0;
    }

    // No given name ends in these.
    private static readonly CharSet Function = new(
        "更很最太还也不没就又便已正都只才被把将对向从到在的是和与及或以因为于虽却则且并所能会可要想说看听走来去这那我你他她它们个位名次年月日获评拿得当"
    );

    /// <summary>艾山江·买买提: parts written by sound on both sides of a dot, from where a name may begin to where it may end.</summary>
    private static IEnumerable<PersonMention> DottedNames(string text, NamePlaces places)
    {
        for (var dot = text.IndexOf('·', StringComparison.Ordinal); dot > 0; dot = text.IndexOf('·', dot + 1))
        {
            var start = dot;
            while (start > 0 && dot - start < LongestPart && AllHan(text.AsSpan(start - 1, 1)) && text[start - 1] != '·')
            {
                start--;
                if (dot - start > 1 && places.MayBegin(start, out _))
                {
                    break;
                }
            }

            // 提 ends 买买提, and may begin a verb as well: of equal ends the longer name.
            var end = Enumerable
                .Range(dot + 3, LongestPart - 1)
                .Where(at => at <= text.Length && IsPartOfName(text.AsSpan(dot + 1, at - dot - 1)))
                .OrderByDescending(at => RightWeight(text, at, strong: true))
                .ThenByDescending(at => at)
                .FirstOrDefault(text.Length + 1);
            if (
                dot - start > 1
                && places.MayBegin(start, out _)
                && end <= text.Length
                && RightWeight(text, end, strong: true) > 0
                && AllHan(text.AsSpan(start, end - start))
            )
            {
                yield return new(start, end, text[start..end], NameEvidence.Form);
            }
        }
    }

    private static bool IsPartOfName(ReadOnlySpan<char> part)
    {
        foreach (var c in part)
        {
            if (Function.Contains(c))
            {
                return false;
            }
        }

        return AllHan(part) && !IsOtherWord(part);
    }

    /// <summary>No part of a name written by sound is longer.</summary>
    private const int LongestPart = 6;

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

    /// <summary>Lengths to try, the usual one first.</summary>
    internal static IEnumerable<int> LengthsAt(string text, int i)
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

    private static bool MayEnd(string text, int end, bool strong) => RightWeight(text, end, strong) > 0;

    /// <summary>How well a name may end here: 3 before a mark, 2 before a word of two characters, 1 before a particle, 0 not at all.</summary>
    internal static int RightWeight(string text, int end, bool strong) =>
        end >= text.Length || text[end] is '\n' or '。' or '，' or '；' or '：' or '、' or ' ' or '（' or '！' or '？' or '|' or '”' or '—'
            ? 3
        : Vocabulary.NameRight.LengthAt(text, end) > 1 ? 2
        : Vocabulary.NameRight.LengthAt(text, end) == 1
        && !(
            text[end] is '和' or '与'
            && (end + 1 >= text.Length || text[end + 1] is '”' or '）' or '，' or '。' or '、' or '；' or '\n' or ' ')
        )
        && (strong || text[end] is '的' or '说' or '获' or '被' or '和' or '与' or '是' or '在')
            ? 1
        : 0;

    /// <summary>A name of the registry needs less around it; a short one, or one that is a word besides, more than others.</summary>
    private static bool StandsFree(string text, PersonMention mention, NamePlaces places)
    {
        if (!places.MayBegin(mention.Start, out var strong))
        {
            return mention.Name.Length >= 3 && !IsOtherWord(mention.Name) && RightWeight(text, mention.End, strong: true) >= 2;
        }

        return IsOtherWord(mention.Name) ? strong && RightWeight(text, mention.End, strong) >= 2
            : IsCommonWord(mention.Name) ? MayEnd(text, mention.End, strong)
            : mention.Name.Length >= 3 || MayEnd(text, mention.End, strong) || places.IsBehindMark(mention.Start);
    }

    /// <summary>党费证 begins with a word of every day: no name, unless a post or kinship says so.</summary>
    private static bool BeginsAsCommonWord(ReadOnlySpan<char> name) =>
        IsCommonWord(name) || (name.Length == 3 && Vocabulary.DoubleSurnames.LengthAt(name, 0) == 0 && IsCommonWord(name[..2]));

    /// <summary>Whether the phrase is a word of every day besides.</summary>
    internal static bool IsCommonWord(ReadOnlySpan<char> phrase) => CommonWords.Contains(phrase);

    private static readonly System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CommonWords =
        Vocabulary.CommonWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Of overlapping mentions the known one wins, then the longer, then the earlier.</summary>
    private static ImmutableArray<PersonMention> Arrange(int textLength, IEnumerable<PersonMention> candidates, Lexicon lexicon)
    {
        var taken = new List<PersonMention>();
        var occupied = new bool[textLength];
        var ranked = candidates
            .Select(mention =>
                mention.Evidence == NameEvidence.Known || !lexicon.KnowsPerson(mention.Name)
                    ? mention
                    : mention with
                    {
                        Evidence = NameEvidence.Known,
                    }
            )
            .OrderBy(mention => mention.Evidence)
            .ThenByDescending(mention => mention.End - mention.Start)
            .ThenBy(mention => mention.Start);
        foreach (var mention in ranked)
        {
            var range = occupied.AsSpan(mention.Start, mention.End - mention.Start);
            if (!range.Contains(true))
            {
                range.Fill(true);
                taken.Add(mention);
            }
        }

        taken.Sort((a, b) => a.Start.CompareTo(b.Start));
        return [.. taken];
    }

    internal static bool IsOtherWord(ReadOnlySpan<char> phrase) =>
        Vocabulary.NotNames.LengthAt(phrase, 0) > 0
        || (phrase.Length == 3 && Vocabulary.PlainVerbs.LengthAt(phrase, 1) == 2)
        || Vocabulary.Positions.LengthAt(phrase, 0) >= 2
        || Vocabulary.Positions.LengthEndingAt(phrase, phrase.Length) >= 2
        || Vocabulary.ProjectSuffixes.LengthEndingAt(phrase, phrase.Length) >= 2
        || (phrase[^1] == '军' && phrase.Length > 2 && phrase[^2] is '冠' or '亚' or '季')
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
                or '等'
                or '也'
                or '都'
                or '又'
                or '还'
                or '就'
                or '便'
                or '却'
                or '曾'
                or '已'
                or '则'
                or '从'
                or '把'
                or '分'
                or '个';

    internal static bool AllHan(ReadOnlySpan<char> phrase)
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
}
