using System.Text.Json;

namespace Chinalco.Honors.Domain.Tests;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2019")]
    [InlineData("2019-05")]
    [InlineData("2019-05-01")]
    public void What_is_read_is_written_the_same(string text) => PartialDate.Parse(text).ToString().ShouldBe(text);

    [Theory]
    [InlineData("")]
    [InlineData("去年")]
    [InlineData("2019-")]
    [InlineData("2019-13")]
    [InlineData("2019-02-29")]
    [InlineData("2019-05-01-02")]
    [InlineData("1899")]
    [InlineData("2201")]
    [InlineData("99999999999")]
    [InlineData("-2019")]
    public void What_is_no_date_is_refused(string text) => Should.Throw<FormatException>(() => PartialDate.Parse(text));

    [Fact]
    public void A_day_needs_a_month() => Should.Throw<ArgumentOutOfRangeException>(() => new PartialDate(2019, month: null, day: 3));

    [Fact]
    public void A_day_that_no_month_has_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => new PartialDate(2019, 2, 29));

    [Fact]
    public void A_full_date_keeps_its_day() => PartialDate.From(new DateOnly(2019, 5, 1)).ShouldBe(new PartialDate(2019, 5, 1));

    [Fact]
    public void Dates_sort_in_the_order_of_time()
    {
        PartialDate[] dates = [new(2020), new(2019, 12), new(2019), new(2019, 5, 9), new(2019, 5), new(2019, 5, 10)];

        dates.Order().Select(d => d.ToString()).ShouldBe(["2019", "2019-05", "2019-05-09", "2019-05-10", "2019-12", "2020"]);
    }

    [Fact]
    public void The_operators_agree_with_the_order()
    {
        var (earlier, later) = (new PartialDate(2019, 5), new PartialDate(2019, 6));

        (earlier < later && later > earlier && earlier <= later && later >= earlier).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2019")]
    [InlineData("2019-05")]
    [InlineData("2019-05-01")]
    public void Json_carries_the_date_as_precise_as_it_is(string text)
    {
        var date = PartialDate.Parse(text);

        JsonSerializer.Deserialize<PartialDate>(JsonSerializer.Serialize(date)).ShouldBe(date);
    }

    [Fact]
    public void Json_writes_the_date_as_people_write_it() => JsonSerializer.Serialize(new PartialDate(2019, 5)).ShouldBe("\"2019-05\"");

    [Fact]
    public void Json_that_is_no_date_is_refused() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<PartialDate>("\"2019-13\""));
}
