using System.Numerics;

namespace Chinalco.Honors.Ingestion.Lexicons;

/// <summary>
/// A closed set of words, found by where they stand in a text without taking a piece of it out. Two neighbouring characters tell which
/// lengths are possible; only these are looked up, by a hash that grows with the word. A look costs at most the length of the longest word.
/// </summary>
internal sealed class WordTable
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    // Lengths beyond share the last bit of the mask.
    private const int DistinctLengths = 64;

    private readonly bool backwards;
    private readonly string[] words;
    private readonly int[] slots;
    private readonly int shift;
    private readonly CharSet firsts;
    private readonly CharSet singles;
    private readonly uint[] pairs;
    private readonly ulong[] lengths;
    private readonly int pairShift;

    /// <param name="source">The words, each once and none empty.</param>
    /// <param name="backwards">Whether words are looked for by their end instead of their beginning.</param>
    public WordTable(IEnumerable<string> source, bool backwards = false)
    {
        this.backwards = backwards;
        words = [.. source];
        Longest = words.Length == 0 ? 0 : words.Max(word => word.Length);
        firsts = new(words.Select(word => word[backwards ? ^1 : 0]));
        singles = new(words.Where(word => word.Length == 1).Select(word => word[0]));
        (slots, shift) = Slots(words.Length);
        (pairs, pairShift) = (new uint[slots.Length], shift);
        lengths = new ulong[slots.Length];
        for (var i = 0; i < words.Length; i++)
        {
            Add(i);
        }
    }

    /// <summary>Length of the longest word; 0 where there is none.</summary>
    public int Longest { get; }

    /// <summary>Index of the word that the span is; -1 where it is none.</summary>
    public int IndexOf(ReadOnlySpan<char> span)
    {
        if (span.IsEmpty || !firsts.Contains(span[backwards ? ^1 : 0]))
        {
            return -1;
        }

        var hash = 0UL;
        for (var i = 0; i < span.Length; i++)
        {
            hash = Next(hash, span[backwards ? span.Length - 1 - i : i]);
        }

        return Find(hash, span);
    }

    /// <summary>
    /// Index and length of the longest word that begins at <paramref name="at"/> of the text (ends there, exclusive, where the table looks
    /// backwards), and of each shorter one if a list for them is given; length 0 where none does.
    /// </summary>
    public (int Index, int Length) At(ReadOnlySpan<char> text, int at, List<(int Index, int Length)>? all = null)
    {
        var room = backwards ? at : text.Length - at;
        if (room <= 0 || !firsts.Contains(text[backwards ? at - 1 : at]))
        {
            return default;
        }

        var first = text[backwards ? at - 1 : at];
        var possible = room > 1 ? LengthsOf(first, text[backwards ? at - 2 : at + 1]) : 0;
        possible |= singles.Contains(first) ? 1UL : 0;
        var best = (Index: 0, Length: 0);
        var hash = 0UL;
        for (var length = 1; possible != 0 && length <= room; length++)
        {
            hash = Next(hash, text[backwards ? at - length : at + length - 1]);
            if (length < DistinctLengths)
            {
                var here = possible & 1;
                possible >>= 1;
                if (here == 0)
                {
                    continue;
                }
            }
            else if (length > Longest)
            {
                break;
            }

            var index = Find(hash, backwards ? text.Slice(at - length, length) : text.Slice(at, length));
            if (index >= 0)
            {
                best = (index, length);
                all?.Add(best);
            }
        }

        return best;
    }

    /// <summary>All words in a text, shorter before longer at the same place, in the order of their beginning.</summary>
    public List<(int Start, int Index, int Length)> FindAll(ReadOnlySpan<char> text)
    {
        var all = new List<(int, int, int)>();
        List<(int Index, int Length)>? here = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (firsts.Contains(text[i]) && At(text, i).Length > 0)
            {
                At(text, i, here ??= []);
                foreach (var (index, length) in here)
                {
                    all.Add((i, index, length));
                }

                here.Clear();
            }
        }

        return all;
    }

    private static (int[] Slots, int Shift) Slots(int count)
    {
        // At most half full, so that a miss ends soon.
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, count * 2));
        return (new int[size], 64 - BitOperations.Log2(size));
    }

    private void Add(int index)
    {
        var word = words[index];
        var hash = 0UL;
        for (var i = 0; i < word.Length; i++)
        {
            hash = Next(hash, word[backwards ? word.Length - 1 - i : i]);
        }

        var slot = hash >> shift;
        while (slots[slot] != 0)
        {
            slot = (slot + 1) & (ulong)(slots.Length - 1);
        }

        slots[slot] = index + 1;
        if (word.Length > 1)
        {
            var pair = backwards ? Pair(word[^1], word[^2]) : Pair(word[0], word[1]);
            var place = (pair * Multiplier) >> pairShift;
            while (lengths[place] != 0 && pairs[place] != pair)
            {
                place = (place + 1) & (ulong)(pairs.Length - 1);
            }

            pairs[place] = pair;
            lengths[place] |= 1UL << (Math.Min(word.Length, DistinctLengths) - 1);
        }
    }

    private ulong LengthsOf(char first, char second)
    {
        var pair = Pair(first, second);
        var place = (pair * Multiplier) >> pairShift;
        while (lengths[place] != 0)
        {
            if (pairs[place] == pair)
            {
                return lengths[place];
            }

            place = (place + 1) & (ulong)(pairs.Length - 1);
        }

        return 0;
    }

    private int Find(ulong hash, ReadOnlySpan<char> span)
    {
        var slot = hash >> shift;
        while (slots[slot] != 0)
        {
            var index = slots[slot] - 1;
            if (span.SequenceEqual(words[index]))
            {
                return index;
            }

            slot = (slot + 1) & (ulong)(slots.Length - 1);
        }

        return -1;
    }

    private static uint Pair(char first, char second) => ((uint)first << 16) | second;

    private static ulong Next(ulong hash, char c) => (hash + c + 1) * Multiplier;
}
