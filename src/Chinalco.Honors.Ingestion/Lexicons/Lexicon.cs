using System.Collections.Frozen;
using System.Collections.Immutable;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;

namespace Chinalco.Honors.Ingestion.Lexicons;

/// <summary>A unit the registry knows.</summary>
/// <param name="Code">Key in the catalogue.</param>
/// <param name="Name">Full legal name.</param>
/// <param name="Tier">Its place in the tree.</param>
/// <param name="Parent">Code of the unit above; null at the top.</param>
/// <param name="Place">Where it is, as free text that begins with the province or city.</param>
/// <param name="Aliases">Short names in print, the usual one first.</param>
/// <param name="FormerNames">Names it once had.</param>
public sealed record UnitEntry(
    string Code,
    string Name,
    UnitTier Tier,
    string? Parent,
    string? Place,
    ImmutableArray<string> Aliases,
    ImmutableArray<string> FormerNames
)
{
    /// <summary>One line for the unit's page.</summary>
    public string? Summary { get; init; }

    /// <summary>Whether it exists for the samples only.</summary>
    public bool IsInvented { get; init; }

    /// <summary>The former names with the years they were borne, as far as known.</summary>
    public ImmutableArray<FormerName> NamesOverTime { get; init; } = [];

    /// <summary>The name print uses.</summary>
    public string ShortName => Aliases.IsDefaultOrEmpty ? Name : Aliases[0];

    /// <summary>The level of an award that this unit confers.</summary>
    public AwardLevel OwnLevel =>
        Tier switch
        {
            UnitTier.Group => AwardLevel.Group,
            UnitTier.Segment => AwardLevel.Segment,
            _ => AwardLevel.Enterprise,
        };
}

/// <summary>A name of the past; years as text, null where unknown.</summary>
public sealed record FormerName(string Name, string? From, string? To);

/// <summary>An award the registry knows.</summary>
/// <param name="Code">Key in the catalogue.</param>
/// <param name="Name">Catalogue name.</param>
/// <param name="Level">Level shown.</param>
/// <param name="ConferringBody">Who confers it; null where it varies.</param>
/// <param name="Recipients">Who may receive it.</param>
/// <param name="Aliases">Other names in print.</param>
public sealed record AwardEntry(
    string Code,
    string Name,
    AwardLevel Level,
    string? ConferringBody,
    ImmutableArray<RecipientKind> Recipients,
    ImmutableArray<string> Aliases
)
{
    /// <summary>The field it belongs to.</summary>
    public AwardFamily Family { get; init; } = AwardFamily.General;

    /// <summary>The level it is treated as, where that differs from the one shown.</summary>
    public AwardLevel? TreatmentLevel { get; init; }

    /// <summary>How often it is conferred, as a phrase.</summary>
    public string? Cycle { get; init; }

    /// <summary>One line for the award's page.</summary>
    public string? Summary { get; init; }

    /// <summary>Whether it stands for the like-named awards of many bodies (each province, each company) instead of one award.</summary>
    public bool IsGeneric { get; init; }
}

/// <summary>A person the registry knows.</summary>
/// <param name="Id">Employee number or honoree id.</param>
/// <param name="Name">Name.</param>
/// <param name="Unit">Full name of the unit.</param>
/// <param name="Position">Post or trade; null where unknown.</param>
public sealed record PersonEntry(string Id, string Name, string Unit, string? Position)
{
    /// <summary>How the person stands to the group; null where the roster does not say.</summary>
    public HonoreeStatus? Status { get; init; }

    /// <summary>The year the present employment began; null where unknown.</summary>
    public string? HireYear { get; init; }
}

/// <summary>What detection knows of the registry: units, awards and people. Immutable; building it is linear in its size.</summary>
public sealed class Lexicon
{
    private readonly WordFinder<UnitEntry> unitNames;
    private readonly WordFinder<string> personNames;
    private readonly FrozenDictionary<string, UnitEntry> unitsByName;
    private readonly FrozenDictionary<string, UnitEntry> unitsByCode;
    private readonly FrozenDictionary<string, ImmutableArray<PersonEntry>> peopleByName;
    private readonly ImmutableArray<UnitEntry> unitList;

    /// <summary>Builds the look-up structures from plain records.</summary>
    public Lexicon(IEnumerable<UnitEntry> units, IEnumerable<AwardEntry> awards, IEnumerable<PersonEntry> people)
    {
        unitList = [.. units];
        Awards = new AwardCatalogue([.. awards]);
        unitsByCode = unitList
            .GroupBy(unit => unit.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.First());
        unitsByName = unitList
            .SelectMany(unit => CurrentNamesOf(unit).Select(name => (name, unit)))
            .Concat(unitList.SelectMany(unit => unit.FormerNames.Select(name => (name, unit))))
            .Where(pair => pair.name.Length > 1)
            .GroupBy(pair => pair.name, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.First().unit, StringComparer.Ordinal);
        unitNames = new(unitsByName);
        peopleByName = people
            .GroupBy(person => person.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.OrderBy(person => person.Id, StringComparer.Ordinal).ToImmutableArray(),
                StringComparer.Ordinal
            );
        personNames = new(peopleByName.Keys.Select(name => KeyValuePair.Create(name, name)));
    }

    /// <summary>The awards, found by name.</summary>
    public AwardCatalogue Awards { get; }

    /// <summary>All units, in the order given.</summary>
    public ImmutableArray<UnitEntry> Units => unitList;

    /// <summary>Occurrences of unit names.</summary>
    public List<WordHit<UnitEntry>> FindUnits(string text) => unitNames.Find(text);

    /// <summary>The longest unit name that the text begins with; null where it begins with none.</summary>
    public WordHit<UnitEntry>? FindUnitAtStart(string text) => unitNames.FindAtStart(text);

    /// <summary>Occurrences of names of known people.</summary>
    public List<WordHit<string>> FindPeople(string text) => personNames.Find(text);

    /// <summary>The unit of this exact name, alias or former name.</summary>
    public UnitEntry? UnitNamed(string name) => unitsByName.GetValueOrDefault(name);

    /// <summary>The unit above; null at the top or where it is unknown.</summary>
    public UnitEntry? ParentOf(UnitEntry unit) => unit.Parent is { } code ? unitsByCode.GetValueOrDefault(code) : null;

    /// <summary>Whether anybody of this name is known.</summary>
    public bool KnowsPerson(ReadOnlySpan<char> name) => personNames.Contains(name);

    /// <summary>The known people of this name, by id.</summary>
    public ImmutableArray<PersonEntry> PeopleNamed(string name) => peopleByName.GetValueOrDefault(name, []);

    /// <summary>They come before the former names of all units, so that a unit wins its name over one that once had it.</summary>
    private static IEnumerable<string> CurrentNamesOf(UnitEntry unit) => unit.Aliases.Prepend(unit.Name);
}
