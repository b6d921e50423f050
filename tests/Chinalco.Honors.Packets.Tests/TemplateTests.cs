using Chinalco.Honors.Packets.Files;
using Chinalco.Honors.Packets.Papers;
using Chinalco.Honors.Packets.Templates;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Chinalco.Honors.Packets.Tests;

public sealed class TemplateTests
{
    private static byte[] Fill(byte[] template)
    {
        TemplateCheck.Check(template);
        return PacketFile.Paper(Made.Order(more: "\n他从不迟到。"), Paper.Report, _ => template);
    }

    private static IReadOnlyList<TemplateProblem> Problems(byte[] template) =>
        Should.Throw<TemplateRefusedException>(() => TemplateCheck.Check(template)).Problems;

    [Fact]
    public void A_placeholder_is_filled_however_many_runs_it_was_split_into() =>
        Made.Lines(Fill(Made.Document(Made.Paragraph("推荐{", "{姓", "名}", "}同志，", "{{ unit }}"))))
            .ShouldBe(["推荐邹承岳同志，石桥铜业检修中心"]);

    [Fact]
    public void Rows_are_repeated() =>
        Made.Lines(Fill(Made.Document(Made.Table(["年份", "名称"], ["{{#荣誉}}{{年份}}", "{{名称}}{{/荣誉}}"], ["合计", "{{姓名}}"]))))
            .ShouldBe(["年份|名称", "2016|中国铜业劳动模范", "2018|全国技术能手", "2020|国务院政府特殊津贴", "合计|邹承岳"]);

    [Fact]
    public void Several_rows_are_repeated_together() =>
        Made.Lines(Fill(Made.Document(Made.Table(["{{#honours}}{{number}}"], ["{{award}}{{/honours}}"]))))
            .ShouldBe(["1", "中国铜业劳动模范", "2", "全国技术能手", "3", "国务院政府特殊津贴"]);

    [Fact]
    public void Paragraphs_are_repeated() =>
        Made.Lines(
                Fill(
                    Made.Document(Made.Paragraph("{{#荣誉}}"), Made.Paragraph("{{序号}}. {{名称}}，{{姓名}}"), Made.Paragraph("{{/荣誉}}"))
                )
            )
            .ShouldBe(["1. 中国铜业劳动模范，邹承岳", "2. 全国技术能手，邹承岳", "3. 国务院政府特殊津贴，邹承岳"]);

    [Fact]
    public void Content_controls_are_filled_by_their_tag()
    {
        var control = new SdtRun(new SdtProperties(new Tag { Val = "姓名" }), new SdtContentRun(new Run(new Text("单击此处输入文字"))));
        var row = new SdtRow(
            new SdtProperties(new Tag { Val = "#荣誉" }),
            new SdtContentRow(
                new TableRow(
                    new TableCell(
                        new Paragraph(new SdtRun(new SdtProperties(new Tag { Val = "名称" }), new SdtContentRun(new Run(new Text("名称")))))
                    )
                )
            )
        );
        var filled = Fill(Made.Document(new Paragraph(new Run(new Text("人选：")), control), new Table(row)));
        Made.Lines(filled).ShouldBe(["人选：邹承岳", "中国铜业劳动模范", "全国技术能手", "国务院政府特殊津贴"]);
    }

    [Fact]
    public void Headers_are_filled()
    {
        using var stream = new MemoryStream();
        stream.Write(Made.Document(Made.Paragraph("正文")));
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            document.MainDocumentPart!.AddNewPart<HeaderPart>("h1").Header = new Header(Made.Paragraph("{{姓名}}材料"));
        }

        using var filled = WordprocessingDocument.Open(new MemoryStream(Fill(stream.ToArray())), isEditable: false);
        filled.MainDocumentPart!.HeaderParts.Single().Header!.InnerText.ShouldBe("邹承岳材料");
    }

    [Fact]
    public void A_story_stands_in_paragraphs_with_footnotes_and_what_is_not_proven_is_marked()
    {
        using var filled = WordprocessingDocument.Open(
            new MemoryStream(Fill(Made.Document(Made.Paragraph("{{事迹材料2000}}")))),
            isEditable: false
        );
        var main = filled.MainDocumentPart!;
        var text = main.Document!.Body!.InnerText;
        text.ShouldContain("他从不迟到。【待核】");
        var notes = main.FootnotesPart!.Footnotes!.Elements<Footnote>().Where(f => f.Id!.Value > 0).ToList();
        main.Document.Descendants<FootnoteReference>().Select(r => r.Id!.Value).ShouldBe(notes.Select(n => n.Id!.Value));
        notes.ShouldContain(n => n.InnerText.Contains("《中铝荣誉示例报》2024年6月12日第9001期第2版"));
    }

    [Fact]
    public void Identity_and_telephone_numbers_stay_blank() =>
        Made.Lines(Fill(Made.Document(Made.Paragraph("身份证号：{{身份证号}}，电话：{{联系电话}}。")))).ShouldBe(["身份证号：，电话：。"]);

    [Fact]
    public void An_unknown_field_is_refused_with_its_place()
    {
        var problems = Problems(
            Made.Document(Made.Paragraph("好"), Made.Paragraph("{{星座}}"), Made.Table(["a"], ["b", "{{血", "型}}"], ["c", "{{血型}}"]))
        );
        problems.Select(p => (p.Place, p.Text)).ShouldContain(("正文第2段", "{{星座}}"));
        problems.Select(p => (p.Place, p.Text)).ShouldContain(("正文表格1第3行第2格", "{{血型}}"));
    }

    [Fact]
    public void A_field_of_a_list_is_unknown_outside_it() =>
        Problems(Made.Document(Made.Paragraph("{{文号}}"))).ShouldHaveSingleItem().Place.ShouldBe("正文第1段");

    [Fact]
    public void A_content_control_of_an_unknown_tag_is_refused() =>
        Problems(
                Made.Document(
                    new Paragraph(new SdtRun(new SdtProperties(new Tag { Val = "血型" }), new SdtContentRun(new Run(new Text("x")))))
                )
            )
            .ShouldHaveSingleItem()
            .Text.ShouldBe("血型");

    [Theory]
    [InlineData("{{#荣誉}}")]
    [InlineData("{{/荣誉}}")]
    [InlineData("{{#荣誉}}{{#附件}}{{/附件}}{{/荣誉}}")]
    [InlineData("{{#职称}}{{/职称}}")]
    [InlineData("{{姓名")]
    public void Blocks_that_do_not_close_are_refused(string text) => Problems(Made.Document(Made.Paragraph(text))).ShouldNotBeEmpty();

    [Fact]
    public void What_is_no_document_is_refused()
    {
        Problems([1, 2, 3]).ShouldHaveSingleItem().Place.ShouldBe("整个文件");
        Problems([]).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_template_that_fetches_from_elsewhere_is_refused()
    {
        using var stream = new MemoryStream();
        stream.Write(Made.Document(Made.Paragraph("正文")));
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            document.MainDocumentPart!.AddExternalRelationship(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
                new Uri("https://example.com/x.png")
            );
        }

        Problems(stream.ToArray()).ShouldHaveSingleItem().Text.ShouldContain("example.com");
    }

    [Fact]
    public void Every_standard_template_passes_the_check()
    {
        foreach (var paper in Enum.GetValues<Paper>().Where(p => p != Paper.Summary))
        {
            TemplateCheck.Check(StandardTemplates.Of(paper));
        }
    }
}
