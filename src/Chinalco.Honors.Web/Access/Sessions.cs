using System.Security.Claims;
using System.Security.Cryptography;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Accounts;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Web.SignIn;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Access;

/// <summary>
/// Sign-ins as rows of the database. The cookie holds a session's id alone, and every request looks it up: a session that ended, an account
/// that was disabled or a role that was taken away counts from the next request on, on every node.
/// </summary>
public sealed class Sessions(IHonorsDatabase database, CommandTransaction transaction, SignInOptions options, TimeProvider clock)
{
    /// <summary>How long a sign-in lasts at most: a working day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const string SessionClaim = "sid";

    /// <summary>Begins a session for an account that has proved who it is, and notes the sign-in.</summary>
    /// <param name="account">As it was when it proved it.</param>
    /// <param name="device">What the browser calls itself.</param>
    /// <returns>What the cookie holds; null when the proof no longer counts: used before, or the account has changed since.</returns>
    public async Task<ClaimsPrincipal?> BeginAsync(
        Account account,
        SignInProof proof,
        string? address,
        string? device,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(proof);
        var id = new Guid(RandomNumberGenerator.GetBytes(16));
        var by = AccountCommands.ActorOf(account);
        var outcome = await transaction.RunAsync(
            proof.Once is { } once ? new CommandStamp(once.Id, by) : CommandStamp.New(by),
            "account.sign-in",
            async scope =>
            {
                var stored = await scope.Db.Accounts.FirstAsync(a => a.Id == account.Id, cancellationToken);
                var isGood = stored.SecurityStamp == account.SecurityStamp && !stored.IsDisabled && !(stored.LockedUntil > scope.Now);
                Require.That(new AProofIsStillGood(isGood && !await WasUsedAsync(scope, proof, cancellationToken)));
                (stored.FailedSignIns, stored.LockedUntil, stored.LastSignInAt) = (0, null, scope.Now);
                stored.Moved();
                scope.Db.SignInSessions.Add(
                    new SignInSession(id, stored, scope.Now, scope.Now + Longest, Cut(address, 60), Cut(device, 200))
                );
                await scope.AuditAsync(
                    AccountCommands.Subject(stored.Id),
                    "account.sign-in",
                    new { proof.How, Address = Cut(address, 60) }
                );
                return CommandOutcome.Applied(id, stored.Version);
            },
            cancellationToken
        );

        // A proof that was used already answers with the session that it began.
        if (outcome.SubjectId != id)
        {
            return null;
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
                    account.MustChangePassword,
                    options.RequireSecondFactorForOfficers == true && LacksSecondFactor(account)
                );
        }
    }

    /// <summary>Ends the session that a cookie names, on every node.</summary>
    public async Task EndAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (await FindAsync(principal, cancellationToken) is { } user)
        {
            await EndAsync(user.Actor, user.AccountId, sessions => sessions.Where(s => s.Id == user.SessionId), cancellationToken);
        }
    }

    /// <summary>Ends one session of the user, here or elsewhere.</summary>
    public Task EndAsync(SignedInUser user, Guid sessionId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return EndAsync(user.Actor, user.AccountId, sessions => sessions.Where(s => s.Id == sessionId), cancellationToken);
    }

    /// <summary>Ends every session of the user but the present one.</summary>
    public Task EndOthersAsync(SignedInUser user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return EndAsync(user.Actor, user.AccountId, sessions => sessions.Where(s => s.Id != user.SessionId), cancellationToken);
    }

    /// <summary>Ends every session of an account.</summary>
    /// <param name="by">Who asks for it.</param>
    public Task EndAllOfAsync(Actor by, Guid accountId, CancellationToken cancellationToken) =>
        EndAsync(by, accountId, sessions => sessions, cancellationToken);

    /// <summary>Lets the present session live on after its user changed a credential; every other one is over.</summary>
    public async Task KeepAsync(SignedInUser user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        var db = database.Open();
        await using (db)
        {
            var account = await db.Accounts.AsNoTracking().FirstAsync(a => a.Id == user.AccountId, cancellationToken);
            var session = await db.SignInSessions.FirstAsync(s => s.Id == user.SessionId, cancellationToken);
            session.Follow(account);
            await db.SaveChangesAsync(cancellationToken);
        }

        await EndOthersAsync(user, cancellationToken);
    }

    /// <summary>The sessions of an account that are not over, the newest first.</summary>
    public async Task<IReadOnlyList<SignInSession>> OpenOfAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var db = database.Open();
        await using (db)
        {
            return await db
                .SignInSessions.AsNoTracking()
                .Where(s => s.AccountId == accountId && s.EndedAt == null && s.ExpiresAt > now)
                .Where(s => db.Accounts.Any(a => a.Id == s.AccountId && a.SecurityStamp == s.SecurityStamp))
                .OrderByDescending(s => s.BeganAt)
                .ToListAsync(cancellationToken);
        }
    }

    private Task<CommandOutcome> EndAsync(
        Actor by,
        Guid accountId,
        Func<IQueryable<SignInSession>, IQueryable<SignInSession>> which,
        CancellationToken cancellationToken
    ) =>
        transaction.RunAsync(
            CommandStamp.New(by),
            "account.sign-out",
            async scope =>
            {
                var open = await which(
                        scope.Db.SignInSessions.Where(s => s.AccountId == accountId && s.EndedAt == null && s.ExpiresAt > scope.Now)
                    )
                    .ToListAsync(cancellationToken);
                if (open.Count == 0)
                {
                    return CommandOutcome.NothingToDo(accountId, version: 0);
                }

                open.ForEach(session => session.End(scope.Now));
                await scope.AuditAsync(AccountCommands.Subject(accountId), "account.sign-out", new { Sessions = open.Count });
                return CommandOutcome.Applied(accountId, version: 0);
            },
            cancellationToken
        );

    /// <summary>For those who sign in elsewhere the provider decides.</summary>
    private static bool LacksSecondFactor(Account account) =>
        !account.TwoFactorEnabled && !account.IsExternal && account.Roles.Any(r => TheThreeOfficersAreThreePeople.IsOfficer(r.Role));

    private static async Task<bool> WasUsedAsync(CommandScope scope, SignInProof proof, CancellationToken cancellationToken)
    {
        var earlier = proof.Once?.Earlier.ToList() ?? [];
        return earlier.Count > 0 && await scope.Db.ProcessedCommands.AnyAsync(c => earlier.Contains(c.CommandId), cancellationToken);
    }

    private static Guid? SessionOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(SessionClaim), out var id) ? id : null;

    private static string? Cut(string? text, int longest) => text is { } t && t.Length > longest ? t[..longest] : text;
}
