using System.Collections.Immutable;
using Chinalco.Honors.Domain.Units;

namespace Chinalco.Honors.Grains.Units;

/// <summary>机构调整: one change of the organisation that somebody orders.</summary>
/// <param name="UnitId">The unit that it happens to; of a founding, the one above.</param>
/// <param name="On">The first day on which it holds, as year, month or day.</param>
/// <param name="DocumentId">The document that says so.</param>
public abstract record UnitOrder(Guid UnitId, string On, Guid? DocumentId);

/// <summary>更名.</summary>
public sealed record RenameOrder(Guid UnitId, string On, string Name, Guid? DocumentId = null) : UnitOrder(UnitId, On, DocumentId);

/// <summary>划转: the unit goes below another, with everything below it.</summary>
public sealed record MoveOrder(Guid UnitId, string On, Guid ParentId, Guid? DocumentId = null) : UnitOrder(UnitId, On, DocumentId);

/// <summary>并入: the unit ends; its people and its honours go to the heir.</summary>
/// <param name="Absorbed">Units right below it that end with it; the others go below the heir as they are.</param>
public sealed record MergeOrder(Guid UnitId, string On, Guid HeirId, ImmutableArray<Guid> Absorbed, Guid? DocumentId = null)
    : UnitOrder(UnitId, On, DocumentId);

/// <summary>分设: parts of the unit become units of their own, beside it.</summary>
/// <param name="HeirPart">
/// Which part, counted from 0, carries the honours on and gets what no other part gets: the unit ends. Null when the unit goes on and the parts begin
/// without honours.
/// </param>
public sealed record SplitOrder(Guid UnitId, string On, ImmutableArray<UnitPart> Parts, int? HeirPart, Guid? DocumentId = null)
    : UnitOrder(UnitId, On, DocumentId);

/// <summary>A new unit made of a part of another.</summary>
/// <param name="SubUnits">Units right below the old one that go below the part.</param>
/// <param name="People">People who work in the old one now and go to the part.</param>
public sealed record UnitPart(string Name, UnitTier Tier, ImmutableArray<Guid> SubUnits, ImmutableArray<Guid> People);

/// <summary>撤销: the unit ends and nobody takes its honours over.</summary>
/// <param name="PeopleTo">Where those who work there now go; must be told when there are any.</param>
public sealed record DissolveOrder(Guid UnitId, string On, Guid? PeopleTo, Guid? DocumentId = null) : UnitOrder(UnitId, On, DocumentId);

/// <summary>新设: a unit begins.</summary>
public sealed record FoundOrder(
    Guid UnitId,
    string On,
    string Name,
    UnitTier Tier,
    string? Place = null,
    string? Summary = null,
    Guid? DocumentId = null
) : UnitOrder(UnitId, On, DocumentId);
