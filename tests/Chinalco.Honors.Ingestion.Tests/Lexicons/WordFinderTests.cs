using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Tests.Lexicons;

public sealed class WordFinderTests
{
    [Fact]
    public void Finds_all_words_the_longest_first_at_the_same_end()
    {
        var finder = new WordFinder<int>([new("劳动", 1), new("劳动模范", 2), new("模范", 3), new("动模", 4)]);

        finder
            .Find("全国劳动模范")
            .Select(hit => (hit.Start, hit.End, hit.Values[0]))
            .ShouldBe([(2, 4, 1), (3, 5, 4), (2, 6, 2), (4, 6, 3)]);
    }

    [Fact]
    public void Agrees_with_a_plain_search_on_random_words()
    {
        var random = new Random(7);
        var words = Enumerable.Range(0, 200).Select(_ => Word(random, 1 + random.Next(4))).Distinct().ToArray();
        var text = Word(random, 4000);

        var found = new WordFinder<string>(words.Select(word => KeyValuePair.Create(word, word)))
            .Find(text)
            .Select(hit => (hit.Start, hit.Values[0]))
            .Order();

        var plain = words
            .SelectMany(word =>
                Enumerable.Range(0, text.Length - word.Length + 1).Where(i => text.AsSpan(i).StartsWith(word)).Select(i => (i, word))
            )
            .Order();
        found.ShouldBe(plain);
    }

    private static string Word(Random random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => (char)('甲' + random.Next(5))));
}
