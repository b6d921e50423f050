using Chinalco.Honors.Domain;

namespace Chinalco.Honors.Imports.Roster;

/// <summary>What whoever imports a roster says of it.</summary>
/// <param name="AsOf">The day that the roster shows; employments end and begin on it.</param>
/// <param name="CompleteFor">The roster holds everybody of this unit and those below it: who is not on it has left. Null when it is a part.</param>
/// <param name="TakesNewNames">A number with another name means that the person changed the name; otherwise it is a conflict.</param>
public sealed record RosterOptions(PartialDate AsOf, Guid? CompleteFor, bool TakesNewNames);

/// <summary>Whose people somebody may import.</summary>
/// <param name="Units">The units with all below them; null for the whole group.</param>
public sealed record RosterScope(IReadOnlyList<Guid>? Units)
{
    public static readonly RosterScope WholeGroup = new((IReadOnlyList<Guid>?)null);

    public bool Covers(UnitDirectory directory, Guid? unit)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return Units is null || Units.Any(above => directory.IsWithin(unit, above));
    }
}
