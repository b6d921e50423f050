using System.Text.RegularExpressions;

namespace Chinalco.Honors.Ingestion.Claims;

/// <content>The patterns of the reader, each compiled at build time.</content>
public sealed partial class ProseReader
{
    [GeneratedRegex("^[”」]?(?:称号|荣誉称号|荣誉|奖牌|奖|等)?(?:、|和|与|及|以及|、以及|还有)?“?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Joint();

    [GeneratedRegex("^[-*•·>\\s]+|^\\d+[.、．]\\s*")]
    private static partial Regex Label();

    [GeneratedRegex(
        "(?:颁给|授予|授给|发给|奖给|给)(?:了)?的(?:是|就是)(?<who>[^，。；？！]{2,40})$|^那是(?:(?:19|20)\\d{2}年)?(?<who>[^，。；？！]{2,20}?)(?:集体)?(?:拿回来|捧回来|捧回|获得|夺得|得到|挣来|争来|赢得)的|^(?:最后|最终|后来|结果)?(?:也|都|就)?(?:给了|颁给了|授予了|落到了|评给了|给的是|颁给)(?<who>[^，。；？！]{1,24})$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pointing();

    [GeneratedRegex("^”?(?:奖牌|牌匾|牌|奖章|奖杯)", RegexOptions.ExplicitCapture)]
    private static partial Regex Plaque();

    [GeneratedRegex(
        "^[^。；]{0,8}，[他她](?:是|为)?(?:项目)?第[一二三四五六七八九十\\d]+(?:完成人|发明人|作者|负责人)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex FirstCompleter();
}
