using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Tests.Lexicons;

public sealed class WordSetTests
{
    [Fact]
    public void Agrees_with_a_plain_search_from_both_sides()
    {
        var random = new Random(11);
        string[] words =
        [
            .. Enumerable.Range(0, 150).Select(_ => Word(random, 1 + random.Next(5))),
            new('甲', 70),
            new('乙', 63),
            new('丙', 64),
        ];
        var set = new WordSet(words);
        var text =
            Word(random, 1500) + new string('甲', 90) + Word(random, 5) + new string('乙', 63) + Word(random, 5) + new string('丙', 80);

        for (var i = 0; i <= text.Length; i++)
        {
            set.LengthAt(text, i).ShouldBe(Longest(words, word => text.AsSpan(i).StartsWith(word)));
            set.LengthEndingAt(text, i).ShouldBe(Longest(words, word => text.AsSpan(0, i).EndsWith(word)));
        }
    }

    [Fact]
    public void A_word_does_not_begin_before_the_place_given()
    {
        var set = new WordSet(["班长", "大班长"]);

        set.LengthEndingAt("大班长", end: 3).ShouldBe(3);
        set.LengthEndingAt("大班长", end: 3, from: 1).ShouldBe(2);
        set.LengthEndingAt("大班长", end: 3, from: 2).ShouldBe(0);
    }

    [Fact]
    public void A_set_knows_its_words_and_no_others()
    {
        var set = new WordSet(["授予", "追授", "奖", ""]);

        set.Contains("授予").ShouldBeTrue();
        set.Contains("奖").ShouldBeTrue();
        set.Contains("授").ShouldBeFalse();
        set.Contains("").ShouldBeFalse();
        new WordSet([]).LengthAt("授予", 0).ShouldBe(0);
    }

    private static int Longest(string[] words, Func<string, bool> stands) =>
        words.Where(stands).Select(word => word.Length).DefaultIfEmpty(0).Max();

    private static string Word(Random random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => (char)('甲' + random.Next(5))));
}
