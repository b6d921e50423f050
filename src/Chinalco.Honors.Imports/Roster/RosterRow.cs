using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;

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

/// <summary>A row that cannot be taken.</summary>
/// <param name="Reason">For the user, in Chinese: what is wrong and what to do.</param>
public sealed record RosterFault(int Line, string? Number, string Name, string Reason);

/// <summary>A roster, read.</summary>
/// <param name="SkippedLines">Totals, notes and repeated headers: lines that are no people.</param>
/// <param name="ForbiddenColumns">Headings of columns that hold identity-card or telephone numbers; not one cell of them was read.</param>
/// <param name="AsOf">The day that the title gives, such as 截至2025年6月30日; null when it gives none.</param>
public sealed record RosterTable(
    ImmutableArray<RosterRow> Rows,
    ImmutableArray<RosterFault> Faults,
    ImmutableArray<int> SkippedLines,
    ImmutableArray<string> ForbiddenColumns,
    PartialDate? AsOf
);
