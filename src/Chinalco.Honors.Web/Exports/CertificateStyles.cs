using System.Globalization;
using Chinalco.Honors.Web.Resources;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Chinalco.Honors.Web.Exports;

/// <summary>How a certificate looks: A4, faces that every Chinese office has, lengths in twentieths of a point, sizes in half points.</summary>
internal static class CertificateStyles
{
    public const string Title = "CertificateTitle";
    public const string Warning = "CertificateWarning";
    public const string Opening = "CertificateOpening";
    public const string Heading = "CertificateHeading";
    public const string Cell = "CertificateCell";
    public const string CellHead = "CertificateCellHead";
    public const string Note = "CertificateNote";
    public const string Seal = "CertificateSeal";

    private const string Song = "宋体";
    private const string Hei = "黑体";
    private const string FangSong = "仿宋";

    // The widths fill A4 between margins of 20 mm: 9638 in all.
    private static readonly int[] Widths = [620, 820, 2700, 950, 1748, 1600, 1200];

    public static Styles All() =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        Faces(Song),
                        new FontSize { Val = "21" },
                        new Languages { Val = "zh-CN", EastAsia = "zh-CN" }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(
                        new SpacingBetweenLines
                        {
                            After = "0",
                            Line = "300",
                            LineRule = LineSpacingRuleValues.Auto,
                        }
                    )
                )
            ),
            Style(Title, Hei, 44, bold: false, JustificationValues.Center, before: 120, after: 360),
            Style(Warning, Hei, 21, bold: true, JustificationValues.Center, before: 0, after: 200, colour: "9F2B1C"),
            Style(Opening, FangSong, 26, bold: false, JustificationValues.Both, before: 0, after: 160, firstLine: 520),
            Style(Heading, Hei, 24, bold: false, JustificationValues.Left, before: 240, after: 80, keepNext: true),
            Style(CellHead, Hei, 19, bold: false, JustificationValues.Center, before: 30, after: 30),
            Style(Cell, Song, 19, bold: false, JustificationValues.Left, before: 30, after: 30),
            Style(Note, Song, 18, bold: false, JustificationValues.Left, before: 0, after: 50),
            Style(Seal, FangSong, 24, bold: false, JustificationValues.Right, before: 80, after: 0, keepNext: true)
        );

    /// <summary>A table with its head, which is repeated on every page.</summary>
    public static Table NewTable(params ReadOnlySpan<string> head)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = Widths.Sum().ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    Line<TopBorder>(8),
                    Line<LeftBorder>(4),
                    Line<BottomBorder>(8),
                    Line<RightBorder>(4),
                    Line<InsideHorizontalBorder>(4),
                    Line<InsideVerticalBorder>(4)
                ),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "20", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 70, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "20", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 70, Type = TableWidthValues.Dxa }
                )
            ),
            new TableGrid(Widths.Select(w => new GridColumn { Width = w.ToString(CultureInfo.InvariantCulture) }))
        );
        var row = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        for (var i = 0; i < head.Length; i++)
        {
            row.Append(CellOf(i, "F3E9DC", new Paragraph(Of(CellHead), new Run(new Text(head[i])))));
        }

        table.Append(row);
        return table;
    }

    /// <summary>A row that no page end cuts.</summary>
    public static TableRow NewRow(params ReadOnlySpan<Paragraph> cells)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        for (var i = 0; i < cells.Length; i++)
        {
            row.Append(CellOf(i, ground: null, cells[i]));
        }

        return row;
    }

    public static Footer Footer() =>
        new(
            new Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = Note }, new Justification { Val = JustificationValues.Center }),
                Words(ExportTexts.Page),
                Field("PAGE"),
                Words(ExportTexts.PageOf),
                Field("NUMPAGES"),
                Words(ExportTexts.PageEnd)
            )
        );

    public static SectionProperties A4(string footer) =>
        new(
            new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin
            {
                Top = 1304,
                Bottom = 1134,
                Left = 1134,
                Right = 1134,
                Header = 567,
                Footer = 567,
                Gutter = 0,
            }
        );

    private static Run Words(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static SimpleField Field(string instruction) => new(new Run(new Text("1"))) { Instruction = instruction };

    private static ParagraphProperties Of(string style) => new(new ParagraphStyleId { Val = style });

    private static TableCell CellOf(int column, string? ground, Paragraph content)
    {
        var properties = new TableCellProperties(
            new TableCellWidth { Width = Widths[column].ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa }
        );
        if (ground is not null)
        {
            properties.Append(
                new Shading
                {
                    Val = ShadingPatternValues.Clear,
                    Color = "auto",
                    Fill = ground,
                }
            );
        }

        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(properties, content);
    }

    private static Style Style(
        string id,
        string face,
        int size,
        bool bold,
        JustificationValues align,
        int before,
        int after,
        int firstLine = 0,
        bool keepNext = false,
        string? colour = null
    )
    {
        var paragraph = new StyleParagraphProperties();
        if (keepNext)
        {
            paragraph.Append(new KeepNext());
        }

        paragraph.Append(new SpacingBetweenLines { Before = Number(before), After = Number(after) });
        if (firstLine > 0)
        {
            paragraph.Append(new Indentation { FirstLine = Number(firstLine) });
        }

        paragraph.Append(new Justification { Val = align });
        var run = new StyleRunProperties(Faces(face));
        if (bold)
        {
            run.Append(new Bold());
        }

        if (colour is not null)
        {
            run.Append(new Color { Val = colour });
        }

        run.Append(new FontSize { Val = Number(size) });
        return new Style(new StyleName { Val = id }, new PrimaryStyle(), paragraph, run)
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = true,
        };
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static RunFonts Faces(string face) =>
        new()
        {
            Ascii = "Times New Roman",
            HighAnsi = "Times New Roman",
            EastAsia = face,
            Hint = FontTypeHintValues.EastAsia,
        };

    private static T Line<T>(uint size)
        where T : BorderType, new() =>
        new()
        {
            Val = BorderValues.Single,
            Size = size,
            Space = 0,
            Color = "8A7A66",
        };
}
