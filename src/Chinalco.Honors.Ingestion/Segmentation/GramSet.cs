using System.Numerics;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>A set of the pairs and triples of <see cref="TopicIndex"/>, read in the order they were added. None of them is 0.</summary>
internal sealed class GramSet
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private ulong[] slots;
    private ulong[] order;
    private int shift;

    /// <summary>An empty set with room for so many.</summary>
    public GramSet(int expected = 8)
    {
        // At most half full, so that a miss ends soon.
        slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, expected * 2))];
        order = new ulong[slots.Length / 2];
        shift = 64 - BitOperations.Log2((uint)slots.Length);
    }

    public int Count { get; private set; }

    public ReadOnlySpan<ulong> InOrder => order.AsSpan(0, Count);

    public bool Contains(ulong gram)
    {
        var slot = (gram * Multiplier) >> shift;
        while (slots[slot] != gram)
        {
            if (slots[slot] == 0)
            {
                return false;
            }

            slot = (slot + 1) & (ulong)(slots.Length - 1);
        }

        return true;
    }

    public void Add(ulong gram)
    {
        var slot = (gram * Multiplier) >> shift;
        while (slots[slot] != 0)
        {
            if (slots[slot] == gram)
            {
                return;
            }

            slot = (slot + 1) & (ulong)(slots.Length - 1);
        }

        if (Count == order.Length)
        {
            Grow();
            Add(gram);
            return;
        }

        slots[slot] = gram;
        order[Count++] = gram;
    }

    public void UnionWith(GramSet other)
    {
        foreach (var gram in other.InOrder)
        {
            Add(gram);
        }
    }

    private void Grow()
    {
        var known = order;
        slots = new ulong[slots.Length * 2];
        order = new ulong[slots.Length / 2];
        shift--;
        Count = 0;
        foreach (var gram in known)
        {
            Add(gram);
        }
    }
}
