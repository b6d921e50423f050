using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>What names of people look like, and what stands before and behind them.</summary>
public static class NameShape
{
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

    /// <summary>党费证 begins with a word of every day: no name, unless a post or kinship says so.</summary>
    internal static bool BeginsAsCommonWord(ReadOnlySpan<char> name) =>
        IsCommonWord(name) || (name.Length == 3 && Vocabulary.DoubleSurnames.LengthAt(name, 0) == 0 && IsCommonWord(name[..2]));

    /// <summary>Whether the phrase is a word of every day besides.</summary>
    internal static bool IsCommonWord(ReadOnlySpan<char> phrase) => CommonWords.Contains(phrase);

    private static readonly System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CommonWords =
        Vocabulary.CommonWords.GetAlternateLookup<ReadOnlySpan<char>>();

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

    /// <summary>Whether no given name ends in the character.</summary>
    internal static bool EndsNoName(char last) => Function.Contains(last);

    private static readonly CharSet Function = new(
        "更很最太还也不没就又便已正都只才被把将对向从到在的是和与及或以因为于虽却则且并所能会可要想说看听走来去这那我你他她它们个位名次年月日获评拿得当"
    );
}
