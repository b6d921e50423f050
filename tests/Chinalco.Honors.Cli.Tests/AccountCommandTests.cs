using System.Text.RegularExpressions;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chinalco.Honors.Cli.Tests;

public sealed partial class AccountCommandTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Moment = new(2025, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("honors-cli-").FullName;
    private ServiceProvider services = null!;
    private IHonorsDatabase database = null!;

    private string Database => Path.Combine(folder, "honors.db");

    public async ValueTask InitializeAsync()
    {
        services = new ServiceCollection().AddHonorsData(new DatabaseOptions { File = Database }, folder).BuildServiceProvider();
        database = services.GetRequiredService<IHonorsDatabase>();
        await database.MigrateAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task It_makes_the_security_administrator_where_there_is_none()
    {
        var run = await ResetAsync();

        run.ExitCode.ShouldBe(0, run.Error);
        var admin = await FindAsync("admin");
        admin.Roles.ShouldBe([new RoleInUnit(Role.SecurityAdministrator)]);
        admin.MustChangePassword.ShouldBeTrue();
        IsPassword(admin, Password(run.Output)).ShouldBeTrue();
    }

    [Fact]
    public async Task It_lets_one_in_again_who_is_disabled_locked_and_without_a_telephone()
    {
        var first = await ResetAsync();
        var db = database.Open();
        await using (db)
        {
            var admin = await db.Accounts.FirstAsync(TestContext.Current.CancellationToken);
            (admin.IsDisabled, admin.TwoFactorEnabled, admin.ProtectedAuthenticatorKey) = (true, true, "key");
            (admin.LockedUntil, admin.FailedSignIns) = (DateTimeOffset.UtcNow.AddDays(1), 4);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var run = await ResetAsync();

        run.ExitCode.ShouldBe(0, run.Error);
        var again = await FindAsync("admin");
        (again.IsDisabled, again.TwoFactorEnabled, again.ProtectedAuthenticatorKey, again.LockedUntil).ShouldBe((false, false, null, null));
        IsPassword(again, Password(run.Output)).ShouldBeTrue();
        IsPassword(again, Password(first.Output)).ShouldBeFalse();
        var records = database.Open();
        await using (records)
        {
            var record = await records.AuditRecords.FirstAsync(a => a.Action == "account.rescue", TestContext.Current.CancellationToken);
            record.ActorId.ShouldBe(Actor.CommandLine.Id);
            record.Detail.ShouldNotContain(Password(run.Output));
        }
    }

    [Fact]
    public async Task It_resets_nobody_else()
    {
        var db = database.Open();
        await using (db)
        {
            var editor = new Account(Guid.CreateVersion7(), "editor", "编辑", Moment);
            editor.RenewSecurityStamp();
            editor.GiveRoles([new RoleInUnit(Role.Editor)], "clerk", Moment);
            db.Accounts.Add(editor);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var run = await ResetAsync("--name", "editor");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("不是安全管理员");
        (await FindAsync("editor")).PasswordHash.ShouldBeNull();
    }

    [Fact]
    public async Task A_database_that_nobody_migrated_is_told_so()
    {
        var run = await HonorsProcess.RunAsync("account", "reset-admin", "--database", Path.Combine(folder, "empty.db"));

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("honors migrate");
    }

    private Task<(int ExitCode, string Output, string Error)> ResetAsync(params string[] more) =>
        HonorsProcess.RunAsync(["account", "reset-admin", "--database", Database, .. more]);

    private async Task<Account> FindAsync(string name)
    {
        var db = database.Open();
        await using (db)
        {
            return await db.Accounts.Include(a => a.Grants).FirstAsync(a => a.SignInName == name, TestContext.Current.CancellationToken);
        }
    }

    private static bool IsPassword(Account account, string password) =>
        new PasswordHasher<Account>().VerifyHashedPassword(account, account.PasswordHash!, password) != PasswordVerificationResult.Failed;

    private static string Password(string output) => OneTime().Match(output).Value;

    [GeneratedRegex("([a-z2-9]{4}-){3}[a-z2-9]{4}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex OneTime();
}
