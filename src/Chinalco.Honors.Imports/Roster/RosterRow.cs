using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Imports.Engine;

namespace Chinalco.Honors.Imports.Roster;

/// <summary>One person of a roster, read.</summary>
/// <param name="Line">The row's number in the file.</param>
/// <param name="UnitText">The unit with workshop and team, as one text; empty when the roster has none.</param>
/// <param name="HasLeft">The roster says that the person works here no more.</param>
/// <param name="Since">Since when the person works in the unit.</param>
public sealed record RosterRow(
    int Line,
    string? Number,
    string Name,
    string UnitText,
    string? Position,
    HonoreeStatus? Status,
    bool HasLeft,
    PartialDate? Since,
    PersonnelFacts Facts
);

/// <summary>A roster, read.</summary>
public sealed record RosterTable(
    ImmutableArray<RosterRow> Rows,
    ImmutableArray<ImportFault> Faults,
    ImmutableArray<int> SkippedLines,
    ImmutableArray<string> ForbiddenColumns,
    PartialDate? AsOf
) : ParsedTable(Faults, SkippedLines, ForbiddenColumns, AsOf);
