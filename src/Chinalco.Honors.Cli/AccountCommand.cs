using System.CommandLine;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Grains.Accounts;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Cli;

/// <summary><c>honors account reset-admin</c>: the way back in when no security administrator can sign in. Whoever may write the database may use it.</summary>
internal static class AccountCommand
{
    private const string UsualName = "admin";

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var name = new Option<string>("--name")
        {
            Description = "安全管理员的账号名，默认 admin；没有这个账号时新建",
            DefaultValueFactory = _ => UsualName,
        };
        var reset = new Command("reset-admin", "新建或重置安全管理员，打印一次性密码") { name }.OnDatabase();
        reset.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(name), parsed.DatabaseOf(), cancellationToken));
        return new Command("account", "账号维护") { reset };
    }

    private static Task<int> RunAsync(string name, DatabaseOptions options, CancellationToken cancellationToken) =>
        DatabaseCommand.RunAsync(
            options,
            "连接或写入",
            async services =>
            {
                await services.GetRequiredService<IHonorsDatabase>().CheckAsync(cancellationToken);
                return await ResetAsync(services, name, cancellationToken);
            },
            services => services.AddHonorsCommands()
        );

    private static async Task<int> ResetAsync(IServiceProvider services, string name, CancellationToken cancellationToken)
    {
        var commands = services.GetRequiredService<AccountCommands>();
        var password = OneTimePassword.New();
        var hash = new PasswordHasher<Account>().HashPassword(null!, password);
        var stamp = CommandStamp.New(Actor.CommandLine, "honors account reset-admin");
        var known = await FindAsync(services, name, cancellationToken);
        var outcome = known is { } id
            ? await commands.RescueAsync(stamp, id, hash, cancellationToken)
            : await commands.CreateAsync(
                stamp,
                new NewAccount(
                    Guid.CreateVersion7(),
                    name,
                    Role.SecurityAdministrator.ToChinese(),
                    [new RoleInUnit(Role.SecurityAdministrator)],
                    hash
                ),
                cancellationToken
            );
        if (!outcome.Succeeded)
        {
            return await DatabaseCommand.FailAsync(outcome.Message ?? "没有完成，请重试。");
        }

        await Console.Out.WriteLineAsync($"{(known is null ? "已新建" : "已重置")}安全管理员账号 {name}，一次性密码：{password}");
        await Console.Out.WriteLineAsync("密码只显示这一次，登录时须改成自己的密码。");
        return 0;
    }

    private static async Task<Guid?> FindAsync(IServiceProvider services, string name, CancellationToken cancellationToken)
    {
        var normalized = Account.Normalize(name);
        var db = services.GetRequiredService<IHonorsDatabase>().Open();
        await using (db)
        {
            return await db
                .Accounts.Where(a => a.NormalizedName == normalized)
                .Select(a => (Guid?)a.Id)
                .FirstOrDefaultAsync(cancellationToken);
        }
    }
}
