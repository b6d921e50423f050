using Chinalco.Honors.Packets.Files;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Chinalco.Honors.Packets.Papers;

/// <summary>A cell of a form.</summary>
/// <param name="Paragraphs">Its lines: style and text.</param>
/// <param name="Span">How many columns it is wide.</param>
/// <param name="Merge">Null: one row high; true: the first of several rows; false: one of the rows below it.</param>
/// <param name="AtBottom">Whether the lines stand at its bottom, as where somebody signs.</param>
internal sealed record FormCell(
    IReadOnlyList<(string Style, string Text)> Paragraphs,
    int Span = 1,
    bool? Merge = null,
    bool AtBottom = false
)
{
    /// <summary>Whether the lines begin at its top, as running text does.</summary>
    public bool AtTop { get; init; }
}

/// <summary>A row of a form.</summary>
/// <param name="Height">At least, in twentieths of a point.</param>
internal sealed record FormRow(int Height, params IReadOnlyList<FormCell> Cells)
{
    public bool IsHead { get; init; }
}

/// <summary>Makes documents of official look from a description.</summary>
internal static class PaperDocument
{
    /// <summary>A4 upright: margins of official letters, the page's number at the foot.</summary>
    public static byte[] A4(params IEnumerable<OpenXmlElement> content) =>
        Of([
            .. content,
            new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = FooterId },
                new PageSize { Width = 11906, Height = 16838 },
                Margins(top: 2098, right: 1474, bottom: 1984, left: 1588)
            ),
        ]);

    /// <summary>A4 across, for wide tables.</summary>
    public static byte[] A4Across(params IEnumerable<OpenXmlElement> content) =>
        Of([
            .. content,
            new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = FooterId },
                new PageSize
                {
                    Width = 16838,
                    Height = 11906,
                    Orient = PageOrientationValues.Landscape,
                },
                Margins(top: 1304, right: 1134, bottom: 1134, left: 1134)
            ),
        ]);

    /// <summary>A3 across in two columns, printed on both sides and folded once: the columns are the booklet's pages 4, 1, 2 and 3.</summary>
    public static byte[] A3Booklet(params IEnumerable<OpenXmlElement> content) =>
        Of([
            .. content,
            new SectionProperties(
                new PageSize
                {
                    Width = 23811,
                    Height = 16838,
                    Orient = PageOrientationValues.Landscape,
                },
                Margins(top: 1134, right: 1247, bottom: 1021, left: 1247),
                new Columns { ColumnCount = 2, Space = "1417" }
            ),
        ]);

    /// <summary>Of one column of <see cref="A3Booklet"/>, in twentieths of a point.</summary>
    public const int BookletWidth = 9950;

    /// <summary>Of the text of <see cref="A4"/>.</summary>
    public const int Width = 8844;

    /// <summary>Of the text of <see cref="A4Across"/>.</summary>
    public const int WidthAcross = 14570;

    private const string FooterId = "rIdFooter";

    /// <param name="text">Its lines are broken within the paragraph.</param>
    public static Paragraph Text(string style, string text)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        if (text.Length > 0)
        {
            paragraph.Append(
                text.Split('\n')
                    .SelectMany(
                        (line, i) =>
                            new OpenXmlElement[]
                            {
                                new Run(new Break()),
                                new Run(new Text(line) { Space = SpaceProcessingModeValues.Preserve }),
                            }.Skip(i == 0 ? 1 : 0)
                    )
            );
        }

        return paragraph;
    }

    public static Paragraph NextColumn() =>
        new(
            new ParagraphProperties(new SpacingBetweenLines { Line = "20", LineRule = LineSpacingRuleValues.Exact }),
            new Run(new Break { Type = BreakValues.Column })
        );

    public static Paragraph NextPage() => new(new Run(new Break { Type = BreakValues.Page }));

    /// <param name="widths">Of the columns, in twentieths of a point.</param>
    public static Table Form(int[] widths, params IEnumerable<FormRow> rows) =>
        new([
            new TableProperties(
                new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableBorders(
                    Line<TopBorder>(8),
                    Line<LeftBorder>(8),
                    Line<BottomBorder>(8),
                    Line<RightBorder>(8),
                    Line<InsideHorizontalBorder>(4),
                    Line<InsideVerticalBorder>(4)
                ),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa }
                )
            ),
            new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })),
            .. rows.Select(r => Row(widths, r)),
        ]);

    private static TableRow Row(int[] widths, FormRow row)
    {
        var properties = new TableRowProperties(
            new CantSplit(),
            new TableRowHeight { Val = (uint)row.Height, HeightType = HeightRuleValues.AtLeast }
        );
        if (row.IsHead)
        {
            properties.Append(new TableHeader());
        }

        var result = new TableRow(properties);
        var column = 0;
        foreach (var cell in row.Cells)
        {
            var look = new TableCellProperties(
                new TableCellWidth { Width = $"{widths[column..(column + cell.Span)].Sum()}", Type = TableWidthUnitValues.Dxa }
            );
            if (cell.Span > 1)
            {
                look.Append(new GridSpan { Val = cell.Span });
            }

            if (cell.Merge is { } first)
            {
                look.Append(new VerticalMerge { Val = first ? MergedCellValues.Restart : MergedCellValues.Continue });
            }

            look.Append(
                new TableCellVerticalAlignment
                {
                    Val =
                        cell.AtBottom ? TableVerticalAlignmentValues.Bottom
                        : cell.AtTop ? TableVerticalAlignmentValues.Top
                        : TableVerticalAlignmentValues.Center,
                }
            );
            result.Append(
                new TableCell([look, .. cell.Paragraphs.DefaultIfEmpty((PaperLook.Cell, "")).Select(p => Text(p.Item1, p.Item2))])
            );
            column += cell.Span;
        }

        return result;
    }

    private static T Line<T>(uint eighths)
        where T : BorderType, new() =>
        new()
        {
            Val = BorderValues.Single,
            Size = eighths,
            Space = 0,
            Color = "000000",
        };

    private static PageMargin Margins(int top, uint right, int bottom, uint left) =>
        new()
        {
            Top = top,
            Right = right,
            Bottom = bottom,
            Left = left,
            Header = 851,
            Footer = 992,
            Gutter = 0,
        };

    private static byte[] Of(IEnumerable<OpenXmlElement> content)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "rIdMain");
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = PaperLook.Styles();
            main.AddNewPart<FontTablePart>("rIdFonts").Fonts = PaperLook.Faces();
            main.AddNewPart<FooterPart>(FooterId).Footer = new Footer(
                new Paragraph(
                    new ParagraphProperties(new ParagraphStyleId { Val = PaperLook.Foot }),
                    new Run(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
                    new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" },
                    new Run(new Text(" —") { Space = SpaceProcessingModeValues.Preserve })
                )
            );
            main.Document = new Document(new Body(content));
        }

        return StableZip.Of(stream.ToArray());
    }
}
