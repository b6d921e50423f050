using Chinalco.Honors.Ingestion.Findings;
using Chinalco.Honors.Ingestion.Tests.Pipeline;

namespace Chinalco.Honors.Ingestion.Tests.Claims;

/// <summary>The same honour in many wordings: each general rule must hold for other people, units and awards than those it was found on.</summary>
public sealed class WordingTests
{
    private static readonly string[] Names = ["许牧川", "蒲清和", "欧阳禾", "阿依古丽", "乌云其其格", "石田"];

    public static TheoryData<string> Wordings() =>
        new(
            "{0}获评青禾铝业“金梭奖”。",
            "{0}去年拿到了青禾铝业的“金梭奖”。",
            "{0}被青禾铝业评为金梭标兵。",
            "青禾铝业把首届“金梭奖”给了{0}。",
            "青禾铝业将“金梭奖”颁发给{0}。",
            "2022年，{0}当选青禾铝业“金梭标兵”；",
            "{0}是2019年度的青禾铝业金梭标兵。",
            "{0}一举捧回青禾铝业金梭奖的奖杯。",
            "在青禾铝业金梭奖名单中，{0}榜上有名。",
            "经评审，授予{0}青禾铝业“金梭标兵”荣誉称号。"
        );

    [Theory]
    [MemberData(nameof(Wordings))]
    public void A_wording_names_its_recipient_whoever_it_is(string wording)
    {
        foreach (var name in Names)
        {
            var text = "车间里的人\n青禾铝业电解工" + name + "今年四十岁。\n" + string.Format(null, wording, "青禾铝业电解工" + name);

            var found = Tests.Pipeline.Findings.In(text).Conferrals;

            found.Select(finding => finding.Recipient).ShouldBe([name], text);
            found[0].AwardCanonical!.ShouldContain("金梭", Case.Sensitive, text);
        }
    }

    [Theory]
    [InlineData("{0}被推荐为全国劳动模范候选人，公示还没结束。")]
    [InlineData("{0}争取拿到全国劳动模范称号。")]
    [InlineData("{0}被列为“金梭标兵”推荐对象。")]
    [InlineData("大家都说{0}是“活地图”。")]
    [InlineData("{0}被某商会评为“年度伙伴”，他婉拒了。")]
    [InlineData("车间号召向全国劳动模范{0}的师傅学习。")]
    public void What_is_hoped_for_or_declined_is_no_honour(string wording)
    {
        foreach (var name in Names)
        {
            Tests
                .Pipeline.Findings.In("车间里的人\n青禾铝业电解工" + name + "今年四十岁。\n" + string.Format(null, wording, name))
                .Conferrals.ShouldNotContain(finding => finding.Decision == FindingDecision.Auto, wording);
        }
    }

    [Fact]
    public void Honours_in_dated_lines_belong_to_the_team_of_the_story()
    {
        Tests
            .Pipeline.Findings.Pairs(
                "# 炉台日记\n\n青禾铝业炭素厂成型二班，十四个人。\n\n墙上写着：\n\n1. 2016年　青禾铝业“金梭先锋岗”\n2. 2019年　淄博市工人先锋号\n",
                "a.md"
            )
            .ShouldBe(["青禾铝业炭素厂成型二班←青禾铝业金梭先锋岗", "青禾铝业炭素厂成型二班←淄博市工人先锋号"]);
    }

    [Fact]
    public void Team_award_is_not_given_to_the_person_spoken_of()
    {
        Tests
            .Pipeline.Findings.Pairs("炉台日记\n青禾铝业电解工许牧川不爱说话。他带的净化小组更争气：2021年获山东省工人先锋号。")
            .ShouldBe(["净化小组←山东省工人先锋号"]);
    }

    [Fact]
    public void Who_speaks_before_a_colon_receives_what_he_tells_of()
    {
        Tests
            .Pipeline.Findings.Pairs("大家说\n青禾铝业电解工 蒲清和：去年我拿了公司“金梭标兵”，回家腰杆直。")
            .ShouldBe(["蒲清和←青禾铝业金梭标兵"]);
    }
}
