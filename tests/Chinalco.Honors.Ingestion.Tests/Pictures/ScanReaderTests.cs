using System.Text;
using Chinalco.Honors.Ingestion.Files;
using Chinalco.Honors.Ingestion.Testing.Files;

namespace Chinalco.Honors.Ingestion.Tests.Pictures;

/// <summary>What is taken as a scan of a document: told by the bytes, whatever the file is called.</summary>
public sealed class ScanReaderTests
{
    private static readonly ScanReader Reader = new(new ScanOptions());

    private static readonly byte[] Pdf = new PdfFile().Lines("关于表彰的决定").ToBytes();

    [Fact]
    public void A_pdf_file_is_taken_under_its_own_name_without_a_path()
    {
        var scan = Reader.Read(@"C:\文件\决定.pdf", Pdf);

        (scan.FileName, scan.MediaType, scan.Length).ShouldBe(("决定.pdf", "application/pdf", Pdf.Length));
    }

    [Fact]
    public void A_pdf_file_is_one_whatever_it_is_called() => Reader.Read("照片.jpg", Pdf).MediaType.ShouldBe("application/pdf");

    [Theory]
    [InlineData("MZ\u0090\0程序", "只接受")]
    [InlineData("<svg onload='alert(1)'>", "只接受")]
    [InlineData("PK\u0003\u0004", "只接受")]
    [InlineData("", "空的")]
    [InlineData("%PDF-1.7\n没有内容", "打不开")]
    public void What_is_none_is_refused_with_advice(string content, string words) =>
        Refused(Encoding.UTF8.GetBytes(content)).ShouldContain(words);

    [Fact]
    public void A_picture_that_is_cut_off_is_refused() => Refused([0x89, .. "PNG\r\n\x1A\n"u8, 0, 0]).ShouldContain("完整");

    [Fact]
    public void A_pdf_file_that_is_cut_off_is_refused() => Refused(Pdf[..(Pdf.Length / 3)]).ShouldContain("打不开");

    [Fact]
    public void A_file_that_is_too_large_is_refused_before_it_is_looked_at() =>
        Should
            .Throw<ScanRefusedException>(() => new ScanReader(new ScanOptions { MaxMegabytes = 1 }).RefuseTooLarge(1024 * 1024 + 1))
            .Message.ShouldContain("1 MB");

    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    public void The_limit_itself_is_bounded(int megabytes) =>
        Should.Throw<NotSupportedException>(() => new ScanOptions { MaxMegabytes = megabytes }.Checked());

    private static string Refused(byte[] content) => Should.Throw<ScanRefusedException>(() => Reader.Read("决定.pdf", content)).Message;
}
