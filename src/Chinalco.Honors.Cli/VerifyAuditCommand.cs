using System.CommandLine;
using Chinalco.Honors.Data;
using Chinalco.Honors.Grains.Auditing;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Cli;

/// <summary><c>honors verify-audit</c>: proves the audit trail whole. Ends with 0 when it is, with 1 when it is not or cannot be read.</summary>
internal static class VerifyAuditCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var anchor = new Option<string?>("--anchor") { Description = "日志中留存的锚点哈希，核对它仍在锚点链中" };
        var command = new Command("verify-audit", "核验审计记录：每条链、每个锚点、每项命令是否完整") { anchor }.OnDatabase();
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.DatabaseOf(), parsed.GetValue(anchor), cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(DatabaseOptions options, string? anchor, CancellationToken cancellationToken) =>
        DatabaseCommand.RunAsync(
            options,
            "读取",
            async services =>
            {
                var database = services.GetRequiredService<IHonorsDatabase>();
                await database.CheckAsync(cancellationToken);
                var report = await new AuditVerifier(database).VerifyAsync(
                    fault => Console.Out.WriteLine($"问题：{fault.ToChinese()}。"),
                    anchor,
                    cancellationToken
                );
                await Console.Out.WriteLineAsync(SummaryOf(report));
                return report.Faults == 0 ? 0 : DatabaseCommand.Failed;
            }
        );

    private static string SummaryOf(AuditReport report) =>
        $"""
            审计链 {report.Chains} 条，记录 {report.Records} 条（其中 {report.Unanchored} 条尚未被锚点覆盖），锚点 {report.Anchors} 个，已执行命令 {report.Commands} 项。
            最新锚点：{report.LastAnchor ?? "无"}
            {(
                report.Faults == 0
                    ? "核验通过，未发现缺失或改动。"
                    : $"核验未通过，发现 {report.Faults} 处问题。请保护好数据库和备份，立即报告审计员。"
            )}
            """;
}
