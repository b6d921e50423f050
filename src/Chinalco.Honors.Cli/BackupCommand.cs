using System.CommandLine;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Cli;

/// <summary><c>honors backup FILE</c> and <c>honors restore FILE</c>: the registry on SQLite with its pictures, while the site is running.</summary>
internal static class BackupCommand
{
    private static readonly Option<string?> Images = new("--images")
    {
        Description = "版面图目录；默认取环境变量 Images__Directory，否则为 data/images",
    };

    public static Command CreateBackup()
    {
        var file = new Argument<string>("FILE") { Description = "写入的备份文件（zip）；不能已存在" };
        var command = new Command("backup", "备份数据库和版面图；站点可以照常运行") { file, Images }.OnFile();
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed,
                    async (backup, _) =>
                    {
                        var made = await backup.CreateAsync(Path.GetFullPath(parsed.GetValue(file)!), cancellationToken);
                        Console.WriteLine(
                            $"已备份并核对：{made.Rows.Values.Sum()} 行，{made.Files.Count - 1} 张版面图 → {parsed.GetValue(file)}"
                        );
                    }
                )
        );
        return command;
    }

    public static Command CreateRestore()
    {
        var file = new Argument<string>("FILE") { Description = "honors backup 生成的备份文件" };
        var command = new Command("restore", "从备份恢复；站点可以照常运行，恢复前的内容另存一份备份") { file, Images }.OnFile();
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed,
                    async (backup, migrations) =>
                    {
                        var (restored, before) = await backup.RestoreAsync(
                            Path.GetFullPath(parsed.GetValue(file)!),
                            migrations,
                            cancellationToken
                        );
                        Console.WriteLine(
                            $"已恢复到 {restored.CreatedAt.ToLocalTime():yyyy-MM-dd HH:mm:ss} 的状态：{restored.Rows.Values.Sum()} 行。"
                        );
                        if (before is not null)
                        {
                            Console.WriteLine($"恢复前的内容已备份到 {before}");
                        }
                    }
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Func<RegistryBackup, IReadOnlyList<string>, Task> work)
    {
        var options = parsed.DatabaseOf();
        if (!string.Equals(options.Provider, "Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            return await DatabaseCommand.FailAsync(
                "SQL Server 请用服务器自带的备份（BACKUP DATABASE），并另行复制版面图目录；本命令只用于 SQLite。"
            );
        }

        var home = HonorsHome.Find(Environment.CurrentDirectory);
        var images = parsed.GetValue(Images) ?? Environment.GetEnvironmentVariable("Images__Directory") ?? "data/images";
        var services = new ServiceCollection().AddHonorsData(options, home).BuildServiceProvider();
        await using (services)
        {
            try
            {
                var db = services.GetRequiredService<IHonorsDatabase>().Open();
                await using (db)
                {
                    var backup = new RegistryBackup(
                        Path.GetFullPath(options.File, home),
                        Path.GetFullPath(images, home),
                        TimeProvider.System
                    );
                    await work(backup, [.. db.Database.GetMigrations()]);
                    return 0;
                }
            }
            catch (BackupRefusedException refused)
            {
                return await DatabaseCommand.FailAsync(refused.Message);
            }
            catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
            {
                return await DatabaseCommand.FailAsync($"没有完成，请检查磁盘空间和权限：{fault.Message}");
            }
        }
    }
}
