using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Domain.Tests.Rules;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Domain.Tests.Awards;

public sealed class AwardTests
{
    [Fact]
    public void An_award_without_a_name_is_refused() => Broken.Rule<TextIsGiven>(() => A.Award(" "));

    [Fact]
    public void An_alias_of_nothing_is_refused() => Broken.Rule<TextIsGiven>(() => A.Award().AddAlias(""));

    [Fact]
    public void Its_own_name_is_no_alias()
    {
        var award = A.Award("示例先锋");

        award.AddAlias("示例先锋");

        award.Aliases.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_alias_twice_moves_the_version_once()
    {
        var award = A.Award();

        award.AddAlias("先锋");
        award.AddAlias("先锋");

        award.Version.ShouldBe(2);
    }

    [Fact]
    public void A_conferral_moves_both_versions()
    {
        var award = A.Award();

        award.ConferralsChanged();

        (award.Version, award.PageVersion).ShouldBe((2, 2));
    }

    [Fact]
    public void Without_details_nobody_said_who_may_receive_it() => A.Award().Recipients.ShouldBeEmpty();
}
