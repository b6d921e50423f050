using System.Collections.Immutable;
using Chinalco.Honors.Ingestion.Reading;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>Cuts a decoded file into articles.</summary>
public static class ArticleSegmenter
{
    /// <summary>Cuts the source into articles; the same source always gives the same articles.</summary>
    public static SegmentedSource Segment(SourceText source)
    {
        var blocks = BlockClassifier.Classify(LineWrap.Join(SourceLine.Split(source.Text, source.BodyStart)));
        var header = IssueHeaderReader.Read(blocks, source.FrontMatter);
        var copies = DuplicateParagraphs.Find(blocks);
        var (drafts, leftOut) = new PageReader(blocks.FindAll(block => !copies.ContainsKey(block))).Read();
        var topics = new TopicIndex(blocks);
        TitleClaims.Settle(drafts);
        new InterleavedArticles(topics).Sort(drafts);
        drafts.RemoveAll(draft => draft.Head.Count + draft.Body.Count == 0);
        return new(source, header, [.. drafts.Select((draft, i) => ArticleWriter.Write(source.Text, $"a{i + 1}", draft, topics))])
        {
            LeftOut = [.. leftOut.Concat(copies.Keys.Select(copy => new LeftOutText(copy.Span, LeftOutReason.Duplicate))).OrderBy(left => left.Span.Start)],
        };
    }
}
