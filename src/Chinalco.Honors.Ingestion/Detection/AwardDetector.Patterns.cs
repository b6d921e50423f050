using System.Text.RegularExpressions;

namespace Chinalco.Honors.Ingestion.Detection;

/// <content>The patterns of the reader, each compiled at build time.</content>
public sealed partial class AwardDetector
{
    [GeneratedRegex("(?:劳模|技能大师|大师|首席技师|职工|工匠)?(?:创新)?工作室$", RegexOptions.ExplicitCapture)]
    private static partial Regex StudioWord();

    /// <summary>最年轻, 唯一, 第一位: what singles out one of an award's holders.</summary>
    [GeneratedRegex("(?:最[^，。的]{1,3}|唯一|首[位个批名]|第[一二三四五六七八九十\\d]+[位个批名]|当时|历史上|全部)$")]
    private static partial Regex Singling();

    /// <summary>A quoted name that only begins with the head (标兵车队) is read as a whole.</summary>
    [GeneratedRegex("^[\u4e00-\u9fa5]{1,8}”(?:命名|称号|荣誉称号|奖牌|牌匾)", RegexOptions.ExplicitCapture)]
    private static partial Regex RestOfName();

    /// <summary>省部级奖, 各类奖项: which award it is is not said.</summary>
    [GeneratedRegex(
        "^(?:省部级|国家级|省级|市级|部级|厂级|公司级|集团级|行业级|各级|各类|多个|多项|国际|国内|省市级)?(?:及以上)?(?:奖|奖章|奖状|勋章|大奖|奖项)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Unnamed();

    /// <summary>3万多家…智能工厂: a number of them, not one.</summary>
    [GeneratedRegex("[0-9万千百十余多][余多]?家(?!.*(?:号|奖))", RegexOptions.ExplicitCapture)]
    private static partial Regex Counted();

    [GeneratedRegex(
        "^(?:[一二三四五六\\d]星级|[一二三]级|境外工程|[一二三]等奖|.{1,6}类|.{1,4}级|.{1,6}组|个人|集体|团体)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex GradeNote();
}
