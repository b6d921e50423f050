using Chinalco.Honors.Domain;

namespace Chinalco.Honors.Imports.Roster;

/// <summary>What whoever imports a roster says of it.</summary>
/// <param name="AsOf">The day that the roster shows; employments end and begin on it.</param>
/// <param name="CompleteFor">The roster holds everybody of this unit and those below it: who is not on it has left. Null when it is a part.</param>
/// <param name="TakesNewNames">A number with another name means that the person changed the name; otherwise it is a conflict.</param>
public sealed record RosterOptions(PartialDate AsOf, Guid? CompleteFor, bool TakesNewNames);
