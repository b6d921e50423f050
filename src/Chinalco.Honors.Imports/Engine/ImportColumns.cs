using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Imports.Tables;

namespace Chinalco.Honors.Imports.Engine;

/// <summary>Where a table's header stands and what its columns hold.</summary>
/// <param name="HeaderIndex">The header's place among the rows that hold anything, from 0.</param>
/// <param name="Headings">The headings as they are printed.</param>
/// <param name="Fields">What each column holds, by the field's id.</param>
public sealed record ImportColumns(int HeaderIndex, ImmutableArray<string> Headings, ImmutableArray<string> Fields)
{
    private const int RowsToLookAt = 30;
    private const int FewestKnown = 2;

    /// <summary>Equal for files of the same shape, so that a mapping made once serves the next month's file too.</summary>
    public string Signature => Sha256Hex.Of(string.Join('\n', Headings.Select(CellText.Heading)));

    /// <summary>Finds the header below titles and notes: the row that holds most known headings, the one that is required among them.</summary>
    /// <exception cref="TableRefusedException">No row looks like a header.</exception>
    public static ImportColumns Find(IReadOnlyList<TableRow> rows, TableFields fields)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(fields);
        var best = rows.Take(RowsToLookAt)
            .Select((row, index) => (Index: index, Fields: FieldsOf(row, fields)))
            .Where(candidate => candidate.Fields.Contains(fields.Required))
            .Select(candidate => (candidate.Index, candidate.Fields, Known: candidate.Fields.Count(f => f != TableFields.Ignored)))
            .Where(candidate => candidate.Known >= FewestKnown)
            .OrderByDescending(candidate => candidate.Known)
            .ThenBy(candidate => candidate.Index)
            .FirstOrDefault();
        return best.Fields.IsDefault
            ? throw new TableRefusedException(fields.Advice)
            : new ImportColumns(best.Index, [.. rows[best.Index].Cells], OncePerField(best.Fields, fields));
    }

    /// <summary>The columns with another meaning for some of them.</summary>
    /// <exception cref="TableRefusedException">A field is given twice, or the one that is required is missing.</exception>
    public ImportColumns With(ImmutableArray<string> chosen, TableFields known)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (chosen.Length != Fields.Length || !chosen.All(known.Knows))
        {
            throw new TableRefusedException("列数与文件不符，请重新打开本页。");
        }

        // What must not be stored stays unread, whatever somebody chooses.
        chosen = [.. chosen.Select((field, i) => Fields[i] == TableFields.Forbidden ? TableFields.Forbidden : field)];
        var twice = chosen.Where(f => !known.Repeats(f)).GroupBy(f => f, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            throw new TableRefusedException($"有 {twice.Count()} 列都选作“{known.WordOf(twice.Key)}”，请只留一列。");
        }

        var word = known.WordOf(known.Required);
        return chosen.Contains(known.Required)
            ? this with
            {
                Fields = chosen,
            }
            : throw new TableRefusedException($"没有一列选作“{word}”，请选出{word}所在的列。");
    }

    private static ImmutableArray<string> FieldsOf(TableRow row, TableFields fields) =>
        [.. row.Cells.Select(cell => fields.Of(CellText.Heading(cell)))];

    /// <summary>Of two columns that mean the same, the first is taken and the user is asked about the other.</summary>
    private static ImmutableArray<string> OncePerField(ImmutableArray<string> columns, TableFields fields)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. columns.Select(f => fields.Repeats(f) || seen.Add(f) ? f : TableFields.Ignored)];
    }
}
