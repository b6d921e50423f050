using Chinalco.Honors.Ingestion.Detection;

namespace Chinalco.Honors.Ingestion.Tests.Detection;

public sealed class YearReaderTests
{
    [Theory]
    [InlineData("2023—2024年度", 2024)]
    [InlineData("他2019年获奖，2021年再次", 2021)]
    [InlineData("1975年出生，", null)]
    [InlineData("生于1975年的他", null)]
    [InlineData("1975年5月生，", null)]
    [InlineData("1998年参加工作，2001年", 2001)]
    [InlineData("2001年，他在这里。1998年7月参加工作的她", 2001)]
    [InlineData("1975年生产能手", 1975)]
    [InlineData("没有年份", null)]
    public void The_last_year_of_a_phrase_is_one_of_honours_not_of_a_life(string phrase, int? year) =>
        YearReader.Last(phrase).ShouldBe(year);

    [Theory]
    [InlineData("2010年入党，2012年当选", 2012)]
    [InlineData("2012年当选，2010年入党", 2012)]
    public void The_first_year_of_a_phrase_is_one_of_honours_not_of_a_life(string phrase, int? year) =>
        YearReader.First(phrase).ShouldBe(year);
}
