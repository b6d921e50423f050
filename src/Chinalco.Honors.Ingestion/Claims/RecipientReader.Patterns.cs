using System.Text.RegularExpressions;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <content>The patterns of the reader, each compiled at build time.</content>
public sealed partial class RecipientReader
{
    // Most phrases match none of the patterns below. What each can begin or end with tells so at once; '\n' because $ also stands before one.
    private static readonly CharSet PersonReferenceEnds = new("他她我其人己志师工长员匠子伙娘汉生辈手将娃代\n");
    private static readonly CharSet PeopleReferenceEnds = new("们人俩志员方\n");
    private static readonly CharSet GroupReferenceEnds = new("它司业团组间队班厂矿目程部室体位区们站科\n");
    private static readonly CharSet CountBeginnings = new("其另还有共先已近约余的０１２３４５６７８９一二三四五六七八九十百千两几多数");
    private static readonly CharSet TrailingEnds = new("名位个家支项志工员人体组织队门业目等生士子妇徒\n");
    private static readonly CharSet BracketEnds = new("）\n");
    private static readonly CharSet LeadingBeginnings = new(
        "却倒近日去今前当同次昨多这此后随其之目如现曾并而但又还也最至期另会大本截据经终凭因由为一连先自再独亲上下在▲■□△◇◆★☆图鉴助帮推指带支得旗所二三四五六七八九十两半年退生入那-*•"
    );
    private static readonly CharSet TrailingAdverbEnds = new(
        "经曾后又也还已都次度再年届月时双别举功幸同并就便道终于来久日前此场继续连今刚式荣近绩份义所皆俱起手在初底定例格即期\n"
    );

    private static bool MayBe(CharSet ends, string text) => text.Length > 0 && ends.Contains(text[^1]);

    private static bool MayBeCount(string text) => text.Length > 0 && (CountBeginnings.Contains(text[0]) || char.IsDigit(text[0]));

    private static bool MayBeginWithAdverb(string text) =>
        text.Length > 0 && (LeadingBeginnings.Contains(text[0]) || char.IsDigit(text[0]));

    /// <summary>凭 and 因 open an adverbial of up to twelve characters; the others are known by their last one.</summary>
    private static bool MayEndInAdverb(string text) =>
        text.Length > 0
        && (TrailingAdverbEnds.Contains(text[^1]) || text.AsSpan(Math.Max(0, text.Length - 14)).IndexOfAny('凭', '因') >= 0);

    private static string WithoutTrailing(string text) =>
        text.Length > 0 && (TrailingEnds.Contains(text[^1]) || char.IsDigit(text[^1])) ? Trailing().Replace(text, "") : text;

    [GeneratedRegex(
        "^(?:.{0,30}的[他她]|.{0,8}[他她](?:个人|本人|自己)?|我|其|本人|个人|自己|他本人|她本人|他个人|她个人|他自己|她自己|该同志|这[位个名].{0,24}(?:师|工|长|员|人|匠|子|伙|娘|汉|生|辈|手|将|娃|代))$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex PersonReference();

    [GeneratedRegex(
        "^(?:他们|她们|两人|二人|三人|俩人|他俩|她俩|父子俩|师徒俩|师徒二人|兄弟俩|姐妹俩|夫妻俩|(?:以上|上述|前述)\\d*[一二三四五六七八九十]*(?:人|名同志|位同志|同志|人员)|双方)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex PeopleReference();

    [GeneratedRegex(
        "^(?:它|其所在.*|(?:该|本|此|这个|这支|这家|这|所在)?(?:[^，。、]{0,14}的)?(?:公司|企业|集团|班组|车间|小组|团队|班|厂|矿|项目|工程|项目部|工作室|支部|团支部|党支部|集体|单位|工区|QC小组|站|科室|分厂|工段|部门)|我们班|我们)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex GroupReference();

    [GeneratedRegex(
        "^(?:其中|另有|还有|共有|共|先后有|已有|有|近|约|余下)?(?:的)?(?:[\\d０-９]+|[一二三四五六七八九十百千两几多数]+)(?:余|多)?(?:名|人|个|位|项|家|支|批|篇|件|人次).{0,10}$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Count();

    [GeneratedRegex(
        "(?:等)?(?:(?<=等)|(?<=[^第\\d]))\\d+(?:名|位|个|家|支|项)?(?:基层|先进|优秀)?(?:同志|职工|员工|人|单位|集体|班组|党组织|团队|部门|企业|项目)?$|(?<=.{2})(?:等?[两二三四五六七八九十]+(?:名|位|个)(?:同志|职工|员工|人|单位|集体|班组|青年|选手)|等(?:人|同志|单位|集体|班组)?|同志|先生|女士|两人|二人|三人|四人|五人|本人|个人|父子|夫妇|师徒)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Trailing();

    [GeneratedRegex("(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")]
    private static partial Regex Padding();

    [GeneratedRegex("^(?<unit>[^“”，。]{0,20})“(?<name>[^“”]{4,30})”(?<kind>项目|成果|课题|工程|技术)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex QuotedWork();

    [GeneratedRegex("(?:名叫|叫|就是|是)$")]
    private static partial Regex Called();

    [GeneratedRegex("第[一二三四五六七八九十\\d]+名$")]
    private static partial Regex Rank();

    [GeneratedRegex("（(?<note>[^（）]*)）$", RegexOptions.ExplicitCapture)]
    private static partial Regex Bracket();

    [GeneratedRegex(
        "(?:铝|铜|锌|冶|院|厂|矿|司|业|冶炼|东轻|西南铝|部|科|室|中心|车间|班|组|工区|能源|材料|职工|员工|工|师|长|员)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex UnitLike();

    /// <summary>一项目: an unnamed work of whoever is spoken of.</summary>
    [GeneratedRegex("^(?:一|某|一个|一项)(?:项目|工程)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Work();

    [GeneratedRegex(
        "^(?:(?:近日|日前|去年|今年|前年|当年|同年|次年|昨日|近年来|多年来|这一年|此前|此后|后来|随后|其后|之后|其中|目前|如今|现在|曾经|曾|并|并且|而|但|却|倒|又|还|也|最终|最后|至今|期间|同时|另外|此外|会上|会议|大会|本次|截至目前|据悉|据了解|经过努力|终于|凭此|因此|由此|为此|一举|连续|先后|\\d+年来|[一二三四五六七八九十]+年[前后来]|自此|年轻时候?|当年|退休[前后]|生前|入[厂职党]后|多年前|那[年天]|[^，的]{2,8}(?:那年|期间|以来|之后|之前|以后|的时候)|再|再次|再度|独自|亲手)(?:，)?|(?:19|20)\\d{2}(?:[—-](?:19|20)\\d{2})?年度?(?:[底初末]|\\d{1,2}月(?:\\d{1,2}日)?|[春夏秋冬]天?)?(?:，)?|\\d{1,2}月(?:\\d{1,2}日)?(?:，)?|[一二三四五六七八九十]{1,2}月(?:份|初|底|中旬)?|[两三四五六七八九十半]年[之以]?后|[上下]个?月|在[^，。；]{2,40}?(?:上|中|里|期间|时|下|后|前)(?=[^，]|$)|▲|■|□|△|◇|◆|★|☆|图为|此前已|凭着?[^，]{2,16}，|本报讯\\s*(?:（[^）]*）)?|据[^，]{2,12}，|鉴于|助力|帮助|助推|推动|指导|带动|支持|连同|由于|得益于|旗下|所属|[-*•]\\s*)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex LeadingAdverbs();

    [GeneratedRegex(
        "(?:曾经|曾|先后|又|也|还|已经|已|都|再次|再度|再|连续[一二三四五六七八九十两\\d]+(?:年|次|届|个月)(?:度)?|同时|双双|分别|一举|成功|荣幸|共同|并|就|便|一同|一道|最终|终于|后来|不久前|前不久|不久|随后|早在|年初|年底|月初|月底|近日|日前|去年|今年|前年|当年|同年|次年|此前|因此|由此|多次|两次|三次|首次|同日|当日|次日|同月|当月|翌年|按规定|依规定|照例|破格|随即|当即|同期|第[一二三四五六七八九十]次|刚才?|才|终|当场|相继|陆续|接连|历年来|现已|至今|前后|刚刚|正式|光荣|最近|年度|在\\d{4}年|\\d{4}年度?(?:\\d{1,2}月(?:\\d{1,2}日)?)?|今年[一二三四五六七八九十\\d]+月|凭.{2,12}|以.{2,16}(?:成绩|身份|名义)|因.{2,12}|于|所|皆|俱|一并|一起|携手)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex TrailingAdverbs();
}
