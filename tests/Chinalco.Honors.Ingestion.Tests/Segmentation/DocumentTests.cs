namespace Chinalco.Honors.Ingestion.Tests.Segmentation;

public sealed class DocumentTests
{
    private const string Decision = """
        江边铝业有限公司文件
        江铝字〔2024〕9号
        关于表彰2023年度先进个人的决定
        各车间、部门：
        经研究，决定授予蔺守成等3名同志“先进个人”称号。
        附件：先进个人名单
        附件
        2023年度先进个人名单
        1．蔺守成　电解车间　班长
        2．韩启明　掘进工区　工区长
        3．冯小满（女）　检测中心　检验员
        江边铝业有限公司
        2024年1月8日
        """;

    [Fact]
    public void A_decision_with_its_list_is_one_notice()
    {
        var source = Pages.Cut(Decision);

        var article = source.Articles.ShouldHaveSingleItem();
        article.Title.ShouldBe("关于表彰2023年度先进个人的决定");
        article.IsNotice.ShouldBeTrue();
        article.Text.ShouldContain("\n3．冯小满（女） 检测中心 检验员\n");
        source.Header.Date.ShouldBe(new DateOnly(2024, 1, 8));
    }

    [Fact]
    public void A_second_decision_begins_below_the_signature_of_the_first() =>
        Pages
            .Cut(Decision + "\n关于撤销韩某荣誉称号的决定\n经查，决定撤销其称号。\n2024年2月1日\n")
            .Titles()
            .ShouldBe(["关于表彰2023年度先进个人的决定", "关于撤销韩某荣誉称号的决定"]);

    [Fact]
    public void Numbered_headings_do_not_cut_a_document() =>
        Pages
            .Cut(
                "江边铝业有限公司\n2024年“安全之星”评选结果\n一、评选情况\n共评出二名。\n二、获奖名单\n（一）冶炼一区\n何立夏　转炉工\n（二）动力车间\n井大山　锅炉工\n"
            )
            .Titles()
            .ShouldBe(["2024年“安全之星”评选结果"]);

    [Fact]
    public void An_honour_roll_on_a_page_ends_with_its_compiler()
    {
        var page = Pages.Cut(
            """
            江边报　2024年5月6日　第二版

            光荣榜

            ——“五一”受到表彰的集体和个人

            省级工人先锋号

            山南矿业掘进一班

            省级劳动奖章

            江边铝厂　班长　蔺守成

            本报记者 冯小满 整理

            榜上的名字

            冯小满

            榜上的名字年年新，他们只是把同一件事做了几十年的普通人。
            """
        );

        page.Titles().ShouldBe(["光荣榜", "榜上的名字"]);
        page.Articles[0].Text.ShouldEndWith("本报记者 冯小满 整理");
        page.Articles[1].Authors.ShouldBe(["冯小满"]);
    }

    [Fact]
    public void Markdown_is_one_article_per_heading_of_the_first_level_and_keeps_its_marks()
    {
        var source = Pages.Cut(
            "---\ntitle: 评优结果\nseries: 五四专刊\nauthor: 冯小满\n---\n\n# 评优结果\n\n**通讯员　段立夏**\n\n## 先进班组\n\n- 炉前一班\n- 掘进一班\n\n| 姓名 | 单位 |\n| --- | --- |\n| 韩启明 | 掘进工区 |\n\n第一行\n续行。\n",
            "a.md"
        );

        var article = source.Articles.ShouldHaveSingleItem();
        article.Title.ShouldBe("评优结果");
        article.Authors.ShouldBe(["段立夏", "冯小满"]);
        article.Series.ShouldBe("五四专刊");
        article.Subtitles.ShouldBe(["先进班组"]);
        article.Body().ShouldBe("## 先进班组\n- 炉前一班\n- 掘进一班\n| 姓名 | 单位 |\n| --- | --- |\n| 韩启明 | 掘进工区 |\n第一行续行。");
    }
}
