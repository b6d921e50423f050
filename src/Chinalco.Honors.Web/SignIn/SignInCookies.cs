using System.Security.Claims;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Chinalco.Honors.Web.SignIn;

/// <summary>Turns what was proved into cookies: a whole session, or half of one while the code is awaited.</summary>
public sealed class SignInCookies(Sessions sessions)
{
    private const string StampClaim = "stamp";

    /// <summary>Begins a session and gives its cookie. A session that the browser had before is over.</summary>
    /// <returns>Whether the proof still counted.</returns>
    public async Task<bool> SignInAsync(HttpContext http, Account account, SignInProof proof)
    {
        if (await BeginAsync(http, account, proof) is not { } principal)
        {
            return false;
        }

        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, principal);
        await DropHalfAsync(http);
        return true;
    }

    /// <summary>Begins a session; the cookie is somebody else's task. A session that the browser had before is over.</summary>
    public async Task<ClaimsPrincipal?> BeginAsync(HttpContext http, Account account, SignInProof proof)
    {
        var before = await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        if (before.Principal is { } principal)
        {
            await sessions.EndAsync(principal, http.RequestAborted);
        }

        return await sessions.BeginAsync(
            account,
            proof,
            http.Connection.RemoteIpAddress?.ToString(),
            http.Request.Headers.UserAgent.ToString(),
            http.RequestAborted
        );
    }

    /// <summary>Notes for a few minutes that the password was right.</summary>
    public Task HalfSignInAsync(HttpContext http, Account account)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, account.Id.ToString("N")), new(StampClaim, account.SecurityStamp)];
        return http.SignInAsync(SignInServices.HalfSigned, new ClaimsPrincipal(new ClaimsIdentity(claims, SignInServices.HalfSigned)));
    }

    /// <summary>Whose password was right a few minutes ago, and the account's stamp then; null for nobody.</summary>
    public async Task<(Guid AccountId, string Stamp)?> HalfSignedAsync(HttpContext http)
    {
        var half = await http.AuthenticateAsync(SignInServices.HalfSigned);
        return
            half.Principal is { } principal
            && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            && principal.FindFirstValue(StampClaim) is { } stamp
            ? (id, stamp)
            : null;
    }

    public Task DropHalfAsync(HttpContext http) => http.SignOutAsync(SignInServices.HalfSigned);

    public async Task SignOutAsync(HttpContext http)
    {
        await sessions.EndAsync(http.User, http.RequestAborted);
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        await DropHalfAsync(http);
    }
}
