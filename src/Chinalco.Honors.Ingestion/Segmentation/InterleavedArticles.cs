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

    // What another article must share beyond the one being read: found on pages cut by hand.
    private const double Lead = 0.75;
    private const double LeadFactor = 1.25;
    private const double ConnectiveBonus = 0.6;

    // A broken sentence is seldom taken up behind two other articles.
    private const double FarSeam = 0.5;
    private const double SomeClaim = 0.3;
    private const double ReferenceBonus = 2.0;
    private const double PersonBonus = 5.0;

    private static readonly Pattern Connective = new(@"^(另据|另外|此外|同时|与此同时|据介绍|据了解|其中|对此|随后|接着)", longest: 12);

    // 以上4人… takes up a list of names right above it.
    private static readonly Pattern BackReference = new(@"^(以上|上述)", longest: 12);
    private static readonly Pattern Enumeration = new(
        @"^([^：。]{2,40}：[^：。]{2,60}；)+[^。]*。?$|^[^，。]{2,4}(、[^，。、]{2,12}){3,}。?$",
        longest: 200
    );

    private readonly Dictionary<ArticleDraft, GramSet> profiles = [];
    private readonly Dictionary<ArticleDraft, List<Block>> placed = [];

    // The last block of each that is no caption.
    private readonly Dictionary<ArticleDraft, Block> lastTexts = [];

    /// <summary>Moves every misplaced paragraph to its article.</summary>
    public void Sort(List<ArticleDraft> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            Open(drafts[i]);
            Read(drafts[i], drafts.GetRange(Math.Max(0, i - OpenArticles), Math.Min(i, OpenArticles)));
        }

        foreach (var draft in drafts)
        {
            draft.Body = placed[draft];
        }
    }

    private void Open(ArticleDraft draft)
    {
        placed[draft] = [];
        profiles[draft] = new();
        foreach (var block in draft.Head)
        {
            profiles[draft].UnionWith(TopicIndex.GramsOf(block.Bare));
        }
    }

    private void Read(ArticleDraft host, List<ArticleDraft> before)
    {
        var others = before.FindAll(draft => draft.Page == host.Page && !draft.IsNotice && !draft.IsComplete);
        var current = host;
        foreach (var block in host.Body)
        {
            var grams = TopicIndex.GramsOf(block.Bare);
            current = block.Kind switch
            {
                _ when placed[host].Count == 0 => host,
                BlockKind.Paragraph => Choose(block, grams, current, host, others),
                BlockKind.SignOff or BlockKind.ListRow => current,
                _ => host,
            };
            placed[current].Add(block);
            profiles[current].UnionWith(grams);
            if (block.Kind != BlockKind.Caption)
            {
                lastTexts[current] = block;
            }

            if (current != host)
            {
                current.Warnings.Add(ArticleWarning.Interleaved);
                host.Warnings.Add(ArticleWarning.Interleaved);
            }
        }
    }

    private ArticleDraft Choose(Block block, GramSet grams, ArticleDraft current, ArticleDraft host, List<ArticleDraft> others)
    {
        var best = current;
        var weighed = topics.Weigh(grams);
        // A signed article takes nothing more, if another one claims the paragraph at all.
        var bestScore = IsSigned(current)
            ? SomeClaim
            : Score(block, weighed, current, isNear: true) * LeadFactor + Lead + (Connective.IsIn(Head(block)) ? ConnectiveBonus : 0);
        foreach (var draft in others.Append(host).Where(draft => draft != current && !HasEnded(draft)))
        {
            var score = Score(block, weighed, draft, isNear: draft == host || draft == others[^1]) + Bonus(block, draft, current);
            if (score > bestScore)
            {
                (best, bestScore) = (draft, score);
            }
        }

        return best;
    }

    private double Bonus(Block block, ArticleDraft draft, ArticleDraft current)
    {
        if (PersonTies.Bind(block.Text, draft, profiles[draft], current, profiles[current]))
        {
            return PersonBonus;
        }

        if (BackReference.IsIn(Head(block)))
        {
            return EndsWithEnumeration(draft) && !EndsWithEnumeration(current) ? ReferenceBonus : 0;
        }

        // "He" goes on with a portrait, hardly with a news item that somebody else's article stands behind.
        return block.Text[0] is '他' or '她' && draft.Body is [{ Kind: BlockKind.Lead }, ..] ? -PersonBonus : 0;
    }

    private bool EndsWithEnumeration(ArticleDraft draft) =>
        placed[draft] is [.., var last]
        && (last.Kind == BlockKind.ListRow || Enumeration.IsIn(last.Text.Length <= 200 ? last.Text : last.Text[..200]));

    private double Score(Block block, (ulong Gram, double Weight)[] weighed, ArticleDraft draft, bool isNear)
    {
        return TopicIndex.Shared(weighed, profiles[draft]) / Math.Sqrt(profiles[draft].Count + SizeSmoothing)
            + (!lastTexts.TryGetValue(draft, out var last) ? 0 : ColumnJoiner.Seam(last, block, topics) * (isNear ? 1 : FarSeam));
    }

    private bool IsSigned(ArticleDraft draft) => lastTexts.TryGetValue(draft, out var last) && SignOff.Closes(last.Text);

    private bool HasEnded(ArticleDraft draft) =>
        lastTexts.TryGetValue(draft, out var last) && (SignOff.Closes(last.Text) || SignOff.IsAttendance(last.Text));

    private static string Head(Block block) => block.Text.Length <= 12 ? block.Text : block.Text[..12];
}
