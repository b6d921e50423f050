using System.Text;
using Chinalco.Honors.Ingestion.Reading;

namespace Chinalco.Honors.Ingestion.Tests.Reading;

public sealed class ClassificationMarkingTests
{
    [Theory]
    [InlineData("机密★1年\n关于表彰的决定\n")]
    [InlineData("绝密\n关于表彰的决定\n")]
    [InlineData("关于表彰的决定\n秘密★\n正文。\n")]
    [InlineData("密级：机密\n正文。\n")]
    [InlineData("机 密★长期\n正文。\n")]
    [InlineData("　　机　密\n正文。\n")]
    [InlineData("000012 秘密★6个月 特急\n正文。\n")]
    [InlineData("正文。\n第二页\n【绝密】\n正文。\n")]
    [InlineData("機密\n正文。\n")]
    [InlineData("秘密")]
    public void A_marked_file_is_refused(string text)
    {
        var refused = Should.Throw<SourceRefusedException>(() => Decode(text));

        refused.Reason.ShouldBe(SourceRefusal.Classified);
        refused.Message.ShouldContain("不接收涉密文件");
    }

    [Theory]
    [InlineData("会议要求保守秘密，不得泄露商业秘密。\n")]
    [InlineData("车间里的秘密\n他笑着说出了高产的秘密。\n")]
    [InlineData("机密性是信息安全的目标之一。\n")]
    [InlineData("密级：内部\n正文。\n")]
    [InlineData("降本增效的“秘密武器”\n")]
    public void The_words_in_running_text_are_no_marking(string text) => Decode(text).Text.ShouldBe(text);

    [Fact]
    public void A_marking_in_the_front_matter_counts() =>
        Should
            .Throw<SourceRefusedException>(() =>
                SourceDecoder.Decode(Encoding.UTF8.GetBytes("---\ntitle: 文\n密级: 机密\n---\n正文。\n"), "a.md")
            )
            .Reason.ShouldBe(SourceRefusal.Classified);

    private static SourceText Decode(string text) => SourceDecoder.Decode(Encoding.UTF8.GetBytes(text), "a.txt");
}
