using Chinalco.Honors.Ingestion.Segmentation;

namespace Chinalco.Honors.Ingestion.Tests.Segmentation;

public sealed class ByLineTests
{
    [Theory]
    [InlineData("□ 段立夏", "段立夏")]
    [InlineData("○ 段立夏 韩 明", "段立夏", "韩明")]
    [InlineData("□ 本报记者 冯小满 通讯员 段立夏", "冯小满", "段立夏")]
    [InlineData("本报特约记者　冯小满", "冯小满")]
    [InlineData("撰文：段立夏", "段立夏")]
    [InlineData("文/图 段立夏", "段立夏")]
    public void An_authors_line_under_the_title_names_the_authors(string line, params string[] authors)
    {
        var article = Pages.Cut($"炉前一盏灯\n\n{line}\n\n他在炉前干了二十年。\n").Articles.ShouldHaveSingleItem();

        article.Authors.ShouldBe(authors);
        article.Title.ShouldBe("炉前一盏灯");
    }

    [Theory]
    [InlineData("他在炉前干了二十年。（段立夏）", "段立夏")]
    [InlineData("他在炉前干了二十年。（通讯员 段立夏）", "段立夏")]
    [InlineData("他在炉前干了二十年。（文并摄影　段立夏）", "段立夏")]
    [InlineData("他在炉前干了二十年。（共三十人）")]
    public void The_signature_at_the_end_names_the_authors(string last, params string[] authors) =>
        Pages.Cut($"炉前一盏灯\n\n本报讯 江边铝厂有个好班长。\n\n{last}\n").Articles.ShouldHaveSingleItem().Authors.ShouldBe(authors);

    [Theory]
    [InlineData("本报讯（记者 冯小满）三月一日，新井开工。", "冯小满")]
    [InlineData("本报讯（通讯员 冯小满 段 夏）三月一日，新井开工。", "冯小满", "段夏")]
    [InlineData("本报讯（段立夏）三月一日，新井开工。", "段立夏")]
    [InlineData("本報訊（記者 馮小滿）三月一日，新井開工。", "馮小滿")]
    [InlineData("本报讯 三月一日，新井开工。")]
    public void The_lead_names_its_reporters(string lead, params string[] authors) =>
        Pages.Cut($"新井开工\n\n{lead}\n").Articles.ShouldHaveSingleItem().Authors.ShouldBe(authors);
}
