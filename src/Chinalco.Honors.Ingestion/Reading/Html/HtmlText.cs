using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Chinalco.Honors.Ingestion.Reading.Html;

/// <summary>
/// Reads what a reader of a web page reads: headings, paragraphs and tables of its main part. Scripts, styles, forms, navigation and what is
/// hidden are left out; nothing the page refers to is fetched.
/// </summary>
internal static class HtmlText
{
    /// <summary>Reads the page.</summary>
    /// <exception cref="SourceRefusedException">Its encoding is not read, or it exceeds a limit.</exception>
    public static SourceText Read(ReadOnlyMemory<byte> content, string name, SourceLimits limits)
    {
        var (html, encoding) = EncodingDetector.Decode(content);
        HtmlShape.Check(html, limits);
        var elements = 0;
        var options = new HtmlParserOptions
        {
            IsScripting = false,
            OnCreated = (_, _) =>
            {
                // Unclosed formatting is opened anew in every paragraph: a short text may grow into a huge tree.
                if (++elements > limits.MaxElements)
                {
                    throw HtmlShape.TooComplex();
                }
            },
        };
        using var document = new HtmlParser(options).ParseDocument(html);
        RefuseDeep(document, limits);
        var text = new ConvertedText(limits);
        var parts = MainParts(document);
        var titles = parts
            .SelectMany(part => part.QuerySelectorAll("h1,h2,h3,h4,h5,h6"))
            .Select(heading => heading.LocalName)
            .Order()
            .FirstOrDefault();
        foreach (var part in parts)
        {
            new HtmlBody(text, limits, titles ?? "h1").Read(part);
        }

        return text.ToSource(name, encoding);
    }

    /// <summary>The tree may still be deeper than its tags; what follows looks for elements by going down it.</summary>
    private static void RefuseDeep(IHtmlDocument document, SourceLimits limits)
    {
        var level = new List<INode> { document };
        for (var depth = 0; level.Count > 0; depth++)
        {
            if (depth > limits.MaxNesting * 3)
            {
                throw HtmlShape.TooComplex();
            }

            level = [.. level.SelectMany(node => node.ChildNodes)];
        }
    }

    /// <summary>The article or articles of the page where it marks them, else its main part, else all of it.</summary>
    private static List<IElement> MainParts(IHtmlDocument document)
    {
        var articles = document.QuerySelectorAll("article").Where(article => article.ParentElement?.Closest("article") is null).ToList();
        return articles.Count > 0 ? articles
            : document.QuerySelector("main,[role=main]") is { } main ? [main]
            : document.Body is { } body ? [body]
            : [];
    }
}
