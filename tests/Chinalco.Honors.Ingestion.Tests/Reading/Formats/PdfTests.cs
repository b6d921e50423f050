using System.Text;
using Chinalco.Honors.Ingestion.Reading;
using Chinalco.Honors.Ingestion.Segmentation;
using Chinalco.Honors.Ingestion.Testing.Files;

namespace Chinalco.Honors.Ingestion.Tests.Reading.Formats;

public sealed class PdfTests
{
    private const string LeftColumn =
        "许牧川在电解车间干了十二年炉前的活是他一手一脚摸出来的工友们都说他心里有一本账哪台槽子什么脾气他闭着眼都知道";
    private const string RightColumn =
        "蒲清和管着化验室的三台仪器每天早上第一件事是校准她说数字不会骗人骗人的是偷懒的手这句话后来贴在了墙上给新人看";

    [Fact]
    public void Lines_become_paragraphs_by_their_indent()
    {
        var page = new StringBuilder();
        string[] lines =
        [
            "许牧川在电解车间干了十二年，炉前的",
            "活是他一手一脚摸出来的。",
            "工友们都说，他心里有一本账，哪台槽",
            "子什么脾气，他闭着眼都知道。",
        ];
        for (var i = 0; i < lines.Length; i++)
        {
            page.Append(PdfFile.Text(i % 2 == 0 ? 92 : 72, 700 - i * 16, 10, i % 2 == 0 ? lines[i][..^2] : lines[i]));
        }

        Text(new PdfFile().Page(page.ToString()).Compressed())
            .ShouldBe(
                "许牧川在电解车间干了十二年，炉活是他一手一脚摸出来的。\n\n工友们都说，他心里有一本账，哪子什么脾气，他闭着眼都知道。"
            );
    }

    [Fact]
    public void Two_columns_under_a_headline_are_read_one_after_the_other()
    {
        var page = new StringBuilder(PdfFile.Text(150, 780, 20, "炉前与化验室"));
        for (var i = 0; i < 5; i++)
        {
            page.Append(PdfFile.Text(60, 740 - i * 16, 10, LeftColumn.Substring(i * 10, 10)));
            page.Append(PdfFile.Text(190, 740 - i * 16, 10, RightColumn.Substring(i * 10, 10)));
        }

        Text(new PdfFile().Page(page.ToString())).ShouldBe($"炉前与化验室\n\n{LeftColumn[..50]}\n\n{RightColumn[..50]}");
    }

    [Fact]
    public void A_table_is_read_row_by_row()
    {
        var page = new StringBuilder();
        string[][] rows =
        [
            ["序号", "姓名", "单位"],
            ["1", "许牧川", "青禾铝业电解车间"],
            ["2", "蒲清和", "石塘冶炼"],
            ["3", "童远", "青禾铝业"],
        ];
        for (var i = 0; i < rows.Length; i++)
        {
            page.Append(PdfFile.Text(72, 700 - i * 20, 10, rows[i][0]));
            page.Append(PdfFile.Text(140, 700 - i * 20, 10, rows[i][1]));
            page.Append(PdfFile.Text(240, 700 - i * 20, 10, rows[i][2]));
        }

        Text(new PdfFile().Page(page.ToString()))
            .ShouldBe("| 序号 | 姓名 | 单位 |\n| 1 | 许牧川 | 青禾铝业电解车间 |\n| 2 | 蒲清和 | 石塘冶炼 |\n| 3 | 童远 | 青禾铝业 |");
    }

    [Fact]
    public void Articles_know_the_page_they_begin_on()
    {
        var source = Read(
            new PdfFile()
                .Lines("本报讯（记者 白砚秋）三月一日，青禾铝业召开质量会。")
                .Lines("据新华社消息 石塘冶炼的新炉子点火了，全厂职工都来看，有人还带着孩子。")
        );

        ArticleSegmenter.Segment(source).Articles.Select(article => article.Page).ShouldBe([1, 2]);
    }

    [Fact]
    public void A_pdf_becomes_findings()
    {
        var source = Read(new PdfFile().Lines("青禾铝业电解车间电解工许牧川被授予“全国劳动模范”称号。").Compressed());

        Pipeline.Findings.Run(source).Conferrals.ShouldHaveSingleItem().Recipient.ShouldBe("许牧川");
    }

    [Fact]
    public void Radicals_become_the_characters_they_look_like() =>
        Text(new PdfFile().Lines("⽯桥铜业⻘年⼯⼈，客⼾的话，⾦属。")).ShouldBe("石桥铜业青年工人，客户的话，金属。");

    [Fact]
    public void Text_drawn_twice_to_look_bold_is_read_once() =>
        Text(new PdfFile().Page(PdfFile.Text(72, 700, 10, "先进个人") + PdfFile.Text(72.4, 700, 10, "先进个人"))).ShouldBe("先进个人");

    [Fact]
    public void A_scan_is_refused_with_the_advice_to_recognise_its_text()
    {
        var picture = PdfFile.Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", [0]);
        var refused = Refused(new PdfFile().Page("q 500 0 0 700 0 0 cm /X0 Do Q").With(1000, picture).ToBytes());

        refused.Reason.ShouldBe(SourceRefusal.NoTextLayer);
        refused.Message.ShouldContain("OCR");
    }

    [Fact]
    public void A_file_with_a_password_is_refused_with_the_advice_to_take_it_off()
    {
        var key = new string('A', 32);
        var refused = Refused(
            new PdfFile()
                .Lines("正文。")
                .With(1000, $"<< /Filter /Standard /V 1 /R 2 /O ({key}) /U ({key}) /P -4 /Length 40 >>")
                .Trailer("/Encrypt 1000 0 R /ID [<00> <00>]")
                .ToBytes()
        );

        refused.Reason.ShouldBe(SourceRefusal.Protected);
        refused.Message.ShouldContain("密码");
    }

    [Fact]
    public void Too_many_pages_are_refused()
    {
        var file = new PdfFile();
        for (var i = 0; i < 500; i++)
        {
            file.Lines("页");
        }

        Refused(file.ToBytes()).Message.ShouldContain("500 页");
    }

    [Fact]
    public void A_drawing_that_unpacks_without_end_is_refused() =>
        Refused(
            new PdfFile()
                .Lines("正文。")
                .With(11, PdfFile.Stream("/Filter /FlateDecode", PdfFile.Deflate(new byte[48 * 1024 * 1024])))
                .ToBytes()
        )
            .Reason.ShouldBe(SourceRefusal.TooComplex);

    [Fact]
    public void A_drawing_packed_twice_is_refused() =>
        Refused(
            new PdfFile()
                .Lines("正文。")
                .With(
                    11,
                    PdfFile.Stream("/Filter [/FlateDecode /FlateDecode]", PdfFile.Deflate(PdfFile.Deflate(new byte[48 * 1024 * 1024])))
                )
                .ToBytes()
        )
            .Reason.ShouldBe(SourceRefusal.TooComplex);

    [Fact]
    public void A_page_of_a_million_characters_is_refused() =>
        Refused(new PdfFile().Page(PdfFile.Text(0, 0, 1, new string('铝', 1_000_000))).ToBytes()).Reason.ShouldBe(SourceRefusal.TooComplex);

    [Theory]
    [InlineData("<4EFF>", "<4EFFFFFF>")]
    [InlineData("<4EFF>", "<4E")]
    [InlineData("<4E00> <4EFF>", "<00000000> <FFFFFFFF>")]
    [InlineData("64 beginbfrange\n<4000>", "64 beginbfrange\n<4000000000>")]
    public void A_font_whose_table_of_characters_spans_without_end_is_refused(string whole, string damaged)
    {
        var file = Encoding.Latin1.GetString(new PdfFile().Page(PdfFile.Text(50, 700, 12, "正文一行")).ToBytes());

        file.ShouldContain(whole);
        Refused(Encoding.Latin1.GetBytes(file.Replace(whole, damaged, StringComparison.Ordinal))).Reason.ShouldBe(SourceRefusal.TooComplex);
    }

    [Fact]
    public void Drawings_that_draw_one_another_are_refused()
    {
        var file = new PdfFile().Page("/X0 Do");
        for (var i = 0; i < 30; i++)
        {
            file.With(
                1000 + i,
                PdfFile.Stream(
                    $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X0 {1001 + i} 0 R >> >>",
                    Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat("/X0 Do ", 10)))
                )
            );
        }

        Refused(file.ToBytes()).Reason.ShouldBeOneOf(SourceRefusal.TooComplex, SourceRefusal.NoTextLayer);
    }

    public static TheoryData<string, string> Loops =>
        new()
        {
            { "pages that hold themselves", "<< /Type /Pages /Count 1 /Kids [2 0 R] >>" },
            { "pages that hold their catalogue", "<< /Type /Pages /Count 1 /Kids [1 0 R] >>" },
            { "pages without end", "<< /Type /Pages /Count 2000000000 /Kids [10 0 R 10 0 R 10 0 R] /Parent 2 0 R >>" },
            { "an object that is itself", "2 0 R" },
        };

    [Theory]
    [MemberData(nameof(Loops))]
    public void Loops_end(string what, string pages)
    {
        var file = new PdfFile().Lines("正文。").With(2, pages).ToBytes();

        // Whatever the parser makes of it: some text or a refusal, but an end.
        var outcome = Should.NotThrow(() => Attempt(file), what);
        outcome.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("[")]
    [InlineData("<<")]
    [InlineData("<< /A ")]
    [InlineData("(")]
    public void Nesting_without_end_ends(string opening)
    {
        var nested = string.Concat(Enumerable.Repeat(opening, 200_000));

        Should.NotThrow(() => Attempt(new PdfFile().Lines("正文。").With(3, nested).ToBytes())).ShouldNotBeNull();
        Should.NotThrow(() => Attempt(new PdfFile().Page(nested).ToBytes())).ShouldNotBeNull();
        Should.NotThrow(() => Attempt(new PdfFile().Lines("正文。").Trailer("/X " + nested).ToBytes())).ShouldNotBeNull();
    }

    [Fact]
    public void A_chain_of_page_nodes_without_end_ends()
    {
        var file = new PdfFile().Lines("正文。").With(2, "<< /Type /Pages /Count 1 /Kids [1000 0 R] >>");
        for (var i = 0; i < 20_000; i++)
        {
            file.With(1000 + i, $"<< /Type /Pages /Count 1 /Kids [{1001 + i} 0 R] >>");
        }

        Should.NotThrow(() => Attempt(file.ToBytes())).ShouldNotBeNull();
    }

    [Fact]
    public void A_cut_off_file_is_read_or_refused()
    {
        var file = new PdfFile().Lines("青禾铝业电解车间电解工许牧川。").Compressed().ToBytes();
        for (var length = 10; length < file.Length; length += 97)
        {
            Should.NotThrow(() => Attempt(file[..length])).ShouldNotBeNull();
        }
    }

    [Fact]
    public void Text_named_pdf_is_refused() =>
        Should
            .Throw<SourceRefusedException>(() => SourceDecoder.Decode(Encoding.UTF8.GetBytes("正文。"), "a.pdf"))
            .Reason.ShouldBe(SourceRefusal.FormatMismatch);

    private static string? Attempt(byte[] file)
    {
        try
        {
            return SourceDecoder.Decode(file, "a.pdf").Text;
        }
        catch (SourceRefusedException refused)
        {
            return refused.Message;
        }
    }

    private static SourceText Read(PdfFile file) => SourceDecoder.Decode(file.ToBytes(), "a.pdf");

    private static string Text(PdfFile file) => Read(file).Text;

    private static SourceRefusedException Refused(byte[] file) =>
        Should.Throw<SourceRefusedException>(() => SourceDecoder.Decode(file, "a.pdf"));
}
