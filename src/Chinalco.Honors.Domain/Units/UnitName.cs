namespace Chinalco.Honors.Domain.Units;

/// <summary>What kind of name a unit bears.</summary>
public enum UnitNameKind
{
    /// <summary>The legal name of today.</summary>
    Legal = 1,

    /// <summary>A short name that print uses.</summary>
    Alias = 2,

    /// <summary>A legal or usual name of the past.</summary>
    Former = 3,
}

/// <summary>One name of a unit and the years it was borne.</summary>
public sealed class UnitName
{
    internal UnitName(Guid unitId, int order, string name, UnitNameKind kind, PartialDate? from, PartialDate? to)
    {
        Id = Guid.CreateVersion7();
        (UnitId, Order, Name, Kind, From, To) = (unitId, order, name, kind, from, to);
    }

    private UnitName() { }

    public Guid Id { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>The order in which names were given; the first alias is the one pages prefer.</summary>
    public int Order { get; private set; }

    public string Name { get; private set; } = "";

    public UnitNameKind Kind { get; private set; }

    public PartialDate? From { get; private set; }

    public PartialDate? To { get; private set; }

    internal void Retire(PartialDate? to) => (Kind, To) = (UnitNameKind.Former, to);
}
