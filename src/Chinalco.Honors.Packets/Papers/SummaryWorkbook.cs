using Chinalco.Honors.Packets.Facts;
using Chinalco.Honors.Packets.Files;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Chinalco.Honors.Packets.Papers;

/// <summary>推荐对象汇总表 (xlsx): candidates one a row on A4 across; the cells of identity-card and telephone numbers stay blank.</summary>
public static class SummaryWorkbook
{
    private const uint TitleStyle = 1;
    private const uint HeadStyle = 2;
    private const uint CellStyle = 3;

    private static readonly (string Word, double Width)[] Columns =
    [
        ("序号", 5),
        ("姓名", 9),
        ("性别", 5),
        ("民族", 6),
        ("出生年月", 10),
        ("政治面貌", 10),
        ("学历", 8),
        ("单位及职务", 22),
        ("技能等级", 11),
        ("人选类别", 14),
        ("推荐类别", 9),
        ("曾获荣誉", 28),
        ("身份证号", 19),
        ("联系电话", 13),
        ("备注", 8),
    ];

    /// <returns>The same bytes for the same facts.</returns>
    public static byte[] Of(string title, IReadOnlyList<PacketFacts> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rIdWorkbook");
            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = Styles();
            workbook.AddNewPart<WorksheetPart>("rIdSheet").Worksheet = Sheet(title, candidates);
            workbook.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Id = "rIdSheet",
                        SheetId = 1,
                        Name = "推荐对象汇总表",
                    }
                ),
                new DefinedNames(new DefinedName("推荐对象汇总表!$2:$2") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 })
            );
        }

        return StableZip.Of(stream.ToArray());
    }

    private static Worksheet Sheet(string title, IReadOnlyList<PacketFacts> candidates)
    {
        var last = ColumnName(Columns.Length - 1);
        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new Columns(
                Columns.Select(
                    (c, i) =>
                        new Column
                        {
                            Min = (uint)i + 1,
                            Max = (uint)i + 1,
                            Width = c.Width,
                            CustomWidth = true,
                        }
                )
            ),
            new SheetData([
                Row(1, 36, TitleStyle, [title]),
                Row(2, 32, HeadStyle, [.. Columns.Select(c => c.Word)]),
                .. candidates.Select(
                    (c, i) =>
                    {
                        var cells = Cells(c, i + 1);
                        return Row((uint)i + 3, HeightOf(cells), CellStyle, cells);
                    }
                ),
            ]),
            new MergeCells(new MergeCell { Reference = $"A1:{last}1" }),
            new PrintOptions { HorizontalCentered = true },
            new PageMargins
            {
                Left = 0.4,
                Right = 0.4,
                Top = 0.6,
                Bottom = 0.6,
                Header = 0.3,
                Footer = 0.3,
            },
            new PageSetup
            {
                PaperSize = 9,
                Orientation = OrientationValues.Landscape,
                FitToWidth = 1,
                FitToHeight = 0,
            }
        );
    }

    private static string?[] Cells(PacketFacts facts, int number)
    {
        var (c, round) = (facts.Candidate, facts.Round);
        return
        [
            $"{number}",
            c.Name,
            c.Gender,
            c.Ethnicity,
            c.Born,
            c.PoliticalStatus,
            c.Education,
            string.Join(' ', new[] { c.Unit, c.Position }.OfType<string>()),
            c.Skill,
            round.Groups,
            round.Rank is { } rank ? $"{round.Choice}第{rank}" : round.Choice,
            string.Join('\n', facts.Honours.Select(h => h.Year is { } year ? $"{year}年 {h.Award}" : h.Award)),
            null,
            null,
            null,
        ];
    }

    /// <summary>In points: as high as its longest cell, for programs that do not measure a row when they open it.</summary>
    private static double HeightOf(string?[] cells)
    {
        const int LineHeight = 16;
        // A Chinese character is two units wide, and the cell's edges take one.
        var lines = cells.Select(
            (text, i) => (text ?? "").Split('\n').Sum(l => Math.Max(1, (int)Math.Ceiling(l.Length * 2 / (Columns[i].Width - 1))))
        );
        return (lines.Max() * LineHeight) + 8;
    }

    private static Row Row(uint number, double height, uint style, string?[] cells)
    {
        var row = new Row
        {
            RowIndex = number,
            Height = height,
            CustomHeight = true,
        };

        for (var i = 0; i < Columns.Length; i++)
        {
            var cell = new Cell { CellReference = $"{ColumnName(i)}{number}", StyleIndex = style };
            if (i < cells.Length && cells[i] is { Length: > 0 } text)
            {
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new InlineString(new Text(XmlText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
            }

            row.Append(cell);
        }

        return row;
    }

    private static string ColumnName(int index) => $"{(char)('A' + index)}";

    private static Stylesheet Styles() =>
        new(
            new Fonts(
                new Font(new FontSize { Val = 11 }, new FontName { Val = "仿宋" }),
                new Font(new FontSize { Val = 20 }, new FontName { Val = "方正小标宋简体" }),
                new Font(new FontSize { Val = 11 }, new FontName { Val = "黑体" })
            ),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
                new Border(
                    new LeftBorder { Style = BorderStyleValues.Thin },
                    new RightBorder { Style = BorderStyleValues.Thin },
                    new TopBorder { Style = BorderStyleValues.Thin },
                    new BottomBorder { Style = BorderStyleValues.Thin },
                    new DiagonalBorder()
                )
            ),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), Format(font: 1, border: 0), Format(font: 2, border: 1), Format(font: 0, border: 1))
        );

    private static CellFormat Format(uint font, uint border) =>
        new(
            new Alignment
            {
                Horizontal = HorizontalAlignmentValues.Center,
                Vertical = VerticalAlignmentValues.Center,
                WrapText = true,
            }
        )
        {
            FontId = font,
            BorderId = border,
            ApplyFont = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        };
}
