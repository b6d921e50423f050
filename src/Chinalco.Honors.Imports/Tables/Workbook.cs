using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Chinalco.Honors.Imports.Tables;

/// <summary>Reads the first visible sheet of a workbook that holds anything, xlsx or xls.</summary>
internal static class Workbook
{
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static List<TableRow> Read(byte[] content, TableLimits limits)
    {
        try
        {
            Measure(content, limits);
            using var stream = new MemoryStream(content, writable: false);
            using var reader = ExcelReaderFactory.CreateReader(stream);
            do
            {
                if (reader.VisibleState == "visible" && ReadSheet(reader, limits) is { Count: > 0 } rows)
                {
                    return rows;
                }
            } while (reader.NextResult());
            return [];
        }
        catch (InvalidPasswordException)
        {
            throw new TableRefusedException("工作簿设有打开密码。请在 Excel 中取消密码后再导入。");
        }
        catch (Exception damaged)
            when (damaged
                    is ExcelReaderException
                        or InvalidDataException
                        or System.Xml.XmlException
                        or FormatException
                        or IOException
                        or ArgumentException
                        or IndexOutOfRangeException
                        or OverflowException
                        or KeyNotFoundException
                        or NullReferenceException
                        or NotSupportedException
            )
        {
            throw new TableRefusedException("工作簿已损坏，或不是 Excel 文件。请用 Excel 打开后另存为 .xlsx 再导入。");
        }
    }

    private static List<TableRow> ReadSheet(IExcelDataReader reader, TableLimits limits)
    {
        Limit.Columns(reader.FieldCount, limits);
        var merged = (reader.MergeCells ?? []).Where(range => range.FromRow < range.ToRow && range.FromColumn == range.ToColumn).ToList();
        var below = merged.ToLookup(range => range.FromRow);
        var filled = new Dictionary<int, (int LastRow, string Text)>();
        var rows = new List<TableRow>();
        for (var number = 0; reader.Read(); number++)
        {
            var cells = new string[reader.FieldCount];
            for (var column = 0; column < cells.Length; column++)
            {
                cells[column] = Limit.Cell(TextOf(reader, column).Trim(), limits);
            }

            FillDown(cells, number, below, filled);
            var row = new TableRow(number + 1, cells);
            if (!row.IsEmpty)
            {
                rows.Add(row);
                Limit.Rows(rows.Count, limits);
            }
        }

        return rows;
    }

    /// <summary>A cell that spans several rows stands for each of them; only the first holds its text.</summary>
    private static void FillDown(string[] cells, int row, ILookup<int, CellRange> below, Dictionary<int, (int LastRow, string Text)> filled)
    {
        foreach (var range in below[row].Where(range => range.FromColumn < cells.Length))
        {
            filled[range.FromColumn] = (range.ToRow, cells[range.FromColumn]);
        }

        // A merged cell does not make a row: what is filled in counts only beside something of the row's own.
        if (cells.All(string.IsNullOrWhiteSpace))
        {
            return;
        }

        foreach (var (column, (lastRow, text)) in filled)
        {
            if (row <= lastRow && cells[column].Length == 0)
            {
                cells[column] = text;
            }
        }
    }

    private static string TextOf(IExcelDataReader reader, int column) =>
        reader.GetValue(column) switch
        {
            null => "",
            string text => text,
            DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            bool truth => truth ? "是" : "否",
            IConvertible number => Padded(Convert.ToString(number, CultureInfo.InvariantCulture)!, reader.GetNumberFormatString(column)),
            var other => other.ToString() ?? "",
        };

    /// <summary>An employee number kept as a number shows its leading zeros by its format alone: 00123 is 123 in format 00000.</summary>
    private static string Padded(string number, string? format) =>
        format is { Length: > 1 and <= 40 } && format.All(c => c == '0') && number.All(char.IsAsciiDigit)
            ? number.PadLeft(format.Length, '0')
            : number;

    private static void Measure(byte[] content, TableLimits limits)
    {
        if (content[0] != 'P')
        {
            return;
        }

        // What an entry's header says may be a lie: unpack, count, forget.
        using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        var buffer = new byte[81920];
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            using var unpacked = entry.Open();
            for (var read = unpacked.Read(buffer); read > 0; read = unpacked.Read(buffer))
            {
                total += read;
                if (total > limits.MaxUnpackedBytes)
                {
                    throw new TableRefusedException("工作簿解压后过大，不像是正常的表格。请用 Excel 另存为新的 .xlsx 再导入。");
                }
            }
        }
    }
}
