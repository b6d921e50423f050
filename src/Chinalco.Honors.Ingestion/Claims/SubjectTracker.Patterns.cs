using System.Text.RegularExpressions;

namespace Chinalco.Honors.Ingestion.Claims;

/// <content>The patterns of the tracker, each compiled at build time.</content>
public sealed partial class SubjectTracker
{
    [GeneratedRegex("^.{0,10}(?:大赛|竞赛|比武|比赛|评选|锦标赛)")]
    private static partial Regex Contest();

    /// <summary>由他参与研制的某样品: what follows is said of the work.</summary>
    [GeneratedRegex(
        "^由?(?:他|她|其|[\u4e00-\u9fa5]{2,3})(?:参与|主持|牵头|负责|带头|领衔)?(?:研制|主持|参与|完成|设计|研发|承担|牵头|开发|发明|创新)(?:的)(?<work>[^，。；的]{3,24})$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex MadeWork();

    /// <summary>同批的某院“某某”项目未发现问题: what follows is said of the project.</summary>
    [GeneratedRegex("(?<=^|的|，)(?<work>[^“”，的]{0,20}“[^“”]{4,30}”(?:项目|成果|课题|工程|技术))(?=[^的])", RegexOptions.ExplicitCapture)]
    private static partial Regex SpokenWork();

    [GeneratedRegex("^(?:另一|其中一|还有一|有一|一|第[一二三])[个位名](?:徒弟|学生|同事|年轻人|姑娘|小伙子?)?(?:就|是|名)?叫")]
    private static partial Regex Named();

    /// <summary>帮助李某夺得…: what follows is said of 李某.</summary>
    [GeneratedRegex(
        "^(?:帮助|指导|带领|助力|培养|推动|支持|辅导|带动|教会|引导|鼓励|带出|培养出|带出了|培养的|带出的)(?:徒弟|学员|选手|同事|青工|职工)?",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Causative();

    /// <summary>他提出的方案被…: what follows is said of the thing.</summary>
    [GeneratedRegex(
        "^(?:(?:19|20)\\d{2}年，?)?(?:他|她|其)[^，]{1,12}的[^，]{1,16}(?:被|获|使|让|将|已|成为|入选)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex OtherThing();
}
