using Chinalco.Honors.Packets.Facts;
using Chinalco.Honors.Packets.Files;
using Chinalco.Honors.Packets.Papers;
using Chinalco.Honors.Packets.Templates;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using W15 = DocumentFormat.OpenXml.Office2013.Word;

namespace Chinalco.Honors.Packets.Tests;

/// <summary>Templates as unions make them in Word: content controls of every kind, text boxes, tables within tables.</summary>
public sealed class UnionTemplateTests
{
    private static byte[] Fill(OpenXmlElement[] content, PacketFacts? of = null)
    {
        var template = Made.Document(content);
        TemplateCheck.Check(template);
        var filled = PacketFile.Paper(Made.Order(of: of), Paper.Report, _ => template);
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019)
            .Validate(document)
            .Select(e => $"{e.Path?.XPath} {e.Description}")
            .ShouldBeEmpty();
        return filled;
    }

    private static SdtProperties Named(string tag) => new(new Tag { Val = tag });

    [Fact]
    public void Controls_around_paragraphs_words_and_cells_are_filled()
    {
        var hint = new Run(new RunProperties(new RunStyle { Val = "PlaceholderText" }), new Text("单击此处输入文字"));
        Made.Lines(
                Fill([
                    new SdtBlock(Named("姓名"), new SdtContentBlock(new Paragraph(hint))),
                    new Paragraph(
                        new Run(new Text("在") { Space = SpaceProcessingModeValues.Preserve }),
                        new SdtRun(Named("单位"), new SdtContentRun(new Run(new Text("单位"))))
                    ),
                    new Table(
                        new TableProperties(),
                        new TableGrid(new GridColumn(), new GridColumn()),
                        new TableRow(
                            new TableCell(Made.Paragraph("职务")),
                            new SdtCell(Named("职务"), new SdtContentCell(new TableCell(Made.Paragraph("职", "务"))))
                        )
                    ),
                ])
            )
            .ShouldBe(["在石桥铜业检修中心", "职务"], "only what stands directly in the body is listed");
        AllText([new SdtBlock(Named("姓名"), new SdtContentBlock(Made.Paragraph("x", "y")))]).ShouldBe("邹承岳");
        AllText([
                new Table(
                    new TableProperties(),
                    new TableGrid(new GridColumn()),
                    new TableRow(new SdtCell(Named("职务"), new SdtContentCell(new TableCell(Made.Paragraph("职", "务")))))
                ),
            ])
            .ShouldBe("机修钳工首席技师");
    }

    [Fact]
    public void A_control_that_was_bound_to_data_is_bound_no_more()
    {
        var filled = Fill([
            new SdtBlock(
                new SdtProperties(
                    new Tag { Val = "姓名" },
                    new DataBinding { XPath = "/a", StoreItemId = "{00000000-0000-0000-0000-000000000000}" }
                ),
                new SdtContentBlock(Made.Paragraph("x"))
            ),
        ]);
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), isEditable: false);
        document.MainDocumentPart!.Document!.Descendants<DataBinding>().ShouldBeEmpty();
    }

    [Fact]
    public void A_story_fills_a_control_and_leaves_nothing_of_its_hint()
    {
        foreach (
            var control in new OpenXmlElement[]
            {
                new SdtBlock(Named("事迹材料500"), new SdtContentBlock(Made.Paragraph("提示一"), Made.Paragraph("提示二"))),
                new Paragraph(new SdtRun(Named("事迹材料500"), new SdtContentRun(new Run(new Text("提示"))))),
            }
        )
        {
            var filled = Fill([control]);
            using var document = WordprocessingDocument.Open(new MemoryStream(filled), isEditable: false);
            var main = document.MainDocumentPart!;
            main.Document!.InnerText.ShouldNotContain("提示");
            main.Document.Descendants<FootnoteReference>().ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void A_repeating_section_stands_once_for_each_row_however_many_items_it_was_saved_with()
    {
        static SdtRow Item() =>
            new(
                new SdtProperties(new W15.SdtRepeatedSectionItem()),
                new SdtContentRow(
                    new TableRow(new TableCell(new Paragraph(new SdtRun(Named("名称"), new SdtContentRun(new Run(new Text("名称")))))))
                )
            );
        var section = new SdtRow(
            new SdtProperties(new Tag { Val = "#荣誉" }, new W15.SdtRepeatedSection()),
            new SdtContentRow(Item(), Item())
        );
        AllText([new Table(new TableProperties(), new TableGrid(new GridColumn()), section)])
            .ShouldBe("中国铜业劳动模范全国技术能手国务院政府特殊津贴");
    }

    [Fact]
    public void Rows_of_a_table_within_a_table_are_repeated_and_not_the_row_around_them()
    {
        var inner = Made.Table(["{{#荣誉}}{{年份}}", "{{名称}}{{/荣誉}}"]);
        inner.PrependChild(new TableGrid(new GridColumn(), new GridColumn()));
        inner.PrependChild(new TableProperties());
        var filled = Fill([
            new Table(
                new TableProperties(),
                new TableGrid(new GridColumn()),
                new TableRow(new TableCell(Made.Paragraph("荣誉"), inner, new Paragraph()))
            ),
        ]);
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), isEditable: false);
        var outer = document.MainDocumentPart!.Document!.Body!.Elements<Table>().Single();
        outer.Elements<TableRow>().Count().ShouldBe(1);
        outer
            .Descendants<Table>()
            .Single()
            .Elements<TableRow>()
            .Select(r => r.InnerText)
            .ShouldBe(["2016中国铜业劳动模范", "2018全国技术能手", "2020国务院政府特殊津贴"]);
    }

    [Fact]
    public void A_list_of_nothing_leaves_a_document_that_opens()
    {
        var nobody = SampleFacts.Zou() with { Honours = [] };
        Made.Lines(Fill([Framed(Made.Table(["{{#荣誉}}{{名称}}{{/荣誉}}"])), Made.Paragraph("完")], nobody)).ShouldBe(["", "完"]);
        Made.Lines(
                Fill(
                    [
                        new Table(
                            new TableProperties(),
                            new TableGrid(new GridColumn()),
                            new TableRow(new TableCell(new SdtBlock(Named("#荣誉"), new SdtContentBlock(Made.Paragraph("{{名称}}")))))
                        ),
                    ],
                    nobody
                )
            )
            .ShouldBe([""]);
    }

    [Fact]
    public void Text_boxes_are_filled() => AllText([TextBox("{{姓", "名}}的材料")]).ShouldBe("邹承岳的材料");

    /// <summary>A text box as Word 2003 and WPS save it.</summary>
    internal static Paragraph TextBox(params string[] runs) =>
        new(
            new Run(
                new Picture(
                    new DocumentFormat.OpenXml.Vml.Shape(new DocumentFormat.OpenXml.Vml.TextBox(new TextBoxContent(Made.Paragraph(runs))))
                    {
                        Id = "box",
                        Style = "width:100pt;height:50pt",
                    }
                )
            )
        );

    private static Table Framed(Table table)
    {
        table.PrependChild(new TableGrid(new GridColumn()));
        table.PrependChild(new TableProperties());
        return table;
    }

    private static string AllText(OpenXmlElement[] content)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Fill(content)), isEditable: false);
        return document.MainDocumentPart!.Document!.Body!.InnerText;
    }
}
