using Chinalco.Honors.Nominations.Eligibility;
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

    private static readonly Column[] OfPersons =
    [
        new("序号", 5, (_, number) => $"{number}"),
        new("姓名", 9, (f, _) => f.Candidate.Name),
        new("性别", 5, (f, _) => f.Candidate.Gender),
        new("民族", 6, (f, _) => f.Candidate.Ethnicity),
        new("出生年月", 10, (f, _) => f.Candidate.Born),
        new("政治面貌", 10, (f, _) => f.Candidate.PoliticalStatus),
        new("学历", 8, (f, _) => f.Candidate.Education),
        new("单位及职务", 22, (f, _) => string.Join(' ', new[] { f.Candidate.Unit, f.Candidate.Position }.OfType<string>())),
        new("技能等级", 11, (f, _) => f.Candidate.Skill),
        new("人选类别", 14, (f, _) => f.Round.Groups),
        new("推荐类别", 9, (f, _) => Choice(f)),
        new("曾获荣誉", 28, (f, _) => Honours(f)),
        new("身份证号", 19, (_, _) => null),
        new("联系电话", 13, (_, _) => null),
        new("备注", 8, (_, _) => null),
    ];

    private static readonly Column[] OfUnits =
    [
        new("序号", 5, (_, number) => $"{number}"),
        new("集体名称", 30, (f, _) => f.Candidate.Name),
        new("所属单位", 30, (f, _) => f.Candidate.Unit),
        new("集体类别", 14, (f, _) => f.Round.Groups),
        new("推荐类别", 10, (f, _) => Choice(f)),
        new("负责人", 10, (_, _) => null),
        new("职工人数", 10, (_, _) => null),
        new("曾获荣誉", 36, (f, _) => Honours(f)),
        new("联系电话", 14, (_, _) => null),
        new("备注", 10, (_, _) => null),
    ];

    /// <returns>The same bytes for the same facts.</returns>
    public static byte[] Of(string title, IReadOnlyList<PacketFacts> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var columns = candidates.Count > 0 && candidates[0].Candidate.Kind == CandidateKinds.Unit ? OfUnits : OfPersons;
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rIdWorkbook");
            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = Styles();
            workbook.AddNewPart<WorksheetPart>("rIdSheet").Worksheet = Sheet(title, columns, candidates);
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

    private static Worksheet Sheet(string title, Column[] columns, IReadOnlyList<PacketFacts> candidates)
    {
        var last = ColumnName(columns.Length - 1);
        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new Columns(
                columns.Select(
                    (c, i) =>
                        new DocumentFormat.OpenXml.Spreadsheet.Column
                        {
                            Min = (uint)i + 1,
                            Max = (uint)i + 1,
                            Width = c.Width,
                            CustomWidth = true,
                        }
                )
            ),
            new SheetData([
                Row(1, 36, TitleStyle, columns, [title]),
                Row(2, 32, HeadStyle, columns, [.. columns.Select(c => c.Word)]),
                .. candidates.Select(
                    (c, i) =>
                    {
                        string?[] cells = [.. columns.Select(column => column.Cell(c, i + 1))];
                        return Row((uint)i + 3, HeightOf(columns, cells), CellStyle, columns, cells);
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

    private static string Choice(PacketFacts facts) => facts.Round.Rank is { } rank ? $"{facts.Round.Choice}第{rank}" : facts.Round.Choice;

    private static string Honours(PacketFacts facts) =>
        string.Join('\n', facts.Honours.Select(h => h.Year is { } year ? $"{year}年 {h.Award}" : h.Award));

    /// <summary>In points: as high as its longest cell, for programs that do not measure a row when they open it.</summary>
    private static double HeightOf(Column[] columns, string?[] cells)
    {
        const int LineHeight = 16;
        // A Chinese character is two units wide, and the cell's edges take one.
        var lines = cells.Select(
            (text, i) => (text ?? "").Split('\n').Sum(l => Math.Max(1, (int)Math.Ceiling(l.Length * 2 / (columns[i].Width - 1))))
        );
        return (lines.Max() * LineHeight) + 8;
    }

    private static Row Row(uint number, double height, uint style, Column[] columns, string?[] cells)
    {
        var row = new Row
        {
            RowIndex = number,
            Height = height,
            CustomHeight = true,
        };

        for (var i = 0; i < columns.Length; i++)
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

    /// <param name="Width">In characters.</param>
    /// <param name="Cell">What stands in it of a candidate with its number; null for what is written in by hand.</param>
    private sealed record Column(string Word, double Width, Func<PacketFacts, int, string?> Cell);
}
