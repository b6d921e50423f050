using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Domain.Tests.Rules;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Domain.Tests.Units;

public sealed class UnitTests
{
    [Fact]
    public void A_unit_without_a_name_is_refused() => Broken.Rule<TextIsGiven>(() => A.Unit(" "));

    [Fact]
    public void A_renamed_unit_bears_the_new_name()
    {
        var unit = A.Unit("旧厂");

        unit.Rename("新厂", new PartialDate(2020));

        unit.Name.ShouldBe("新厂");
    }

    [Fact]
    public void A_renamed_unit_keeps_its_former_name_until_the_day()
    {
        var unit = A.Unit("旧厂");

        unit.Rename("新厂", new PartialDate(2020));

        var former = unit.Names.Single(n => n.Kind == UnitNameKind.Former);
        (former.Name, former.To).ShouldBe(("旧厂", new PartialDate(2020)));
    }

    [Fact]
    public void A_renamed_unit_has_one_legal_name()
    {
        var unit = A.Unit("旧厂");

        unit.Rename("新厂", new PartialDate(2020));
        unit.Rename("更新厂", new PartialDate(2022));

        unit.Names.Single(n => n.Kind == UnitNameKind.Legal).Name.ShouldBe("更新厂");
    }

    [Fact]
    public void Renaming_to_the_same_name_changes_nothing()
    {
        var unit = A.Unit("旧厂");

        unit.Rename("旧厂", new PartialDate(2020));

        (unit.Version, unit.Names.Count).ShouldBe((1, 1));
    }

    [Fact]
    public void Renaming_to_nothing_is_refused() => Broken.Rule<TextIsGiven>(() => A.Unit().Rename("", on: null));

    [Fact]
    public void A_name_it_already_bears_changes_nothing()
    {
        var unit = A.Unit("旧厂");

        unit.AddName("旧厂", UnitNameKind.Alias);

        (unit.Version, unit.Names.Count).ShouldBe((1, 1));
    }

    [Fact]
    public void The_first_alias_is_the_short_name()
    {
        var unit = A.Unit("示例集团旧厂");
        unit.AddName("旧厂", UnitNameKind.Alias);
        unit.AddName("老厂", UnitNameKind.Alias);

        unit.ShortName.ShouldBe("旧厂");
    }

    [Fact]
    public void Without_an_alias_the_legal_name_is_short_enough() => A.Unit("旧厂").ShortName.ShouldBe("旧厂");

    [Fact]
    public void A_unit_is_not_moved_below_itself()
    {
        var unit = A.Unit();

        Broken.Rule<AUnitIsNotItsOwnAncestor>(() => unit.MoveBelow(unit.Id, [unit.Id]));
    }

    [Fact]
    public void A_unit_is_not_moved_below_its_own_workshop()
    {
        var unit = A.Unit();
        var workshop = Guid.NewGuid();

        Broken.Rule<AUnitIsNotItsOwnAncestor>(() => unit.MoveBelow(workshop, [workshop, unit.Id]));
    }

    [Fact]
    public void A_unit_moves_below_another()
    {
        var (unit, parent) = (A.Unit(), Guid.NewGuid());

        unit.MoveBelow(parent, [parent]);

        unit.ParentId.ShouldBe(parent);
    }
}
