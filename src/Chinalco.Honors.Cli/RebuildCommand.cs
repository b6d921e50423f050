using System.CommandLine;
using System.Data.Common;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Search;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Cli;

/// <summary>
/// <c>honors rebuild</c>: derives search terms and sort keys anew from the facts, puts right what differs and says what it was. The site may
/// be running.
/// </summary>
internal static class RebuildCommand
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
        var command = new Command("rebuild", "依据事实重新推导检索词和排序键，改正差异并列出") { provider, connection, database };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    DatabaseSettings.From(parsed.GetValue(provider), parsed.GetValue(connection), parsed.GetValue(database)),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(DatabaseOptions options, CancellationToken cancellationToken)
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
                foreach (var line in await new SearchRebuild(database).RunAsync(cancellationToken))
                {
                    await Console.Out.WriteLineAsync(ToChinese(line));
                }

                return 0;
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
            return await FailAsync($"无法读写数据库，请检查连接和权限：{(fault.InnerException ?? fault).Message}", Failed);
        }
    }

    private static string ToChinese(RebuildLine line)
    {
        var name = line.Table switch
        {
            nameof(SearchKind.Person) => "人物检索词",
            nameof(SearchKind.Unit) => "单位检索词",
            nameof(SearchKind.Award) => "荣誉检索词",
            nameof(SearchKind.Document) => "表彰文件检索词",
            nameof(SearchKind.Conferral) => "授予检索词",
            nameof(SearchKind.Article) => "文章全文检索",
            _ => "姓名排序键",
        };
        return line.Differences == 0
            ? $"{name}：核对 {line.Entities} 项，无差异。"
            : $"{name}：核对 {line.Entities} 项，补上 {line.Missing} 行，删去 {line.Superfluous} 行；例如 {string.Join('、', line.Examples)}。";
    }

    private static async Task<int> FailAsync(string message, int code)
    {
        await Console.Error.WriteLineAsync(message);
        return code;
    }
}
