using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Imports.Tables;

namespace Chinalco.Honors.Imports.Roster;

/// <summary>Where a roster's header stands and what its columns hold.</summary>
/// <param name="HeaderIndex">The header's place among the rows that hold anything, from 0.</param>
/// <param name="Headings">The headings as they are printed.</param>
/// <param name="Fields">What each column holds.</param>
public sealed record RosterColumns(int HeaderIndex, ImmutableArray<string> Headings, ImmutableArray<RosterField> Fields)
{
    private const int RowsToLookAt = 30;
    private const int FewestKnown = 2;

    /// <summary>Equal for files of the same shape, so that a mapping made once serves the next month's file too.</summary>
    public string Signature => Sha256Hex.Of(string.Join('\n', Headings.Select(CellText.Heading)));

    /// <summary>Finds the header below titles and notes: the row that holds most known headings, a name among them.</summary>
    /// <exception cref="TableRefusedException">No row looks like a header.</exception>
    public static RosterColumns Find(IReadOnlyList<TableRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var best = rows.Take(RowsToLookAt)
            .Select((row, index) => (Index: index, Fields: FieldsOf(row)))
            .Where(candidate => candidate.Fields.Contains(RosterField.Name))
            .Select(candidate => (candidate.Index, candidate.Fields, Known: candidate.Fields.Count(f => f != RosterField.Ignored)))
            .Where(candidate => candidate.Known >= FewestKnown)
            .OrderByDescending(candidate => candidate.Known)
            .ThenBy(candidate => candidate.Index)
            .FirstOrDefault();
        return best.Fields.IsDefault
            ? throw new TableRefusedException("没有找到表头：前 30 行中没有同时含“姓名”和“工号”“单位”等列名的一行。请补上表头再导入。")
            : new RosterColumns(best.Index, [.. rows[best.Index].Cells], OncePerField(best.Fields));
    }

    /// <summary>The columns with another meaning for some of them.</summary>
    /// <exception cref="TableRefusedException">A field is given twice, or the name is missing.</exception>
    public RosterColumns With(ImmutableArray<RosterField> fields)
    {
        if (fields.Length != Fields.Length)
        {
            throw new TableRefusedException("列数与文件不符，请重新打开本页。");
        }

        // What must not be stored stays unread, whatever somebody chooses.
        fields = [.. fields.Select((field, i) => Fields[i] == RosterField.Forbidden ? RosterField.Forbidden : field)];
        var twice = fields
            .Where(f => f is not (RosterField.Ignored or RosterField.Unit or RosterField.Forbidden))
            .GroupBy(f => f)
            .FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            throw new TableRefusedException($"有 {twice.Count()} 列都选作“{twice.Key.ToChinese()}”，请只留一列。");
        }

        return fields.Contains(RosterField.Name)
            ? this with
            {
                Fields = fields,
            }
            : throw new TableRefusedException("没有一列选作“姓名”，请选出姓名所在的列。");
    }

    private static ImmutableArray<RosterField> FieldsOf(TableRow row) =>
        [.. row.Cells.Select(cell => RosterFieldNames.Of(CellText.Heading(cell)))];

    /// <summary>Of two columns that mean the same, the first is taken and the user is asked about the other.</summary>
    private static ImmutableArray<RosterField> OncePerField(ImmutableArray<RosterField> fields)
    {
        var seen = new HashSet<RosterField>();
        return [.. fields.Select(f => f is RosterField.Unit or RosterField.Forbidden || seen.Add(f) ? f : RosterField.Ignored)];
    }
}
