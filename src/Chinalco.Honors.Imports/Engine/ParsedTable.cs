using System.Collections.Immutable;
using Chinalco.Honors.Domain;

namespace Chinalco.Honors.Imports.Engine;

/// <summary>A row that cannot be taken.</summary>
/// <param name="Reason">For the user, in Chinese: what is wrong and what to do.</param>
public sealed record ImportFault(int Line, string? Number, string Name, string Reason);

/// <summary>A table, read by what its columns mean.</summary>
/// <param name="SkippedLines">Totals, notes and repeated headers: lines that say nothing of their own.</param>
/// <param name="ForbiddenColumns">Headings of columns that hold identity-card or telephone numbers; not one cell of them was read.</param>
/// <param name="AsOf">The day that the title gives, such as 截至2025年6月30日; null when it gives none.</param>
public abstract record ParsedTable(
    ImmutableArray<ImportFault> Faults,
    ImmutableArray<int> SkippedLines,
    ImmutableArray<string> ForbiddenColumns,
    PartialDate? AsOf
);
