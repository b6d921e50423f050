using System.Runtime.InteropServices;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>
/// Which words a block and an article share, without a lexicon: pairs and triples of neighbouring characters, each weighing more the
/// fewer blocks of the file hold it.
/// </summary>
internal sealed class TopicIndex
{
    // The first characters of a paragraph say what it is about; the bound keeps one giant line cheap.
    private const int CharactersRead = 2000;

    // A newspaper issue has some ten thousand pairs and triples; a file of noise must not fill the memory with them.
    private const int MostGrams = 2_000_000;

    /// <summary>Weight of a pair or triple that only two blocks hold.</summary>
    private const double Heaviest = 2.5;

    private readonly int blockCount;
    private readonly double[] weights;

    // Most articles of a Markdown file never ask.
    private readonly Lazy<Dictionary<ulong, int>> blocksHolding;
    private readonly Lazy<Dictionary<ulong, int>> sentencesOpening;

    public TopicIndex(IReadOnlyCollection<Block> blocks)
    {
        blockCount = blocks.Count;
        weights = new double[blockCount + 1];
        blocksHolding = new(() => CountHolding(blocks), isThreadSafe: false);
        sentencesOpening = new(() => CountOpenings(blocks), isThreadSafe: false);
    }

    /// <summary>The pairs and triples of a text.</summary>
    public static GramSet GramsOf(string bare)
    {
        var text = bare.AsSpan(0, Math.Min(bare.Length, CharactersRead));
        var grams = new GramSet(text.Length * 2);
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (!IsWord(text[i]) || !IsWord(text[i + 1]))
            {
                continue;
            }

            grams.Add(Gram(text[i], text[i + 1]));
            if (i + 2 < text.Length && IsWord(text[i + 2]))
            {
                grams.Add(Gram(text[i], text[i + 1], text[i + 2]));
            }
        }

        return grams;
    }

    /// <summary>The key of two or three neighbouring characters.</summary>
    public static ulong Gram(char first, char second, char third = '\0') => ((ulong)first << 32) | ((ulong)second << 16) | third;

    /// <summary>Share of the pairs and triples of the first text that the second holds too, from 0 to 1.</summary>
    public static double Coverage(GramSet grams, GramSet profile) => grams.Count == 0 ? 0 : (double)CountIn(grams, profile) / grams.Count;

    /// <summary>
    /// Weight of what two texts share: the sum over shared pairs and triples, each from 0 (in every block) to <see cref="Heaviest"/> (in these two
    /// only), so that a short page and a whole issue are measured alike.
    /// </summary>
    public double Shared(GramSet grams, GramSet profile) => Shared(Weigh(grams), profile);

    /// <summary>Pairs and triples with what each weighs, in their order.</summary>
    public (ulong Gram, double Weight)[] Weigh(GramSet grams)
    {
        var weighed = new (ulong, double)[grams.Count];
        for (var i = 0; i < weighed.Length; i++)
        {
            weighed[i] = (grams.InOrder[i], Weight(Holding(grams.InOrder[i])));
        }

        return weighed;
    }

    /// <summary>Weight of what weighed pairs and triples share with a text.</summary>
    public static double Shared((ulong Gram, double Weight)[] weighed, GramSet profile)
    {
        var sum = 0.0;
        foreach (var (gram, weight) in weighed)
        {
            sum += profile.Contains(gram) ? weight : 0;
        }

        return sum;
    }

    /// <summary>How many blocks hold these neighbouring characters.</summary>
    public int Holding(ulong gram) => blocksHolding.Value.GetValueOrDefault(gram);

    /// <summary>Whether sentences elsewhere in the file begin with these two characters.</summary>
    public bool OpensSentences(char first, char second) => sentencesOpening.Value.GetValueOrDefault(Gram(first, second)) > 1;

    private static int CountIn(GramSet grams, GramSet profile)
    {
        var count = 0;
        foreach (var gram in grams.InOrder)
        {
            count += profile.Contains(gram) ? 1 : 0;
        }

        return count;
    }

    private double Weight(int holding)
    {
        ref var weight = ref weights[holding];
        return weight != 0
            ? weight
            : weight = Heaviest * Math.Log((double)(blockCount + 2) / Math.Max(2, holding)) / Math.Log((blockCount + 2) / 2.0);
    }

    private static Dictionary<ulong, int> CountHolding(IReadOnlyCollection<Block> blocks)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var block in blocks)
        {
            foreach (var gram in GramsOf(block.Bare).InOrder)
            {
                Count(counts, gram);
            }
        }

        return counts;
    }

    private static Dictionary<ulong, int> CountOpenings(IReadOnlyCollection<Block> blocks)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var block in blocks)
        {
            CountOpenings(block.Bare, counts);
        }

        return counts;
    }

    private static void CountOpenings(string bare, Dictionary<ulong, int> counts)
    {
        var text = bare.AsSpan(0, Math.Min(bare.Length, CharactersRead));
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if ((i == 0 || text[i - 1] == '。') && IsWord(text[i]) && IsWord(text[i + 1]))
            {
                Count(counts, Gram(text[i], text[i + 1]));
            }
        }
    }

    private static void Count(Dictionary<ulong, int> counts, ulong gram)
    {
        if (counts.Count < MostGrams)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, gram, out _)++;
        }
    }

    private static bool IsWord(char c) => Marks.IsHan(c) || char.IsAsciiLetterOrDigit(c);
}
