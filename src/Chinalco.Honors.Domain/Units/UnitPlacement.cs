namespace Chinalco.Honors.Domain.Units;

/// <summary>上下级沿革: where a unit stood in the organisation tree, from one day until another.</summary>
public sealed class UnitPlacement
{
    internal UnitPlacement(Guid unitId, int order, Guid? parentId, PartialDate? from)
    {
        Id = Guid.CreateVersion7();
        (UnitId, Order, ParentId, From) = (unitId, order, parentId, from);
    }

    private UnitPlacement() { }

    public Guid Id { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>The order in which the unit stood in its places.</summary>
    public int Order { get; private set; }

    /// <summary>Null for the root.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>The first day there; null when nobody said.</summary>
    public PartialDate? From { get; private set; }

    /// <summary>The first day elsewhere; null for the place of today, or the last of a dissolved unit.</summary>
    public PartialDate? To { get; private set; }

    internal void End(PartialDate to) => To = to;

    internal void Correct(Guid? parentId) => ParentId = parentId;
}
