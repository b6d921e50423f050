using System.Collections.Immutable;
using System.Text;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Imports.Engine;

namespace Chinalco.Honors.Imports.Awards;

/// <summary>One award as a table of the catalogue shows it. Null, or empty, is what the row does not say.</summary>
/// <param name="OtherNames">Aliases and former names.</param>
public sealed record AwardRow(
    int Line,
    string? Code,
    string Name,
    ImmutableArray<string> OtherNames,
    string? Body,
    AwardLevel? Level,
    AwardLevel? TreatmentLevel,
    string? Cycle,
    ImmutableArray<RecipientKind> Recipients,
    AwardFamily? Family,
    string? Summary
);

/// <summary>A table of the catalogue, read.</summary>
public sealed record AwardTable(
    ImmutableArray<AwardRow> Rows,
    ImmutableArray<ImportFault> Faults,
    ImmutableArray<int> SkippedLines,
    ImmutableArray<string> ForbiddenColumns,
    PartialDate? AsOf
) : ParsedTable(Faults, SkippedLines, ForbiddenColumns, AsOf);

/// <summary>An award that the registry does not have, or has otherwise.</summary>
/// <param name="Award">As it shall be.</param>
public sealed record AwardChange(
    ImportChangeKind Kind,
    int Line,
    string? Code,
    string Name,
    ImmutableArray<FieldChange> Fields,
    string? Advice,
    ListedAward Award,
    long SeenVersion
) : ImportChange(Kind, Line, Award.Id, Code, Name, Fields, Advice, SeenVersion)
{
    public override void Describe(StringBuilder text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text.Append('|').Append(Award.Seen).Append('|').Append(Award.Facts.Digest);
    }
}
