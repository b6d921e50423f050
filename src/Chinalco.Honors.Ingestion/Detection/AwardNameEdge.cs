using System.Text.RegularExpressions;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>How far to the left of its head word the name of an award reaches.</summary>
internal static partial class AwardNameEdge
{
    private static readonly WordSet LeftStops = new(
        Vocabulary
            .ReceiveVerbs.Words.Concat(Vocabulary.ConferVerbs.Words)
            .Concat([
                "的",
                "了",
                "被",
                "和",
                "与",
                "及",
                "以及",
                "曾",
                "也",
                "又",
                "还",
                "由",
                "把",
                "向",
                "在",
                "对",
                "从",
                "将",
                "这",
                "该",
                "是",
                "为",
                "有",
                "系",
                "叫",
                "其中",
                "包括",
                "作为",
                "争当",
                "争做",
                "争创",
                "创建",
                "力争",
                "学习",
                "荣誉",
                "称号",
                "奖章获得者",
                "获得者",
                "得主",
                "同时",
                "名下",
                "拥有",
                "勇夺",
                "竞争",
                "推荐",
                "申报",
                "竞聘",
                "提名",
                "角逐",
                "表彰",
                "评选",
                "撤销",
                "取消",
                "收回",
                "原",
                "给",
                "颁发",
                "凭",
                "一面",
                "一块",
                "一枚",
                "一项",
                "这项",
                "等",
                "枚",
                "块",
                "面",
                "张",
                "名",
                "位",
                "次",
                "项",
                "届的",
                "以",
                "让",
                "使",
                "已",
                "却",
                "到",
                "于",
            ])
            .Concat(Vocabulary.PlainVerbs.Words)
    );

    public static bool StopsAt(string text, int end)
    {
        var length = LeftStops.LengthEndingAt(text, end);
        if (length == 0)
        {
            return false;
        }

        // 有色, 系统, 和谐, 名匠 …: the character belongs to the word that follows.
        var next = end < text.Length ? text[end] : '\0';
        return (length > 1 && !(next is '海' or '饶' && text[end - 1] == '上'))
            || text[end - 1] switch
            {
                '有' => next is not ('色' or '限'),
                '系' => next is not ('统' or '列'),
                '和' => next is not ('谐' or '平'),
                '使' => next is not ('命' or '用' or '者'),
                '以' => next is not ('旧' or '人'),
                '到' => next is not '位',
                '名' => next is not ('匠' or '师' or '牌' or '家'),
                '次' => next is not '日',
                '等' => end < 2 || text[end - 2] is not ('特' or '一' or '二' or '三' or '上' or '高' or '中' or '初' or '平'),
                '对' => next is not ('标' or '外'),
                '立' => false,
                '集' => false,
                '位' => end >= 2 && text[end - 2] is '这' or '那' or '一' or '两' or '三',
                '原' => end < 2 || text[end - 2] is not (>= '\u4e00' and <= '\u9fff'),
                '面' => end >= 2 && text[end - 2] is '一' or '这',
                '张' => false,
                '将' => next is not '士',
                '由' => end < 2 || text[end - 2] != '自',
                '给' => end < 2 || text[end - 2] != '供',
                '与' => end < 2 || text[end - 2] != '参',
                '项' => end >= 2 && text[end - 2] is not ('单' or '专' or '事'),
                '向' => end >= 2 && text[end - 2] is not ('方' or '导'),
                _ => true,
            };
    }

    public static bool Takes(string bracketed) =>
        bracketed.Length is > 0 and <= 20
        && !Gender().IsMatch(bracketed)
        && Vocabulary.AwardHeads.Keys.All(head => head.Length < 3 || !bracketed.EndsWith(head, StringComparison.Ordinal));

    public static bool IsNameCharacter(char c) =>
        c is (>= '\u4e00' and <= '\u9fff') or '—' or '·' or '-' or '+' || char.IsAsciiLetterOrDigit(c);

    [GeneratedRegex("^(?:男|女|追授|已故|追认|.族|待查|中)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Gender();
}
