using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Ingestion.Reading;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>Cuts a decoded file into articles.</summary>
public static class ArticleSegmenter
{
    /// <summary>Cuts the source into articles; the same source always gives the same articles.</summary>
    public static SegmentedSource Segment(SourceText source)
    {
        if (source.IsMarkdown)
        {
            var (marked, articles) = MarkdownArticles.Read(source);
            var front = source.FrontMatter;
            return new(source, new(front?.Newspaper, front?.IssueNumber, front?.Date), Write(source, articles, new(marked)));
        }

        var blocks = BlockClassifier.Classify(LineWrap.Join(SourceLine.Split(source.Text, source.BodyStart)));
        var header = IssueHeaderReader.Read(blocks, source.FrontMatter);
        var copies = DuplicateParagraphs.Find(blocks);
        var (drafts, leftOut) = new PageReader(blocks.FindAll(block => !copies.ContainsKey(block))).Read();
        var topics = new TopicIndex(blocks);

        TitleClaims.Settle(drafts);
        new InterleavedArticles(topics).Sort(drafts);
        drafts = new PictureNews(topics).Separate(drafts);
        SmallNotices.TakeOut(drafts, leftOut);
        DuplicateParagraphs.Warn(copies, drafts);
        leftOut.AddRange(copies.Keys.Select(copy => new LeftOutText(copy.Span, LeftOutReason.Duplicate)));

        return new(source, header, Write(source, drafts, topics)) { LeftOut = [.. leftOut.OrderBy(left => left.Span.Start)] };
    }

    /// <summary>Of a PDF file, an article that no masthead places stands on the page of the file where it begins.</summary>
    private static SegmentedArticle OnPage(SourceText source, SegmentedArticle article) =>
        article.Page is null && article.Spans is [var first, ..] ? article with { Page = source.PageAt(first.Start) } : article;

    private static ImmutableArray<SegmentedArticle> Write(SourceText source, List<ArticleDraft> drafts, TopicIndex topics) =>
        [
            .. drafts.Select(
                (draft, i) =>
                    OnPage(
                        source,
                        ArticleWriter.Write(source.Text, string.Create(CultureInfo.InvariantCulture, $"a{i + 1}"), draft, topics)
                    )
            ),
        ];
}
