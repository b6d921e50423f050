using Chinalco.Honors.Packets.Facts;

namespace Chinalco.Honors.Packets.Papers;

/// <summary>What a packet says about how publicities ended; never more than is so.</summary>
internal static class PublicityResult
{
    public static string Of(IReadOnlyCollection<PacketPublicity> stages)
    {
        var objections = stages.SelectMany(s => s.Objections).ToList();
        return stages.Count == 0 ? "尚未公示。"
            : stages.Any(s => !s.IsOver) ? "公示尚未结束。"
            : objections.Count == 0 ? "公示期满，公示无异议。"
            : objections.Exists(o => o.Upheld is null) ? $"公示期间收到异议{objections.Count}件，尚未全部答复。"
            : objections.Exists(o => o.Upheld == true)
                ? $"公示期间收到异议{objections.Count}件，其中{objections.Count(o => o.Upheld == true)}件成立。"
            : $"公示期满，收到异议{objections.Count}件，经核实均不成立。";
    }

    public static string Objections(PacketPublicity stage) =>
        stage.Objections.IsEmpty
            ? (stage.IsOver ? "无异议" : "公示尚未结束")
            : string.Join('；', stage.Objections.Select(o => $"{PaperValues.Day(o.ReceivedOn)}收到异议，{Became(o)}"));

    private static string Became(PacketObjection objection) =>
        objection.Upheld switch
        {
            null => "尚未答复",
            true => "经核实成立",
            false => "经核实不成立",
        };
}
