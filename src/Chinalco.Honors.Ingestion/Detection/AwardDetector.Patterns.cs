using System.Text.RegularExpressions;

namespace Chinalco.Honors.Ingestion.Detection;

/// <content>The patterns of the reader, each compiled at build time.</content>
public sealed partial class AwardDetector
{
    [GeneratedRegex(
        "(?:优秀|先进|十佳|十大|最美|最佳|最强|最受欢迎|杰出|卓越|金牌|王牌|模范|标杆|红旗|功勋|突出|优胜|优良|明星|星级|五星|示范|标兵|文明|和谐|诚信|荣誉(?=员工|职工|市民|村民|矿工|工人|教师))[\u4e00-\u9fa5]{0,9}?(?:(?<team>团队|集体|班组|班(?!组|子|级|次)|小组|车间|支部|科室|处室|项目部|工区|工段|作业区|机台|窗口|家庭|女职工组织|突击队|服务队|代表队|工作队)|(?<unit>单位|企业|组织(?![者工奖])|党委|工会|团委|公司|工厂|供应商|客户|承包商|承运商)|(?:分析师|工程师|设计师|技师|教师|讲师|培训师|导师|师傅|徒弟|裁判员|教练员?|通讯员|安全员|驾驶员|质检员|监督员|宣讲员|讲解员|辅导员|联络员|员工|职工|工人|矿工|青工|女工|党员|团员|队员|学员|管理者|志愿者|工作者|贡献者|建设者|奋斗者|劳动者|守护者|奉献者|创新者|推进者|组织者|参与者|实践者|追梦人|传承人|个人|青年|干部|选手|骨干|书记|经理|厂长|矿长|班长|组长|班组长|工长|带头人|领军人|科学家|企业家|代言人|人物|人才|新人|搭档|编剧|导演|作者|主播))(?![长员])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex PraisedRole();

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

    [GeneratedRegex("^(?:男|女|追授|已故|追认|.族|待查|中)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Gender();

    [GeneratedRegex(
        "^(?:[一二三四五六\\d]星级|[一二三]级|境外工程|[一二三]等奖|.{1,6}类|.{1,4}级|.{1,6}组|个人|集体|团体)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex GradeNote();
}
