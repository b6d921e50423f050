using System.Collections.Immutable;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Commands;

namespace Chinalco.Honors.Grains.Units;

/// <summary>Owns one unit: its names over time and its place in the tree. The grain's key is the unit's id.</summary>
public interface IUnitGrain : IGrainWithGuidKey
{
    /// <summary>Enters the unit; one that exists is left as it is.</summary>
    Task<CommandOutcome> RegisterAsync(RegisterUnit command, CancellationToken cancellationToken = default);

    /// <summary>Adds an alias or a former name.</summary>
    Task<CommandOutcome> AddNameAsync(AddUnitName command, CancellationToken cancellationToken = default);

    /// <summary>Takes a new legal name; the old one stays as a former name.</summary>
    Task<CommandOutcome> RenameAsync(RenameUnit command, CancellationToken cancellationToken = default);

    /// <summary>Moves the unit below another.</summary>
    Task<CommandOutcome> MoveAsync(MoveUnit command, CancellationToken cancellationToken = default);

    /// <summary>Puts tier, place, sentence and founding right.</summary>
    Task<CommandOutcome> CorrectAsync(CorrectUnit command, CancellationToken cancellationToken = default);

    /// <summary>Enters how many people the unit had in a year, or corrects it.</summary>
    Task<CommandOutcome> CountAsync(CountUnit command, CancellationToken cancellationToken = default);

    /// <summary>The unit as committed last; null when there is none.</summary>
    Task<UnitSnapshot?> GetAsync(CancellationToken cancellationToken = default);
}

public sealed record RegisterUnit(
    CommandStamp Stamp,
    string? Code,
    string Name,
    UnitTier Tier,
    Guid? ParentId,
    string? Place,
    string? Summary,
    ImmutableArray<UnitNameFact> OtherNames,
    bool IsSample = false
);

public sealed record AddUnitName(CommandStamp Stamp, UnitNameFact Name);

public sealed record RenameUnit(CommandStamp Stamp, string Name, string? On);

/// <param name="On">The first day below it; null when the unit never stood where the registry had it.</param>
public sealed record MoveUnit(CommandStamp Stamp, Guid? ParentId, string? On = null);

/// <param name="SeenVersion">The unit's version on the page: another one, and nothing is written.</param>
/// <param name="FoundedOn">As year, month or day.</param>
public sealed record CorrectUnit(CommandStamp Stamp, long SeenVersion, UnitTier Tier, string? Place, string? Summary, string? FoundedOn);

/// <param name="Number">People, those of all units below included.</param>
/// <param name="Source">Where the number comes from.</param>
public sealed record CountUnit(CommandStamp Stamp, int Year, int Number, string Source);

/// <summary>A name as told; dates as year, year-month or full date.</summary>
public sealed record UnitNameFact(string Name, UnitNameKind Kind, string? From = null, string? To = null);

public sealed record UnitSnapshot(
    Guid Id,
    string? Code,
    string Name,
    UnitTier Tier,
    Guid? ParentId,
    ImmutableArray<UnitNameFact> Names,
    long Version
);
