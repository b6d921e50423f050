using System.Buffers;
using System.Text.RegularExpressions;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Detection;

/// <summary>Finds the words that make a phrase an award: head words (劳动模范, 先锋号), names of the catalogue that end in none, praised roles (最美矿工).</summary>
internal sealed partial class AwardHeadFinder(Lexicon lexicon)
{
    // 获奖, 奖金: where one of these stands beside it, the single character 奖 names no award.
    private static readonly SearchValues<char> NeverBefore = SearchValues.Create(
        "获颁评得受领抽兑中发嘉褒拿到”）夺这项些此该无没大小有的个，、“类奖 \n"
    );
    private static readonly SearchValues<char> NeverBehind = SearchValues.Create("金状章励项杯牌学惩品池券赏级台旗评补罚优者");

    private readonly WordFinder<AwardHead> heads = new(
        Vocabulary
            .AwardHeads.Values.OrderBy(head => head.Word, StringComparer.Ordinal)
            .Concat(ListedNames(lexicon))
            .Select(head => KeyValuePair.Create(FoldedText.Skeleton(head.Word), head))
    );

    /// <summary>All of them; of those with the same end the longest.</summary>
    public IEnumerable<(int Start, int End, AwardHead Head)> Find(string text) => HeadsIn(text).Concat(PraisedRoles(text));

    /// <summary>Names of the catalogue that end in no head word are found as they are (云岭首席技师).</summary>
    private static IEnumerable<AwardHead> ListedNames(Lexicon lexicon) =>
        lexicon
            .Awards.Entries.SelectMany(entry => entry.Aliases.Prepend(entry.Name).Select(name => (name, entry)))
            .Where(pair =>
                pair.name.Length >= 4
                && pair.name.All(c => c is >= '\u4e00' and <= '\u9fff')
                && !pair.name.Contains("计划", StringComparison.Ordinal)
                && !pair.name.EndsWith('杯')
                && lexicon.Awards.Find(pair.name) == pair.entry
                && !Vocabulary.AwardHeads.Keys.Any(head => pair.name.EndsWith(head, StringComparison.Ordinal))
            )
            .Select(pair => new AwardHead(pair.name, pair.entry.Recipients is [var only] ? only : null, IsProject: false));

    /// <summary>Head words that stand for an award; of heads with the same end the longest.</summary>
    private IEnumerable<(int Start, int End, AwardHead Head)> HeadsIn(string text)
    {
        var last = -1;
        foreach (var hit in heads.Find(FoldedText.Skeleton(text)))
        {
            // A look-alike repair is trusted in long words only.
            var head = hit.Values[0];
            var literal = text.AsSpan(hit.Start, hit.Length).SequenceEqual(head.Word);
            if (hit.End != last && (literal || hit.Length >= 3) && IsAward(text, hit.Start, hit.End))
            {
                last = hit.End;
                yield return (hit.Start, hit.End, head);
            }
        }
    }

    /// <summary>优秀有色金属分析师, 最美青年矿工: a word of praise and a role, whatever stands between.</summary>
    private static IEnumerable<(int Start, int End, AwardHead Head)> PraisedRoles(string text)
    {
        foreach (Match match in PraisedRole().Matches(text))
        {
            if (IsAward(text, match.Index, match.Index + match.Length))
            {
                var kind =
                    match.Groups["unit"].Success ? RecipientKind.Unit
                    : match.Groups["team"].Success ? RecipientKind.Team
                    : RecipientKind.Person;
                yield return (match.Index, match.Index + match.Length, new(match.Value, kind, IsProject: false));
            }
        }
    }

    private static bool IsAward(string text, int start, int end)
    {
        if (
            end - start == 1
            && (start == 0 || NeverBefore.Contains(text[start - 1]) || (end < text.Length && NeverBehind.Contains(text[end])))
        )
        {
            return false;
        }

        return Vocabulary.HeadFollowers.LengthAt(text, end) == 0;
    }

    [GeneratedRegex(
        "(?:优秀|先进|十佳|十大|最美|最佳|最强|最受欢迎|杰出|卓越|金牌|王牌|模范|标杆|红旗|功勋|突出|优胜|优良|明星|星级|五星|示范|标兵|文明|和谐|诚信|荣誉(?=员工|职工|市民|村民|矿工|工人|教师))[\u4e00-\u9fa5]{0,9}?(?:(?<team>团队|集体|班组|班(?!组|子|级|次)|小组|车间|支部|科室|处室|项目部|工区|工段|作业区|机台|窗口|家庭|女职工组织|突击队|服务队|代表队|工作队)|(?<unit>单位|企业|组织(?![者工奖])|党委|工会|团委|公司|工厂|供应商|客户|承包商|承运商)|(?:分析师|工程师|设计师|技师|教师|讲师|培训师|导师|师傅|徒弟|裁判员|教练员?|通讯员|安全员|驾驶员|质检员|监督员|宣讲员|讲解员|辅导员|联络员|员工|职工|工人|矿工|青工|女工|党员|团员|队员|学员|管理者|志愿者|工作者|贡献者|建设者|奋斗者|劳动者|守护者|奉献者|创新者|推进者|组织者|参与者|实践者|追梦人|传承人|个人|青年|干部|选手|骨干|书记|经理|厂长|矿长|班长|组长|班组长|工长|带头人|领军人|科学家|企业家|代言人|人物|人才|新人|搭档|编剧|导演|作者|主播))(?![长员])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex PraisedRole();
}
