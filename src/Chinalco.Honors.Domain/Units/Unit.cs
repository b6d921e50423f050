using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Units;

/// <summary>单位: a node of the organisation tree. A team, a youth-league committee or a studio is a unit too.</summary>
public sealed class Unit : IVersioned
{
    /// <summary>Most UTF-16 units of a name.</summary>
    public const int LongestName = 200;

    /// <summary>Most UTF-16 units of a code.</summary>
    public const int LongestCode = 20;

    /// <summary>Most UTF-16 units of a place.</summary>
    public const int LongestPlace = 100;

    private readonly List<UnitName> names = [];

    public Unit(Guid id, string? code, string name, UnitTier tier, Guid? parentId, string? place, string? summary, bool isSample = false)
    {
        Require.That(new TextIsGiven("单位名称", name, LongestName));
        (Id, Code, Name, Tier, ParentId, Place, Summary, IsSample) = (id, code, name, tier, parentId, place, summary, isSample);
        names.Add(new UnitName(id, order: 0, name, UnitNameKind.Legal, from: null, to: null));
        Version = PageVersion = 1;
    }

    private Unit() { }

    public Guid Id { get; private set; }

    /// <summary>The code of the catalogue file the unit came from; null for units found in print.</summary>
    public string? Code { get; private set; }

    /// <summary>The legal name of today.</summary>
    public string Name { get; private set; } = "";

    public UnitTier Tier { get; private set; }

    public Guid? ParentId { get; private set; }

    public string? Place { get; private set; }

    /// <summary>One Chinese sentence about the unit.</summary>
    public string? Summary { get; private set; }

    /// <summary>An invented unit of the sample data.</summary>
    public bool IsSample { get; private set; }

    public long Version { get; private set; }

    public long PageVersion { get; private set; }

    public IReadOnlyList<UnitName> Names => names;

    /// <summary>The name a page shows where room is short: the first alias, else the legal name.</summary>
    public string ShortName => names.Where(n => n.Kind == UnitNameKind.Alias).MinBy(n => n.Order)?.Name ?? Name;

    /// <summary>Adds an alias or a former name; a name it already bears changes nothing.</summary>
    public void AddName(string name, UnitNameKind kind, PartialDate? from = null, PartialDate? to = null)
    {
        Require.That(new TextIsGiven("单位名称", name, LongestName));
        if (names.Exists(n => n.Name == name))
        {
            return;
        }

        names.Add(new UnitName(Id, names.Count, name, kind, from, to));
        Moved();
    }

    /// <summary>Takes a new legal name; the old one stays as a former name.</summary>
    public void Rename(string name, PartialDate? on)
    {
        Require.That(new TextIsGiven("单位名称", name, LongestName));
        if (name == Name)
        {
            return;
        }

        names.Find(n => n.Kind == UnitNameKind.Legal)?.Retire(on);
        names.Add(new UnitName(Id, names.Count, name, UnitNameKind.Legal, on, to: null));
        Name = name;
        Moved();
    }

    /// <summary>Moves the unit below another.</summary>
    /// <param name="parentId">The new parent; null for the root.</param>
    /// <param name="ancestorsOfParent">The ids from the new parent upwards, itself included.</param>
    public void MoveBelow(Guid? parentId, IReadOnlyCollection<Guid> ancestorsOfParent)
    {
        Require.That(new AUnitIsNotItsOwnAncestor(Id, ancestorsOfParent));
        ParentId = parentId;
        Moved();
    }

    /// <summary>Puts tier and place right; a unit that was found in print takes the code that a catalogue gives it and keeps the one it has.</summary>
    /// <param name="place">Null leaves it as it is.</param>
    public void Correct(string? code, UnitTier tier, string? place)
    {
        (code, place) = (Code ?? code, place ?? Place);
        if (code == Code && tier == Tier && place == Place)
        {
            return;
        }

        (Code, Tier, Place) = (code, tier, place);
        Moved();
    }

    private void Moved()
    {
        Version++;
        PageVersion++;
    }
}
