using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Chinalco.Honors.Imports.Tables;

/// <summary>Reads separated values. The separator is the one that the first lines hold most of.</summary>
internal static class DelimitedText
{
    private const int LinesToLookAt = 20;

    private static readonly string[] Separators = [",", "\t", ";", "，", "|"];

    public static List<TableRow> Read(string text, TableLimits limits)
    {
        using var reader = new StringReader(text);
        using var parser = new CsvParser(
            reader,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = SeparatorOf(text),
                BadDataFound = null,
                IgnoreBlankLines = true,
                CacheFields = true,
                MaxFieldSize = 0,
            }
        );
        var rows = new List<TableRow>();
        while (parser.Read())
        {
            var row = new TableRow(parser.RawRow, Tidy(parser.Record!, limits));
            if (row.IsEmpty)
            {
                continue;
            }

            rows.Add(row);
            Limit.Rows(rows.Count, limits);
        }

        return rows;
    }

    private static string[] Tidy(string[] cells, TableLimits limits)
    {
        Limit.Columns(cells.Length, limits);
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Limit.Cell(cells[i].Trim(), limits);
        }

        return cells;
    }

    private static string SeparatorOf(string text)
    {
        var head = string.Join('\n', text.Split('\n', LinesToLookAt + 1).Take(LinesToLookAt));
        return Separators.MaxBy(separator => head.AsSpan().Count(separator))!;
    }
}
