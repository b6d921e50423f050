namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>Small notices that no honour can come from (a lost work card, a call for tenders): they are left out of the articles.</summary>
internal static class SmallNotices
{
    /// <summary>Takes them out of the drafts, unless they correct something or speak of honours.</summary>
    public static void TakeOut(List<ArticleDraft> drafts, List<LeftOutText> leftOut)
    {
        var irrelevant = drafts.FindAll(IsIrrelevant).ToHashSet();
        leftOut.AddRange(
            irrelevant
                .SelectMany(draft => draft.Head.Concat(draft.Body))
                .Select(block => new LeftOutText(block.Span, LeftOutReason.SmallNotice))
        );
        drafts.RemoveAll(irrelevant.Contains);
    }

    private static bool IsIrrelevant(ArticleDraft draft) =>
        (
            draft.Title is { Kind: BlockKind.NoticeTitle } title
                ? !NoticeTitle.IsCorrection(title.Bare)
                : draft.Body is [{ Kind: BlockKind.InlineNotice }]
        ) && !draft.Body.Exists(block => NoticeTitle.SpeaksOfHonours(block.Text));
}
