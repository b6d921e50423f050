using Chinalco.Honors.Ingestion.Findings;
using Chinalco.Honors.Ingestion.Tests.Pipeline;

namespace Chinalco.Honors.Ingestion.Tests.Claims;

/// <summary>How company papers say who received what, one construction a row: the text, and all it may be read as.</summary>
public sealed class ConstructionTests
{
    [Theory]
    [InlineData(
        "出席座谈会的有：电解工齐放歌（全国五一劳动奖章获得者）、钳工马得草（中央企业劳动模范）。",
        "齐放歌←全国五一劳动奖章 马得草←中央企业劳动模范"
    )]
    [InlineData("青禾铝业的电工苏一鸣、焊工雷横两人脱颖而出，分别获评“青禾楷模”“青禾巧匠”。", "苏一鸣←青禾楷模 雷横←青禾巧匠")]
    [InlineData(
        "劳动模范：魏延年、姜维正。先进工作者：廖化成、王平川。",
        "魏延年←劳动模范 姜维正←劳动模范 廖化成←先进工作者 王平川←先进工作者"
    )]
    [InlineData("会上，公司领导为获得“最佳新人”称号的技术员陶潜行、质检员王冕之颁奖。", "陶潜行←最佳新人 王冕之←最佳新人")]
    [InlineData("向全国劳动模范、西北铝挤压厂模修工文天骄学习，正在成为共识。", "文天骄←全国劳动模范")]
    [InlineData("青禾铝业焊工冯小刀成为哈尔滨市最年轻的技术能手。", "冯小刀←技术能手")]
    [InlineData("今年的“青禾金牌工人”给了一位女工，名叫舒心怡。", "舒心怡←青禾金牌工人")]
    [InlineData("钳工甘宁远没评上劳模，却得了个“最佳人气奖”。", "甘宁远←最佳人气奖")]
    [InlineData("点检员奚望春个人记三等功一次。", "奚望春←三等功")]
    [InlineData("卡车司机艾山江·买买提被评为“青禾好司机”。", "艾山江·买买提←青禾好司机")]
    public void A_construction_ties_each_honour_to_its_own_recipient(string text, string expected) => Read(text).ShouldBe(Parts(expected));

    [Theory]
    [InlineData("一份家业\n钳工费长歌配了三十年的料。老费2007年被评为黑龙江省技术能手。", "费长歌←黑龙江省技术能手")]
    [InlineData("一份家业\n钳工姚小满的父亲姚铁柱也是钳工。父亲2001年评上过山东省技术能手。", "姚铁柱←山东省技术能手")]
    [InlineData(
        "看火的人\n炉长时光今年四十六岁。时光说，炉火有七种红。2020年，他获评楚雄州劳动模范。徒弟高远山去年被授予“青禾铝业技术能手”称号。",
        "时光←楚雄州劳动模范 高远山←青禾铝业技术能手"
    )]
    public void Short_forms_and_names_that_are_words_mean_people(string text, string expected) => Read(text).ShouldBe(Parts(expected));

    [Theory]
    [InlineData("安环部主任古月明介绍，去年的“安全之星”中已有3人走上管理岗位。")]
    [InlineData("本报讯（通讯员 纪晓岚）7月30日，青禾铝业召开劳模座谈会。")]
    [InlineData("入围但未获奖的闾丘明远发给“创新标兵”纪念品。")]
    public void What_is_only_near_an_award_does_not_receive_it_unasked(string text) =>
        Tests.Pipeline.Findings.In(text).Conferrals.ShouldNotContain(finding => finding.Decision == FindingDecision.Auto);

    [Fact]
    public void Past_somebody_else_an_editor_decides_who_is_meant()
    {
        var found = Tests.Pipeline.Findings.In(
            "父子两代\n钳工訾国梁今年六十一岁，1998年评上了河南省劳动模范。钳工贝定国与他搭档。2019年，他拿下洛阳市技术状元。"
        );

        found.Conferrals.ShouldNotContain(finding => finding.Award!.Contains("技术状元") && finding.Decision == FindingDecision.Auto);
    }

    [Fact]
    public void A_heading_ends_the_award_above_it_even_where_it_names_no_known_form()
    {
        var found = Read(
            "关于表彰2024年度先进的决定\n各单位：\n决定表彰下列集体和个人。\n一、劳动模范（1人）\n电解厂　卓玛措\n二、随手拍金眼睛（2人）\n电解厂　商辂成\n质检室　万安宁\n青禾铝业有限公司\n2025年1月8日"
        );

        found.ShouldBe(["卓玛措←劳动模范", "商辂成←随手拍金眼睛", "万安宁←随手拍金眼睛"], ignoreOrder: true);
    }

    [Fact]
    public void Places_are_rewarded_with_what_the_document_says_elsewhere()
    {
        var found = Read(
            "关于公布青禾铝业技能大赛结果的通知\n各单位：\n铝电解工\n第一名　狄青山（电解一厂）\n第二名　殷秋水（电解二厂）\n第三名　苗青青（女，电解一厂）\n各工种第一名授予“青禾铝业技术状元”称号，第二、三名授予“青禾铝业技术能手”称号。\n青禾铝业\n2025年9月30日"
        );

        found.ShouldBe(["狄青山←青禾铝业技术状元", "殷秋水←青禾铝业技术能手", "苗青青←青禾铝业技术能手"], ignoreOrder: true);
    }

    [Fact]
    public void The_columns_of_a_table_may_be_awards()
    {
        var found = Read(
            "# 青禾铝业2024年度评优结果\n\n| 单位 | 先进工作者 | 优秀青年 |\n|---|---|---|\n| 采矿所 | 石坚、孟浪 | 苗壮 |\n| 选矿所 | 江流（女） | 时新 |\n"
        );

        found.ShouldBe(["石坚←先进工作者", "孟浪←先进工作者", "江流←先进工作者", "苗壮←优秀青年", "时新←优秀青年"], ignoreOrder: true);
    }

    [Fact]
    public void What_a_revoking_document_lists_is_taken_back()
    {
        var found = Tests.Pipeline.Findings.In(
            "关于撤销有关荣誉称号的通知\n各单位：\n经研究，撤销下列称号：\n1．2023年度“道德模范”：潘三省（运输公司）\n2．热轧厂精整工段不再保留“节能先锋工段”称号；\n青禾铝业有限公司\n2025年3月3日"
        );

        found.Conferrals.ShouldBeEmpty();
        found.Revocations.Select(revoked => revoked.Recipient).ShouldBe(["热轧厂精整工段", "潘三省"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("“河南省工人先锋号”的集体应为氧化铝厂溶出工区，不是氧化铝厂溶出车间。", "氧化铝厂溶出工区", "氧化铝厂溶出车间")]
    [InlineData("“滇中工匠”获得者甯可为的姓名误写为“宁可为”。", "甯可为", "宁可为")]
    [InlineData("《全国五一劳动奖章获得者名录》中，“东轻 牟其中”应为“东轻 牟其忠”。", "牟其忠", "牟其中")]
    public void A_correction_gives_the_honour_to_the_right_holder(string sentence, string right, string wrong)
    {
        var found = Tests.Pipeline.Findings.In("更正\n本报上期刊登的消息有误：\n" + sentence + "\n特此更正。");

        found.Conferrals.Select(finding => finding.Recipient).ShouldBe([right]);
        found.Revocations.Select(revoked => revoked.Recipient).ShouldBe([wrong]);
    }

    private static string[] Read(string text) =>
        [.. Tests.Pipeline.Findings.In(text).Conferrals.Select(finding => $"{finding.Recipient}←{finding.Award}").Select(Plain)];

    private static string[] Parts(string expected) => expected.Split(' ');

    private static string Plain(string finding) =>
        finding.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal);
}
