using System.Globalization;
using System.Text;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace Chinalco.Honors.Web.SignIn;

/// <summary>
/// Sets the second factor up and takes it away. A new key is not in the account before a code has shown that the telephone has it: until
/// then it travels, encrypted, in the form itself.
/// </summary>
public sealed class SecondFactor(
    UserManager<Account> accounts,
    IUserStore<Account> store,
    OwnPassword password,
    Sessions sessions,
    IDataProtectionProvider protection
)
{
    private const int RecoveryCodes = 10;

    private const string Issuer = "中铝荣誉";

    private static readonly TimeSpan OfferLasts = TimeSpan.FromMinutes(20);

    /// <summary>A new key for the user.</summary>
    public Offer NewOffer(SignedInUser user)
    {
        var key = accounts.GenerateNewAuthenticatorKey();
        return new Offer(key, Uri(user, key), ProtectorOf(user).Protect(key, OfferLasts));
    }

    /// <summary>The key that was offered before; null when it is too old or was not ours.</summary>
    public Offer? ReadOffer(SignedInUser user, string? sealedKey)
    {
        try
        {
            return ProtectorOf(user).Unprotect(sealedKey ?? "") is var key ? new Offer(key, Uri(user, key), sealedKey!) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Takes the key when the code was made with it. Other sessions are over; this one goes on.</summary>
    /// <returns>The recovery codes, to be shown once; null when the code does not fit.</returns>
    public async Task<IReadOnlyList<string>?> SwitchOnAsync(
        SignedInUser user,
        Offer offer,
        string? code,
        CancellationToken cancellationToken
    )
    {
        var account = await password.FindAsync(user);
        if (account.TwoFactorEnabled || account.IsExternal)
        {
            return null;
        }

        await ((IUserAuthenticatorKeyStore<Account>)store).SetAuthenticatorKeyAsync(account, offer.Key, cancellationToken);
        var digits = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        if (!await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits))
        {
            return null;
        }

        account.TwoFactorEnabled = true;
        account.RenewSecurityStamp();
        return await CodesAsync(user, account, cancellationToken);
    }

    /// <summary>Makes new recovery codes; the old ones no longer count.</summary>
    /// <returns>The codes, to be shown once; null when the password is wrong.</returns>
    public async Task<IReadOnlyList<string>?> RenewCodesAsync(SignedInUser user, string? typed, CancellationToken cancellationToken)
    {
        var account = await password.FindAsync(user);
        return account.TwoFactorEnabled && await password.IsRightAsync(account, typed)
            ? await CodesAsync(user, account, cancellationToken)
            : null;
    }

    /// <returns>Whether the password was right and the second factor is off.</returns>
    public async Task<bool> SwitchOffAsync(SignedInUser user, string? typed, CancellationToken cancellationToken)
    {
        var account = await password.FindAsync(user);
        if (!await password.IsRightAsync(account, typed))
        {
            return false;
        }

        account.DropSecondFactor();
        if (!(await accounts.UpdateAsync(account)).Succeeded)
        {
            return false;
        }

        await sessions.KeepAsync(user, cancellationToken);
        return true;
    }

    /// <summary>How many recovery codes are left.</summary>
    public async Task<int> CodesLeftAsync(SignedInUser user) => await accounts.CountRecoveryCodesAsync(await password.FindAsync(user));

    private async Task<IReadOnlyList<string>?> CodesAsync(SignedInUser user, Account account, CancellationToken cancellationToken)
    {
        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        if (codes is null)
        {
            return null;
        }

        await sessions.KeepAsync(user, cancellationToken);
        return [.. codes];
    }

    private ITimeLimitedDataProtector ProtectorOf(SignedInUser user) =>
        protection.CreateProtector("Chinalco.Honors.SecondFactorOffer", user.AccountId.ToString("N")).ToTimeLimitedDataProtector();

    private static string Uri(SignedInUser user, string key)
    {
        var issuer = System.Uri.EscapeDataString(Issuer);
        return $"otpauth://totp/{issuer}:{System.Uri.EscapeDataString(user.SignInName)}?secret={key}&issuer={issuer}&digits=6";
    }

    /// <summary>A key that is not in use yet.</summary>
    /// <param name="Uri">What the authenticator reads from the picture.</param>
    /// <param name="Sealed">The key as the form carries it.</param>
    public sealed record Offer(string Key, string Uri, string Sealed)
    {
        /// <summary>The key as it is typed: in groups of four.</summary>
        public string Typed => string.Join(' ', Key.Chunk(4).Select(group => new string(group))).ToLower(CultureInfo.InvariantCulture);

        /// <summary>The modules of the picture as an SVG path, each one unit wide, with its quiet border.</summary>
        public (string Path, int Size) Picture()
        {
            using var generator = new QRCodeGenerator();
            using var code = generator.CreateQrCode(Uri, QRCodeGenerator.ECCLevel.M);
            var rows = code.ModuleMatrix;
            var path = new StringBuilder();
            for (var y = 0; y < rows.Count; y++)
            {
                for (var x = 0; x < rows[y].Count; x++)
                {
                    if (rows[y][x])
                    {
                        path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                    }
                }
            }

            return (path.ToString(), rows.Count);
        }
    }
}
