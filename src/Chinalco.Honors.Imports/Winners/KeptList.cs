using System.Globalization;
using System.Text;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Imports.Engine;
using Chinalco.Honors.Imports.Tables;
using CsvHelper;
using CsvHelper.Configuration;

namespace Chinalco.Honors.Imports.Winners;

/// <summary>
/// A list of winners as it is kept beside its document: every row that was read, as separated values. The file itself is not kept, for other
/// sheets and columns of it may hold numbers that nobody may store; the import remembers its hash.
/// </summary>
public static class KeptList
{
    public const string MediaType = "text/csv";

    /// <summary>The bytes, and what names them. The same table gives the same bytes.</summary>
    public static (byte[] Content, ScanFacts Facts) Of(string fileName, ReadTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var content = new MemoryStream();
        using (var text = new StreamWriter(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            // What begins like a formula is none in a spreadsheet that opens it.
            using var csv = new CsvWriter(
                text,
                new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape }
            );
            foreach (var row in table.Rows)
            {
                for (var column = 0; column < row.Cells.Count; column++)
                {
                    csv.WriteField(IsKept(table.Columns, column, row[column]) ? row[column] : "");
                }

                csv.NextRecord();
            }
        }

        var bytes = content.ToArray();
        return (bytes, new ScanFacts(Path.ChangeExtension(fileName, ".csv"), Sha256Hex.Of(bytes), MediaType, bytes.Length));
    }

    private static bool IsKept(ImportColumns columns, int column, string cell) =>
        (column >= columns.Fields.Length || columns.Fields[column] != TableFields.Forbidden) && TableLines.IsStorable(cell);
}
