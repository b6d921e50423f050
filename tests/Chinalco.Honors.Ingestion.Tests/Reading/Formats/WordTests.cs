using Chinalco.Honors.Ingestion.Reading;
using Chinalco.Honors.Ingestion.Testing.Files;

namespace Chinalco.Honors.Ingestion.Tests.Reading.Formats;

public sealed class WordTests
{
    private const string Other =
        "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>"
        + "<w:p><w:r><w:t>文本框里的话。</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
        + "<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>文本框里的话。</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>";

    [Fact]
    public void Paragraphs_are_lines_in_the_order_of_the_document() =>
        Text(new WordFile().Paragraph("第一段。").Paragraph("").Paragraph("李　华，第二段。")).ShouldBe("第一段。\n\n李　华，第二段。");

    [Fact]
    public void A_table_is_read_row_by_row_and_a_merged_cell_holds_for_all_its_rows() =>
        Text(new WordFile().Paragraph("名单").Table(["单位", "姓名"], ["青禾铝业", "许牧川"], [null, "蒲清和"]))
            .ShouldBe("名单\n\n| 单位 | 姓名 |\n| 青禾铝业 | 许牧川 |\n| 青禾铝业 | 蒲清和 |");

    [Fact]
    public void A_table_that_lays_out_a_page_is_read_as_paragraphs() =>
        Text(new WordFile().Table([new string('长', 200), "短"])).ShouldBe(new string('长', 200) + "\n\n短");

    [Fact]
    public void A_text_box_stands_once_behind_its_paragraph() =>
        Text(new WordFile().Xml($"<w:p><w:r><w:t>挂着文本框</w:t></w:r><w:r>{Other}</w:r><w:r><w:t>的段落。</w:t></w:r></w:p>"))
            .ShouldBe("挂着文本框的段落。\n\n文本框里的话。");

    [Fact]
    public void Deleted_and_hidden_text_and_field_codes_are_left_out() =>
        Text(
                new WordFile().Xml(
                    "<w:p><w:r><w:t>留下</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
                        + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏起</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
                        + "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>的</w:t><w:br/><w:t>话</w:t></w:r></w:p>"
                )
            )
            .ShouldBe("留下的\n\n话");

    [Fact]
    public void Titles_begin_articles_and_numbered_headings_part_them()
    {
        var source = Read(
            new WordFile()
                .Paragraph("关于表彰青禾铝业先进个人的决定", "a3")
                .Paragraph("一、劳动模范", "1")
                .Paragraph("许牧川")
                .Paragraph("炉前的人", "a3")
                .Paragraph("正文。")
        );

        source.IsMarkdown.ShouldBeTrue();
        source.Text.ShouldBe("# 关于表彰青禾铝业先进个人的决定\n\n## 一、劳动模范\n\n许牧川\n\n# 炉前的人\n\n正文。");
    }

    [Fact]
    public void A_word_file_becomes_findings_whose_quotes_stand_in_its_one_text()
    {
        var file = new WordFile()
            .Paragraph("青禾铝业表彰会", "a3")
            .Paragraph("青禾铝业电解车间电解工许牧川被授予“全国劳动模范”称号。")
            .ToBytes();
        var source = SourceDecoder.Decode(file, "表彰.docx");

        var result = Pipeline.Findings.Run(source);

        var finding = result.Conferrals.ShouldHaveSingleItem();
        finding.Recipient.ShouldBe("许牧川");
        source.Text.ShouldContain(finding.Quote);
    }

    [Fact]
    public void A_hyperlink_is_no_danger() =>
        Text(new WordFile().Paragraph("见网页。").External("hyperlink", "https://example.com/a b%zz")).ShouldBe("见网页。");

    [Theory]
    [InlineData("attachedTemplate", "模板")]
    [InlineData("image", "图片")]
    [InlineData("oleObject", "对象")]
    public void What_refers_outside_of_the_file_is_refused(string type, string inWords)
    {
        var refused = Refused(new WordFile().Paragraph("正文。").External(type, "http://127.0.0.1:9/x.dotm").ToBytes());

        refused.Reason.ShouldBe(SourceRefusal.ExternalContent);
        refused.Message.ShouldContain(inWords);
    }

    [Fact]
    public void A_part_that_unpacks_to_a_thousand_times_its_size_is_refused() =>
        Refused(new WordFile().Paragraph("正文。").Part("word/media/a.bin", new byte[24 * 1024 * 1024]).ToBytes())
            .Reason.ShouldBe(SourceRefusal.TooComplex);

    [Fact]
    public void A_text_that_goes_on_and_on_is_refused() =>
        Refused(
            new WordFile()
                .Xml(string.Concat(Enumerable.Repeat($"<w:p><w:r><w:t>{new string('铝', 1000)}</w:t></w:r></w:p>", 3000)))
                .ToBytes()
        )
            .Reason.ShouldBeOneOf(SourceRefusal.TooLarge, SourceRefusal.TooComplex);

    [Fact]
    public void Too_many_parts_are_refused()
    {
        var file = new WordFile().Paragraph("正文。");
        for (var i = 0; i < 1100; i++)
        {
            file.Part($"word/p{i}.xml", [(byte)'<', (byte)'a', (byte)'/', (byte)'>']);
        }

        Refused(file.ToBytes()).Reason.ShouldBe(SourceRefusal.TooComplex);
    }

    [Fact]
    public void Too_deep_nesting_is_refused() =>
        Refused(
            new WordFile()
                .Xml(string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 50_000)))
                .Paragraph("正文。")
                .Xml(string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 50_000)))
                .ToBytes()
        )
            .Reason.ShouldBe(SourceRefusal.TooComplex);

    [Fact]
    public void Entities_are_refused() =>
        Refused(
            new WordFile()
                .Prolog("<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")
                .Xml("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>")
                .ToBytes()
        )
            .Reason.ShouldBe(SourceRefusal.Damaged);

    [Fact]
    public void Too_many_cells_are_refused()
    {
        var row = new string?[200];
        Array.Fill(row, "a");

        Refused(new WordFile().Table([.. Enumerable.Repeat(row, 600)]).ToBytes()).Reason.ShouldBe(SourceRefusal.TooComplex);
    }

    [Fact]
    public void A_file_with_a_password_is_refused_with_the_advice_to_take_it_off()
    {
        byte[] file =
        [
            0xD0,
            0xCF,
            0x11,
            0xE0,
            0xA1,
            0xB1,
            0x1A,
            0xE1,
            .. new byte[512],
            .. System.Text.Encoding.Unicode.GetBytes("EncryptedPackage"),
        ];
        var refused = Refused(file);

        refused.Reason.ShouldBe(SourceRefusal.Protected);
        refused.Message.ShouldContain("密码");
    }

    [Fact]
    public void The_old_format_is_refused_with_the_advice_to_save_as_docx() =>
        Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]]).Message.ShouldContain("另存为 .docx");

    [Fact]
    public void A_cut_off_file_is_refused_as_damaged()
    {
        var file = new WordFile().Paragraph("正文。").ToBytes();

        Refused(file[..(file.Length / 2)]).Reason.ShouldBe(SourceRefusal.Damaged);
    }

    [Fact]
    public void A_document_without_text_is_empty() =>
        Refused(new WordFile().Paragraph("  ").ToBytes()).Reason.ShouldBe(SourceRefusal.Empty);

    [Fact]
    public void A_classified_document_is_refused() =>
        Refused(new WordFile().Paragraph("机密★1年").Paragraph("正文。").ToBytes()).Reason.ShouldBe(SourceRefusal.Classified);

    private static SourceText Read(WordFile file) => SourceDecoder.Decode(file.ToBytes(), "a.docx");

    private static string Text(WordFile file) => Read(file).Text;

    private static SourceRefusedException Refused(byte[] file) =>
        Should.Throw<SourceRefusedException>(() => SourceDecoder.Decode(file, "a.docx"));
}
