using System.Globalization;
using System.Text;
using Chinalco.Honors.Imports.Tables;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Chinalco.Honors.Imports.Tests;

/// <summary>Makes the tables that tests hand in.</summary>
internal static class Sheets
{
    public static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines));

    public static IReadOnlyList<TableRow> Rows(params string[] lines) => TableReader.Read(Csv(lines));

    /// <summary>A workbook with one sheet: texts, numbers, and dates as the serial numbers that spreadsheets keep.</summary>
    /// <param name="merged">Ranges of merged cells, such as A3:A5.</param>
    public static byte[] Workbook(object?[][] rows, params string[] merged)
    {
        using var content = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook();
            var styles = workbook.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = Styles();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            var data = new SheetData();
            for (var r = 0; r < rows.Length; r++)
            {
                var row = new Row { RowIndex = (uint)r + 1 };
                for (var c = 0; c < rows[r].Length; c++)
                {
                    if (rows[r][c] is { } value)
                    {
                        row.Append(CellOf($"{(char)('A' + c)}{(r + 1).ToString(CultureInfo.InvariantCulture)}", value));
                    }
                }

                data.Append(row);
            }

            sheet.Worksheet = new Worksheet(data);
            if (merged.Length > 0)
            {
                sheet.Worksheet.Append(new MergeCells(merged.Select(range => new MergeCell { Reference = range })));
            }

            workbook
                .Workbook.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Sheets())
                .Append(
                    new Sheet
                    {
                        Id = workbook.GetIdOfPart(sheet),
                        SheetId = 1,
                        Name = "花名册",
                    }
                );
        }

        return content.ToArray();
    }

    private static Cell CellOf(string reference, object value) =>
        value switch
        {
            string text => new Cell
            {
                CellReference = reference,
                DataType = CellValues.InlineString,
                InlineString = new InlineString(new Text(text)),
            },
            DateOnly date => new Cell
            {
                CellReference = reference,
                StyleIndex = 1,
                CellValue = new CellValue(date.DayNumber - new DateOnly(1899, 12, 30).DayNumber),
            },
            Padded number => new Cell
            {
                CellReference = reference,
                StyleIndex = 2,
                CellValue = new CellValue(number.Value),
            },
            double number => new Cell { CellReference = reference, CellValue = new CellValue(number) },
            int number => new Cell { CellReference = reference, CellValue = new CellValue(number) },
            _ => throw new ArgumentException("No cell holds such a value.", nameof(value)),
        };

    private static Stylesheet Styles() =>
        new(
            new NumberingFormats(new NumberingFormat { NumberFormatId = 170, FormatCode = "000000" }),
            new Fonts(new Font()),
            new Fills(new Fill()),
            new Borders(new Border()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 170, ApplyNumberFormat = true }
            )
        );

    /// <summary>A number that its format alone pads to six digits.</summary>
    public sealed record Padded(int Value);
}
