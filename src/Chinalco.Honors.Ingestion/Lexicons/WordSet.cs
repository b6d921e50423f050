using System.Collections.Frozen;

namespace Chinalco.Honors.Ingestion.Lexicons;

/// <summary>A closed set of words with the questions a scanner asks: which of them stands here, which of them ends here.</summary>
public sealed class WordSet
{
    private readonly FrozenSet<string> words;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly FrozenSet<char> firsts;
    private readonly FrozenSet<char> lasts;
    private readonly int longest;

    /// <summary>Builds the set; empty words are dropped.</summary>
    public WordSet(IEnumerable<string> source)
    {
        words = source.Where(word => word.Length > 0).ToFrozenSet(StringComparer.Ordinal);
        lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        firsts = words.Select(word => word[0]).ToFrozenSet();
        lasts = words.Select(word => word[^1]).ToFrozenSet();
        longest = words.Count == 0 ? 0 : words.Max(word => word.Length);
    }

    /// <summary>The words, unordered.</summary>
    public IReadOnlyCollection<string> Words => words;

    /// <summary>Whether the whole span is one of the words.</summary>
    public bool Contains(ReadOnlySpan<char> word) => lookup.Contains(word);

    /// <summary>Length of the longest word that begins at <paramref name="start"/>; 0 where none does.</summary>
    public int LengthAt(ReadOnlySpan<char> text, int start)
    {
        if (start >= text.Length || !firsts.Contains(text[start]))
        {
            return 0;
        }

        for (var length = Math.Min(longest, text.Length - start); length > 0; length--)
        {
            if (lookup.Contains(text.Slice(start, length)))
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>Length of the longest word that ends at <paramref name="end"/> (exclusive) and does not begin before <paramref name="from"/>.</summary>
    public int LengthEndingAt(ReadOnlySpan<char> text, int end, int from = 0)
    {
        if (end <= from || !lasts.Contains(text[end - 1]))
        {
            return 0;
        }

        for (var length = Math.Min(longest, end - from); length > 0; length--)
        {
            if (lookup.Contains(text.Slice(end - length, length)))
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>First place at or after <paramref name="start"/> and before <paramref name="end"/> where a word stands whole; -1 where there is none.</summary>
    public int IndexIn(ReadOnlySpan<char> text, int start, int end)
    {
        var slice = text[..end];
        for (var i = start; i < end; i++)
        {
            if (LengthAt(slice, i) > 0)
            {
                return i;
            }
        }

        return -1;
    }
}
