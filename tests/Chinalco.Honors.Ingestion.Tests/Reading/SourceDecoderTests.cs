using System.Text;
using Chinalco.Honors.Ingestion.Reading;

namespace Chinalco.Honors.Ingestion.Tests.Reading;

public sealed class SourceDecoderTests
{
    private const string Story = "本报讯 三月一日，江边铝厂举行表彰会，授予冯小满“厂级能手”称号。\n他说：“这块牌子是大家的。”\n";
    private const string TraditionalStory =
        "本報訊 三月一日，江邊鋁廠舉行表彰會，授予馮小滿「廠級能手」稱號。\n他說：「這塊牌子是大家的，獎勵屬於車間每一個人。」\n";

    static SourceDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string> EncodingsOfChinese =>
        new()
        {
            { "utf-8", "UTF-8" },
            { "gb18030", "GB18030" },
            { "gbk", "GB18030" },
            { "gb2312", "GB18030" },
        };

    [Theory]
    [MemberData(nameof(EncodingsOfChinese))]
    public void Text_is_read_in_the_encoding_it_was_written_in(string written, string recognised)
    {
        var source = SourceDecoder.Decode(Encoding.GetEncoding(written).GetBytes(Story), "a.txt");

        source.Text.ShouldBe(Story);
        source.EncodingName.ShouldBe(recognised);
    }

    [Theory]
    [InlineData("utf-8", "UTF-8")]
    [InlineData("utf-16", "UTF-16LE")]
    [InlineData("utf-16BE", "UTF-16BE")]
    public void The_byte_order_mark_decides_and_is_taken_off(string written, string recognised)
    {
        var encoding = Encoding.GetEncoding(written);

        var source = SourceDecoder.Decode((byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(Story)], "a.txt");

        source.Text.ShouldBe(Story);
        source.EncodingName.ShouldBe(recognised);
    }

    [Theory]
    [InlineData("utf-16", "UTF-16LE")]
    [InlineData("utf-16BE", "UTF-16BE")]
    public void Utf16_is_recognised_without_a_mark(string written, string recognised)
    {
        var source = SourceDecoder.Decode(Encoding.GetEncoding(written).GetBytes(Story), "a.txt");

        source.Text.ShouldBe(Story);
        source.EncodingName.ShouldBe(recognised);
    }

    [Fact]
    public void Traditional_characters_in_GB18030_are_Chinese_too() =>
        SourceDecoder.Decode(Encoding.GetEncoding("gb18030").GetBytes(TraditionalStory), "a.txt").Text.ShouldBe(TraditionalStory);

    [Fact]
    public void One_lost_character_does_not_make_a_text_unreadable() =>
        SourceDecoder.Decode(Encoding.UTF8.GetBytes(Story.Replace('厂', '\uFFFD')), "a.txt").Text.ShouldContain("\uFFFD");

    [Fact]
    public void Chinese_in_an_encoding_we_do_not_read_is_refused() =>
        Refusal(Encoding.GetEncoding("big5").GetBytes(TraditionalStory)).ShouldBe(SourceRefusal.UnknownEncoding);

    [Fact]
    public void Text_of_another_script_is_not_taken_for_Chinese() =>
        Refusal(Encoding.GetEncoding("windows-1251").GetBytes("Сегодня на заводе наградили лучших рабочих и инженеров."))
            .ShouldBe(SourceRefusal.UnknownEncoding);

    [Fact]
    public void Random_bytes_are_refused()
    {
        var random = new Random(7);
        for (var i = 0; i < 50; i++)
        {
            var bytes = new byte[400];
            random.NextBytes(bytes);

            Refusal(bytes).ShouldBeOneOf(SourceRefusal.UnknownEncoding, SourceRefusal.Binary);
        }
    }

    [Fact]
    public void A_text_that_an_earlier_conversion_destroyed_is_refused() =>
        Refusal(Encoding.UTF8.GetBytes("本报讯" + new string('\uFFFD', 40))).ShouldBe(SourceRefusal.UnknownEncoding);

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t　\n")]
    [InlineData("\uFEFF")]
    public void A_file_without_text_is_refused(string text) => Refusal(Encoding.UTF8.GetBytes(text)).ShouldBe(SourceRefusal.Empty);

    [Theory]
    [InlineData("PK\u0003\u0004 word/document.xml")]
    [InlineData("%PDF-1.7")]
    [InlineData("GIF89a")]
    [InlineData("MZ\u0000\u0001\u0000\u0000\u0000")]
    [InlineData("{\\rtf1 text}")]
    [InlineData("正文\u0001\u0002正文")]
    [InlineData("text\0with\0nul")]
    public void What_is_no_text_is_refused_whatever_its_name(string content) =>
        Refusal(Encoding.UTF8.GetBytes(content)).ShouldBe(SourceRefusal.Binary);

    [Fact]
    public void A_picture_named_txt_is_refused() =>
        Refusal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).ShouldBe(SourceRefusal.Binary);

    [Fact]
    public void A_file_above_the_limit_is_refused_before_it_is_decoded()
    {
        var refused = Should.Throw<SourceRefusedException>(() => SourceDecoder.Decode(new byte[50 * 1024 * 1024], "a.txt"));

        refused.Reason.ShouldBe(SourceRefusal.TooLarge);
        refused.Message.ShouldContain("50.0 MB");
    }

    [Fact]
    public void The_limit_can_be_set() =>
        Should
            .Throw<SourceRefusedException>(() => SourceDecoder.Decode(Encoding.UTF8.GetBytes(Story), "a.txt", new SourceLimits(20)))
            .Reason.ShouldBe(SourceRefusal.TooLarge);

    [Theory]
    [InlineData("报纸.xlsx")]
    [InlineData("报纸.exe")]
    [InlineData("报纸")]
    public void Other_formats_are_refused_with_advice(string name)
    {
        var refused = Should.Throw<SourceRefusedException>(() => SourceDecoder.Decode(Encoding.UTF8.GetBytes(Story), name));

        refused.Reason.ShouldBe(SourceRefusal.UnsupportedFormat);
        refused.Message.ShouldContain(".txt");
    }

    [Theory]
    [InlineData("报纸.docx")]
    [InlineData("报纸.pdf")]
    public void Text_called_something_else_is_refused(string name) =>
        Should
            .Throw<SourceRefusedException>(() => SourceDecoder.Decode(Encoding.UTF8.GetBytes(Story), name))
            .Reason.ShouldBe(SourceRefusal.FormatMismatch);

    private static SourceRefusal Refusal(byte[] bytes) =>
        Should.Throw<SourceRefusedException>(() => SourceDecoder.Decode(bytes, "a.txt")).Reason;
}
