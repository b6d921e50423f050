using System.Security.Claims;
using System.Security.Cryptography;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Access;

/// <summary>
/// Sign-ins as rows of the database. The cookie holds a session's id alone, and every request looks it up: a session that ended, an account
/// that was disabled or a role that was taken away counts from the next request on, on every node.
/// </summary>
public sealed class Sessions(IHonorsDatabase database, TimeProvider clock)
{
    /// <summary>How long a sign-in lasts at most: a working day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const string SessionClaim = "sid";

    /// <summary>Begins a session for an account that has proved who it is.</summary>
    /// <returns>What the cookie holds.</returns>
    public async Task<ClaimsPrincipal> BeginAsync(Account account, string? address, string? device, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        var now = clock.GetUtcNow();
        var id = new Guid(RandomNumberGenerator.GetBytes(16));
        var db = database.Open();
        await using (db)
        {
            db.SignInSessions.Add(new SignInSession(id, account, now, now + Longest, Cut(address, 60), Cut(device, 200)));
            await db.SaveChangesAsync(cancellationToken);
            await db
                .Accounts.Where(a => a.Id == account.Id)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.LastSignInAt, now), cancellationToken);
        }

        Claim[] claims = [new(SessionClaim, id.ToString("N")), new(ClaimTypes.NameIdentifier, account.Id.ToString("N"))];
        return new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    /// <summary>Whose session a cookie names; null when it is over or was none.</summary>
    public async Task<SignedInUser?> FindAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(principal);
        if (SessionOf(principal) is not { } id)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var db = database.Open();
        await using (db)
        {
            var account = await db
                .SignInSessions.Where(s => s.Id == id && s.EndedAt == null && s.ExpiresAt > now)
                .Join(
                    db.Accounts.Where(a => !a.IsDisabled),
                    s => new { Id = s.AccountId, s.SecurityStamp },
                    a => new { a.Id, a.SecurityStamp },
                    (_, a) => a
                )
                .AsNoTracking()
                .Include(a => a.Grants)
                .FirstOrDefaultAsync(cancellationToken);
            return account is null
                ? null
                : new SignedInUser(
                    account.Id,
                    id,
                    account.SignInName,
                    account.DisplayName,
                    account.HonoreeId,
                    [.. account.Roles],
                    account.MustChangePassword
                );
        }
    }

    /// <summary>Ends the session that a cookie names.</summary>
    public Task EndAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return SessionOf(principal) is { } id ? EndAsync(s => s.Id == id, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Ends every session of an account.</summary>
    public Task EndAllOfAsync(Guid accountId, CancellationToken cancellationToken) =>
        EndAsync(s => s.AccountId == accountId, cancellationToken);

    private async Task EndAsync(System.Linq.Expressions.Expression<Func<SignInSession, bool>> which, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        var db = database.Open();
        await using (db)
        {
            await db
                .SignInSessions.Where(which)
                .Where(s => s.EndedAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), cancellationToken);
        }
    }

    private static Guid? SessionOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(SessionClaim), out var id) ? id : null;

    private static string? Cut(string? text, int longest) => text is { } t && t.Length > longest ? t[..longest] : text;
}
