using System.Reflection;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Domain.Tests.Rules;

public sealed class RuleTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 　")]
    public void A_text_of_nothing_is_not_given(string? text) => new TextIsGiven("姓名", text, 5).Holds.ShouldBeFalse();

    [Fact]
    public void A_text_as_long_as_its_column_is_given() => new TextIsGiven("姓名", "一二三四五", 5).Holds.ShouldBeTrue();

    [Fact]
    public void A_longer_text_is_refused() => new TextIsGiven("姓名", "一二三四五六", 5).Holds.ShouldBeFalse();

    [Fact]
    public void The_advice_on_a_missing_text_names_what_is_missing() => new TextIsGiven("姓名", null, 5).Advice.ShouldBe("请填写姓名。");

    [Fact]
    public void The_advice_on_a_long_text_names_the_limit() => new TextIsGiven("姓名", "一二三四五六", 5).Advice.ShouldContain("5");

    [Fact]
    public void The_first_broken_rule_is_the_one_reported() =>
        Broken.Rule<TextIsGiven>(() =>
            Require.That(
                new TheYearIsPlausible(2024, A.Moment),
                new TextIsGiven("姓名", null, 5),
                new ARevokedConferralStaysRevoked(ConferralStatus.Revoked)
            )
        );

    [Fact]
    public void A_broken_rule_is_known_by_its_class_name() =>
        new RuleBrokenException(new TextIsGiven("姓名", null, 5)).RuleName.ShouldBe(nameof(TextIsGiven));

    [Fact]
    public void The_message_of_a_broken_rule_is_its_advice() =>
        new RuleBrokenException(new TextIsGiven("姓名", null, 5)).Message.ShouldBe("请填写姓名。");

    [Fact]
    public void Every_rule_is_sealed_so_that_its_name_is_its_own() =>
        typeof(IRule)
            .Assembly.GetTypes()
            .Where(type => type.GetTypeInfo().IsClass && typeof(IRule).IsAssignableFrom(type) && !type.IsSealed)
            .ShouldBeEmpty();
}
