using System.Collections.Immutable;
using System.Text;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Imports.Engine;

namespace Chinalco.Honors.Imports.Headcounts;

/// <summary>One unit's number in one year. A row of a table with a column for each year makes several.</summary>
public sealed record HeadcountRow(int Line, string UnitText, int? Year, int Number);

/// <summary>A table of headcounts, read.</summary>
public sealed record HeadcountTable(
    ImmutableArray<HeadcountRow> Rows,
    ImmutableArray<ImportFault> Faults,
    ImmutableArray<int> SkippedLines,
    ImmutableArray<string> ForbiddenColumns,
    PartialDate? AsOf
) : ParsedTable(Faults, SkippedLines, ForbiddenColumns, AsOf);

/// <summary>A headcount that the registry does not have, or has otherwise.</summary>
/// <param name="Before">The number that was looked at; null when there was none.</param>
public sealed record HeadcountChange(
    ImportChangeKind Kind,
    int Line,
    Guid Id,
    string Name,
    ImmutableArray<FieldChange> Fields,
    Guid UnitId,
    int Year,
    int Count,
    int? Before
) : ImportChange(Kind, Line, Id, Number: null, Name, Fields, Advice: null)
{
    public override void Describe(StringBuilder text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text.Append('|').Append(UnitId).Append('|').Append(Year).Append('|').Append(Count);
    }
}
