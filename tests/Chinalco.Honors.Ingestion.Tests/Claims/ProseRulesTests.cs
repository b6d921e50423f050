using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Findings;
using Chinalco.Honors.Ingestion.Tests.Pipeline;

namespace Chinalco.Honors.Ingestion.Tests.Claims;

/// <summary>One sentence for each way in which running text ties an award to its recipient.</summary>
public sealed class ProseRulesTests
{
    [Fact]
    public void Subject_of_a_receiving_verb_receives()
    {
        var finding = Tests.Pipeline.Findings.Single("炉前见闻\n2022年，青禾铝业电解工许牧川荣获“全国劳动模范”称号。");

        finding.Recipient.ShouldBe("许牧川");
        finding.Year.ShouldBe(2022);
        finding.Level.ShouldBe(AwardLevel.National);
        finding.Rule.ShouldBe("subject-receives");
        finding.Decision.ShouldBe(FindingDecision.Auto);
        finding.Quote.ShouldBe("2022年，青禾铝业电解工许牧川荣获“全国劳动模范”称号。");
    }

    [Fact]
    public void Passive_names_the_receiver_before_the_conferring_body()
    {
        Tests
            .Pipeline.Findings.Pairs("班组新闻\n石塘冶炼熔炼车间二班被云南省总工会命名为“云南省工人先锋号”。")
            .ShouldBe(["石塘冶炼熔炼车间二班←云南省工人先锋号"]);
    }

    [Fact]
    public void Conferring_verb_gives_to_its_objects_and_the_conferrer_owns_the_award()
    {
        var findings = Tests.Pipeline.Findings.In("表彰大会\n会议授予许牧川、蒲清和2人青禾铝业“节能标兵”称号。").Conferrals;

        findings.Select(finding => finding.Recipient).ShouldBe(["许牧川", "蒲清和"]);
        findings.ShouldAllBe(finding => finding.AwardCanonical == "青禾铝业节能标兵" && finding.Level == AwardLevel.Enterprise);
    }

    [Fact]
    public void Honours_in_apposition_behind_name_and_post_share_their_owner()
    {
        Tests
            .Pipeline.Findings.Pairs("炉台上的人\n许牧川，青禾铝业电解车间大班长，示例集团劳动模范，青禾铝业优秀共产党员、岗位技术能手。")
            .ShouldBe(["许牧川←示例集团劳动模范", "许牧川←青禾铝业优秀共产党员", "许牧川←青禾铝业岗位技术能手"]);
    }

    [Fact]
    public void One_award_of_two_owners_is_two_awards()
    {
        Tests
            .Pipeline.Findings.Pairs("炉台上的人\n许牧川获示例集团、示例铜业2023年度金牌组长称号。")
            .ShouldBe(["许牧川←示例集团金牌组长", "许牧川←示例铜业金牌组长"]);
    }

    [Fact]
    public void Prize_of_the_apprentice_stays_with_the_apprentice()
    {
        var result = Tests.Pipeline.Findings.In("老师傅\n青禾铝业电解工许牧川带过很多人。2021年，徒弟蒲清和获评山东省技术能手。");

        result.Conferrals.ShouldHaveSingleItem().Recipient.ShouldBe("蒲清和");
        result.People.Single(person => person.Name == "蒲清和").Role.ShouldBe(PersonRole.Apprentice);
    }

    [Fact]
    public void Pronoun_means_the_person_the_profile_is_about()
    {
        Tests
            .Pipeline.Findings.Pairs("许牧川：守着一炉火\n许牧川来厂二十年。许牧川说，炉火认人。\n2020年，他被评为全国劳动模范。")
            .ShouldBe(["许牧川←全国劳动模范"]);
    }

    [Fact]
    public void Dated_lines_belong_to_the_person_the_profile_is_about()
    {
        Tests
            .Pipeline.Findings.Pairs("许牧川的本子\n许牧川的荣誉，都写在本子里：\n- 2015年，青禾铝业技术能手；\n- 2019年，山东省技术能手。")
            .ShouldBe(["许牧川←青禾铝业技术能手", "许牧川←山东省技术能手"]);
    }

    [Fact]
    public void Award_of_a_team_is_not_its_leaders()
    {
        Tests.Pipeline.Findings.Pairs("好班长\n许牧川获得全国工人先锋号。").ShouldBeEmpty();
    }

    [Fact]
    public void Studio_named_after_a_person_is_a_team()
    {
        var finding = Tests.Pipeline.Findings.Single("工作室\n许牧川劳模创新工作室被命名为“山东省示范性创新工作室”。");

        finding.Recipient.ShouldBe("许牧川劳模创新工作室");
        finding.RecipientKind.ShouldBe(RecipientKind.Team);
    }

    [Theory]
    [InlineData("青禾铝业推荐许牧川参评全国劳动模范。")]
    [InlineData("许牧川有望获得“全国劳动模范”称号。")]
    [InlineData("许牧川将被授予“全国劳动模范”称号。")]
    [InlineData("许牧川入围提名，没有获奖，无缘全国劳动模范。")]
    [InlineData("许牧川被工友们称为“车间工匠”。")]
    [InlineData("其中3人获评全国劳动模范。")]
    [InlineData("许牧川要求大家学习全国劳动模范。")]
    public void What_is_no_grant_is_not_proposed(string sentence)
    {
        Tests.Pipeline.Findings.Pairs("短讯\n" + sentence).ShouldBeEmpty();
    }

    [Fact]
    public void Unknown_award_is_recognised_by_its_form()
    {
        var finding = Tests.Pipeline.Findings.Single("短讯\n青禾铝业化验员蒲清和荣获“齐鲁节水达人”称号。");

        finding.AwardId.ShouldBeNull();
        finding.Award.ShouldBe("齐鲁节水达人");
    }

    [Fact]
    public void Damaged_characters_of_a_known_award_are_repaired()
    {
        Tests.Pipeline.Findings.Single("短讯\n石塘冶炼动力车间获得“全国工入先锋号”。").AwardCanonical.ShouldBe("全国工人先锋号");
    }

    [Fact]
    public void Traditional_characters_give_simplified_values_and_a_literal_quote()
    {
        var finding = Tests.Pipeline.Findings.Single("短訊\n青禾鋁業許牧川榮獲全國勞動模範稱號。");

        finding.Recipient.ShouldBe("许牧川");
        finding.AwardCanonical.ShouldBe("全国劳动模范");
        finding.Quote.ShouldBe("青禾鋁業許牧川榮獲全國勞動模範稱號。");
    }
}
