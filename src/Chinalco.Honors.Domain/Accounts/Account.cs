using System.Security.Cryptography;
using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Accounts;

/// <summary>账号: who may sign in, how, and with which roles.</summary>
public sealed class Account
{
    /// <summary>Most UTF-16 units of a sign-in name.</summary>
    public const int LongestSignInName = 60;

    private readonly List<RoleGrant> grants = [];

    public Account(Guid id, string signInName, string displayName, DateTimeOffset at, bool isDemo = false)
    {
        Require.That(new ASignInNameCanBeTyped(signInName), new TextIsGiven("姓名", displayName, 100));
        (Id, SignInName, DisplayName, CreatedAt, IsDemo) = (id, signInName, displayName, at, isDemo);
        NormalizedName = Normalize(signInName);
        Version = 1;
    }

    private Account() { }

    public Guid Id { get; private set; }

    public string SignInName { get; private set; } = "";

    /// <summary>The sign-in name as it is compared: case does not count.</summary>
    public string NormalizedName { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    /// <summary>The person in the registry whose account this is; null when there is none.</summary>
    public Guid? HonoreeId { get; set; }

    /// <summary>A sample account, never made in production.</summary>
    public bool IsDemo { get; private set; }

    public bool IsDisabled { get; set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>Null for an account that signs in elsewhere.</summary>
    public string? PasswordHash { get; set; }

    public bool MustChangePassword { get; set; }

    /// <summary>Changes with every credential; sessions that began under another one are over.</summary>
    public string SecurityStamp { get; set; } = "";

    public int FailedSignIns { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public bool TwoFactorEnabled { get; set; }

    /// <summary>The secret that one-time codes are made from, encrypted with the site's own keys.</summary>
    public string? ProtectedAuthenticatorKey { get; set; }

    /// <summary>Hashes of the recovery codes that are left, one a line.</summary>
    public string? RecoveryCodeHashes { get; set; }

    /// <summary>Who vouches for an account that signs in elsewhere: the provider's issuer.</summary>
    public string? ExternalIssuer { get; private set; }

    /// <summary>Whom the provider means.</summary>
    public string? ExternalSubject { get; private set; }

    /// <summary>Moves with each write; the concurrency token.</summary>
    public long Version { get; private set; }

    public IReadOnlyList<RoleGrant> Grants => grants;

    public IEnumerable<RoleInUnit> Roles => grants.Select(g => new RoleInUnit(g.Role, g.UnitId));

    /// <summary>Whether somebody else vouches for whoever signs in.</summary>
    public bool IsExternal => ExternalIssuer is not null;

    public static string Normalize(string signInName) => signInName.Trim().ToUpperInvariant();

    /// <summary>Ties the account to an identity of an outside provider.</summary>
    public void SignsInAt(string issuer, string subject) => (ExternalIssuer, ExternalSubject) = (issuer, subject);

    public void Rename(string displayName)
    {
        Require.That(new TextIsGiven("姓名", displayName, 100));
        DisplayName = displayName;
    }

    /// <summary>Gives exactly these roles; grants that stay keep their date.</summary>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="RuleBrokenException">The roles do not go together, or do not fit their units.</exception>
    public bool GiveRoles(IReadOnlyCollection<RoleInUnit> roles, string grantedBy, DateTimeOffset at)
    {
        Require.That([
            new TheThreeOfficersAreThreePeople(roles),
            new AnOfficerHasNoOtherBusiness(roles),
            .. roles.Select(r => new ARoleHoldsWhereItCan(r)),
        ]);
        var wanted = roles.ToHashSet();
        var removed = grants.RemoveAll(g => !wanted.Contains(new RoleInUnit(g.Role, g.UnitId)));
        var added = wanted.Except(Roles).ToList();
        grants.AddRange(added.Select(role => new RoleGrant(Id, role, grantedBy, at)));
        return removed + added.Count > 0;
    }

    /// <summary>Ends what was proved with the credentials as they were: every session that began before is over.</summary>
    public void RenewSecurityStamp() => SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));

    /// <summary>Takes a new password. Whoever failed to sign in before is forgotten.</summary>
    public void TakePassword(string hash, bool mustChange)
    {
        (PasswordHash, MustChangePassword, FailedSignIns, LockedUntil) = (hash, mustChange, 0, null);
        RenewSecurityStamp();
    }

    /// <summary>Forgets the second factor: the next sign-in asks for the password alone.</summary>
    public void DropSecondFactor()
    {
        (TwoFactorEnabled, ProtectedAuthenticatorKey, RecoveryCodeHashes) = (false, null, null);
        RenewSecurityStamp();
    }

    /// <summary>Notes that the account is about to be written.</summary>
    public void Moved() => Version++;
}
