namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>Finds paragraphs that are printed again, whole or cut short, even where the copy is damaged.</summary>
internal static class DuplicateParagraphs
{
    // Shorter texts repeat by chance: headings, rows, stock phrases.
    private const int ShortestCopy = 16;
    private const int ShingleLength = 4;
    private const int Beginning = 12;
    private const int BeginningPlay = 4;
    private const double SharedByACopy = 0.7;

    // In a long file only every fourth shingle is kept, chosen by its own hash, so that memory stays bounded.
    private const int LongFile = 500_000;

    /// <summary>Every copy with the block it copies; the first printed stays.</summary>
    public static Dictionary<Block, Block> Find(List<Block> blocks)
    {
        var mask = blocks.Sum(block => (long)block.Bare.Length) > LongFile ? 3UL : 0UL;
        var firstWith = new Dictionary<ulong, int>();
        var copies = new Dictionary<Block, Block>();
        foreach (var block in blocks.Where(MayBeCopied))
        {
            var shingles = Shingles(block.Bare, mask);
            if (Original(blocks, block, shingles, firstWith) is { } original)
            {
                copies.Add(block, original);
                continue;
            }

            foreach (var shingle in shingles)
            {
                firstWith.TryAdd(shingle, block.Index);
            }
        }

        return copies;
    }

    /// <summary>Tells every article of which a copy was left out.</summary>
    public static void Warn(Dictionary<Block, Block> copies, List<ArticleDraft> drafts)
    {
        var originals = copies.Values.ToHashSet();
        foreach (var draft in drafts.Where(draft => draft.Body.Exists(originals.Contains)))
        {
            draft.Warnings.Add(ArticleWarning.DuplicateParagraphDropped);
        }
    }

    private static bool MayBeCopied(Block block) =>
        block.Kind is BlockKind.Paragraph or BlockKind.Lead && block.Bare.Length >= ShortestCopy;

    private static Block? Original(List<Block> blocks, Block block, HashSet<ulong> shingles, Dictionary<ulong, int> firstWith)
    {
        var hits = new Dictionary<int, int>();
        foreach (var shingle in shingles)
        {
            if (firstWith.TryGetValue(shingle, out var index))
            {
                hits[index] = hits.GetValueOrDefault(index) + 1;
            }
        }

        if (hits.Count == 0)
        {
            return null;
        }

        var (best, shared) = hits.MaxBy(hit => (hit.Value, -hit.Key));
        return shared >= Math.Max(3, SharedByACopy * shingles.Count) && BeginAlike(blocks[best], block) ? blocks[best] : null;
    }

    // A copy begins where its original does; a sentence quoted inside another paragraph is no copy of it.
    private static bool BeginAlike(Block original, Block copy)
    {
        var head = copy.Bare[..Beginning];
        var place = original.Bare.AsSpan(0, Math.Min(original.Bare.Length, Beginning + BeginningPlay));
        var found = 0;
        for (var i = 0; i + 2 <= head.Length; i++)
        {
            found += place.IndexOf(head.AsSpan(i, 2), StringComparison.Ordinal) >= 0 ? 1 : 0;
        }

        return found * 2 >= Beginning;
    }

    private static HashSet<ulong> Shingles(string bare, ulong mask)
    {
        var shingles = new HashSet<ulong>();
        for (var i = 0; i + ShingleLength <= bare.Length; i++)
        {
            var hash = 14695981039346656037UL;
            for (var k = 0; k < ShingleLength; k++)
            {
                hash = (hash ^ bare[i + k]) * 1099511628211UL;
            }

            if (((hash >> 20) & mask) == 0)
            {
                shingles.Add(hash);
            }
        }

        return shingles;
    }
}
