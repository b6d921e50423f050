namespace Chinalco.Honors.Ingestion.Lexicons;

/// <summary>A closed set of words with the questions a scanner asks: which of them stands here, which of them ends here.</summary>
public sealed class WordSet
{
    private readonly string[] words;
    private readonly WordTable beginnings;
    private readonly WordTable ends;

    /// <summary>Builds the set; empty words are dropped.</summary>
    public WordSet(IEnumerable<string> source)
    {
        words = [.. source.Where(word => word.Length > 0).Distinct(StringComparer.Ordinal)];
        beginnings = new(words);
        ends = new(words, backwards: true);
    }

    /// <summary>The words, unordered.</summary>
    public IReadOnlyCollection<string> Words => words;

    /// <summary>Length of the longest word; 0 where there is none.</summary>
    public int Longest => beginnings.Longest;

    /// <summary>Whether the whole span is one of the words.</summary>
    public bool Contains(ReadOnlySpan<char> word) => beginnings.IndexOf(word) >= 0;

    /// <summary>Length of the longest word that begins at <paramref name="start"/>; 0 where none does.</summary>
    public int LengthAt(ReadOnlySpan<char> text, int start) => beginnings.At(text, start).Length;

    /// <summary>Length of the longest word that ends at <paramref name="end"/> (exclusive) and does not begin before <paramref name="from"/>.</summary>
    public int LengthEndingAt(ReadOnlySpan<char> text, int end, int from = 0) =>
        end <= from ? 0 : ends.At(text[from..end], end - from).Length;

    /// <summary>First place at or after <paramref name="start"/> and before <paramref name="end"/> where a word stands whole; -1 where there is none.</summary>
    public int IndexIn(ReadOnlySpan<char> text, int start, int end)
    {
        var slice = text[..end];
        for (var i = start; i < end; i++)
        {
            if (beginnings.At(slice, i).Length > 0)
            {
                return i;
            }
        }

        return -1;
    }
}
