using System.Collections.Immutable;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>Where in a text a name may begin. Each place is judged once, and only where a character stands that names begin with.</summary>
internal sealed class NamePlaces
{
    private static readonly CharSet Beginnings = new(
        Vocabulary
            .DoubleSurnames.Words.Concat(Vocabulary.EthnicNames.Words)
            .Select(word => word[0])
            .Concat(Enumerable.Range(char.MinValue, char.MaxValue + 1).Select(code => (char)code).Where(Vocabulary.SingleSurnames.Contains))
    );

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
        "劳动模范",
        "劳模",
        "先进工作者",
        "标兵",
        "能手",
        "工匠",
        "状元",
        "获得者",
        "得主",
        "党员",
        "奖章",
        "先锋",
        "之星",
        "评选",
        "是",
        "如",
        "像",
        "推荐",
        "接替",
        "了",
        "给",
    ]);

    private static readonly int LongestIntroducer = Math.Max(
        3,
        Math.Max(Vocabulary.Positions.Longest, Math.Max(Vocabulary.Relations.Longest, Vocabulary.Apprentices.Longest))
    );

    private readonly string text;
    private readonly bool[] inUnit;
    private readonly bool[] unitEnd;
    private readonly bool[] inPost;
    private readonly Judgement[] judged;

    public NamePlaces(string text, ImmutableArray<UnitMention> units)
    {
        this.text = text;
        inUnit = new bool[text.Length];
        unitEnd = new bool[text.Length + 1];
        inPost = new bool[text.Length];
        judged = new Judgement[text.Length];
        foreach (var unit in units)
        {
            inUnit.AsSpan(unit.Start, unit.End - unit.Start).Fill(true);
            unitEnd[unit.AliasEnd] = true;
            unitEnd[unit.End] = true;
        }

        // No name begins at 程 in 工程师.
        for (var i = 0; i < text.Length; i++)
        {
            if (Vocabulary.Positions.LengthAt(text, i) is > 1 and var length)
            {
                inPost.AsSpan(i + 1, length - 1).Fill(true);
            }
        }
    }

    private enum Judgement : byte
    {
        Unknown,
        No,
        Yes,
        Strong,
    }

    /// <summary>Whether names begin with this character.</summary>
    public static bool IsBeginning(char c) => Beginnings.Contains(c);

    /// <summary>Whether the place belongs to the name of a unit.</summary>
    public bool IsInUnit(int place) => inUnit[place];

    /// <summary>Where a name nobody knows may begin: a character names begin with, and neither unit nor post around it.</summary>
    public bool MayBeginUnnoticed(int place, out bool strong)
    {
        strong = false;
        return Beginnings.Contains(text[place]) && !inUnit[place] && !inPost[place] && MayBegin(place, out strong);
    }

    /// <summary>Where a name may begin; <paramref name="strong"/> after a post, a unit or a word of kinship.</summary>
    public bool MayBegin(int place, out bool strong)
    {
        if (judged[place] == Judgement.Unknown)
        {
            judged[place] = Judge(place);
        }

        strong = judged[place] == Judgement.Strong;
        return judged[place] != Judgement.No;
    }

    /// <summary>Whether a post of at least two characters ends here and no unit or post goes on.</summary>
    public bool IsBehindPost(int place) =>
        !inUnit[place] && !inPost[place] && Vocabulary.Positions.LengthEndingAt(text, place, LineStart(place)) >= 2;

    /// <summary>Whether a word of kinship or apprenticeship ends here.</summary>
    public bool IsBehindKin(int place) =>
        !inUnit[place]
        && (
            Vocabulary.Apprentices.LengthEndingAt(text, place, LineStart(place)) >= 2
            || Vocabulary.Relations.LengthEndingAt(text, place, LineStart(place)) >= 2
        );

    private Judgement Judge(int i) =>
        IsBehindMark(i) ? Judgement.Yes
        : unitEnd[i] || NameShape.IntroducerLength(text, i, LineStart(i)) > 0 ? Judgement.Strong
        : BeforeName.LengthEndingAt(text, i) > 0 ? Judgement.Yes
        : Judgement.No;

    /// <summary>Whether a mark, a line break or the start of the text stands before the place.</summary>
    public bool IsBehindMark(int i) =>
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
                or '“'
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
                or '△'
                or '◇'
                or '◆'
                or '★'
                or '☆'
                or '○';

    /// <summary>Start of the line, or a place so far before that no introducing word reaches it.</summary>
    private int LineStart(int i)
    {
        var from = Math.Max(0, i - LongestIntroducer);
        return from + text.AsSpan(from, i - from).LastIndexOf('\n') + 1;
    }
}
