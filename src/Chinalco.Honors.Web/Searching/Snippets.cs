using Chinalco.Honors.Data.Text;

namespace Chinalco.Honors.Web.Searching;

/// <summary>Pieces of text around what was found, and where in them it stands.</summary>
public static class Snippets
{
    private const int Before = 24;
    private const int Length = 90;

    /// <summary>A literal piece of one line of the text around the first word that stands in it; the opening when none does.</summary>
    internal static string Of(string text, SearchText search)
    {
        var at = search.Words.Select(w => IndexOf(text, w.Typed, 0)).Where(i => i >= 0).DefaultIfEmpty(0).First();
        var lineStart = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var start = Math.Max(lineStart, at - Before);
        var end = Math.Min(text.Length, start + Length);
        var lineEnd = text.IndexOf('\n', Math.Min(at, text.Length));
        end = lineEnd >= 0 && lineEnd > at ? Math.Min(end, lineEnd) : end;

        // Never half a character.
        start += start > 0 && char.IsLowSurrogate(text[start]) ? 1 : 0;
        end -= end < text.Length && end > start && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        return string.Concat(
            start > lineStart ? "…" : "",
            text.AsSpan(start, end - start),
            end < text.Length && text[end] != '\n' ? "…" : ""
        );
    }

    /// <summary>Where the words stand in a text: stretches in order that do not overlap.</summary>
    public static IReadOnlyList<(int Start, int End)> Places(string text, IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<(int Start, int End)> found = [];
        foreach (var word in words.Where(w => w.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(w => w.Length))
        {
            for (var at = IndexOf(text, word, 0); at >= 0; at = IndexOf(text, word, at + word.Length))
            {
                var (start, end) = (at, at + word.Length);
                if (!found.Exists(f => f.Start < end && start < f.End))
                {
                    found.Add((start, end));
                }
            }
        }

        found.Sort();
        return found;
    }

    /// <summary>As the pairs are compared: whatever the size and width of letters.</summary>
    private static int IndexOf(string text, string word, int from)
    {
        for (var at = from; at + word.Length <= text.Length; at++)
        {
            var length = 0;
            while (length < word.Length && SearchFold.Of(text[at + length]) == SearchFold.Of(word[length]))
            {
                length++;
            }

            if (length == word.Length)
            {
                return at;
            }
        }

        return -1;
    }
}
