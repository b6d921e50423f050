using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Grains.Accounts;
using Chinalco.Honors.Grains.Commands;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.SignIn;

/// <summary>Sees to it that somebody can sign in after the first start.</summary>
public sealed class FirstAccounts(
    IHonorsDatabase database,
    AccountCommands commands,
    DemoAccounts demo,
    DemoPlan plan,
    SignInOptions options,
    IServiceScopeFactory scopes,
    ILogger<FirstAccounts> logger
)
{
    /// <summary>The sign-in name of the first security administrator.</summary>
    public const string Administrator = "admin";

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await demo.PrepareAsync(cancellationToken);
        if (!plan.IsWanted && options.Local && !await HasAccountsAsync(cancellationToken))
        {
            await MakeAdministratorAsync(cancellationToken);
        }
    }

    private async Task<bool> HasAccountsAsync(CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db.Accounts.AnyAsync(a => !a.IsDemo, cancellationToken);
        }
    }

    private async Task MakeAdministratorAsync(CancellationToken cancellationToken)
    {
        var password = OneTimePassword.New();
        using var scope = scopes.CreateScope();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>();
        var account = new NewAccount(
            Guid.CreateVersion7(),
            Administrator,
            Role.SecurityAdministrator.ToChinese(),
            [new RoleInUnit(Role.SecurityAdministrator)],
            hasher.HashPassword(null!, password)
        );
        var outcome = await commands.CreateFirstAsync(CommandStamp.New(Actor.System, "首次启动"), account, cancellationToken);
        if (outcome.SubjectId == account.Id)
        {
            logger.LogWarning(
                "首次启动：已建立安全管理员账号 {Name}，一次性密码 {Password}。密码只显示这一次，首次登录时须修改；如未记下，请运行 honors account reset-admin。",
                Administrator,
                password
            );
        }
    }
}
