using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Domain.Tests.Rules;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Domain.Tests.Honorees;

public sealed class HonoreeTests
{
    [Fact]
    public void A_person_without_a_name_is_refused() => Broken.Rule<TextIsGiven>(() => A.Honoree(" "));

    [Fact]
    public void A_name_longer_than_any_real_one_is_refused() =>
        Broken.Rule<TextIsGiven>(() => A.Honoree(new string('甲', Honoree.LongestName + 1)));

    [Fact]
    public void Renaming_to_nothing_is_refused() => Broken.Rule<TextIsGiven>(() => A.Honoree().Rename(""));

    [Fact]
    public void An_employment_needs_a_unit() =>
        Broken.Rule<TextIsGiven>(() => A.Honoree().Employ(unitId: null, "", position: null, from: null));

    [Theory]
    [InlineData("2020", "2019")]
    [InlineData("2019-06", "2019-05")]
    [InlineData("2019-05-02", "2019-05-01")]
    public void An_employment_does_not_end_before_it_begins(string from, string to) =>
        Broken.Rule<AnEmploymentEndsAfterItBegins>(() => Employ(A.Honoree(), from, to));

    [Theory]
    [InlineData("2019", "2019")]
    [InlineData("2019-05", "2019")]
    [InlineData("2019", "2019-05")]
    [InlineData("2019-05-31", "2019-05")]
    [InlineData("2018-12", "2019")]
    public void An_end_known_less_precisely_is_taken_as_told(string from, string to) =>
        Employ(A.Honoree(), from, to).To.ShouldBe(PartialDate.Parse(to));

    [Fact]
    public void Ending_employments_leaves_the_ended_ones_alone()
    {
        var honoree = A.Honoree();
        Employ(honoree, "2010", "2015");
        Employ(honoree, "2016", to: null);

        honoree.EndEmployments(new PartialDate(2020));

        honoree.Employments.Select(e => e.To?.ToString()).ShouldBe(["2015", "2020"]);
    }

    [Fact]
    public void Employments_do_not_end_before_they_began()
    {
        var honoree = A.Honoree();
        Employ(honoree, "2016", to: null);

        Broken.Rule<AnEmploymentEndsAfterItBegins>(() => honoree.EndEmployments(new PartialDate(2015)));
    }

    [Fact]
    public void The_current_employment_is_the_one_that_lasts()
    {
        var honoree = A.Honoree();
        var lasting = Employ(honoree, "2010", to: null);
        Employ(honoree, "2016", "2018");

        honoree.CurrentEmployment.ShouldBe(lasting);
    }

    [Fact]
    public void Of_ended_employments_the_last_is_current()
    {
        var honoree = A.Honoree();
        var last = Employ(honoree, "2016", "2018");
        Employ(honoree, "2010", "2015");

        honoree.CurrentEmployment.ShouldBe(last);
    }

    [Fact]
    public void Every_change_moves_both_versions()
    {
        var honoree = A.Honoree();

        honoree.ChangeStatus(HonoreeStatus.Retired);

        (honoree.Version, honoree.PageVersion).ShouldBe((2, 2));
    }

    private static Employment Employ(Honoree honoree, string from, string? to) =>
        honoree.Employ(unitId: null, "示例厂", position: null, PartialDate.Parse(from), to is null ? null : PartialDate.Parse(to));
}
