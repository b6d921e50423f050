using System.Security.Cryptography;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Grains.Accounts;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Web.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.SignIn;

/// <summary>
/// Accounts as ASP.NET Core Identity keeps them: passwords, failures, second factor. The manager changes an account in memory and has it
/// stored; what changed is found by comparison and recorded in the same transaction.
/// </summary>
internal sealed class AccountStore(
    IHonorsDatabase database,
    CommandTransaction transaction,
    IDataProtectionProvider protection,
    CurrentUser current,
    IdentityErrorDescriber errors
)
    : IUserPasswordStore<Account>,
        IUserSecurityStampStore<Account>,
        IUserLockoutStore<Account>,
        IUserTwoFactorStore<Account>,
        IUserAuthenticatorKeyStore<Account>,
        IUserTwoFactorRecoveryCodeStore<Account>
{
    private const int RecoveryCodeRounds = 100_000;

    private const int RecoveryCodeBytes = 32;

    private readonly IDataProtector keys = protection.CreateProtector("Chinalco.Honors.AuthenticatorKey");

    public void Dispose() { }

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await FindAsync(a => a.Id == id, cancellationToken) : null;

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindAsync(a => a.NormalizedName == normalizedUserName, cancellationToken);

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Accounts are made by AccountCommands.");

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("An account is disabled, never deleted: records name it.");

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        var outcome = await transaction.RunAsync(
            CommandStamp.New(current.User?.Actor ?? Actor.Anonymous),
            "account.update",
            async scope =>
            {
                var stored = await scope.Db.Accounts.FirstOrDefaultAsync(a => a.Id == user.Id);
                if (stored is null || stored.Version != user.Version)
                {
                    return CommandOutcome.Rejected(nameof(errors.ConcurrencyFailure), "");
                }

                foreach (var (action, detail) in AccountChanges.Between(stored, user))
                {
                    await scope.AuditAsync(AccountCommands.Subject(user.Id), action, detail);
                }

                AccountChanges.Copy(from: user, to: stored);
                stored.Moved();
                return CommandOutcome.Applied(user.Id, stored.Version);
            },
            cancellationToken
        );
        if (!outcome.Succeeded)
        {
            return IdentityResult.Failed(errors.ConcurrencyFailure());
        }

        user.Moved();
        return IdentityResult.Success;
    }

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString("D"));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SignInName);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A sign-in name stays: records name it.");

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.NormalizedName);

    /// <summary>The account keeps its normalized name by itself.</summary>
    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.SecurityStamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        user.LockedUntil = lockoutEnd;
        return Task.CompletedTask;
    }

    public Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(++user.FailedSignIns);

    public Task ResetAccessFailedCountAsync(Account user, CancellationToken cancellationToken)
    {
        user.FailedSignIns = 0;
        return Task.CompletedTask;
    }

    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.FailedSignIns);

    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Every account can be locked.</summary>
    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken)
    {
        user.TwoFactorEnabled = enabled;
        return Task.CompletedTask;
    }

    public Task<bool> GetTwoFactorEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.TwoFactorEnabled);

    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken)
    {
        user.ProtectedAuthenticatorKey = keys.Protect(key);
        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.ProtectedAuthenticatorKey is { } key ? keys.Unprotect(key) : null);

    public Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        user.RecoveryCodeHashes = string.Join('\n', recoveryCodes.Select(code => HashOf(user, code)));
        return Task.CompletedTask;
    }

    public Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var hash = HashOf(user, code);
        var left = Hashes(user);
        if (!left.Contains(hash, StringComparer.Ordinal))
        {
            return Task.FromResult(false);
        }

        user.RecoveryCodeHashes = string.Join('\n', left.Where(h => h != hash));
        return Task.FromResult(true);
    }

    public Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(Hashes(user).Length);

    private static string[] Hashes(Account user) => user.RecoveryCodeHashes?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Slow, because a code is short; salted with the account, so that one computation is compared with all of its codes.</summary>
    private static string HashOf(Account user, string code) =>
        Convert.ToBase64String(
            Rfc2898DeriveBytes.Pbkdf2(
                code.Trim().ToUpperInvariant(),
                user.Id.ToByteArray(),
                RecoveryCodeRounds,
                HashAlgorithmName.SHA256,
                RecoveryCodeBytes
            )
        );

    private async Task<Account?> FindAsync(
        System.Linq.Expressions.Expression<Func<Account, bool>> which,
        CancellationToken cancellationToken
    )
    {
        var db = database.Open();
        await using (db)
        {
            return await db.Accounts.AsNoTracking().Include(a => a.Grants).FirstOrDefaultAsync(which, cancellationToken);
        }
    }
}
