using Chinalco.Honors.Domain.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Chinalco.Honors.Web.SignIn;

/// <summary>
/// Judges names, passwords and codes. Unknown, locked and disabled accounts get the answer of a wrong password, after the same time.
/// </summary>
public sealed class LocalSignIn(
    UserManager<Account> accounts,
    IPasswordHasher<Account> hasher,
    SignInOptions options,
    TimeProvider clock,
    ILogger<LocalSignIn> logger
)
{
    private const int LongestPassword = 200;

    /// <summary>Codes of one account count once within this time; they are good for a few minutes.</summary>
    private static readonly TimeSpan CodeMemory = TimeSpan.FromHours(1);

    // Guesses at one account are judged one after the other, so that many at once are not all made before the first is counted.
    private static readonly SemaphoreSlim[] Gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    private static readonly Account Nobody = new(Guid.Empty, "nobody", "nobody", DateTimeOffset.UnixEpoch);

    private static string? nobodysHash;

    /// <returns>The account whose name and password these are; null for any refusal.</returns>
    public Task<Account?> ProvePasswordAsync(string? name, string? password, CancellationToken cancellationToken) =>
        InTurnAsync(Account.Normalize(name ?? ""), normalized => JudgeAsync(normalized, password ?? ""), cancellationToken);

    /// <summary>Judges the second factor of an account whose password was right.</summary>
    /// <param name="code">Six digits of the authenticator, or a recovery code.</param>
    /// <returns>What proved it; null for any refusal.</returns>
    public Task<SignInProof?> ProveCodeAsync(Guid accountId, string? code, CancellationToken cancellationToken) =>
        InTurnAsync(accountId.ToString("N"), _ => JudgeCodeAsync(accountId, code ?? ""), cancellationToken);

    private async Task<T?> InTurnAsync<T>(string key, Func<string, Task<T?>> judge, CancellationToken cancellationToken)
        where T : class
    {
        var began = clock.GetTimestamp();
        var gate = Gates[(uint)key.GetHashCode(StringComparison.Ordinal) % (uint)Gates.Length];
        await gate.WaitAsync(cancellationToken);
        T? proved;
        try
        {
            proved = await judge(key);
        }
        finally
        {
            gate.Release();
        }

        if (proved is null && options.RefusalTakes - clock.GetElapsedTime(began) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, clock, cancellationToken);
        }

        return proved;
    }

    private async Task<Account?> JudgeAsync(string normalized, string password)
    {
        var account = await accounts.FindByNameAsync(normalized);
        if (password.Length > LongestPassword || account is null || !await MayTryAsync(account))
        {
            nobodysHash ??= hasher.HashPassword(Nobody, OneTimePassword.New());
            hasher.VerifyHashedPassword(Nobody, nobodysHash, password.Length > LongestPassword ? "" : password);
            logger.LogInformation("Sign-in refused: {Why}.", account is null ? "no such account" : "the account may not sign in now");
            return null;
        }

        if (await accounts.CheckPasswordAsync(account, password))
        {
            return account;
        }

        await CountFailureAsync(account);
        return null;
    }

    private async Task<SignInProof?> JudgeCodeAsync(Guid accountId, string code)
    {
        var account = await accounts.FindByIdAsync(accountId.ToString("D"));
        if (account is null || !account.TwoFactorEnabled || !await MayTryAsync(account))
        {
            return null;
        }

        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (code.Length <= 12 && digits.Length == 6 && code.All(c => char.IsAsciiDigit(c) || c is ' ' or '-'))
        {
            if (await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits))
            {
                return new SignInProof("password and code", OncePerCode(account, digits));
            }
        }
        else if (code.Length <= 20 && (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, code.Trim())).Succeeded)
        {
            return new SignInProof("password and recovery code");
        }

        await CountFailureAsync(account);
        return null;
    }

    private async Task<bool> MayTryAsync(Account account) =>
        !account.IsDisabled && account.PasswordHash is not null && !await accounts.IsLockedOutAsync(account);

    /// <summary>Counts until it is counted: whoever else writes the account at the same time does not make a guess free.</summary>
    private async Task CountFailureAsync(Account account)
    {
        for (var seen = account; seen is not null && !await accounts.IsLockedOutAsync(seen); )
        {
            if ((await accounts.AccessFailedAsync(seen)).Succeeded)
            {
                return;
            }

            seen = await accounts.FindByIdAsync(account.Id.ToString("D"));
        }
    }

    private SignInProof.Mark OncePerCode(Account account, string code)
    {
        var slot = clock.GetUtcNow().UtcTicks / CodeMemory.Ticks;
        return new SignInProof.Mark(Named(slot), [Named(slot - 1)]);

        Guid Named(long hour) => Domain.DerivedId.From(account.Id, $"code {code} {hour}");
    }
}
