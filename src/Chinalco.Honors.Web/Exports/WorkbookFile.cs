using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Chinalco.Honors.Web.Exports;

/// <summary>One sheet of a workbook.</summary>
/// <param name="Widths">Of the columns, in characters.</param>
/// <param name="Rows">Texts, whole numbers and decimals; nothing as null.</param>
internal sealed record ExportedSheet(string Name, IReadOnlyList<string> Head, IReadOnlyList<double> Widths, IEnumerable<object?[]> Rows);

/// <summary>Writes workbooks (xlsx) that spreadsheets open without a question: texts as texts, no formula, a head that stays.</summary>
internal static class WorkbookFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const uint HeadStyle = 1;
    private const uint TextStyle = 2;

    public static byte[] Of(params IReadOnlyList<ExportedSheet> sheets)
    {
        using var content = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var list = new Sheets();
            foreach (var (sheet, index) in sheets.Select((s, i) => (s, i)))
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                Write(part, sheet);
                list.Append(
                    new Sheet
                    {
                        Id = workbook.GetIdOfPart(part),
                        SheetId = (uint)index + 1,
                        Name = sheet.Name,
                    }
                );
            }

            workbook.Workbook = new Workbook(list);
        }

        return content.ToArray();
    }

    private static void Write(WorksheetPart part, ExportedSheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            )
        );
        writer.WriteElement(
            new Columns(
                sheet.Widths.Select(
                    (width, i) =>
                        new Column
                        {
                            Min = (uint)i + 1,
                            Max = (uint)i + 1,
                            Width = width,
                            CustomWidth = true,
                        }
                )
            )
        );
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, sheet.Head, HeadStyle);
        var number = 1;
        foreach (var row in sheet.Rows)
        {
            WriteRow(writer, ++number, row, TextStyle);
        }

        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A1:{Reference(sheet.Head.Count - 1, number)}" });
        writer.WriteElement(
            new PageSetup
            {
                PaperSize = 9,
                Orientation = OrientationValues.Landscape,
                FitToHeight = 0,
            }
        );
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, int number, IEnumerable<object?> cells, uint style)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        var column = 0;
        foreach (var cell in cells)
        {
            if (cell is not null)
            {
                writer.WriteElement(CellOf(Reference(column, number), cell, style));
            }

            column++;
        }

        writer.WriteEndElement();
    }

    private static Cell CellOf(string reference, object value, uint style) =>
        value is int or decimal
            ? new Cell
            {
                CellReference = reference,
                StyleIndex = style,
                CellValue = value is int whole ? new CellValue(whole) : new CellValue((decimal)value),
            }
            : new Cell
            {
                CellReference = reference,
                StyleIndex = style,
                DataType = CellValues.InlineString,
                InlineString = new InlineString(
                    new Text(SpreadsheetText.Cell((string)value)) { Space = SpaceProcessingModeValues.Preserve }
                ),
            };

    /// <summary>A column and a row as spreadsheets name a cell: A1, AB12.</summary>
    private static string Reference(int column, int row)
    {
        var letters = "";
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
        {
            letters = (char)('A' + (rest % 26)) + letters;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row}");
    }

    private static Stylesheet Styles()
    {
        const string Face = "微软雅黑";
        return new Stylesheet(
            new Fonts(
                new Font(new FontSize { Val = 10.5 }, new FontName { Val = Face }),
                new Font(new Bold(), new FontSize { Val = 10.5 }, new FontName { Val = Face })
            ),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFF3E9DC" }) { PatternType = PatternValues.Solid })
            ),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                new CellFormat
                {
                    FontId = 1,
                    FillId = 2,
                    ApplyFont = true,
                    ApplyFill = true,
                },
                new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }) { ApplyAlignment = true }
            )
        );
    }
}
