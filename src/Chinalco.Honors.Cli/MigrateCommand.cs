using System.CommandLine;
using System.Data.Common;
using System.Text;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.SqlServer;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Cli;

/// <summary>
/// <c>honors migrate</c>: brings the schema up to date. Several at once wait for one another; on a schema that is up to date it changes nothing.
/// </summary>
internal static class MigrateCommand
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
        var dryRun = new Option<bool>("--dry-run") { Description = "只打印将要执行的 SQL，不改动数据库" };
        var script = new Option<bool>("--script") { Description = "打印可重复执行的完整 SQL Server 脚本，不连接数据库" };
        var command = new Command("migrate", "把数据库结构升级到当前版本") { provider, connection, database, dryRun, script };
        command.SetAction(
            (parsed, cancellationToken) =>
                parsed.GetValue(script)
                    ? PrintAsync(SqlServerScript.Generate(), cancellationToken)
                    : RunAsync(
                        DatabaseSettings.From(parsed.GetValue(provider), parsed.GetValue(connection), parsed.GetValue(database)),
                        parsed.GetValue(dryRun),
                        cancellationToken
                    )
        );
        return command;
    }

    private static async Task<int> RunAsync(DatabaseOptions options, bool dryRun, CancellationToken cancellationToken)
    {
        try
        {
            var services = new ServiceCollection()
                .AddHonorsData(options, HonorsHome.Find(Environment.CurrentDirectory))
                .BuildServiceProvider();
            await using (services)
            {
                var database = services.GetRequiredService<IHonorsDatabase>();
                return dryRun ? await PlanAsync(database, cancellationToken) : await MigrateAsync(database, cancellationToken);
            }
        }
        catch (NotSupportedException unknown)
        {
            return await FailAsync(unknown.Message, Misused);
        }
        catch (Exception fault) when (fault is DbException or RetryLimitExceededException)
        {
            return await FailAsync($"无法连接或升级数据库，请检查连接和权限：{(fault.InnerException ?? fault).Message}", Failed);
        }
    }

    private static async Task<int> PlanAsync(IHonorsDatabase database, CancellationToken cancellationToken)
    {
        var plan = await database.PlanMigrationAsync(cancellationToken);
        await Console.Error.WriteLineAsync(
            plan.Pending.Count == 0 ? "数据库结构已是最新。" : $"将执行 {plan.Pending.Count} 项迁移：{string.Join('、', plan.Pending)}"
        );
        return await PrintAsync(plan.Sql, cancellationToken);
    }

    private static async Task<int> MigrateAsync(IHonorsDatabase database, CancellationToken cancellationToken)
    {
        var plan = await database.PlanMigrationAsync(cancellationToken);
        await database.MigrateAsync(cancellationToken);
        await Console.Out.WriteLineAsync(
            plan.Pending.Count == 0
                ? "数据库结构已是最新，未作改动。"
                : $"已执行 {plan.Pending.Count} 项迁移：{string.Join('、', plan.Pending)}"
        );
        try
        {
            await database.CheckAsync(cancellationToken);
            return 0;
        }
        catch (DatabaseNotReadyException notReady)
        {
            return await FailAsync(notReady.Message, Failed);
        }
    }

    private static async Task<int> PrintAsync(string sql, CancellationToken cancellationToken)
    {
        var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await using (output)
        {
            await output.WriteAsync(sql.AsMemory(), cancellationToken);
        }

        return 0;
    }

    private static async Task<int> FailAsync(string message, int code)
    {
        await Console.Error.WriteLineAsync(message);
        return code;
    }
}
