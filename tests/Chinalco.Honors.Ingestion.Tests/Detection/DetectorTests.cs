using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Tests.Pipeline;

namespace Chinalco.Honors.Ingestion.Tests.Detection;

public sealed class DetectorTests
{
    [Theory]
    [InlineData("2023—2024年度示例集团劳动模范", 2024)]
    [InlineData("2021年5月获奖", 2021)]
    [InlineData("第八届先进个人", null)]
    public void Reads_the_last_year_of_a_range(string phrase, int? year) => YearReader.Last(phrase).ShouldBe(year);

    [Fact]
    public void Strips_years_and_editions() => YearReader.Strip("重庆市第三届2020年度劳动模范").ShouldBe("重庆市劳动模范");

    [Fact]
    public void Folding_keeps_every_character_in_its_place()
    {
        const string Text = "「榮譽」エ作，２０２４年　授予(許)";

        var folded = FoldedText.Of(Text);

        folded.Length.ShouldBe(Text.Length);
        folded.ShouldBe("“荣誉”工作，2024年 授予（许）");
    }

    [Fact]
    public void Unit_takes_the_parts_below_it_along_but_not_the_post()
    {
        UnitDetector
            .Find("青禾铝业电解二厂三工区一班班长许牧川", Tests.Pipeline.Findings.Lexicon)
            .ShouldHaveSingleItem()
            .Text.ShouldBe("青禾铝业电解二厂三工区一班");
    }

    [Theory]
    [InlineData("青禾铝业电解工童远说，炉火认人。", "童远")]
    [InlineData("这是欧阳春的本子。欧阳春表示同意。", "欧阳春")]
    [InlineData("班长洛桑旺堆在炉前。", "洛桑旺堆")]
    [InlineData("副主任工程师介绍情况。", null)]
    [InlineData("方案已经公布，高度重视。", null)]
    public void Names_are_recognised_by_form_and_place(string text, string? name)
    {
        var people = PersonDetector.Find(
            text,
            UnitDetector.Find(text, Tests.Pipeline.Findings.Lexicon),
            Tests.Pipeline.Findings.Lexicon,
            []
        );

        people.Select(person => person.Name).Distinct().ShouldBe(name is null ? [] : [name]);
    }

    [Theory]
    [InlineData("全国劳动模范", OwnerKind.National)]
    [InlineData("有色金属行业技术能手", OwnerKind.Industry)]
    [InlineData("中央企业技术能手", OwnerKind.CentralEnterprises)]
    [InlineData("山东省技术能手", OwnerKind.Province)]
    [InlineData("淄博市技术能手", OwnerKind.City)]
    [InlineData("张店区技术能手", OwnerKind.County)]
    [InlineData("青禾铝业技术能手", OwnerKind.Unit)]
    [InlineData("自治区技术能手", OwnerKind.Relative)]
    [InlineData("上海期货交易所优秀分析师", OwnerKind.Outside)]
    public void Owner_decides_the_level_of_one_word(string award, OwnerKind kind)
    {
        new OwnerReader(Tests.Pipeline.Findings.Lexicon).Read(award)!.Value.Owner.Kind.ShouldBe(kind);
    }
}
