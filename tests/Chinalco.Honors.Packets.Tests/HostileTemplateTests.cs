using System.IO.Compression;
using System.Text;
using Chinalco.Honors.Packets.Templates;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Chinalco.Honors.Packets.Tests;

/// <summary>What is no template, and what would do harm, is refused with words that say what to do.</summary>
public sealed class HostileTemplateTests
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];

    private static string Refusal(byte[] template) => Should.Throw<TemplateRefusedException>(() => TemplateCheck.Check(template)).Message;

    [Fact]
    public void An_old_document_is_told_to_be_saved_anew() => Refusal(Compound).ShouldContain("旧格式");

    [Fact]
    public void A_document_with_a_password_is_told_to_lose_it() =>
        Refusal([.. Compound, .. Encoding.Unicode.GetBytes("EncryptedPackage")]).ShouldContain("密码");

    [Fact]
    public void A_document_with_macros_is_refused()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.MacroEnabledDocument))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(Made.Paragraph("x")));
        }

        Refusal(stream.ToArray()).ShouldContain("带宏");
    }

    [Fact]
    public void A_workbook_is_no_document()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            document.AddWorkbookPart().Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook();
        }

        Refusal(stream.ToArray()).ShouldContain(".docx");
    }

    [Theory]
    [InlineData("just text")]
    [InlineData("PK")]
    [InlineData("%PDF-1.7")]
    public void What_is_no_archive_is_refused(string content) => Refusal(Encoding.UTF8.GetBytes(content)).ShouldContain("打不开");

    [Fact]
    public void An_archive_that_unpacks_to_more_than_a_document_is_refused_before_it_is_unpacked_for_good()
    {
        using var stream = new MemoryStream();
        stream.Write(Made.Document(Made.Paragraph("x")));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/media/bomb.bin", CompressionLevel.SmallestSize).Open();
            for (var i = 0; i <= TemplateArchive.MostUnpacked / Zeros.Length; i++)
            {
                part.Write(Zeros);
            }
        }

        stream.Length.ShouldBeLessThan(TemplateCheck.MostBytes);
        Refusal(stream.ToArray()).ShouldContain("解开后太大");
    }

    private static readonly byte[] Zeros = new byte[1024 * 1024];

    [Fact]
    public void A_template_of_the_template_from_elsewhere_is_refused() =>
        Refusal(
                With(main =>
                {
                    var settings = main.AddNewPart<DocumentSettingsPart>();
                    settings.Settings = new Settings(new AttachedTemplate { Id = "rId9" });
                    settings.AddExternalRelationship(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
                        new Uri("https://example.com/evil.dotm"),
                        "rId9"
                    );
                })
            )
            .ShouldContain("evil.dotm");

    [Fact]
    public void A_field_that_fetches_is_refused_however_it_is_written()
    {
        Refusal(Made.Document(new Paragraph(new SimpleField(new Run(new Text("x"))) { Instruction = " INCLUDEPICTURE \"http://a/b\"" })))
            .ShouldContain("正文第1段");
        Refusal(Made.Document(new Paragraph(new Run(new FieldCode("INCL")), new Run(new FieldCode("UDETEXT \"c:\\\\x\"")))))
            .ShouldContain("INCLUDETEXT");
    }

    [Fact]
    public void Fields_that_number_pages_are_welcome() =>
        TemplateCheck.Check(Made.Document(new Paragraph(new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" })));

    [Theory]
    [InlineData("｛｛姓名｝｝", "半角")]
    [InlineData("{{#荣誉}}{{名称}}{{/荣誉}}", "各占一段")]
    public void What_would_not_be_filled_is_refused(string text, string advice) =>
        Refusal(Made.Document(Made.Paragraph(text))).ShouldContain(advice);

    [Fact]
    public void A_block_that_ends_in_another_table_is_refused() =>
        Refusal(Made.Document(Made.Table(["{{#荣誉}}{{名称}}"]), Made.Table(["{{/荣誉}}"]))).ShouldContain("表格2第1行第1格");

    [Fact]
    public void A_repeated_cell_is_refused() =>
        Refusal(
                Made.Document(
                    new Table(
                        new TableRow(
                            new SdtCell(
                                new SdtProperties(new Tag { Val = "#荣誉" }),
                                new SdtContentCell(new TableCell(Made.Paragraph("{{名称}}")))
                            )
                        )
                    )
                )
            )
            .ShouldContain("圈住整行");

    [Fact]
    public void An_unknown_field_is_found_in_headers_text_boxes_and_tables_within_tables()
    {
        var cell = new TableCell(Made.Table(["{{血型}}"]), new Paragraph());
        var refusal = Refusal(
            With(
                main =>
                {
                    main.AddNewPart<FooterPart>().Footer = new Footer(Made.Paragraph("{{星座}}"));
                },
                new Table(new TableRow(cell)),
                UnionTemplateTests.TextBox("{{属相}}")
            )
        );
        refusal.ShouldContain("{{血型}}");
        refusal.ShouldContain("页脚1第1段“{{星座}}”");
        refusal.ShouldContain("{{属相}}");
    }

    private static byte[] With(Action<MainDocumentPart> change, params OpenXmlElement[] content)
    {
        using var stream = new MemoryStream();
        stream.Write(Made.Document(content.Length == 0 ? [Made.Paragraph("正文")] : content));
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            change(document.MainDocumentPart!);
        }

        return stream.ToArray();
    }
}
