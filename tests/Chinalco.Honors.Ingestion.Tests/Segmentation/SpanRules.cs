using Chinalco.Honors.Ingestion.Segmentation;

namespace Chinalco.Honors.Ingestion.Tests.Segmentation;

/// <summary>What holds for every segmentation of whatever text.</summary>
internal static class SpanRules
{
    public static void ShouldHold(SegmentedSource source)
    {
        var text = source.Source.Text;
        for (var i = 0; i < source.Articles.Length; i++)
        {
            var article = source.Articles[i];
            article.Id.ShouldBe($"a{i + 1}");
            article.Text.ShouldNotBeNullOrWhiteSpace();
            article.BodyStart.ShouldBeInRange(0, article.Text.Length);
            PiecesMapTheText(article, text);
            SpansCoverThePieces(article, text);
        }

        NothingStandsTwice(source);
    }

    private static void PiecesMapTheText(SegmentedArticle article, string source)
    {
        var end = 0;
        foreach (var (inText, inSource) in article.Pieces)
        {
            inText.Start.ShouldBeInRange(end, end + 1);
            article.Text[end..inText.Start].ShouldBeOneOf("", "\n", " ");
            inSource.Start.ShouldBeGreaterThanOrEqualTo(0);
            inSource.End.ShouldBeLessThanOrEqualTo(source.Length);
            WhiteSpace.Fold(source.AsSpan(inSource.Start, inSource.Length)).ShouldBe(article.Text[inText.Start..inText.End]);
            end = inText.End;
        }

        end.ShouldBe(article.Text.Length);
    }

    private static void SpansCoverThePieces(SegmentedArticle article, string source)
    {
        var written = string.Concat(article.Spans.Select(span => source[span.Start..span.End]));
        string.Concat(written.Where(c => !char.IsWhiteSpace(c))).ShouldBe(string.Concat(article.Text.Where(c => !char.IsWhiteSpace(c))));
    }

    private static void NothingStandsTwice(SegmentedSource source)
    {
        var last = 0;
        foreach (
            var span in source
                .Articles.SelectMany(article => article.Spans)
                .Concat(source.LeftOut.Select(left => left.Span))
                .OrderBy(span => span.Start)
        )
        {
            span.Start.ShouldBeGreaterThanOrEqualTo(last);
            last = span.End;
        }
    }
}
