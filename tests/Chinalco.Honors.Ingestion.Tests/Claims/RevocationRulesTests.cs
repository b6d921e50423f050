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
}
