using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Accounts;

namespace Chinalco.Honors.Grains.Accounts;

/// <summary>An account to be made.</summary>
/// <param name="HonoreeId">The person in the registry whose account it is.</param>
/// <param name="PasswordHash">Never the password itself. Null for an account that signs in elsewhere.</param>
/// <param name="MustChangePassword">The password was made for its first sign-in only.</param>
public sealed record NewAccount(
    Guid Id,
    string SignInName,
    string DisplayName,
    ImmutableArray<RoleInUnit> Roles,
    string? PasswordHash,
    bool MustChangePassword = true,
    Guid? HonoreeId = null,
    bool IsDemo = false
);

/// <summary>Whom an outside provider vouches for.</summary>
/// <param name="SignInName">The name that the provider suggests; another is given when it is taken or cannot be typed.</param>
/// <param name="Roles">As the provider says now; they replace what it said before.</param>
public sealed record ExternalIdentity(
    string Issuer,
    string Subject,
    string? SignInName,
    string DisplayName,
    ImmutableArray<RoleInUnit> Roles
)
{
    private static readonly Guid Scope = new("5d1f3a5e-9a55-4bb2-8f43-6a7b5a0c1e11");

    /// <summary>The account of the same issuer and subject, whenever it is made.</summary>
    public Guid AccountId => DerivedId.From(Scope, $"{Issuer}\n{Subject}");

    /// <summary>A name that nobody else is given.</summary>
    public string OwnName => $"sso-{AccountId:N}"[..16];
}
