namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>
/// Which words a block and an article share, without a lexicon: pairs and triples of neighbouring characters, each weighing more the
/// fewer blocks of the file hold it.
/// </summary>
/// <remarks>Counts stand in a table of fixed size, so that memory does not grow with a long file; a rare collision only blurs a weight.</remarks>
internal sealed class TopicIndex
{
    private const int TableBits = 20;

    // The first characters of a paragraph say what it is about; the bound keeps one giant line cheap.
    private const int CharactersRead = 2000;

    private readonly int[] blocksHolding = new int[1 << TableBits];
    private readonly int blockCount;

    public TopicIndex(IReadOnlyCollection<Block> blocks)
    {
        blockCount = blocks.Count;
        foreach (var block in blocks)
        {
            foreach (var gram in GramsOf(block.Bare))
            {
                blocksHolding[gram]++;
            }
        }
    }

    /// <summary>The pairs and triples of a text.</summary>
    public static HashSet<int> GramsOf(string bare)
    {
        var grams = new HashSet<int>();
        var text = bare.AsSpan(0, Math.Min(bare.Length, CharactersRead));
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (!IsWord(text[i]) || !IsWord(text[i + 1]))
            {
                continue;
            }

            grams.Add(Hash(text[i], text[i + 1], '\0'));
            if (i + 2 < text.Length && IsWord(text[i + 2]))
            {
                grams.Add(Hash(text[i], text[i + 1], text[i + 2]));
            }
        }

        return grams;
    }

    /// <summary>Weight of what two texts share, in nats: the sum over shared pairs and triples of log(blocks / blocks holding it).</summary>
    public double Shared(HashSet<int> grams, HashSet<int> profile)
    {
        var sum = 0.0;
        foreach (var gram in grams)
        {
            if (profile.Contains(gram))
            {
                sum += Weight(gram);
            }
        }

        return sum;
    }

    /// <summary>Share of the pairs and triples of the first text that the second holds too, from 0 to 1.</summary>
    public static double Coverage(HashSet<int> grams, HashSet<int> profile) =>
        grams.Count == 0 ? 0 : (double)grams.Count(profile.Contains) / grams.Count;

    /// <summary>How many blocks hold this run of two or three characters.</summary>
    public int Holding(ReadOnlySpan<char> gram) => blocksHolding[Hash(gram[0], gram[1], gram.Length > 2 ? gram[2] : '\0')];

    private double Weight(int gram) => Math.Log((double)(blockCount + 1) / Math.Max(1, blocksHolding[gram]));

    private static bool IsWord(char c) => Marks.IsHan(c) || char.IsAsciiLetterOrDigit(c);

    private static int Hash(char first, char second, char third)
    {
        var key = ((ulong)first << 32) | ((ulong)second << 16) | third;
        return (int)((key * 0x9E3779B97F4A7C15UL) >> (64 - TableBits));
    }
}
