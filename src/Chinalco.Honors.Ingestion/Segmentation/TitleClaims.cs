namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>Gives a headline back to the item it speaks of, where another item slipped in between the two.</summary>
internal static class TitleClaims
{
    private const int Reach = 3;
    private const double ClearlyMore = 0.2;

    /// <summary>Moves heads from articles they do not fit to an untitled one near by that they do fit.</summary>
    public static void Settle(List<ArticleDraft> drafts)
    {
        for (var i = 1; i < drafts.Count; i++)
        {
            if (drafts[i] is not { Title: null, Head.Count: 0, Body: [{ Kind: BlockKind.Lead } lead, ..] })
            {
                continue;
            }

            var profile = TopicIndex.GramsOf(lead.Bare);
            for (var k = i - 1; k >= Math.Max(0, i - Reach); k--)
            {
                if (Fits(drafts[k], profile))
                {
                    Move(drafts[k], drafts[i]);
                    break;
                }
            }
        }
    }

    private static bool Fits(ArticleDraft holder, HashSet<ulong> claimant)
    {
        if (holder is not { Title: { } title, IsNotice: false, IsComplete: false, Body: [var first, ..] })
        {
            return false;
        }

        var grams = TopicIndex.GramsOf(title.Bare);
        return TopicIndex.Coverage(grams, claimant) >= TopicIndex.Coverage(grams, TopicIndex.GramsOf(first.Bare)) + ClearlyMore;
    }

    private static void Move(ArticleDraft from, ArticleDraft to)
    {
        to.Title = from.Title;
        to.Head.AddRange(from.Head);
        from.Title = null;
        from.Head.Clear();
        to.Warnings.Remove(ArticleWarning.HeadlineLost);
        to.Warnings.Add(ArticleWarning.Interleaved);
        from.Warnings.Add(ArticleWarning.HeadlineLost);
        from.Warnings.Add(ArticleWarning.Interleaved);
    }
}
