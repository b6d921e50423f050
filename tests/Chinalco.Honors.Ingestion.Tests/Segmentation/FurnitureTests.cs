using Chinalco.Honors.Ingestion.Segmentation;

namespace Chinalco.Honors.Ingestion.Tests.Segmentation;

public sealed class FurnitureTests
{
    private const string Story = "炉前一盏灯\n\n□ 段立夏\n\n他在炉前干了二十年。\n\n";

    [Theory]
    [InlineData("江边报　2024年5月6日　第三版　要闻\n\n", "江边报", 2024, 5, 6, null, 3)]
    [InlineData(
        "江边报\n\nJIANGBIAN NEWS\n\n国内统一连续出版物号 CN 99-0001　总第 812 期　星期一 2024年5月6日\n\n",
        "江边报",
        2024,
        5,
        6,
        812,
        null
    )]
    [InlineData("山南矿业 2024.07.01 第06版 专刊\n\n", "山南矿业", 2024, 7, 1, null, 6)]
    [InlineData("北方轻金属　二〇二四年四月二十五日　第二版　副刊\n\n", "北方轻金属", 2024, 4, 25, null, 2)]
    public void The_masthead_says_newspaper_issue_and_date(
        string masthead,
        string newspaper,
        int year,
        int month,
        int day,
        int? issue,
        int? page
    )
    {
        var source = Pages.Cut(masthead + Story);

        source.Header.ShouldBe(new IssueHeader(newspaper, issue, new DateOnly(year, month, day)));
        source.Titles().ShouldBe(["炉前一盏灯"]);
        source.Articles[0].Page.ShouldBe(page);
        source.LeftOut.ShouldAllBe(left => left.Reason == LeftOutReason.Masthead);
    }

    [Theory]
    [InlineData("责任编辑：韩小雨　版式：冯大年", LeftOutReason.Colophon)]
    [InlineData("地址：江边路1号", LeftOutReason.Colophon)]
    [InlineData("本版图片提供：韩小雨 冯大年", LeftOutReason.Colophon)]
    [InlineData("欢迎投稿 邮箱：paper@example.com", LeftOutReason.Colophon)]
    [InlineData("广告　江边商城——放心选购", LeftOutReason.Advertisement)]
    public void Colophon_and_advertisement_belong_to_no_article(string line, LeftOutReason reason)
    {
        var source = Pages.Cut(Story + line + "\n");

        source.Articles.ShouldHaveSingleItem().Text.ShouldNotContain(line);
        source.LeftOut.ShouldHaveSingleItem().Reason.ShouldBe(reason);
    }

    [Fact]
    public void Nothing_vanishes_unseen()
    {
        var source = Pages.Cut(
            "江边报　2024年5月6日　第三版\n\n" + Story + "责任编辑：韩小雨\n\n广告　江边商城\n\n公　告\n\n韩某遗失工作证一本，声明作废。\n"
        );

        var covered = source
            .Articles.SelectMany(article => article.Spans)
            .Concat(source.LeftOut.Select(left => left.Span))
            .OrderBy(span => span.Start)
            .ToList();
        var rest = source.Source.Text;
        foreach (var span in Enumerable.Reverse(covered))
        {
            rest = rest.Remove(span.Start, span.Length);
        }

        rest.ShouldBeNullOrWhiteSpace();
    }

    [Fact]
    public void A_small_notice_without_an_honour_is_left_out_and_one_with_an_honour_is_kept()
    {
        var source = Pages.Cut(
            Story
                + "公　告\n\n韩某遗失工作证一本，声明作废。\n\n声　明\n\n冯某遗失荣誉证书一本，荣誉依然有效。\n\n更　正\n\n上期二版“江边”误为“江变”，特此更正。\n"
        );

        source.Titles().ShouldBe(["炉前一盏灯", "声 明", "更 正"]);
        source.Articles[1].IsNotice.ShouldBeTrue();
        source.LeftOut.ShouldAllBe(left => left.Reason == LeftOutReason.SmallNotice);
    }

    [Fact]
    public void A_caption_stays_with_the_article_it_illustrates()
    {
        var article = Pages
            .Cut(
                "江边铝厂开展春季安全检查\n\n本报讯 三月以来，江边铝厂组织开展春季安全检查，整改隐患四十项。\n\n▲图为江边铝厂安全检查组在春季检查现场核对隐患清单并逐项签字。 冯小满 摄\n"
            )
            .Articles.ShouldHaveSingleItem();

        article.Text.ShouldEndWith("冯小满 摄");
    }

    [Fact]
    public void A_caption_that_tells_something_else_is_picture_news()
    {
        var page = Pages.Cut(
            "江边铝厂开展春季安全检查\n\n本报讯 三月以来，江边铝厂组织开展春季安全检查，整改隐患四十项。\n\n▲图为山南矿业青年韩启明在比武中夺冠。他当天获得“技术标兵”称号。 冯小满 摄影报道\n"
        );

        page.Titles().ShouldBe(["江边铝厂开展春季安全检查", null]);
        page.Articles[1].Authors.ShouldBe(["冯小满"]);
    }
}
