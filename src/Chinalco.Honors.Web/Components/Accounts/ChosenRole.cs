using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Web.Resources;
using Chinalco.Honors.Web.SignIn;

namespace Chinalco.Honors.Web.Components.Accounts;

/// <summary>A role as a form gives it.</summary>
public class ChosenRole
{
    public Role Role { get; set; } = Role.Reader;

    /// <summary>Words of a unit's name, or its code.</summary>
    public string? Unit { get; set; }

    /// <summary>The unit that was chosen among several.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>Finds out which unit is meant.</summary>
    /// <returns>The role; or what is wrong, with the units to choose from where there are several.</returns>
    public async Task<RoleReading> ReadAsync(AccountsQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (string.IsNullOrWhiteSpace(Unit))
        {
            return new RoleReading(new RoleInUnit(Role), Refusal: null, []);
        }

        var found = await query.UnitsAsync(Unit, cancellationToken);
        if (found.Count > 1 && UnitId is { } chosen)
        {
            found = [.. found.Where(unit => unit.Id == chosen)];
        }

        return found.Count switch
        {
            0 => new RoleReading(Role: null, AccountTexts.UnitUnknown.With(Unit), []),
            1 => new RoleReading(new RoleInUnit(Role, found[0].Id), Refusal: null, []),
            _ => new RoleReading(Role: null, AccountTexts.UnitMany.With(Unit), found),
        };
    }
}

/// <summary>What a form's role means.</summary>
/// <param name="Role">Null when it is not clear.</param>
/// <param name="Candidates">The units that may be meant.</param>
public sealed record RoleReading(RoleInUnit? Role, string? Refusal, IReadOnlyList<(Guid Id, string Name)> Candidates);
