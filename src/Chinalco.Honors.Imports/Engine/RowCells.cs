using System.Collections.Immutable;
using System.Text;
using Chinalco.Honors.Imports.Tables;

namespace Chinalco.Honors.Imports.Engine;

/// <summary>The cells of one row by what they mean.</summary>
internal sealed class RowCells
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    /// <param name="unitField">The field whose columns make one place; null when there is none.</param>
    public RowCells(TableRow row, ImmutableArray<string> fields, string? unitField = null)
    {
        (Line, Row) = (row.Line, row);
        var unit = new StringBuilder();
        for (var column = 0; column < fields.Length; column++)
        {
            var field = fields[column];
            if (field is TableFields.Ignored or TableFields.Forbidden)
            {
                continue;
            }

            var text = TableLines.Said(row[column]);
            if (field == unitField)
            {
                UnitPath.Append(unit, text);
            }
            else
            {
                texts[field] = text;
            }
        }

        Unit = unit.ToString();
    }

    public int Line { get; }

    public TableRow Row { get; }

    /// <summary>Company, plant and team as one text.</summary>
    public string Unit { get; }

    /// <summary>The cell; empty when it is empty, a dash, or there is no such column.</summary>
    public string this[string field] => texts.GetValueOrDefault(field, "");

    public string? TextOf(string field) => this[field] is { Length: > 0 } text ? text : null;

    /// <summary>Whether the row is a total, a note, a signature, or nothing but one cell.</summary>
    public bool IsTotalOrNote
    {
        get
        {
            var first = Row.Cells.FirstOrDefault(cell => cell.Length > 0) ?? "";
            return TableLines.IsTotalOrNote(CellText.Plain(first).Replace(" ", "", StringComparison.Ordinal))
                || TableLines.IsTotalOrNote(Unit)
                || (Row.Cells.Count > 2 && Row.Cells.Count(cell => cell.Length > 0) == 1);
        }
    }

    /// <summary>Whether every cell that is read may be kept.</summary>
    public bool IsStorable => TableLines.IsStorable(Unit) && texts.Values.All(TableLines.IsStorable);
}
