using Chinalco.Honors.Ingestion.Segmentation;

namespace Chinalco.Honors.Ingestion.Tests.Segmentation;

public sealed class HeadlineTests
{
    [Fact]
    public void A_title_stands_above_a_lead_or_an_authors_line()
    {
        var page = Pages.Cut(
            """
            江边铝厂开展春季安全检查

            本报讯（记者 冯小满）三月以来，江边铝厂组织开展春季安全检查，发现并整改隐患四十项。

            炉前一盏灯

            □ 段立夏

            清晨五点，炉前的灯已经亮了。班长蔺守成戴好手套，开始了一天的活儿。
            """
        );

        page.Titles().ShouldBe(["江边铝厂开展春季安全检查", "炉前一盏灯"]);
        page.Articles[0].Authors.ShouldBe(["冯小满"]);
        page.Articles[1].Authors.ShouldBe(["段立夏"]);
        page.Articles[1].Body().ShouldStartWith("清晨五点");
    }

    [Fact]
    public void The_text_begins_with_the_head_so_that_an_honour_in_a_headline_can_be_quoted()
    {
        var article = Pages
            .Cut("蔺守成获评省级工匠\n\n——江边铝厂炉前班侧记\n\n□ 段立夏\n\n他在炉前干了二十年。\n")
            .Articles.ShouldHaveSingleItem();

        article.Text.ShouldBe("蔺守成获评省级工匠\n——江边铝厂炉前班侧记\n□ 段立夏\n他在炉前干了二十年。");
        article.Title.ShouldBe("蔺守成获评省级工匠");
        article.Subtitles.ShouldBe(["——江边铝厂炉前班侧记"]);
        article.Body().ShouldBe("他在炉前干了二十年。");
    }

    [Fact]
    public void Headlines_without_a_body_above_another_article_are_an_item_of_their_own()
    {
        var page = Pages.Cut(
            """
            省级劳动奖章名单揭晓

            山南矿业韩启明获省级劳动奖章

            海岭电厂获评省级模范集体

            江边铝厂召开春季检修动员会

            本报讯 三月二日，江边铝厂召开春季检修动员会，部署检修任务。厂长宣读检修方案。
            """
        );

        page.Titles().ShouldBe(["省级劳动奖章名单揭晓", "江边铝厂召开春季检修动员会"]);
        var alone = page.Articles[0];
        alone.Text.ShouldBe("省级劳动奖章名单揭晓\n山南矿业韩启明获省级劳动奖章\n海岭电厂获评省级模范集体");
        alone.BodyStart.ShouldBe(alone.Text.Length);
    }

    [Fact]
    public void Headings_inside_an_article_do_not_cut_it()
    {
        var article = Pages
            .Cut("炉前一盏灯\n\n□ 段立夏\n\n他在炉前干了二十年。\n\n苦练本领\n\n他把要点记在本子上。\n\n带出徒弟\n\n徒弟们都出了师。\n")
            .Articles.ShouldHaveSingleItem();

        article.Subtitles.ShouldBe(["苦练本领", "带出徒弟"]);
        article.Body().ShouldContain("\n带出徒弟\n");
    }

    [Fact]
    public void The_banner_of_a_series_names_the_series_of_the_articles_below()
    {
        var page = Pages.Cut(
            "“班组之星”系列报道之三\n\n灯火可亲\n\n炉前一盏灯\n\n□ 段立夏\n\n他在炉前干了二十年。\n\n井下一声哨\n\n□ 冯小满\n\n哨声一响，全班集合。\n"
        );

        page.Titles().ShouldBe(["炉前一盏灯", "井下一声哨"]);
        page.Articles.ShouldAllBe(article => article.Series == "“班组之星”系列报道之三");
        page.LeftOut.Select(left => left.Reason).ShouldBe([LeftOutReason.SeriesBanner, LeftOutReason.SeriesBanner]);
    }

    [Fact]
    public void A_lead_without_a_headline_opens_an_untitled_article()
    {
        var page = Pages.Cut("炉前一盏灯\n\n□ 段立夏\n\n他在炉前干了二十年。\n\n本报讯 三月二日，山南矿业新井开工。\n");

        page.Titles().ShouldBe(["炉前一盏灯", null]);
        page.Articles[1].Warnings.ShouldContain(ArticleWarning.HeadlineLost);
    }

    [Fact]
    public void A_profile_whose_headline_is_lost_is_found_by_its_opening()
    {
        var page = Pages.Cut(
            """
            蔺守成：“炉火就是命令”

            □ 段立夏

            蔺守成，江边铝厂电解车间班长，集团劳动模范，他带的班组连年先进。

            炉火旺，他的心就稳。

            韩启明，山南矿业掘进工区工区长，省级优秀共产党员、技术能手。

            韩启明总是第一个下井。
            """
        );

        page.Titles().ShouldBe(["蔺守成：“炉火就是命令”", null]);
        page.Articles[1].Text.ShouldStartWith("韩启明，山南矿业");
    }

    [Fact]
    public void A_headline_goes_to_the_item_it_speaks_of_where_another_slipped_between()
    {
        var page = Pages.Cut(
            """
            山南矿业新井开工

            据新华社消息 国家统计部门发布的数据显示，上月物价保持平稳。

            本报讯 三月二日，山南矿业新井开工，预计三年后投产。
            """
        );

        page.Titles().ShouldBe([null, "山南矿业新井开工"]);
    }

    [Fact]
    public void Part_of_an_article_from_another_page_stands_alone()
    {
        var page = Pages.Cut(
            "江边报　2024年5月6日　第三版\n\n上接一版\n\n二是抓好培训，让新人早日上手。\n\n炉前一盏灯\n\n□ 段立夏\n\n他在炉前干了二十年。（下转四版）\n"
        );

        page.Titles().ShouldBe([null, "炉前一盏灯"]);
        page.Articles.ShouldAllBe(article => article.Warnings.Contains(ArticleWarning.ContinuedOnOtherPage));
        page.Articles.ShouldAllBe(article => article.Page == 3);
    }

    [Fact]
    public void A_continuation_may_be_marked_inside_its_first_paragraph()
    {
        var page = Pages.Cut("炉前一盏灯\n\n□ 段立夏\n\n他在炉前干了二十年。\n\n[上接第一版]会议要求，各单位要守住安全底线。\n");

        page.Titles().ShouldBe(["炉前一盏灯", null]);
        page.Articles[1].Warnings.ShouldContain(ArticleWarning.ContinuedOnOtherPage);
    }

    [Fact]
    public void A_heading_over_nothing_but_pictures_is_a_picture_story()
    {
        var page = Pages.Cut(
            "炉前一盏灯\n\n□ 段立夏\n\n他在炉前干了二十年。\n\n最美瞬间\n\n▲青年突击队在炉前加料。 蓝天 摄\n\n▲女子篮球队夺得冠军。 蓝天 摄\n"
        );

        page.Titles().ShouldBe(["炉前一盏灯", "最美瞬间"]);
    }

    [Fact]
    public void The_author_may_be_named_with_his_unit()
    {
        var article = Pages
            .Cut("我和师傅的约定\n\n电解车间　于小凯\n\n进厂那年我二十二岁，师傅把一把测温枪交到我手里，让我先把槽温背熟。\n")
            .Articles.ShouldHaveSingleItem();

        article.Authors.ShouldBe(["于小凯"]);
        article.Title.ShouldBe("我和师傅的约定");
    }

    [Fact]
    public void A_letter_begins_with_its_salutation()
    {
        var page = Pages.Cut("炉前一盏灯\n\n□ 段立夏\n\n他在炉前干了二十年。\n\n写给新工友的信\n\n亲爱的工友们：欢迎来到江边铝厂。\n");

        page.Titles().ShouldBe(["炉前一盏灯", "写给新工友的信"]);
    }

    [Fact]
    public void A_column_of_statements_is_an_article()
    {
        var page = Pages.Cut(
            "炉前一盏灯\n\n□ 段立夏\n\n他在炉前干了二十年。\n\n工友心声\n\n天车工 韩小雨：能当先进，谢谢师傅。\n\n电焊工 冯大年：明年我也要争先进。\n"
        );

        page.Titles().ShouldBe(["炉前一盏灯", "工友心声"]);
    }
}
