using System.CommandLine;
using System.Data.Common;
using Chinalco.Honors.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Cli;

/// <summary>What the commands have in common that work on a database: which one it is, and what is said when it cannot be used.</summary>
internal static class DatabaseCommand
{
    /// <summary>The exit code of a command that could not do its work.</summary>
    public const int Failed = 1;

    /// <summary>The exit code of a command that was asked for what it cannot do.</summary>
    public const int Misused = 64;

    private static readonly Option<string?> Provider = new("--provider")
    {
        Description = "数据库类型：Sqlite 或 SqlServer；默认取环境变量 Database__Provider，否则为 Sqlite",
    };

    private static readonly Option<string?> Connection = new("--connection")
    {
        Description = "SQL Server 连接字符串；含密码时请改用环境变量 Database__ConnectionString",
    };

    private static readonly Option<string?> File = new("--database")
    {
        Description = "SQLite 数据库文件；默认取环境变量 Database__File，否则为 data/honors.db",
    };

    /// <summary>Lets the command line say which database it is.</summary>
    public static Command OnDatabase(this Command command)
    {
        command.Options.Add(Provider);
        command.Options.Add(Connection);
        command.Options.Add(File);
        return command;
    }

    /// <summary>Lets the command line say which SQLite file it is.</summary>
    public static Command OnFile(this Command command)
    {
        command.Options.Add(File);
        return command;
    }

    /// <summary>What the command line says, else the site's own environment variables, else the site's default.</summary>
    public static DatabaseOptions DatabaseOf(this ParseResult parsed)
    {
        var options = new DatabaseOptions();
        options.Provider = Told(parsed, Provider) ?? Setting(nameof(options.Provider)) ?? options.Provider;
        options.ConnectionString = Told(parsed, Connection) ?? Setting(nameof(options.ConnectionString));
        options.File = Told(parsed, File) is { } file ? Path.GetFullPath(file) : Setting(nameof(options.File)) ?? options.File;
        return options;
    }

    /// <summary>Does the work and says in Chinese why it could not be done.</summary>
    /// <param name="doing">What is done with the database, in Chinese, for the message.</param>
    /// <param name="register">Services the work needs besides the database.</param>
    public static async Task<int> RunAsync(
        DatabaseOptions options,
        string doing,
        Func<IServiceProvider, Task<int>> work,
        Action<IServiceCollection>? register = null
    )
    {
        try
        {
            var collection = new ServiceCollection().AddHonorsData(options, HonorsHome.Find(Environment.CurrentDirectory));
            register?.Invoke(collection);
            var services = collection.BuildServiceProvider();
            await using (services)
            {
                return await work(services);
            }
        }
        catch (NotSupportedException unknown)
        {
            return await FailAsync(unknown.Message, Misused);
        }
        catch (DatabaseNotReadyException notReady)
        {
            return await FailAsync(notReady.Message);
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException or RetryLimitExceededException)
        {
            return await FailAsync($"无法{doing}数据库，请检查连接和权限：{(fault.InnerException ?? fault).Message}");
        }
    }

    public static async Task<int> FailAsync(string message, int code = Failed)
    {
        await Console.Error.WriteLineAsync(message);
        return code;
    }

    /// <summary>Null where the command has no such option, too.</summary>
    private static string? Told(ParseResult parsed, Option<string?> option) =>
        parsed.GetResult(option) is null ? null : parsed.GetValue(option);

    private static string? Setting(string key) => Environment.GetEnvironmentVariable($"{DatabaseOptions.Section}__{key}");
}
