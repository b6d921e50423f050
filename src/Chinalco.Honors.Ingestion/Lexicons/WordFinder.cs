using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Chinalco.Honors.Ingestion.Lexicons;

/// <summary>Finds all occurrences of many words in one pass over a text, however many words there are.</summary>
/// <typeparam name="T">What a word stands for; several values may share a word.</typeparam>
public sealed class WordFinder<T>
{
    private readonly WordTable table;
    private readonly ImmutableArray<T>[] values;

    /// <summary>Builds the look-up; empty words are skipped.</summary>
    public WordFinder(IEnumerable<KeyValuePair<string, T>> words)
    {
        var groups = words
            .Where(pair => pair.Key.Length > 0)
            .GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)
            .ToList();
        table = new(groups.Select(group => group.Key));
        values = [.. groups.Select(group => group.ToImmutableArray())];
    }

    /// <summary>Whether the whole span is one of the words.</summary>
    public bool Contains(ReadOnlySpan<char> word) => table.IndexOf(word) >= 0;

    /// <summary>All occurrences in the order of their end; at the same end the longest comes first.</summary>
    public List<WordHit<T>> Find(string text)
    {
        var found = table.FindAll(text);
        if (found.Count == 0)
        {
            return [];
        }

        var hits = found.ConvertAll(hit => new WordHit<T>(hit.Start, hit.Start + hit.Length, values[hit.Index]));
        hits.Sort((a, b) => a.End != b.End ? a.End.CompareTo(b.End) : a.Start.CompareTo(b.Start));
        return hits;
    }

    /// <summary>The longest word that the text begins with; null where it begins with none.</summary>
    public WordHit<T>? FindAtStart(string text) =>
        table.At(text, 0) is { Length: > 0 } found ? new WordHit<T>(0, found.Length, values[found.Index]) : null;
}

/// <summary>One occurrence of a word: start and end (exclusive) in UTF-16 units, and what the word stands for.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WordHit<T>(int Start, int End, ImmutableArray<T> Values)
{
    /// <summary>Length in UTF-16 units.</summary>
    public int Length => End - Start;
}
