namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>Gives a headline back to the item it speaks of, where another item slipped in between the two.</summary>
internal static class TitleClaims
{
    private const int Reach = 3;

    // How much better a headline must fit the untitled item than its holder, in shares of its characters and character pairs; a holder with
    // two headlines gives one away more readily.
    private const double ClearlyBetter = 0.12;
    private const double Better = 0.05;

    /// <summary>Moves headlines from articles they do not fit to an untitled one near by that they do fit.</summary>
    public static void Settle(List<ArticleDraft> drafts)
    {
        for (var i = 1; i < drafts.Count; i++)
        {
            if (drafts[i] is { Title: null, Head.Count: 0, Body: [{ Kind: BlockKind.Lead } lead, ..] })
            {
                Claim(drafts[i], lead.Bare, drafts.GetRange(Math.Max(0, i - Reach), Math.Min(i, Reach)));
            }
        }
    }

    private static void Claim(ArticleDraft claimant, string lead, List<ArticleDraft> holders)
    {
        var best = holders
            .Where(holder => holder is { IsNotice: false, IsComplete: false, Body.Count: > 0 })
            .SelectMany(holder => Headlines(holder).Select(headline => (holder, headline)))
            .Select(pair => (pair.holder, pair.headline, gain: Gain(pair.holder, pair.headline, lead)))
            .Where(pair => pair.gain > 0)
            .DefaultIfEmpty()
            .MaxBy(pair => pair.gain);
        if (best.headline is not null)
        {
            Move(best.holder, claimant, best.headline);
        }
    }

    private static List<Block> Headlines(ArticleDraft holder) => holder.Head.FindAll(block => block.Kind == BlockKind.Heading);

    private static double Gain(ArticleDraft holder, Block headline, string lead) =>
        Fit(headline.Bare, lead) - Fit(headline.Bare, holder.Body[0].Bare) - (Headlines(holder).Count > 1 ? Better : ClearlyBetter);

    /// <summary>How far a text takes up a headline: the mean share of its characters and of its character pairs and triples, from 0 to 1.</summary>
    private static double Fit(string headline, string text)
    {
        var characters = headline.Where(Marks.IsHan).ToHashSet();
        var shared = characters.Count == 0 ? 0 : (double)characters.Count(text.Contains) / characters.Count;
        return (shared + TopicIndex.Coverage(TopicIndex.GramsOf(headline), TopicIndex.GramsOf(text))) / 2;
    }

    private static void Move(ArticleDraft from, ArticleDraft to, Block headline)
    {
        from.Head.Remove(headline);
        to.Head.Add(headline);
        to.Title = headline;
        if (from.Title == headline)
        {
            from.Title = Headlines(from) is [var next, ..] ? next : null;
        }

        to.Warnings.Remove(ArticleWarning.HeadlineLost);
        to.Warnings.Add(ArticleWarning.Interleaved);
        from.Warnings.Add(ArticleWarning.Interleaved);
        if (from.Title is null)
        {
            from.Warnings.Add(ArticleWarning.HeadlineLost);
        }
    }
}
