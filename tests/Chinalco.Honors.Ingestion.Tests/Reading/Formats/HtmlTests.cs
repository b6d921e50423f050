using System.Text;
using Chinalco.Honors.Ingestion.Reading;

namespace Chinalco.Honors.Ingestion.Tests.Reading.Formats;

public sealed class HtmlTests
{
    static HtmlTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void The_readable_text_is_read_and_nothing_around_it() =>
        Text(
                "<!DOCTYPE html><html><head><title>站名</title><style>p{}</style></head><body><nav><a>首页</a></nav><header>页眉</header>"
                    + "<h1>炉前的人</h1><script>var a='不是正文';</script><p>第一段<b>加粗</b>。</p><p style='display: none'>藏起</p>"
                    + "<div>第二段&nbsp;一。<br>换行。</div><form><input value='搜'></form><aside>推荐阅读</aside><footer>版权</footer></body></html>"
            )
            .ShouldBe("# 炉前的人\n\n第一段加粗。\n\n第二段 一。\n\n换行。");

    [Fact]
    public void The_highest_heading_of_the_page_begins_articles() =>
        Text("<h3>炉前的人</h3><h4>头一年</h4><p>正文。</p><h3>化验室</h3>").ShouldBe("# 炉前的人\n\n## 头一年\n\n正文。\n\n# 化验室");

    [Fact]
    public void Only_the_article_is_read_where_the_page_marks_it() =>
        Text("<body><div>导航</div><article><p>正文。</p></article><div>热点</div></body>").ShouldBe("正文。");

    [Fact]
    public void A_table_is_read_row_by_row_and_a_spanning_cell_holds_for_all_its_rows() =>
        Text(
                "<p>名单</p><table><caption>获奖名单</caption><tr><th>单位</th><th>姓名</th></tr>"
                    + "<tr><td rowspan=2>青禾铝业</td><td>许牧川</td></tr><tr><td>蒲清和</td></tr></table>"
            )
            .ShouldBe("名单\n\n获奖名单\n\n| 单位 | 姓名 |\n| 青禾铝业 | 许牧川 |\n| 青禾铝业 | 蒲清和 |");

    [Fact]
    public void A_table_that_lays_out_the_page_is_no_list() =>
        Text("<table><tr><td><p>左栏。</p></td><td><table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table>")
            .ShouldBe("左栏。\n\n| 甲 | 乙 |");

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    public void The_encoding_is_recognised(string encoding)
    {
        var written = Encoding.GetEncoding(encoding);
        byte[] file = [.. written.GetPreamble(), .. written.GetBytes("<html><body><p>许牧川被授予“全国劳动模范”称号。</p></body></html>")];

        SourceDecoder.Decode(file, "a.htm").Text.ShouldBe("许牧川被授予“全国劳动模范”称号。");
    }

    [Fact]
    public void A_page_becomes_findings()
    {
        var source = Read("<h2>表彰会</h2><p>青禾铝业电解车间电解工许牧川被授予“全国劳动模范”称号。</p>");

        Pipeline.Findings.Run(source).Conferrals.ShouldHaveSingleItem().Recipient.ShouldBe("许牧川");
    }

    [Theory]
    [InlineData("<div>", 300_000)]
    [InlineData("<b><p>", 50_000)]
    [InlineData("<div></x>", 100_000)]
    [InlineData("<svg><style><g>", 60_000)]
    [InlineData("<a x\"><div>", 60_000)]
    [InlineData("<!--><div>", 60_000)]
    [InlineData("<li><ul>", 60_000)]
    public void A_page_of_nothing_but_tags_is_refused(string tags, int times) =>
        Refused(string.Concat(Enumerable.Repeat(tags, times)) + "正文").Reason.ShouldBe(SourceRefusal.TooComplex);

    [Fact]
    public void A_tag_of_nothing_but_attributes_is_refused() =>
        Refused("<p " + string.Concat(Enumerable.Range(0, 200_000).Select(i => $" a{i}")) + ">正文</p>")
            .Reason.ShouldBe(SourceRefusal.TooComplex);

    [Fact]
    public void Formatting_that_multiplies_is_refused() =>
        Refused(
            string.Concat(Enumerable.Range(0, 240).Select(i => $"<p><font size={i}>")) + string.Concat(Enumerable.Repeat("<p>x", 20_000))
        )
            .Reason.ShouldBe(SourceRefusal.TooComplex);

    [Fact]
    public void Many_siblings_are_read_in_linear_time() =>
        Text(string.Concat(Enumerable.Repeat("<i>铝</i>", 60_000))).Length.ShouldBe(60_000);

    [Fact]
    public void Scripts_full_of_tags_do_not_count() =>
        Text($"<script>{string.Concat(Enumerable.Repeat("'<div>'+", 20_000))}''</script><p>正文。</p>").ShouldBe("正文。");

    [Fact]
    public void A_page_without_text_is_empty() => Refused("<html><body><img src=a.png></body></html>").Reason.ShouldBe(SourceRefusal.Empty);

    [Fact]
    public void A_page_named_txt_is_refused_with_the_advice_to_rename_it()
    {
        var refused = Should.Throw<SourceRefusedException>(() =>
            SourceDecoder.Decode(Encoding.UTF8.GetBytes("\n<!DOCTYPE html><p>正文。"), "a.txt")
        );

        refused.Reason.ShouldBe(SourceRefusal.FormatMismatch);
        refused.Message.ShouldContain(".html");
    }

    private static SourceText Read(string html) => SourceDecoder.Decode(Encoding.UTF8.GetBytes(html), "a.html");

    private static string Text(string html) => Read(html).Text;

    private static SourceRefusedException Refused(string html) => Should.Throw<SourceRefusedException>(() => Read(html));
}
