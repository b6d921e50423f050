namespace Chinalco.Honors.Ingestion.Lexicons;

/// <summary>A closed set of characters: one bit for each between the least and the greatest, so that a question costs one look.</summary>
public sealed class CharSet
{
    private readonly ulong[] bits;
    private readonly int least;

    /// <summary>Builds the set.</summary>
    public CharSet(IEnumerable<char> source)
    {
        char[] characters = [.. source];
        least = characters.Length == 0 ? 0 : characters.Min();
        bits = new ulong[characters.Length == 0 ? 0 : ((characters.Max() - least) >> 6) + 1];
        foreach (var c in characters)
        {
            bits[(c - least) >> 6] |= 1UL << (c - least);
        }
    }

    /// <summary>Whether the character is in the set.</summary>
    public bool Contains(char c)
    {
        var word = (uint)(c - least) >> 6;
        return word < (uint)bits.Length && (bits[word] >> (c - least) & 1) != 0;
    }
}
