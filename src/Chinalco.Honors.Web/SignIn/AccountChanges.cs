using Chinalco.Honors.Domain.Accounts;

namespace Chinalco.Honors.Web.SignIn;

/// <summary>What the account manager changed: as records for the audit trail, and as values for the row. No secret is in a record.</summary>
internal static class AccountChanges
{
    public static IEnumerable<(string Action, object Detail)> Between(Account before, Account after)
    {
        // Reaching the limit sets the count back and locks.
        var locked = after.LockedUntil is { } until && until != before.LockedUntil;
        if (after.FailedSignIns > before.FailedSignIns || locked)
        {
            yield return ("account.sign-in-failed", new { Failures = before.FailedSignIns + 1 });
        }

        if (locked)
        {
            yield return ("account.lock", new { after.LockedUntil });
        }

        if (after.PasswordHash != before.PasswordHash)
        {
            yield return ("account.password", new { OneTime = after.MustChangePassword });
        }

        var key = after.ProtectedAuthenticatorKey != before.ProtectedAuthenticatorKey;
        var codes = after.RecoveryCodeHashes != before.RecoveryCodeHashes;
        if (key || codes || after.TwoFactorEnabled != before.TwoFactorEnabled)
        {
            yield return (
                "account.second-factor",
                new
                {
                    Enabled = after.TwoFactorEnabled,
                    NewKey = key,
                    RecoveryCodesLeft = after.RecoveryCodeHashes?.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length ?? 0,
                }
            );
        }
    }

    /// <summary>Copies what the manager changes, and nothing else.</summary>
    public static void Copy(Account from, Account to)
    {
        to.PasswordHash = from.PasswordHash;
        to.MustChangePassword = from.MustChangePassword;
        to.SecurityStamp = from.SecurityStamp;
        to.FailedSignIns = from.FailedSignIns;
        to.LockedUntil = from.LockedUntil;
        to.TwoFactorEnabled = from.TwoFactorEnabled;
        to.ProtectedAuthenticatorKey = from.ProtectedAuthenticatorKey;
        to.RecoveryCodeHashes = from.RecoveryCodeHashes;
    }
}
