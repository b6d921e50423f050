using System.Text.RegularExpressions;

namespace Chinalco.Honors.Ingestion.Claims;

/// <content>The patterns of the reader, each compiled at build time.</content>
public sealed partial class ProseReader
{
    [GeneratedRegex("^(?:今年|明年|目前|眼下|如今|现在|现又|同年|次年|翌年|(?:19|20)\\d{2}年)")]
    private static partial Regex OtherTime();

    [GeneratedRegex(
        "^[”」]?(?:称号|荣誉称号|荣誉|奖牌|奖|等)?(?:（[^（）]{1,16}）)?(?: ?[|/] ?|、|和|与|及|以及|、以及|还有)?“?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Joint();

    [GeneratedRegex("^[-*•·>\\s]+|^\\d+[.、．]\\s*")]
    private static partial Regex Label();

    [GeneratedRegex(
        "(?:颁给|授予|授给|发给|奖给|给)(?:了)?的(?:是|就是)(?<who>[^，。；？！]{2,40})$|^(?:这|该)(?:块|枚|项|个|面|张|份)?(?:牌匾|奖牌|牌子|奖章|荣誉|称号|奖项|奖|证书|锦旗)是?由[^，。；]{2,40}?(?:联合|共同)?(?:授予|颁给|颁发给|颁授给)(?<who>[^，。；]{2,40}?)$|^那是(?<who>[^，。；？！]{2,20}?)(?:[去前今当上]年|刚刚|刚|第一次)?(?:得|获|评|拿|捧|挣|领)(?:到|来|回|回来|下)?的$|^那是(?:(?:19|20)\\d{2}年)?(?<who>[^，。；？！]{2,20}?)(?:集体)?(?:拿回来|捧回来|捧回|获得|夺得|得到|挣来|争来|赢得)的|^(?:最后|最终|后来|结果)?(?:也|都|就)?(?:给了|颁给了|授予了|落到了|评给了|给的是|颁给)(?<who>[^，。；？！]{1,24})$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pointing();

    /// <summary>某人、某人成功当选: behind the name of what they were chosen for.</summary>
    [GeneratedRegex(
        "^(?<who>[^，。；]{2,80}?)(?:等[\\d一二三四五六七八九十]+人)?(?:双双|成功|一同|一起|顺利|光荣|如愿|也|均|同时|最终)*(?:当选|入选|上榜|榜上有名|名列其中|位列其中|获此殊荣|获此荣誉|胜出|折桂|(?:排在|位列|位居)第[一二三四五六七八九十\\d]+位)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Outcome();

    /// <summary>An award spoken of as that of a selection: “…”评选结果, “…”名单.</summary>
    [GeneratedRegex("^”?(?:荣誉)?(?:称号)?(?:获得者)?的?(?:评选|评比|推选|名单|榜单|表彰名单|获奖名单|揭晓|结果)")]
    private static partial Regex Selection();

    /// <summary>向全国劳动模范某人学习: whom one learns from is named with his title.</summary>
    [GeneratedRegex("向|以|像|学习|对标|致敬|号召|弘扬|走访|慰问|看望|宣传")]
    private static partial Regex Exemplar();

    [GeneratedRegex("^”?(?:奖牌|牌匾|牌|奖章|奖杯)", RegexOptions.ExplicitCapture)]
    private static partial Regex Plaque();

    [GeneratedRegex(
        "^[^。；]{0,8}，[他她](?:是|为)?(?:项目)?第[一二三四五六七八九十\\d]+(?:完成人|发明人|作者|负责人)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex FirstCompleter();
}
