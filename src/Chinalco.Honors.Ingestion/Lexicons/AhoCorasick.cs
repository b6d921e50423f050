using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Chinalco.Honors.Ingestion.Lexicons;

/// <summary>
/// Finds all occurrences of many words in one pass over a text (Aho and Corasick, 1975). Edges are kept in one hash table keyed by
/// state and character, which suits an alphabet of thousands of characters; a search is linear in the text plus the hits.
/// </summary>
/// <typeparam name="T">What a word stands for; several values may share a word.</typeparam>
public sealed class AhoCorasick<T>
{
    private readonly Dictionary<long, int> edges = [];
    private readonly List<int> failures = [0];
    private readonly List<int> lengths = [0];
    private readonly List<ImmutableArray<T>> values =
    [
        [],
    ];

    /// <summary>The next state on the failure path that ends a word; 0 where there is none.</summary>
    private readonly List<int> outputs = [0];

    /// <summary>Builds the automaton; empty words are skipped.</summary>
    public AhoCorasick(IEnumerable<KeyValuePair<string, T>> words)
    {
        foreach (var (word, value) in words)
        {
            if (word.Length > 0)
            {
                Add(word, value);
            }
        }

        LinkFailures();
    }

    /// <summary>All occurrences in the order of their end; at the same end the longest comes first.</summary>
    public IEnumerable<WordHit<T>> Find(string text)
    {
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            state = Step(state, text[i]);
            for (var hit = lengths[state] > 0 ? state : outputs[state]; hit > 0; hit = outputs[hit])
            {
                yield return new(i + 1 - lengths[hit], i + 1, values[hit]);
            }
        }
    }

    private void Add(string word, T value)
    {
        var state = 0;
        foreach (var c in word)
        {
            var key = Key(state, c);
            if (!edges.TryGetValue(key, out var next))
            {
                next = failures.Count;
                edges.Add(key, next);
                failures.Add(0);
                lengths.Add(0);
                values.Add([]);
                outputs.Add(0);
            }

            state = next;
        }

        lengths[state] = word.Length;
        values[state] = values[state].Add(value);
    }

    /// <summary>Visits the states by depth, so that the failure state of a parent is known before its children's.</summary>
    private void LinkFailures()
    {
        var children = new List<(char Symbol, int State)>[failures.Count];
        foreach (var (key, state) in edges)
        {
            (children[(int)(key >> 16)] ??= []).Add(((char)(key & 0xFFFF), state));
        }

        var queue = new Queue<int>();
        queue.Enqueue(0);
        while (queue.TryDequeue(out var state))
        {
            foreach (var (symbol, child) in children[state] ?? [])
            {
                failures[child] = state == 0 ? 0 : Step(failures[state], symbol);
                outputs[child] = lengths[failures[child]] > 0 ? failures[child] : outputs[failures[child]];
                queue.Enqueue(child);
            }
        }
    }

    private int Step(int state, char symbol)
    {
        while (true)
        {
            if (edges.TryGetValue(Key(state, symbol), out var next))
            {
                return next;
            }

            if (state == 0)
            {
                return 0;
            }

            state = failures[state];
        }
    }

    private static long Key(int state, char symbol) => ((long)state << 16) | symbol;
}

/// <summary>One occurrence of a word: start and end (exclusive) in UTF-16 units, and what the word stands for.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WordHit<T>(int Start, int End, ImmutableArray<T> Values)
{
    /// <summary>Length in UTF-16 units.</summary>
    public int Length => End - Start;
}
