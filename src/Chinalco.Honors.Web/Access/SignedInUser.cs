using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;

namespace Chinalco.Honors.Web.Access;

/// <summary>Whoever sent a request, as the session and the account stand at this moment.</summary>
/// <param name="HonoreeId">The person in the registry whose account it is.</param>
/// <param name="MustChangePassword">Nothing but one's own account is open before the password is changed.</param>
/// <param name="MustSetUpSecondFactor">Nothing but one's own account is open before codes are asked for at sign-in.</param>
public sealed record SignedInUser(
    Guid AccountId,
    Guid SessionId,
    string SignInName,
    string DisplayName,
    Guid? HonoreeId,
    ImmutableArray<RoleInUnit> Roles,
    bool MustChangePassword = false,
    bool MustSetUpSecondFactor = false
)
{
    /// <summary>Where the user has to go before anything else is open; null when nothing is owed.</summary>
    public string? Owes =>
        MustChangePassword ? "/account/password"
        : MustSetUpSecondFactor ? "/account/second-factor"
        : null;

    /// <summary>As audit records name the user.</summary>
    public Actor Actor => new(AccountId.ToString("D"), $"{DisplayName}（{SignInName}）");

    public bool Is(Role role) => Roles.Any(r => r.Role == role);

    public bool May(Right right) => Roles.Any(r => AccessTable.RolesWith(right).Contains(r.Role));

    /// <summary>The units, with everything below, that a right covers; null stands for the whole group.</summary>
    public IEnumerable<Guid?> UnitsWith(Right right) =>
        Roles.Where(r => AccessTable.RolesWith(right).Contains(r.Role)).Select(r => r.UnitId);
}
