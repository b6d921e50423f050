using System.Text.RegularExpressions;
using Chinalco.Honors.Packets.Facts;

namespace Chinalco.Honors.Packets.Stories;

/// <summary>
/// Which printed sentences tell of work done. A newspaper paints scenes as well, and tells of honours that the registry may know to be wrong:
/// a first text takes neither; whoever writes may take any.
/// </summary>
internal static partial class Deed
{
    public static bool Is(string sentence, PacketCandidate candidate) =>
        (HasFigure(sentence) || Work().IsMatch(sentence)) && !Other().IsMatch(sentence) && !SaysThePost(sentence, candidate);

    public static bool HasFigure(string sentence) => Figure().IsMatch(sentence);

    /// <summary>The opening says who it is and what the post is.</summary>
    private static bool SaysThePost(string sentence, PacketCandidate candidate) =>
        candidate.Position is { Length: > 0 } post
        && sentence.StartsWith(candidate.Name + "是", StringComparison.Ordinal)
        && sentence.EndsWith(post + "。", StringComparison.Ordinal);

    [GeneratedRegex(@"\d")]
    private static partial Regex Figure();

    [GeneratedRegex(
        "完成|带领|带着|攻克|培养|改造|改进|改良|设计|节约|节省|省下|创造|解决|研制|研发|开发|提出|负责|参与|主持|承担|坚持|开展|实现|提高|降低|缩短|延长|发明|编写|建立|立了|推广|传授|钻研|抢修|带出|专利|标准|攻关|革新|排除|消除|值守|稳住|进厂|参加工作|毕业后"
    )]
    private static partial Regex Work();

    /// <summary>Honours, which the registry tells; what failed; what somebody said.</summary>
    [GeneratedRegex("获评|荣获|获得|获颁|被评为|评为|授予|当选|入选|称号|落选|撤销|处分|通报批评|[：，]“")]
    private static partial Regex Other();
}
