using System.Text;
using Chinalco.Honors.Ingestion.Reading;
using Chinalco.Honors.Ingestion.Segmentation;

namespace Chinalco.Honors.Ingestion.Tests.Segmentation;

/// <summary>Shorthand for the tests of segmentation.</summary>
internal static class Pages
{
    /// <summary>Decodes and cuts a text file.</summary>
    public static SegmentedSource Cut(string text, string name = "page.txt") =>
        ArticleSegmenter.Segment(SourceDecoder.Decode(Encoding.UTF8.GetBytes(text), name));

    /// <summary>The titles in reading order; null for a lost headline.</summary>
    public static string?[] Titles(this SegmentedSource source) => [.. source.Articles.Select(article => article.Title)];

    /// <summary>The article with this title.</summary>
    public static SegmentedArticle Titled(this SegmentedSource source, string? title) =>
        source.Articles.Single(article => article.Title == title);

    /// <summary>The body of an article, without its head.</summary>
    public static string Body(this SegmentedArticle article) => article.Text[article.BodyStart..];
}
