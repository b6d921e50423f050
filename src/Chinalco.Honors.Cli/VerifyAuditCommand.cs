using System.CommandLine;
using System.Data.Common;
using Chinalco.Honors.Data;
using Chinalco.Honors.Grains.Auditing;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Cli;

/// <summary><c>honors verify-audit</c>: proves the audit trail whole. Ends with 0 when it is, with 1 when it is not or cannot be read.</summary>
internal static class VerifyAuditCommand
{
    private const int Failed = 1;
    private const int Misused = 64;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var provider = new Option<string?>("--provider")
        {
            Description = "数据库类型：Sqlite 或 SqlServer；默认取环境变量 Database__Provider，否则为 Sqlite",
        };
        var connection = new Option<string?>("--connection")
        {
            Description = "SQL Server 连接字符串；含密码时请改用环境变量 Database__ConnectionString",
        };
        var database = new Option<string?>("--database")
        {
            Description = "SQLite 数据库文件；默认取环境变量 Database__File，否则为 data/honors.db",
        };
        var anchor = new Option<string?>("--anchor") { Description = "日志中留存的锚点哈希，核对它仍在锚点链中" };
        var command = new Command("verify-audit", "核验审计记录：每条链、每个锚点、每项命令是否完整")
        {
            provider,
            connection,
            database,
            anchor,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    DatabaseSettings.From(parsed.GetValue(provider), parsed.GetValue(connection), parsed.GetValue(database)),
                    parsed.GetValue(anchor),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(DatabaseOptions options, string? anchor, CancellationToken cancellationToken)
    {
        try
        {
            var services = new ServiceCollection()
                .AddHonorsData(options, HonorsHome.Find(Environment.CurrentDirectory))
                .BuildServiceProvider();
            await using (services)
            {
                var database = services.GetRequiredService<IHonorsDatabase>();
                await database.CheckAsync(cancellationToken);
                var report = await new AuditVerifier(database).VerifyAsync(
                    fault => Console.Out.WriteLine($"问题：{fault.ToChinese()}。"),
                    anchor,
                    cancellationToken
                );
                await Console.Out.WriteLineAsync(SummaryOf(report));
                return report.Faults == 0 ? 0 : Failed;
            }
        }
        catch (NotSupportedException unknown)
        {
            return await FailAsync(unknown.Message, Misused);
        }
        catch (DatabaseNotReadyException notReady)
        {
            return await FailAsync(notReady.Message, Failed);
        }
        catch (Exception fault) when (fault is DbException or RetryLimitExceededException)
        {
            return await FailAsync($"无法读取数据库，请检查连接和权限：{(fault.InnerException ?? fault).Message}", Failed);
        }
    }

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

    private static async Task<int> FailAsync(string message, int code)
    {
        await Console.Error.WriteLineAsync(message);
        return code;
    }
}
