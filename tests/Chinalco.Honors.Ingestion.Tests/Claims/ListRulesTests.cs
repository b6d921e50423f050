using Chinalco.Honors.Ingestion.Tests.Pipeline;

namespace Chinalco.Honors.Ingestion.Tests.Claims;

public sealed class ListRulesTests
{
    [Fact]
    public void Numbered_rows_receive_the_award_of_their_heading()
    {
        var findings = Tests
            .Pipeline.Findings.In(
                "关于表彰青禾铝业2023年度先进个人的决定\n一、安全先进个人（2名）\n1．许牧川　电解车间电解工\n2．蒲 清（女）　化验室化验员\n青禾铝业有限公司\n2024年1月8日"
            )
            .Conferrals;

        findings.Select(finding => finding.Recipient).ShouldBe(["许牧川", "蒲清"]);
        findings.ShouldAllBe(finding =>
            finding.AwardCanonical == "青禾铝业安全先进个人" && finding.Year == 2023 && finding.Rule == "winner-list-row"
        );
        findings[0].Quote.ShouldBe("1．许牧川 电解车间电解工");
    }

    [Fact]
    public void Names_without_units_belong_to_the_issuer()
    {
        var findings = Tests
            .Pipeline.Findings.In(
                "中共青禾铝业有限公司委员会\n关于命名2024年度优秀共产党员的通报\n一、优秀共产党员（3名）\n许牧川　 蒲清和　 童 远"
            )
            .Conferrals;

        findings.Select(finding => finding.Recipient).ShouldBe(["许牧川", "蒲清和", "童远"]);
        findings.ShouldAllBe(finding => finding.UnitCanonical == "青禾铝业有限公司");
    }

    [Fact]
    public void Award_may_follow_its_list()
    {
        Tests
            .Pipeline.Findings.Pairs(
                "青禾铝业表彰先进\n青禾铝业炭素厂：许牧川；青禾铝业化验室：蒲清和（女）。\n以上2人同时获“质量标兵”称号。"
            )
            .ShouldBe(["许牧川←青禾铝业质量标兵", "蒲清和←青禾铝业质量标兵"]);
    }

    [Fact]
    public void Labels_and_recipients_may_share_a_line()
    {
        Tests
            .Pipeline.Findings.Pairs("第三届“青禾杯”山东省焊工技能大赛获奖名单\n团体一等奖：青禾铝业；团体二等奖：石塘冶炼。")
            .ShouldBe(["青禾铝业←青禾杯山东省焊工技能大赛团体一等奖", "石塘冶炼←青禾杯山东省焊工技能大赛团体二等奖"]);
    }

    [Fact]
    public void List_of_candidates_confers_nothing()
    {
        Tests.Pipeline.Findings.Pairs("示例集团劳动模范拟推荐人选公示\n一、示例集团劳动模范\n1．许牧川　青禾铝业电解工").ShouldBeEmpty();
    }

    [Fact]
    public void Who_compiled_a_list_is_not_in_it()
    {
        Tests
            .Pipeline.Findings.Pairs("光荣榜\n示例集团劳动模范\n青禾铝业电解工　许牧川\n本报记者 童远 整理")
            .ShouldBe(["许牧川←示例集团劳动模范"]);
    }

    [Theory]
    [InlineData("一、金梭标兵（2名）\n许牧川　青禾铝业电解工\n蒲 清　青禾铝业化验室")]
    [InlineData("一、金梭标兵\n青禾铝业：许牧川、蒲 清（女）")]
    [InlineData("授予以下2名同志“金梭标兵”称号：\n许牧川（青禾铝业电解工）；蒲清（青禾铝业化验员）。")]
    [InlineData("金梭标兵：许牧川、蒲清")]
    [InlineData("序号　姓名　单位　荣誉称号\n1　许牧川　青禾铝业　金梭标兵\n2　蒲　清　青禾铝业　金梭标兵")]
    [InlineData(
        "附件：1．金梭标兵名单\n2．推荐对象情况\n附件1\n序号　姓名　单位\n1　许牧川　青禾铝业\n2　蒲　清　青禾铝业\n附件2\n拟推荐许牧川参评全国劳动模范。"
    )]
    public void A_list_may_be_laid_out_in_many_ways(string list)
    {
        Tests
            .Pipeline.Findings.Pairs("关于表彰青禾铝业2024年度先进典型的决定\n" + list + "\n青禾铝业有限公司\n2025年1月8日")
            .ShouldBe(["许牧川←青禾铝业金梭标兵", "蒲清←青禾铝业金梭标兵"], list);
    }

    [Fact]
    public void Rare_names_are_names_where_only_names_stand()
    {
        Tests
            .Pipeline.Findings.In(
                "关于表彰青禾铝业2024年度先进典型的决定\n一、金梭标兵（3名）\n青禾铝业炭素厂：春　晓、寿山石、弓　长（女）\n2025年1月8日"
            )
            .Conferrals.Select(finding => finding.Recipient)
            .ShouldBe(["春晓", "寿山石", "弓长"]);
    }

    [Fact]
    public void Under_the_heading_of_a_team_award_every_row_is_a_team()
    {
        Tests
            .Pipeline.Findings.In("关于表彰青禾铝业2024年度先进典型的决定\n一、先进班组（2个）\n1．三号炉台\n2．熔铸厂　甲班\n2025年1月8日")
            .Conferrals.Select(finding => finding.Recipient)
            .ShouldBe(["三号炉台", "熔铸厂甲班"]);
    }
}
