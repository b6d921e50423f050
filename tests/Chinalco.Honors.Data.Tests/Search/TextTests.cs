using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Data.Text;
using Chinalco.Honors.Testing;

namespace Chinalco.Honors.Data.Tests.Search;

public sealed class TextTests
{
    [Theory]
    [InlineData("示铝发〔2024〕12号", "示铝发202412号")]
    [InlineData("示铝发[2024]12号", "示铝发202412号")]
    [InlineData("示铝发（２０２４） 12 号", "示铝发202412号")]
    [InlineData("“五一”劳动奖章", "五一劳动奖章")]
    [InlineData("买买提·吐尔逊", "买买提吐尔逊")]
    [InlineData("ＡＢＣ", "abc")]
    [InlineData("二〇二四", "二〇二四")]
    [InlineData("%_'\"\\🏅", "%_")]
    [InlineData("\uD842", "")]
    public void What_is_typed_one_way_or_another_folds_alike(string text, string folded) => SearchFold.Of(text).ShouldBe(folded);

    [Theory]
    [InlineData("付", "仙", true)]
    [InlineData("付", "付军", false)]
    [InlineData("a", "b", true)]
    public void The_end_of_a_prefix_comes_after_every_text_that_begins_with_it(string prefix, string text, bool after) =>
        (string.CompareOrdinal(text, SearchFold.After(prefix)) >= 0).ShouldBe(after);

    [Theory]
    [InlineData("fujun", true)]
    [InlineData("xian", true)]
    [InlineData("fj", false)]
    [InlineData("fujunx", false)]
    [InlineData("", false)]
    public void Pinyin_is_whole_syllables(string text, bool isPinyin) => Readings.IsPinyin(text).ShouldBe(isPinyin);

    [Fact]
    public void A_surname_sorts_by_its_own_reading()
    {
        string[] sorted = [.. new[] { "曾明", "蔡明", "张明", "尹明", "单明", "邓明" }.OrderBy(PinyinSortKey.Of, KeyOrder)];

        Assert.SkipUnless(PinyinSortKey.Of("张")[0] != 0x5F, "This machine has no Chinese collation (ICU); names sort by code point.");
        sorted.ShouldBe(["蔡明", "邓明", "单明", "尹明", "曾明", "张明"]);
    }

    [Fact]
    public void A_text_that_holds_a_word_holds_its_pairs()
    {
        var pairs = ArticleGrams.Of(A.Article(A.SourceFile(), "付军获得5G工匠称号。\n他说：好"));

        pairs.ShouldBeUnique();
        ArticleGrams.OfWord("付军获得").ShouldBeSubsetOf(pairs);
        ArticleGrams.OfWord("５g工匠").ShouldBeSubsetOf(pairs);
        ArticleGrams.OfWord("号他").ShouldAllBe(pair => !pairs.Contains(pair));
        var (first, last) = ArticleGrams.BeginningWith('好');
        pairs.ShouldContain(pair => pair >= first && pair <= last);
    }

    private static readonly Comparer<byte[]> KeyOrder = Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right));
}
