using System.Collections.Immutable;
using System.Globalization;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Ingestion.Reading;
using Chinalco.Honors.Ingestion.Segmentation;

namespace Chinalco.Honors.Ingestion.Rereading;

/// <summary>Gives the pipeline the articles of a file as they are stored: evidence counts into their text, so it is never cut anew.</summary>
internal static class StoredSource
{
    /// <param name="articles">All articles of the file, in the order of their ordinals.</param>
    public static SegmentedSource Of(SourceFile file, IReadOnlyList<Article> articles)
    {
        var source = SourceDecoder.Decode(file.Content, file.FileName);
        var cut = ArticleSegmenter.Segment(source);
        var asCut = cut.Articles.ToLookup(a => a.Text, StringComparer.Ordinal);
        return cut with { Articles = [.. articles.Select((a, i) => Named(i, asCut[a.Text].FirstOrDefault() ?? FromStored(a)))] };
    }

    private static SegmentedArticle Named(int index, SegmentedArticle article) =>
        article with
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"a{index + 1}"),
        };

    /// <summary>An article that a later version of the segmentation would cut otherwise.</summary>
    private static SegmentedArticle FromStored(Article article) =>
        new(
            Id: "",
            article.Title,
            [.. article.Subtitles],
            [.. article.Authors],
            article.Series,
            article.Page,
            Spans: [],
            article.Text,
            Pieces: [],
            Warnings: [],
            article.IsNotice
        )
        {
            BodyStart = BodyStartOf(article),
        };

    /// <summary>The text begins with the lines of the head.</summary>
    private static int BodyStartOf(Article article)
    {
        var head = article.Subtitles.Append(article.Title).OfType<string>().ToImmutableHashSet(StringComparer.Ordinal);
        var start = 0;
        while (start < article.Text.Length)
        {
            var end = article.Text.IndexOf('\n', start);
            var line = end < 0 ? article.Text[start..] : article.Text[start..end];
            if (!head.Contains(line.TrimStart('#', ' ')))
            {
                break;
            }

            start = end < 0 ? article.Text.Length : end + 1;
        }

        return start;
    }
}
