namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>What the segmentation had to repair, or could not.</summary>
public enum ArticleWarning
{
    /// <summary>A new article begins here, but its headline is missing.</summary>
    HeadlineLost = 1,

    /// <summary>Its paragraphs stood between those of other articles.</summary>
    Interleaved = 2,

    /// <summary>A copy of one of its paragraphs was left out.</summary>
    DuplicateParagraphDropped = 3,

    /// <summary>A paragraph broken over columns was put together again.</summary>
    BrokenParagraphJoined = 4,

    /// <summary>A paragraph ends or begins in the middle of a sentence and its other half was not found.</summary>
    TextMissing = 5,

    /// <summary>Characters are damaged (□, �, stray marks).</summary>
    Garbled = 6,

    /// <summary>It begins or goes on on another page (上接, 下转).</summary>
    ContinuedOnOtherPage = 7,
}

/// <summary>The warnings as the user reads them.</summary>
public static class ArticleWarningNames
{
    /// <summary>The Chinese sentence shown beside the article.</summary>
    public static string ToChinese(this ArticleWarning warning) =>
        warning switch
        {
            ArticleWarning.HeadlineLost => "标题缺失，按正文开头另立一篇",
            ArticleWarning.Interleaved => "段落与其他文章交错，已按内容归并",
            ArticleWarning.DuplicateParagraphDropped => "有重复段落，只保留一处",
            ArticleWarning.BrokenParagraphJoined => "段落被分栏打断，已接合",
            ArticleWarning.TextMissing => "有句子残缺，未找到下文或上文",
            ArticleWarning.Garbled => "有残损字符",
            ArticleWarning.ContinuedOnOtherPage => "跨版刊登，另有部分在其他版",
            _ => throw new ArgumentOutOfRangeException(nameof(warning), warning, message: null),
        };
}
