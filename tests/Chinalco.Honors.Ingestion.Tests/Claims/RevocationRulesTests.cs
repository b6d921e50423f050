using Chinalco.Honors.Ingestion.Tests.Pipeline;

namespace Chinalco.Honors.Ingestion.Tests.Claims;

public sealed class RevocationRulesTests
{
    [Fact]
    public void Revoked_title_is_reported_and_not_proposed()
    {
        var result = Tests.Pipeline.Findings.In("关于撤销许牧川称号的决定\n经研究，撤销许牧川2021年获得的“示例集团劳动模范”称号。");

        result.Conferrals.ShouldBeEmpty();
        var revoked = result.Revocations.ShouldHaveSingleItem();
        revoked.Recipient.ShouldBe("许牧川");
        revoked.Award.ShouldBe("示例集团劳动模范");
        revoked.Reason.ShouldBe("撤销");
    }

    [Fact]
    public void Of_a_correction_the_right_version_is_proposed_and_the_wrong_one_taken_back()
    {
        var result = Tests.Pipeline.Findings.In("更正\n“全国劳动模范”获得者应为“青禾铝业 许牧川”，误为“许牧州”。");

        result.Conferrals.ShouldHaveSingleItem().Recipient.ShouldBe("许牧川");
        result.Revocations.ShouldHaveSingleItem().Recipient.ShouldBe("许牧州");
    }

    [Fact]
    public void Lost_certificate_leaves_the_honour_valid()
    {
        var result = Tests.Pipeline.Findings.In(
            "声明\n青禾铝业职工许牧川持有的“示例集团劳动模范”荣誉证书遗失，声明作废。该同志荣誉依然有效。"
        );

        result.Conferrals.ShouldHaveSingleItem().Recipient.ShouldBe("许牧川");
        result.Revocations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("撤销许牧川2021年度“青禾铝业金梭标兵”称号，收回证书。")]
    [InlineData("许牧川2021年度“青禾铝业金梭标兵”称号一并撤销。")]
    [InlineData("责成车间收回其向许牧川颁发的2021年度“青禾铝业金梭标兵”证书。")]
    public void A_title_is_taken_back_in_many_wordings(string sentence)
    {
        var result = Tests.Pipeline.Findings.In("关于处理有关荣誉的通报\n各单位：\n" + sentence + "\n青禾铝业有限公司\n2025年1月8日");

        result.Revocations.ShouldHaveSingleItem().Recipient.ShouldBe("许牧川");
        result.Conferrals.ShouldBeEmpty();
    }

    [Fact]
    public void A_candidacy_taken_back_and_a_lost_certificate_take_no_honour()
    {
        Tests
            .Pipeline.Findings.In(
                "关于有关事项的通报\n各单位：\n取消许牧川“全国劳动模范”推荐人选资格。\n蒲清和的“全国劳动模范”证书遗失，声明作废。"
            )
            .Revocations.ShouldBeEmpty();
    }
}
