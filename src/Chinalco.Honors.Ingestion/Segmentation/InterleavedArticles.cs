namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>
/// Sorts paragraphs of interleaved articles. The page is read in order; the article being read goes on unless a paragraph clearly takes up
/// the words and names of another open article, or completes its broken sentence.
/// </summary>
internal sealed class InterleavedArticles(TopicIndex topics)
{
    // Only articles near by on the page are interleaved; the bound keeps the work linear.
    private const int OpenArticles = 6;

    // An article with more text shares more words by chance.
    private const double SizeSmoothing = 60;

    private readonly Dictionary<ArticleDraft, HashSet<int>> profiles = [];

    /// <summary>Moves every misplaced paragraph to its article.</summary>
    public void Sort(List<ArticleDraft> drafts)
    {
        var placed = drafts.ToDictionary(draft => draft, _ => new List<Block>());
        for (var i = 0; i < drafts.Count; i++)
        {
            var host = drafts[i];
            profiles[host] = [];
            foreach (var block in host.Head)
            {
                profiles[host].UnionWith(TopicIndex.GramsOf(block.Bare));
            }

            var current = host;
            for (var at = 0; at < host.Body.Count; at++)
            {
                var block = host.Body[at];
                if (at > 0 && !host.IsNotice)
                {
                    current = block.Kind switch
                    {
                        BlockKind.Paragraph => Choose(block, current, host, Window(drafts, i), placed),
                        BlockKind.SignOff or BlockKind.ListRow => current,
                        _ => host,
                    };
                }

                placed[current].Add(block);
                profiles[current].UnionWith(TopicIndex.GramsOf(block.Bare));
                if (current != host)
                {
                    current.Warnings.Add(ArticleWarning.Interleaved);
                    host.Warnings.Add(ArticleWarning.Interleaved);
                }
            }
        }

        foreach (var draft in drafts)
        {
            draft.Body = placed[draft];
        }
    }

    private static List<ArticleDraft> Window(List<ArticleDraft> drafts, int at)
    {
        var from = Math.Max(0, at - OpenArticles);
        return drafts.GetRange(from, at - from).FindAll(draft => draft.Page == drafts[at].Page && !draft.IsNotice && !draft.IsComplete);
    }

    private ArticleDraft Choose(Block block, ArticleDraft current, ArticleDraft host, List<ArticleDraft> window, Dictionary<ArticleDraft, List<Block>> placed)
    {
        var grams = TopicIndex.GramsOf(block.Bare);
        var best = current;
        var bestScore = Score(current) * 1.5 + 0.35;
        foreach (var draft in window.Append(host).Where(draft => draft != current && !IsClosed(placed[draft])))
        {
            var score = Score(draft);
            if (Environment.GetEnvironmentVariable("SEGDEBUG") is not null && score > 0.3)
                Console.Error.WriteLine($"   {block.Text[..Math.Min(16, block.Text.Length)]} cand {draft.Title?.Text} {score:F2} vs cur {current.Title?.Text} {bestScore:F2}");
            if (score > bestScore)
            {
                (best, bestScore) = (draft, score);
            }
        }

        return best;

        double Score(ArticleDraft draft) =>
            topics.Shared(grams, profiles[draft]) / Math.Sqrt(profiles[draft].Count + SizeSmoothing) + Seam(placed[draft], block);
    }

    private static bool IsClosed(List<Block> body) => body.Count > 0 && SignOff.Closes(body[^1].Text);

    /// <summary>How well the block goes on where the body breaks off: 0 where it does not break off.</summary>
    private double Seam(List<Block> body, Block block) =>
        body.FindLast(placed => placed.Kind != BlockKind.Caption) is { } last ? ColumnJoiner.Seam(last, block, topics) : 0;
}
