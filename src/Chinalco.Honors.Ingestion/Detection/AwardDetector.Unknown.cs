using System.Buffers;
using System.Text.RegularExpressions;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Detection;

/// <content>Awards whose names end in no known word: quoted names and the objects of verbs that govern nothing but awards.</content>
public sealed partial class AwardDetector
{
    /// <summary>A quoted name is looked for this far behind a verb of its clause.</summary>
    private const int VerbReach = 22;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create("，。；：！？\n");
    private static readonly SearchValues<char> NotInName = SearchValues.Create("“，。；：！？\n");

    /// <summary>Verbs that govern nothing but titles and prizes.</summary>
    private static readonly WordSet TitleVerbs = new([
        "被评为",
        "被评选为",
        "评选为",
        "获评为",
        "获评",
        "评为",
        "荣膺",
        "荣获",
        "喜获",
        "获颁",
        "获授",
        "被授予",
        "授予",
        "追授",
        "被命名为",
        "命名为",
        "被表彰为",
        "表彰为",
        "当选为",
        "当选",
        "获选",
        "入选",
        "荣登",
        "跻身",
    ]);

    /// <summary>Quoted names of no known form, with 称号 or 奖 behind them or a verb of giving or receiving in their clause.</summary>
    private IEnumerable<AwardMention> QuotedNames(string text, bool[] taken)
    {
        for (var open = text.IndexOf('“', StringComparison.Ordinal); open >= 0; open = text.IndexOf('“', open + 1))
        {
            var close = text.IndexOf('”', open, Math.Min(text.Length - open, 28));
            var content = close < 0 ? "" : text[(open + 1)..close];
            if (content.Length is < 3 or > 24 || content.AsSpan().ContainsAny(NotInName) || taken.AsSpan(open, close - open).Contains(true))
            {
                continue;
            }

            var behind = text[(close + 1)..Math.Min(text.Length, close + 12)];
            var start = OwnerBefore(text, open, []);
            var titled = AwardWordBehind().IsMatch(behind);
            var tied =
                Vocabulary.ReceiveVerbs.LengthEndingAt(text, open) >= 2
                || (start < open && Vocabulary.ReceiveVerbs.LengthEndingAt(text, start) > 0)
                || IsGiven(text, open, behind);
            if ((titled || (tied && !OtherThing().IsMatch(content))) && Vocabulary.Nicknames.LengthEndingAt(text, open) == 0)
            {
                var named = AwardNaming.Name(Clean(text[start..(close + 1)]), owners, lexicon.Awards);
                if (named.Core.Length > 0)
                {
                    yield return new(start, close + 1, named.Printed, named.Core, named.Owner, named.Year, Head: null, named.Entry)
                    {
                        Quoted = true,
                    };
                }
            }
        }
    }

    /// <summary>拿了公司“…”, 领过某厂“…”, 把“…”给了他: the verb stands in the clause of the name.</summary>
    private static bool IsGiven(string text, int open, string behind)
    {
        var from = Math.Max(0, open - VerbReach);
        var clause = text[(from + text.AsSpan(from, open - from).LastIndexOfAny(ClauseMarks) + 1)..open];
        return GivenAway().IsMatch(behind)
            ? clause.Contains('把', StringComparison.Ordinal) || clause.Contains('将', StringComparison.Ordinal)
            : Received().IsMatch(clause);
    }

    /// <summary>被评为某公司生产建设功臣模范: what stands between such a verb and the end of the clause, where no known word is in it.</summary>
    private IEnumerable<AwardMention> NamesBehindVerbs(string text, bool[] taken)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('被' or '评' or '获' or '荣' or '喜' or '授' or '追' or '命' or '表' or '当' or '入' or '跻'))
            {
                continue;
            }

            var verb = TitleVerbs.LengthAt(text, i);
            if (verb == 0)
            {
                continue;
            }

            var start = i + verb;
            var end = start;
            while (end < text.Length && end - start < LongestName && AwardNameEdge.IsNameCharacter(text[end]))
            {
                end++;
            }

            if (
                IsPhraseEnd(text, end)
                && ObjectOf(text, start, end, needsTitle: verb == 2 && text[i] is '授' or '追' or '入' or '跻' or '当') is { } mention
                && !taken.AsSpan(mention.Start, mention.End - mention.Start).Contains(true)
            )
            {
                yield return mention;
            }

            i = start - 1;
        }
    }

    private AwardMention? ObjectOf(string text, int start, int end, bool needsTitle)
    {
        var phrase = text[start..end];
        var title = TitleWord().Match(phrase);
        if (needsTitle && !title.Success)
        {
            return null;
        }

        var printed = title.Success ? phrase[..title.Index] : phrase;
        var lead = printed.LastIndexOf('的') + 1;
        if (lead >= printed.Length)
        {
            return null;
        }

        var named = AwardNaming.Name(printed[lead..], owners, lexicon.Awards);
        return
            named.Core.Length is >= 3 and <= 16
            && !OtherThing().IsMatch(named.Core)
            && !IsRank(named.Core)
            && owners.ReadWhole(named.Core) is null
            ? new(
                start + lead + named.Dropped,
                start + printed.Length,
                named.Printed,
                named.Core,
                named.Owner,
                named.Year,
                Head: null,
                named.Entry
            )
            : null;
    }

    /// <summary>高级工程师 and 党代表 are posts, which are obtained but are no honours.</summary>
    private static bool IsRank(string core) => Vocabulary.Positions.LengthEndingAt(core, core.Length) > 0 && !Praise().IsMatch(core);

    private static bool IsPhraseEnd(string text, int end) =>
        end >= text.Length || text[end] is '，' or '。' or '；' or '、' or '！' or '？' or '\n' or '（' or '”' or ' ';

    /// <summary>Which characters belong to the awards found so far.</summary>
    private static bool[] Taken(string text, List<AwardMention> found)
    {
        var taken = new bool[text.Length];
        foreach (var mention in found)
        {
            taken.AsSpan(mention.Start, mention.End - mention.Start).Fill(true);
        }

        return taken;
    }

    [GeneratedRegex(
        "^(?:的)?(?:荣誉称号|荣誉|称号|命名|奖牌|奖项|奖杯|奖状|牌匾|牌子|匾|锦旗|证书|奖|等称号|等荣誉|之一|行列|之列|队伍|名单|评选)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex AwardWordBehind();

    [GeneratedRegex("^(?:的?(?:称号|荣誉|荣誉称号|奖牌|牌子|证书|奖章))?(?:颁|授|发|奖|送)?(?:给|予)", RegexOptions.ExplicitCapture)]
    private static partial Regex GivenAway();

    [GeneratedRegex(
        "(?:荣获|获得|获评|获|评为|授予|评上|评了|当选|捧回|捧得|摘得|夺得|斩获|领到|领了|领过|领回|拿到|拿了|拿过|拿下|拿回|得了|得过|得到|添了|添得|收获|赢得|拿|戴上|捧走|入选)[^，。；：、]{0,14}$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Received();

    [GeneratedRegex("(?:荣誉称号|光荣称号|称号|荣誉|奖牌|牌匾|证书|锦旗)$", RegexOptions.ExplicitCapture)]
    private static partial Regex TitleWord();

    /// <summary>What verbs of receiving govern besides awards.</summary>
    [GeneratedRegex(
        "(?:杯|计划|活动|工程|项目|大赛|竞赛|比武|行动|理念|精神|方法|操作法|工作法|模式|品|等级|级|合格|良好|及格|学位|职称|专利|资格|资质|认证|认可|批复|批准|好评|点赞|赞誉|支持|成功|突破|胜利|第一|第二|第三|名次|冠军|亚军|季军|代表|委员|会员|主席|书记|会长|总数|目录|名录|名单|清单|试点|单元|库|期刊|数据|会议|论坛|融资|奖金|奖励|奖项|名额|机会|户|案例集|编委会|常委|候补委员|理事|院士|成绩|手册|指南|报告)$|^(?:优秀|先进|合格|良好|以上|一系列|各类|多项|诸多|这个|那个|它|其他|相关)$|[了过着吗吧呢]",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex OtherThing();

    [GeneratedRegex("优秀|先进|模范|标兵|最美|十佳|金牌|卓越|杰出|功勋|劳动|明星|星级|首席")]
    private static partial Regex Praise();
}
