using Chinalco.Honors.Data.Text;
using Chinalco.Honors.Domain.Press;

namespace Chinalco.Honors.Data.Search;

/// <summary>Which pairs of neighbouring characters stand in a text: a text that holds a word holds the word's pairs.</summary>
public static class ArticleGrams
{
    /// <summary>The pairs of an article's title and text, each once, in order.</summary>
    public static IReadOnlyCollection<int> Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Of(article.Title, article.Text);
    }

    internal static IReadOnlyCollection<int> Of(string? title, string text)
    {
        var grams = new HashSet<int>();
        Collect(title ?? "", grams);
        Collect(text, grams);
        var ordered = grams.ToArray();
        Array.Sort(ordered);
        return ordered;
    }

    /// <summary>The pairs that a word needs; none when it has no two letters or digits side by side.</summary>
    public static IReadOnlyCollection<int> OfWord(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return [.. Pairs(word).Distinct()];
    }

    /// <summary>Every pair that begins with a character: from the first up to and with the last.</summary>
    public static (int First, int Last) BeginningWith(char character)
    {
        var first = Pair(SearchFold.Of(character), '\0');
        return (first, first | 0xFFFF);
    }

    private static void Collect(string text, HashSet<int> grams)
    {
        grams.UnionWith(Pairs(text));
        for (var at = 0; at < text.Length; at++)
        {
            // A character that nothing follows is found by itself.
            if (Counts(text[at]) && (at + 1 == text.Length || !Counts(text[at + 1])))
            {
                grams.Add(Pair(SearchFold.Of(text[at]), '\0'));
            }
        }
    }

    private static IEnumerable<int> Pairs(string text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (Counts(text[at - 1]) && Counts(text[at]))
            {
                yield return Pair(SearchFold.Of(text[at - 1]), SearchFold.Of(text[at]));
            }
        }
    }

    private static bool Counts(char unit) => char.IsLetterOrDigit(unit) || char.IsSurrogate(unit);

    private static int Pair(char first, char second) => (first << 16) | second;
}
