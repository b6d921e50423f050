using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Chinalco.Honors.Packets.Papers;

/// <summary>
/// How official papers look (GB/T 9704-2012): titles in 方正小标宋, text in 仿宋 of the third size, headings in 黑体. Whoever lacks a face gets a
/// free one that the table of faces names. Sizes in half points, lengths in twentieths of a point.
/// </summary>
internal static class PaperLook
{
    public const string Title = "PaperTitle";
    public const string CoverTitle = "PaperCoverTitle";
    public const string Subtitle = "PaperSubtitle";
    public const string Body = "PaperBody";
    public const string Plain = "PaperPlain";
    public const string Heading = "PaperHeading";
    public const string Signature = "PaperSignature";
    public const string Label = "PaperLabel";
    public const string Cell = "PaperCell";
    public const string CellLeft = "PaperCellLeft";
    public const string CellText = "PaperCellText";
    public const string Foot = "PaperFoot";

    private const string Biaosong = "方正小标宋简体";
    private const string FangSong = "仿宋";
    public const string Hei = "黑体";
    private const string Song = "宋体";

    public static Styles Styles() =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        Faces(FangSong),
                        new FontSize { Val = "32" },
                        new Languages { Val = "zh-CN", EastAsia = "zh-CN" }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(
                        new SpacingBetweenLines
                        {
                            After = "0",
                            Line = "240",
                            LineRule = LineSpacingRuleValues.Auto,
                        }
                    )
                )
            ),
            Style(Title, "公文标题", Biaosong, 44, JustificationValues.Center, line: 600, before: 0, after: 300),
            Style(CoverTitle, "封面标题", Biaosong, 72, JustificationValues.Center, line: 1100, before: 600, after: 400),
            Style(Subtitle, "副标题", FangSong, 32, JustificationValues.Center, line: 560, after: 240),
            Style(Body, "公文正文", FangSong, 32, JustificationValues.Both, line: 560, firstLine: 200),
            Style(Plain, "公文顶格", FangSong, 32, JustificationValues.Left, line: 560),
            Style(Heading, "公文小标题", Hei, 32, JustificationValues.Left, line: 560, before: 120, firstLine: 200),
            Style(Signature, "落款", FangSong, 32, JustificationValues.Right, line: 560),
            Style(Label, "表格项目", Hei, 24, JustificationValues.Center, line: 320),
            Style(Cell, "表格内容", FangSong, 24, JustificationValues.Center, line: 320),
            Style(CellLeft, "表格说明", FangSong, 24, JustificationValues.Left, line: 320),
            Style(CellText, "表格正文", FangSong, 24, JustificationValues.Both, line: 340, firstLine: 200),
            Style(Foot, "页脚", Song, 28, JustificationValues.Center, line: 320)
        );

    /// <summary>The faces with what may stand in for them, all of them free or part of every system.</summary>
    public static Fonts Faces() =>
        new(
            Face(Biaosong, "方正小标宋_GBK,Noto Serif CJK SC,Source Han Serif SC,SimSun", FontFamilyValues.Roman),
            Face(FangSong, "FangSong,仿宋_GB2312,FandolFang,Noto Serif CJK SC", FontFamilyValues.Modern),
            Face(Hei, "SimHei,Noto Sans CJK SC,Source Han Sans SC", FontFamilyValues.Swiss),
            Face(Song, "SimSun,Noto Serif CJK SC,Source Han Serif SC", FontFamilyValues.Roman)
        );

    private static Font Face(string name, string others, FontFamilyValues family) =>
        new(
            new AltName { Val = others },
            new FontCharSet { Val = "86" },
            new FontFamily { Val = family },
            new Pitch { Val = FontPitchValues.Variable }
        )
        {
            Name = name,
        };

    private static RunFonts Faces(string face) =>
        new()
        {
            Ascii = face,
            HighAnsi = face,
            EastAsia = face,
            ComplexScript = face,
        };

    private static Style Style(
        string id,
        string name,
        string face,
        int size,
        JustificationValues justification,
        int line,
        int before = 0,
        int after = 0,
        int firstLine = 0
    )
    {
        var paragraph = new StyleParagraphProperties();
        if (id is Title or Subtitle or Heading)
        {
            // A heading does not stand alone at a page's foot.
            paragraph.Append(new KeepNext());
        }

        paragraph.Append(
            new SpacingBetweenLines
            {
                Before = $"{before}",
                After = $"{after}",
                Line = $"{line}",
                LineRule = id is Title or CoverTitle ? LineSpacingRuleValues.AtLeast : LineSpacingRuleValues.Exact,
            }
        );
        if (firstLine > 0)
        {
            paragraph.Append(new Indentation { FirstLineChars = firstLine, FirstLine = $"{size * 20 / 2 * firstLine / 100}" });
        }

        paragraph.Append(new Justification { Val = justification });
        return new Style(
            new StyleName { Val = name },
            new PrimaryStyle(),
            paragraph,
            new StyleRunProperties(Faces(face), new FontSize { Val = $"{size}" }, new FontSizeComplexScript { Val = $"{size}" })
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = true,
        };
    }
}
