using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Data.Tests.Search;

public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("付军", "fujun", "fj")]
    [InlineData("单晓红", "shanxiaohong", "sxh")]
    [InlineData("解放", "xiefang", "xf")]
    [InlineData("曾志伟", "zengzhiwei", "zzw")]
    [InlineData("查良镛", "zhaliangyong", "zly")]
    [InlineData("仇英", "qiuying", "qy")]
    [InlineData("区少坤", "oushaokun", "osk")]
    [InlineData("任建新", "renjianxin", "rjx")]
    [InlineData("华罗庚", "hualuogeng", "hlg")]
    [InlineData("朴树", "piaoshu", "ps")]
    [InlineData("尉迟恭", "yuchigong", "ycg")]
    [InlineData("万俟卨", "moqixie", "mqx")]
    [InlineData("吕梁", "lvliang", "ll")]
    [InlineData("李重阳", "lichongyang", "lcy")]
    [InlineData("李重阳", "lizhongyang", "lzy")]
    [InlineData("张行", "zhanghang", "zh")]
    [InlineData("张行", "zhangxing", "zx")]
    public void A_person_is_found_by_every_plausible_reading_and_its_initials(string name, string pinyin, string initials)
    {
        var terms = SearchTerms.Of(A.Honoree(name));

        terms.Where(t => t.Kind == TermKind.Pinyin).Select(t => t.Term).ShouldContain(pinyin);
        terms.Where(t => t.Kind == TermKind.Initials).Select(t => t.Term).ShouldContain(initials);
    }

    [Fact]
    public void A_name_of_characters_with_many_readings_has_no_more_than_the_cap() =>
        SearchTerms.Of(A.Honoree("单解曾朴乐")).Count(t => t.Kind == TermKind.Pinyin).ShouldBeLessThanOrEqualTo(SearchTerms.MostReadings);

    [Fact]
    public void Whatever_stands_in_a_name_begins_one_of_its_terms()
    {
        const string Name = "欧阳建国";
        var terms = SearchTerms.Of(A.Honoree(Name)).Select(t => t.Term).ToList();

        for (var from = 0; from < Name.Length; from++)
        {
            for (var length = 1; from + length <= Name.Length; length++)
            {
                terms.ShouldContain(t => t.StartsWith(Name.Substring(from, length), StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void A_name_that_is_not_chinese_has_no_reading() =>
        SearchTerms.Of(A.Honoree("阿Q·John")).Select(t => t.Kind).Distinct().ShouldBe([TermKind.Name, TermKind.NamePart]);

    [Fact]
    public void A_unit_is_found_by_alias_and_former_name()
    {
        var unit = A.Unit("示例铜业有限公司");
        unit.AddName("示铜", UnitNameKind.Alias);
        unit.AddName("示例冶炼厂", UnitNameKind.Former);

        var terms = SearchTerms.Of(unit);

        terms.ShouldContain(new SearchTerm(SearchKind.Unit, "示铜", TermKind.Alias, unit.Id));
        terms.ShouldContain(new SearchTerm(SearchKind.Unit, "冶炼厂", TermKind.FormerPart, unit.Id));
        terms.ShouldContain(new SearchTerm(SearchKind.Unit, "shitong", TermKind.Pinyin, unit.Id));
    }

    [Fact]
    public void A_document_number_has_no_brackets() =>
        SearchTerms.Of(A.Document("示铝发〔2024〕12号")).ShouldContain(t => t.Kind == TermKind.Number && t.Term == "示铝发202412号");

    [Fact]
    public void A_conferral_repeats_neither_its_award_nor_a_person_s_name()
    {
        var conferral = A.Conferral(A.Facts() with { AwardAsPrinted = "劳动模范" }, A.Person(name: "付军"));

        SearchTerms.Of(conferral, "全国劳动模范").ShouldBeEmpty();
    }

    [Fact]
    public void A_conferral_is_found_by_a_team_and_by_another_name_of_the_award()
    {
        var facts = A.Facts() with { AwardAsPrinted = "五一奖章" };
        var conferral = A.Conferral(facts, A.Team("示例班组"));

        var terms = SearchTerms.Of(conferral, "全国五一劳动奖章");

        terms.ShouldContain(t => t.Kind == TermKind.Printed && t.Term == "五一奖章");
        terms.ShouldContain(t => t.Kind == TermKind.RecipientPart && t.Term == "班组");
    }

    [Fact]
    public void A_term_is_never_longer_than_its_column() =>
        SearchTerms
            .Of(new Award(Guid.NewGuid(), null, new string('奖', Award.LongestName), AwardLevel.Group, AwardFamily.Skill, null))
            .ShouldAllBe(t => t.Term.Length <= SearchTerm.Longest);
}
