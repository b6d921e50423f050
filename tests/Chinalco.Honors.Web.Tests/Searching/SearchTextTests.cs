using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Web.Searching;

namespace Chinalco.Honors.Web.Tests.Searching;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("付军 劳模 2024", "付军|劳模|2024")]
    [InlineData("付军，劳模；2024", "付军|劳模|2024")]
    [InlineData("示铝发〔2024〕12号", "示铝发202412号")]
    [InlineData("示铝发 [2024] 12 号", "示铝发202412号")]
    [InlineData("示铝发（２０２４）第12号", "示铝发202412号")]
    [InlineData("劳模（2024）", "劳模|2024")]
    [InlineData("fù jūn", "fujun")]
    [InlineData("fu jun 劳模", "fujun|劳模")]
    [InlineData("付军 付军", "付军")]
    [InlineData("'\" 🏅", "")]
    [InlineData("付% _", "付%|_")]
    [InlineData("", "")]
    public void A_text_is_read_as_words(string typed, string words) =>
        string.Join('|', SearchText.Read(typed).Words.Select(w => w.Pinyin ?? w.Folded)).ShouldBe(words);

    [Theory]
    [InlineData("lǚ", "lv")]
    [InlineData("lü", "lv")]
    [InlineData("LYU", "lv")]
    [InlineData("lu:", "lv")]
    [InlineData("lv", "lv")]
    [InlineData("nǚ", "nv")]
    [InlineData("lüe", "lve")]
    [InlineData("lue", "lve")]
    [InlineData("Xi'an", "xian")]
    [InlineData("FJ", "fj")]
    [InlineData("付", null)]
    [InlineData("5g", null)]
    public void Latin_letters_are_read_as_keyboards_write_them(string typed, string? pinyin) =>
        SearchText.Read(typed).Words.Single().Pinyin.ShouldBe(pinyin);

    [Theory]
    [InlineData("2024", 2024, null)]
    [InlineData("2024年度", 2024, null)]
    [InlineData("国家级", null, AwardLevel.National)]
    [InlineData("省部", null, AwardLevel.Provincial)]
    [InlineData("12024", null, null)]
    public void A_word_may_name_a_year_or_a_level(string typed, int? year, AwardLevel? level)
    {
        var word = SearchText.Read(typed).Words.Single();

        (word.Year, word.Level).ShouldBe((year, level));
    }

    [Fact]
    public void A_text_of_ten_thousand_characters_is_cut_and_says_so()
    {
        var text = SearchText.Read(new string('付', 9_999) + "\U00020000");

        (text.Text.Length, text.WasCut, text.Words.Length).ShouldBe((SearchText.Longest, true, 1));
    }

    [Fact]
    public void Words_beyond_the_most_are_named() => SearchText.Read("一 二 三 四 五 六 七").LeftOut.ShouldBe(["六", "七"]);
}
