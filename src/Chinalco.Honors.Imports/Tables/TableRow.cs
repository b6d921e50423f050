namespace Chinalco.Honors.Imports.Tables;

/// <summary>One row of a table as it was handed in.</summary>
/// <param name="Line">The row's number in the file, from 1, as a spreadsheet shows it.</param>
/// <param name="Cells">The cells from the left; dates as ISO 8601, numbers without grouping, nothing as an empty text.</param>
public sealed record TableRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>The cell of a column; empty beyond the row's end.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";

    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>A table cannot be taken. The message tells the user, in Chinese, why and what to do.</summary>
public sealed class TableRefusedException(string message) : Exception(message);

/// <summary>How much a table may hold. Whatever exceeds a limit is refused before it can fill the memory.</summary>
public sealed record TableLimits
{
    public static TableLimits Default { get; } = new();

    /// <summary>Largest file in bytes.</summary>
    public long MaxBytes { get; init; } = 25L * 1024 * 1024;

    /// <summary>Most bytes that a workbook may unpack to.</summary>
    public long MaxUnpackedBytes { get; init; } = 1024L * 1024 * 1024;

    public int MaxRows { get; init; } = 300_000;

    public int MaxColumns { get; init; } = 200;

    /// <summary>Most characters of one cell.</summary>
    public int MaxCell { get; init; } = 4_000;
}
