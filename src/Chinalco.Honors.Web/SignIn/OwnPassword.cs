using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Access;
using Microsoft.AspNetCore.Identity;

namespace Chinalco.Honors.Web.SignIn;

/// <summary>The password of whoever is signed in: asked for again before anything that guards the account changes.</summary>
public sealed class OwnPassword(UserManager<Account> accounts, Sessions sessions, IdentityErrorDescriber errors)
{
    private const int LongestPassword = 200;

    /// <summary>Takes a new password. Other sessions are over; this one goes on.</summary>
    /// <returns>What is wrong, in Chinese; null when it is done.</returns>
    public async Task<string?> ChangeAsync(SignedInUser user, string? now, string? wanted, CancellationToken cancellationToken)
    {
        var account = await FindAsync(user);
        if (!await IsRightAsync(account, now))
        {
            return errors.PasswordMismatch().Description;
        }

        if (wanted is { Length: > LongestPassword })
        {
            return "密码过长，请缩短到 200 个字符以内。";
        }

        if (string.Equals(now, wanted, StringComparison.Ordinal))
        {
            return "新密码须与当前密码不同，请换一个。";
        }

        account.MustChangePassword = false;
        var changed = await accounts.ChangePasswordAsync(account, now!, wanted ?? "");
        if (!changed.Succeeded)
        {
            return changed.Errors.First().Description;
        }

        await sessions.KeepAsync(user, cancellationToken);
        return null;
    }

    /// <summary>A thief at an open screen is no better off than at the sign-in page: wrong passwords count here too.</summary>
    public async Task<bool> IsRightAsync(Account account, string? password)
    {
        if (password is null or { Length: > LongestPassword } || await accounts.IsLockedOutAsync(account))
        {
            return false;
        }

        if (await accounts.CheckPasswordAsync(account, password))
        {
            return true;
        }

        await accounts.AccessFailedAsync(account);
        return false;
    }

    /// <summary>The account of the user as it is now.</summary>
    public async Task<Account> FindAsync(SignedInUser user) =>
        await accounts.FindByIdAsync(user.AccountId.ToString("D"))
        ?? throw new InvalidOperationException("The account of an open session is gone.");
}
