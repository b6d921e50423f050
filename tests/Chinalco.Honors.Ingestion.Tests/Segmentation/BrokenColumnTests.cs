using Chinalco.Honors.Ingestion.Segmentation;

namespace Chinalco.Honors.Ingestion.Tests.Segmentation;

public sealed class BrokenColumnTests
{
    [Fact]
    public void Lines_of_one_column_are_put_together()
    {
        var article = Pages
            .Cut(
                """
                炉前一盏灯
                □ 段立夏
                清晨五点，江边铝厂炉前的灯已经亮了，
                班长蔺守成戴好手套，开始了一天的活儿。
                他在炉前干了二十年，从学徒干到首席技
                师，带出的徒弟有一百多人，个个都是好
                手。
                有人问他累不累，他说：“习惯了。”
                """
            )
            .Articles.ShouldHaveSingleItem();

        article
            .Body()
            .ShouldBe(
                "清晨五点，江边铝厂炉前的灯已经亮了，班长蔺守成戴好手套，开始了一天的活儿。\n他在炉前干了二十年，从学徒干到首席技师，带出的徒弟有一百多人，个个都是好手。\n有人问他累不累，他说：“习惯了。”"
            );
    }

    [Fact]
    public void A_list_is_not_taken_for_a_wrapped_paragraph()
    {
        var text = Pages
            .Cut(
                "先进个人表彰名单\n1．蔺守成　电解车间炉前一班班长\n2．韩启明　掘进工区一工区工区长\n3．冯小满　检测中心理化室检验员\n4．段立夏　维修中心电工一班电工\n"
            )
            .Articles[0]
            .Text;

        text.Split('\n').Length.ShouldBe(5);
    }

    [Fact]
    public void Rows_of_name_unit_and_post_stay_rows()
    {
        var text = Pages
            .Cut(
                "先进个人表彰名单\n严子明　电解一厂　铝电解工\n靳　兰　铸造厂　天车工班长\n莫如海　动力厂　变电运行工\n骆大宾　物流中心　叉车司机\n"
            )
            .Articles[0]
            .Text;

        text.Split('\n').Length.ShouldBe(5);
    }

    [Fact]
    public void A_quotation_opened_in_one_piece_is_closed_by_the_other()
    {
        var page = Pages.Cut(
            """
            七个徒弟

            本报通讯员 柏小青

            选矿厂大班长尚秀兰带出七个徒弟。去年，徒弟罗春梅获评省“五一巾帼标

            井口食堂端出暖心面

            本报讯 夜班工人刚升井，一碗热汤面就端了上来。

            机修厂小改革解难题

            本报讯 机修厂青年突击队开展小改革，四月份完成改造十一项。

            兵”。班里的姐妹都来道喜。
            """
        );

        page.Titled("七个徒弟").Text.ShouldContain("“五一巾帼标兵”。班里的姐妹都来道喜。");
    }

    [Fact]
    public void A_paragraph_broken_by_a_picture_is_joined()
    {
        var article = Pages
            .Cut(
                "江边铝厂开展春季安全检查\n\n本报讯 三月以来，江边铝厂把安全检查作为头等大事，逐台设备登记造\n\n▲图为检查现场。\n\n册，做到有人查、有人管。\n"
            )
            .Articles.ShouldHaveSingleItem();

        article.Text.ShouldContain("登记造册，做到");
        article.Text.ShouldEndWith("▲图为检查现场。");
        article.Warnings.ShouldContain(ArticleWarning.BrokenParagraphJoined);
    }

    [Fact]
    public void The_rest_of_a_broken_article_is_found_behind_another_one()
    {
        var page = Pages.Cut(
            """
            蔺守成宣讲全省职工大会精神

            本报讯 三月九日，江边铝厂班长蔺守成宣讲全省职工大会精神，车间职工一起学习大会精神。

            他结合炉前工作，介绍了参加会议的体会，对全省职

            山南矿业新井开工

            本报讯 三月二日，山南矿业新井开工，预计三年后投产。新井设计能力每年百万吨，建成后将成为当地最大的矿井。

            工大会精神作了讲解。

            蔺守成表示，要把大会精神带到炉前。
            """
        );

        page.Titled("蔺守成宣讲全省职工大会精神").Text.ShouldContain("对全省职工大会精神作了讲解。\n蔺守成表示，");
        page.Titled("山南矿业新井开工").Text.ShouldEndWith("当地最大的矿井。");
        page.Articles.ShouldAllBe(article => article.Warnings.Contains(ArticleWarning.Interleaved));
    }

    [Fact]
    public void A_paragraph_follows_the_person_it_speaks_of()
    {
        var page = Pages.Cut(
            """
            炉前一盏灯

            □ 段立夏

            清晨五点，炉前的灯已经亮了。班长蔺守成戴好手套，开始了一天的活儿。

            山南矿业新井开工

            本报讯 三月二日，山南矿业新井开工，预计三年后投产。

            如今，蔺守成也带出了徒弟，徒弟们在比武中拿了名次。
            """
        );

        page.Titled("炉前一盏灯").Text.ShouldContain("蔺守成也带出了徒弟");
    }

    [Fact]
    public void A_damaged_copy_of_a_paragraph_is_dropped()
    {
        var page = Pages.Cut(
            """
            炉前一盏灯

            □ 段立夏

            清晨五点，炉前的灯已经亮了，班长蔺守成戴好手套，开始了一天的活儿。

            他在炉前干了二十年，带出的徒弟有一百多人。

            清晨五点，炉前旳灯已经亮了，班长蔺守成戴好手套，开始了一夭的
            """
        );

        var article = page.Articles.ShouldHaveSingleItem();
        article.Text.Split("班长蔺守成").Length.ShouldBe(2);
        article.Warnings.ShouldContain(ArticleWarning.DuplicateParagraphDropped);
        page.LeftOut.ShouldHaveSingleItem().Reason.ShouldBe(LeftOutReason.Duplicate);
    }

    [Fact]
    public void A_sentence_quoted_in_another_article_is_no_copy()
    {
        const string Quoted = "近日，全省职工大会印发了《职工素质提升三年行动方案》。";
        var page = Pages.Cut(
            $"江边铝厂学习方案\n\n本报讯 三月以来，江边铝厂开展学习。{Quoted}江边铝厂据此制定计划，逐月检查。\n\n方案解读\n\n□ 段立夏\n\n{Quoted}\n\n方案共有十条。\n"
        );

        page.Titled("方案解读").Body().ShouldStartWith(Quoted);
    }

    [Fact]
    public void A_signed_article_takes_nothing_more()
    {
        var page = Pages.Cut(
            """
            职工书屋换新颜

            本报讯 五月二十八日，职工书屋完成升级改造，新增图书两千余册。工会副主席庞

            检修班获评先进班组

            六月一日，检修班获评先进班组，全班连续五年零差错。（钱多多）

            大军说，书屋将每月举办一次读书分享会。
            """
        );

        page.Titled("职工书屋换新颜").Text.ShouldEndWith("读书分享会。");
    }

    [Fact]
    public void What_could_not_be_completed_is_said() =>
        Pages
            .Cut("炉前一盏灯\n\n□ 段立夏\n\n他在炉前干了二十年，带出的徒弟有一百\n")
            .Articles[0]
            .Warnings.ShouldContain(ArticleWarning.TextMissing);

    [Fact]
    public void Unreadable_characters_are_said() =>
        Pages.Cut("炉前一盏灯\n\n□ 段立夏\n\n他在炉前干了二十□，从不喊累。\n").Articles[0].Warnings.ShouldContain(ArticleWarning.Garbled);

    [Fact]
    public void Every_warning_has_a_Chinese_text() =>
        Enum.GetValues<ArticleWarning>().ShouldAllBe(warning => warning.ToChinese().Length > 3);
}
