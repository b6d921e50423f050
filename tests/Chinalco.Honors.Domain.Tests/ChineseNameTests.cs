using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Units;

namespace Chinalco.Honors.Domain.Tests;

public sealed class ChineseNameTests
{
    [Fact]
    public void Every_level_is_read_back_from_its_name() =>
        Enum.GetValues<AwardLevel>().ShouldAllBe(level => AwardLevelNames.FromChinese(level.ToChinese()) == level);

    [Fact]
    public void Every_family_is_read_back_from_its_name() =>
        Enum.GetValues<AwardFamily>().ShouldAllBe(family => AwardFamilyNames.FromChinese(family.ToChinese()) == family);

    [Fact]
    public void Every_tier_is_read_back_from_its_name() =>
        Enum.GetValues<UnitTier>().ShouldAllBe(tier => UnitTierNames.FromChinese(tier.ToChinese()) == tier);

    [Fact]
    public void Every_status_is_read_back_from_its_name() =>
        Enum.GetValues<HonoreeStatus>().ShouldAllBe(status => HonoreeStatusNames.FromChinese(status.ToChinese()) == status);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("宇宙级")]
    public void An_unknown_name_is_no_level(string? name) => AwardLevelNames.FromChinese(name).ShouldBeNull();

    [Fact]
    public void A_value_that_is_no_level_has_no_name() => Should.Throw<ArgumentOutOfRangeException>(() => ((AwardLevel)99).ToChinese());
}
