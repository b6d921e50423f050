using System.Collections.Immutable;
using System.Text;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Imports.Engine;

namespace Chinalco.Honors.Imports.Units;

/// <summary>One unit as a table of the organisation shows it. Null is what the row does not say.</summary>
/// <param name="Parent">The code, the name, or the path of names of the unit above.</param>
/// <param name="OtherNames">Aliases and former names.</param>
/// <param name="RenamedOn">When the name of today began.</param>
public sealed record UnitRow(
    int Line,
    string? Code,
    string Name,
    string? Parent,
    UnitTier? Tier,
    string? Place,
    ImmutableArray<UnitNameFact> OtherNames,
    PartialDate? RenamedOn
);

/// <summary>A table of units, read.</summary>
public sealed record UnitTable(
    ImmutableArray<UnitRow> Rows,
    ImmutableArray<ImportFault> Faults,
    ImmutableArray<int> SkippedLines,
    ImmutableArray<string> ForbiddenColumns,
    PartialDate? AsOf
) : ParsedTable(Faults, SkippedLines, ForbiddenColumns, AsOf);

/// <summary>A unit that the registry does not have, or has otherwise.</summary>
/// <param name="Unit">As it shall be.</param>
public sealed record UnitChange(
    ImportChangeKind Kind,
    int Line,
    string? Code,
    string Name,
    ImmutableArray<FieldChange> Fields,
    string? Advice,
    ListedUnit Unit
) : ImportChange(Kind, Line, Unit.Id, Code, Name, Fields, Advice, Unit.SeenVersion)
{
    public override void Describe(StringBuilder text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text.Append('|').Append(Unit.ParentId).Append('|').Append(Unit.RenamedOn);
    }
}
