namespace Chinalco.Honors.Domain.Accounts;

/// <summary>A role that an account has, and for which units.</summary>
public sealed class RoleGrant
{
    internal RoleGrant(Guid accountId, RoleInUnit granted, string grantedBy, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        (AccountId, Role, UnitId, GrantedBy, GrantedAt) = (accountId, granted.Role, granted.UnitId, grantedBy, at);
    }

    private RoleGrant() { }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public Role Role { get; private set; }

    /// <summary>The unit whose subtree the role covers; null for the whole group.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>The actor's id.</summary>
    public string GrantedBy { get; private set; } = "";

    public DateTimeOffset GrantedAt { get; private set; }
}

/// <summary>A role and where it holds.</summary>
/// <param name="UnitId">The unit whose subtree it covers; null for the whole group.</param>
public sealed record RoleInUnit(Role Role, Guid? UnitId = null);
