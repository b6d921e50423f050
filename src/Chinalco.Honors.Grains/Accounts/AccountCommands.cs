using System.Globalization;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Accounts;

/// <summary>
/// What the security administrator, the first start and the command line do to accounts. An account has no grain: its version decides
/// races, and nothing but sign-in reads it. No secret stands in a record.
/// </summary>
public sealed class AccountCommands(CommandTransaction transaction)
{
    public static AuditSubject Subject(Guid accountId) => new("account", accountId);

    /// <summary>As records name an account that acts.</summary>
    public static Actor ActorOf(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new Actor(account.Id.ToString("D", CultureInfo.InvariantCulture), $"{account.DisplayName}（{account.SignInName}）");
    }

    public Task<CommandOutcome> CreateAsync(CommandStamp stamp, NewAccount told, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(told);
        return transaction.RunAsync(stamp, "account.create", scope => CreateAsync(scope, told), cancellationToken);
    }

    /// <summary>Makes an account where there is none yet but demo accounts: the first start of a registry. Of several nodes that try, one does.</summary>
    public Task<CommandOutcome> CreateFirstAsync(CommandStamp stamp, NewAccount told, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(told);
        return transaction.RunAsync(
            stamp,
            "account.create",
            async scope =>
                await scope.Db.Accounts.AnyAsync(a => !a.IsDemo)
                    ? CommandOutcome.NothingToDo(Guid.Empty, 0)
                    : await CreateAsync(scope, told),
            cancellationToken
        );
    }

    /// <summary>Gives roles and takes roles away; what it does not name stays.</summary>
    public Task<CommandOutcome> ChangeRolesAsync(
        CommandStamp stamp,
        Guid id,
        IReadOnlyCollection<RoleInUnit> given,
        IReadOnlyCollection<RoleInUnit> taken,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return ChangeAsync(
            stamp,
            id,
            "account.roles",
            async (scope, account) =>
            {
                Require.That(new NobodyChangesTheirOwnRoles(IsOwn(stamp, id)), new WhatAProviderSaysIsNotChangedHere(account.IsExternal));
                await UnitsMustExistAsync(scope, given);
                var wanted = account.Roles.Except(taken).Union(given).ToList();
                return account.GiveRoles(wanted, stamp.By.Id, scope.Now)
                    ? new
                    {
                        given,
                        taken,
                        account.Roles,
                    }
                    : null;
            },
            cancellationToken
        );
    }

    /// <summary>Gives a password that its owner must change at the next sign-in, and ends every session.</summary>
    public Task<CommandOutcome> ResetPasswordAsync(
        CommandStamp stamp,
        Guid id,
        string hash,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            stamp,
            id,
            "account.password",
            async (scope, account) =>
            {
                Require.That(new WhatAProviderSaysIsNotChangedHere(account.IsExternal));
                account.TakePassword(hash, mustChange: true);
                await EndSessionsAsync(scope, id);
                return new { OneTime = true };
            },
            cancellationToken
        );

    public Task<CommandOutcome> ResetSecondFactorAsync(CommandStamp stamp, Guid id, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            stamp,
            id,
            "account.second-factor",
            async (scope, account) =>
            {
                Require.That(new WhatAProviderSaysIsNotChangedHere(account.IsExternal));
                if (!account.TwoFactorEnabled)
                {
                    return null;
                }

                account.DropSecondFactor();
                await EndSessionsAsync(scope, id);
                return new { Enabled = false };
            },
            cancellationToken
        );

    /// <summary>Lets a security administrator in again who is locked out in whatever way: one-time password, no second factor, not disabled.</summary>
    public Task<CommandOutcome> RescueAsync(CommandStamp stamp, Guid id, string hash, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            stamp,
            id,
            "account.rescue",
            async (scope, account) =>
            {
                Require.That(
                    new WhatAProviderSaysIsNotChangedHere(account.IsExternal),
                    new OnlyASecurityAdministratorIsRescued(account.Roles.Any(r => r.Role == Role.SecurityAdministrator))
                );
                account.DropSecondFactor();
                account.TakePassword(hash, mustChange: true);
                account.IsDisabled = false;
                await EndSessionsAsync(scope, id);
                return new
                {
                    OneTime = true,
                    SecondFactor = false,
                    Disabled = false,
                };
            },
            cancellationToken
        );

    /// <summary>Shuts the account out at once, or lets it in again; old sessions do not come back.</summary>
    public Task<CommandOutcome> DisableAsync(CommandStamp stamp, Guid id, bool disabled, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return ChangeAsync(
            stamp,
            id,
            disabled ? "account.disable" : "account.enable",
            async (scope, account) =>
            {
                Require.That(new NobodyDisablesThemselves(IsOwn(stamp, id)));
                if (account.IsDisabled == disabled)
                {
                    return null;
                }

                account.IsDisabled = disabled;
                account.RenewSecurityStamp();
                await EndSessionsAsync(scope, id);
                return new { Disabled = disabled };
            },
            cancellationToken
        );
    }

    /// <summary>Lets an account try again that failed too often.</summary>
    public Task<CommandOutcome> UnlockAsync(CommandStamp stamp, Guid id, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            stamp,
            id,
            "account.unlock",
            (_, account) =>
            {
                var wasLocked = account.LockedUntil is not null;
                (account.LockedUntil, account.FailedSignIns) = (null, 0);
                return Task.FromResult<object?>(wasLocked ? new { Unlocked = true } : null);
            },
            cancellationToken
        );

    /// <summary>Says whose account it is.</summary>
    /// <param name="honoreeId">The person in the registry; null for nobody.</param>
    public Task<CommandOutcome> DescribeAsync(
        CommandStamp stamp,
        Guid id,
        string displayName,
        Guid? honoreeId,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            stamp,
            id,
            "account.describe",
            (_, account) =>
            {
                if (account.DisplayName == displayName && account.HonoreeId == honoreeId)
                {
                    return Task.FromResult<object?>(null);
                }

                account.Rename(displayName);
                account.HonoreeId = honoreeId;
                return Task.FromResult<object?>(new { displayName, honoreeId });
            },
            cancellationToken
        );

    /// <summary>Finds or makes the account of whom a provider vouches for, with the roles that the provider says now.</summary>
    public Task<CommandOutcome> VouchAsync(CommandStamp stamp, ExternalIdentity identity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return transaction.RunAsync(
            stamp,
            "account.vouch",
            async scope =>
            {
                await UnitsMustExistAsync(scope, identity.Roles);
                var account = await scope
                    .Db.Accounts.Include(a => a.Grants)
                    .FirstOrDefaultAsync(a => a.ExternalIssuer == identity.Issuer && a.ExternalSubject == identity.Subject);
                return account is null
                    ? await CreateAsync(scope, await NewAsync(scope, identity), identity)
                    : await RenewAsync(scope, account, identity);
            },
            cancellationToken
        );
    }

    /// <summary>Ends every session of an account inside a command.</summary>
    /// <returns>How many were open.</returns>
    public static async Task<int> EndSessionsAsync(CommandScope scope, Guid accountId, Guid? except = null)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var open = await scope
            .Db.SignInSessions.Where(s => s.AccountId == accountId && s.EndedAt == null && s.Id != except && s.ExpiresAt > scope.Now)
            .ToListAsync();
        open.ForEach(session => session.End(scope.Now));
        return open.Count;
    }

    private static async Task<CommandOutcome> CreateAsync(CommandScope scope, NewAccount told, ExternalIdentity? vouchedFor = null)
    {
        var normalized = Account.Normalize(told.SignInName);
        Require.That(new ASignInNameIsGivenOnce(await scope.Db.Accounts.AnyAsync(a => a.NormalizedName == normalized)));
        await UnitsMustExistAsync(scope, told.Roles);
        var account = new Account(told.Id, told.SignInName.Trim(), told.DisplayName.Trim(), scope.Now, told.IsDemo)
        {
            HonoreeId = told.HonoreeId,
            PasswordHash = told.PasswordHash,
            MustChangePassword = told.MustChangePassword && told.PasswordHash is not null,
        };
        account.RenewSecurityStamp();
        account.GiveRoles(told.Roles, scope.Stamp.By.Id, scope.Now);
        if (vouchedFor is not null)
        {
            account.SignsInAt(vouchedFor.Issuer, vouchedFor.Subject);
        }

        scope.Db.Accounts.Add(account);
        await scope.AuditAsync(
            Subject(account.Id),
            "account.create",
            new
            {
                account.SignInName,
                account.DisplayName,
                account.HonoreeId,
                account.Roles,
                account.IsDemo,
                account.ExternalIssuer,
            }
        );
        return CommandOutcome.Applied(account.Id, account.Version);
    }

    private static async Task<NewAccount> NewAsync(CommandScope scope, ExternalIdentity identity)
    {
        var suggested = identity.SignInName?.Trim();
        var normalized = Account.Normalize(suggested ?? "");
        var usable = new ASignInNameCanBeTyped(suggested).Holds && !await scope.Db.Accounts.AnyAsync(a => a.NormalizedName == normalized);
        return new NewAccount(
            identity.AccountId,
            usable ? suggested! : identity.OwnName,
            identity.DisplayName,
            identity.Roles,
            PasswordHash: null
        );
    }

    private static async Task<CommandOutcome> RenewAsync(CommandScope scope, Account account, ExternalIdentity identity)
    {
        Require.That(new ADisabledAccountStaysOut(account.IsDisabled));
        var changed = account.GiveRoles(identity.Roles, scope.Stamp.By.Id, scope.Now);
        if (account.DisplayName != identity.DisplayName)
        {
            account.Rename(identity.DisplayName);
            changed = true;
        }

        if (!changed)
        {
            return CommandOutcome.NothingToDo(account.Id, account.Version);
        }

        account.Moved();
        await scope.AuditAsync(Subject(account.Id), "account.roles", new { account.Roles, account.DisplayName });
        return CommandOutcome.Applied(account.Id, account.Version);
    }

    /// <param name="change">Changes the account and gives what the record says; null when there is nothing to change.</param>
    private Task<CommandOutcome> ChangeAsync(
        CommandStamp stamp,
        Guid id,
        string action,
        Func<CommandScope, Account, Task<object?>> change,
        CancellationToken cancellationToken
    ) =>
        transaction.RunAsync(
            stamp,
            action,
            async scope =>
            {
                var account = await scope.Db.Accounts.Include(a => a.Grants).FirstOrDefaultAsync(a => a.Id == id);
                Require.That(new TheEntityExists("账号", account is not null));
                if (await change(scope, account!) is not { } detail)
                {
                    return CommandOutcome.NothingToDo(id, account!.Version);
                }

                account!.Moved();
                await scope.AuditAsync(Subject(id), action, detail);
                return CommandOutcome.Applied(id, account.Version);
            },
            cancellationToken
        );

    private static bool IsOwn(CommandStamp stamp, Guid id) => stamp.By.Id == id.ToString("D", CultureInfo.InvariantCulture);

    private static Task UnitsMustExistAsync(CommandScope scope, IEnumerable<RoleInUnit> roles) =>
        References.MustExistAsync(scope.Db.Units.Select(u => u.Id), roles.Select(r => r.UnitId), "单位");
}
