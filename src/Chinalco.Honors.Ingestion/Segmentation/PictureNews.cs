namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>A picture with its caption that stands below an article but tells something else: it is news of its own.</summary>
internal sealed class PictureNews(TopicIndex topics)
{
    private const int ShortestStory = 25;
    private const double SizeSmoothing = 60;
    private const double Related = 0.5;

    /// <summary>Takes captions that do not belong off the ends of articles and opens an item for each.</summary>
    public List<ArticleDraft> Separate(List<ArticleDraft> drafts)
    {
        var separated = new List<ArticleDraft>();
        foreach (var draft in drafts)
        {
            var first = FirstCaptionAtEnd(draft);
            var story = draft.Body.FindIndex(first, block => TellsSomethingElse(block, draft, first));
            separated.Add(draft);
            if (story <= 0)
            {
                continue;
            }

            separated.Add(Item(draft, draft.Body.GetRange(story, draft.Body.Count - story)));
            draft.Body.RemoveRange(story, draft.Body.Count - story);
        }

        return separated;
    }

    private static int FirstCaptionAtEnd(ArticleDraft draft)
    {
        var first = draft.Body.Count;
        while (first > 0 && draft.Body[first - 1].Kind == BlockKind.Caption)
        {
            first--;
        }

        return first;
    }

    private bool TellsSomethingElse(Block caption, ArticleDraft draft, int bodyEnd)
    {
        if (
            draft.IsComplete
            || caption.Bare.Length < ShortestStory
            || Caption.Photographers(caption.Text).IsEmpty
            || !Marks.HoldsFullStop(caption.Text)
        )
        {
            return false;
        }

        var profile = new GramSet();
        foreach (var block in draft.Head.Concat(draft.Body.Take(bodyEnd)))
        {
            profile.UnionWith(TopicIndex.GramsOf(block.Bare));
        }

        return topics.Shared(TopicIndex.GramsOf(caption.Bare), profile) / Math.Sqrt(profile.Count + SizeSmoothing) < Related;
    }

    private static ArticleDraft Item(ArticleDraft below, List<Block> captions)
    {
        var item = new ArticleDraft
        {
            Body = captions,
            Page = below.Page,
            IsComplete = true,
        };
        item.Authors.AddRange(captions.SelectMany(caption => Caption.Photographers(caption.Text)));
        return item;
    }
}
