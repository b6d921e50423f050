using System.CommandLine;
using System.Text;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.SqlServer;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Cli;

/// <summary>
/// <c>honors migrate</c>: brings the schema up to date. Several at once wait for one another; on a schema that is up to date it changes nothing.
/// </summary>
internal static class MigrateCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "只打印将要执行的 SQL，不改动数据库" };
        var script = new Option<bool>("--script") { Description = "打印可重复执行的完整 SQL Server 脚本，不连接数据库" };
        var command = new Command("migrate", "把数据库结构升级到当前版本") { dryRun, script }.OnDatabase();
        command.SetAction(
            (parsed, cancellationToken) =>
                parsed.GetValue(script)
                    ? PrintAsync(SqlServerScript.Generate(), cancellationToken)
                    : RunAsync(parsed.DatabaseOf(), parsed.GetValue(dryRun), cancellationToken)
        );
        return command;
    }

    private static Task<int> RunAsync(DatabaseOptions options, bool dryRun, CancellationToken cancellationToken) =>
        DatabaseCommand.RunAsync(
            options,
            "连接或升级",
            services =>
            {
                var database = services.GetRequiredService<IHonorsDatabase>();
                return dryRun ? PlanAsync(database, cancellationToken) : MigrateAsync(database, cancellationToken);
            }
        );

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
        await database.CheckAsync(cancellationToken);
        return 0;
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
}
