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

    /// <summary>Most UTF-16 units of the sentence about it.</summary>
    public const int LongestSummary = 500;

    private readonly List<UnitName> names = [];
    private readonly List<UnitPlacement> placements = [];

    public Unit(
        Guid id,
        string? code,
        string name,
        UnitTier tier,
        Guid? parentId,
        string? place,
        string? summary,
        bool isSample = false,
        PartialDate? foundedOn = null
    )
    {
        Require.That(new TextIsGiven("单位名称", name, LongestName));
        (Id, Code, Name, Tier, ParentId, Place, Summary, IsSample) = (id, code, name, tier, parentId, place, summary, isSample);
        FoundedOn = foundedOn;
        names.Add(new UnitName(id, order: 0, name, UnitNameKind.Legal, from: foundedOn, to: null));
        placements.Add(new UnitPlacement(id, order: 0, parentId, from: foundedOn));
        Version = PageVersion = 1;
    }

    private Unit() { }

    public Guid Id { get; private set; }

    /// <summary>The code of the catalogue file the unit came from; null for units found in print.</summary>
    public string? Code { get; private set; }

    /// <summary>The legal name of today.</summary>
    public string Name { get; private set; } = "";

    public UnitTier Tier { get; private set; }

    /// <summary>The unit it stands below; of a dissolved one, the last.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>The unit that took this one over and for which its honours count; null for one that stands, or that nobody took over.</summary>
    public Guid? HeirId { get; private set; }

    /// <summary>The first day of its being; null when nobody said.</summary>
    public PartialDate? FoundedOn { get; private set; }

    /// <summary>The first day of its not being any more; null for a unit that stands.</summary>
    public PartialDate? DissolvedOn { get; private set; }

    public string? Place { get; private set; }

    /// <summary>One Chinese sentence about the unit.</summary>
    public string? Summary { get; private set; }

    /// <summary>An invented unit of the sample data.</summary>
    public bool IsSample { get; private set; }

    public long Version { get; private set; }

    public long PageVersion { get; private set; }

    public IReadOnlyList<UnitName> Names => names;

    /// <summary>Where it stood when, the first place first; the open one is <see cref="ParentId"/>.</summary>
    public IReadOnlyList<UnitPlacement> Placements => placements;

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
    /// <param name="on">The first day below it; null when the unit never stood where the registry had it, so that its place is corrected.</param>
    /// <exception cref="InvalidOperationException">The unit was loaded without its places.</exception>
    public void MoveBelow(Guid? parentId, IReadOnlyCollection<Guid> ancestorsOfParent, PartialDate? on = null)
    {
        Require.That(new AUnitIsNotItsOwnAncestor(Id, ancestorsOfParent));
        if (parentId == ParentId)
        {
            return;
        }

        var open = placements.Find(p => p.To is null) ?? throw new InvalidOperationException("A unit is moved with its places.");
        if (on is { } day)
        {
            Require.That(new AChangeComesAfterTheLast(open.From ?? FoundedOn, day));
            open.End(day);
            placements.Add(new UnitPlacement(Id, placements.Count, parentId, day));
        }
        else
        {
            open.Correct(parentId);
        }

        ParentId = parentId;
        Moved();
    }

    /// <summary>Ends the unit.</summary>
    /// <param name="on">The first day without it.</param>
    /// <param name="heir">The unit its honours count for from then on; null when there is none.</param>
    public void Dissolve(PartialDate on, Unit? heir)
    {
        Require.That(
            new TheUnitStands(Name, DissolvedOn),
            new AnHeirIsAnotherUnitThatStands(Id, heir),
            new AChangeComesAfterTheLast(FoundedOn, on)
        );
        (DissolvedOn, HeirId) = (on, heir?.Id);
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

    /// <summary>Puts right what is known of the unit besides its names and its place in the tree; all of it is told.</summary>
    public void Restate(UnitTier tier, string? place, string? summary, PartialDate? foundedOn)
    {
        Require.That(
            new AUnitBeginsBeforeItChanges(foundedOn, placements.Select(p => p.To ?? DissolvedOn).FirstOrDefault(d => d is not null))
        );
        if ((tier, place, summary, foundedOn) == (Tier, Place, Summary, FoundedOn))
        {
            return;
        }

        (Tier, Place, Summary, FoundedOn) = (tier, place, summary, foundedOn);
        Moved();
    }

    private void Moved()
    {
        Version++;
        PageVersion++;
    }
}
