using System.Globalization;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Chinalco.Honors.Web.Reading;

/// <summary>Renders Markdown: raw HTML off, safe links only, marks applied by the source positions that the parser gives.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePreciseSourceLocation()
        .UsePipeTables()
        .Build();

    /// <summary>Writes an article's text below the page's title: its headings begin at the second level.</summary>
    public static void Write(TextWriter output, string text, MarkWriter marks)
    {
        var renderer = new HtmlRenderer(output);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<LiteralInlineRenderer>(new MarkedLiteral(marks));
        renderer.ObjectRenderers.ReplaceOrAdd<LineBreakInlineRenderer>(new LineIsParagraph());
        UseSafeParts(renderer, _ => null);
        renderer.Render(Markdown.Parse(text, Pipeline));
    }

    /// <summary>Renders a page of the guide, which is part of the product.</summary>
    /// <param name="image">The address of an image of the guide; null when it is not there.</param>
    public static string Guide(string text, Func<string, string?> image)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(output);
        Pipeline.Setup(renderer);
        UseSafeParts(renderer, image);
        renderer.Render(Markdown.Parse(text, Pipeline));
        return output.ToString();
    }

    private static void UseSafeParts(HtmlRenderer renderer, Func<string, string?> image)
    {
        renderer.ObjectRenderers.ReplaceOrAdd<HeadingRenderer>(new HeadingInOrder());
        renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new SafeLink(image));
        renderer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new SafeAutolink());
    }

    /// <summary>Plain text between Markdown's signs.</summary>
    private sealed class MarkedLiteral(MarkWriter marks) : HtmlObjectRenderer<LiteralInline>
    {
        protected override void Write(HtmlRenderer renderer, LiteralInline obj)
        {
            var withLinks = !StandsInLink(obj);
            if (obj.Content.Length == obj.Span.Length)
            {
                marks.Write(renderer.Writer, obj.Span.Start, obj.Span.End + 1, withLinks);
            }
            else
            {
                marks.WriteAligned(renderer.Writer, obj.Content.AsSpan(), obj.Span.Start, obj.Span.End + 1, withLinks);
            }
        }

        private static bool StandsInLink(Inline inline)
        {
            for (var above = inline.Parent; above is not null; above = above.Parent)
            {
                if (above is LinkInline)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>A stored paragraph is one line, whether or not an empty line follows: a line break begins a new paragraph.</summary>
    private sealed class LineIsParagraph : HtmlObjectRenderer<LineBreakInline>
    {
        protected override void Write(HtmlRenderer renderer, LineBreakInline obj)
        {
            var inParagraph = obj.Parent is { ParentBlock: ParagraphBlock { Parent: MarkdownDocument }, Parent: null };
            renderer.Write(inParagraph ? "</p>\n<p>" : "<br />");
        }
    }

    /// <summary>Headings one level below the page's own, and none that skips a level: readers who listen go by them.</summary>
    private sealed class HeadingInOrder : HtmlObjectRenderer<HeadingBlock>
    {
        private int last = 1;

        protected override void Write(HtmlRenderer renderer, HeadingBlock obj)
        {
            last = Math.Clamp(obj.Level, 2, Math.Min(6, last + 1));
            renderer.Write("<h").Write(last.ToString(CultureInfo.InvariantCulture)).Write('>');
            renderer.WriteLeafInline(obj);
            renderer.Write("</h").Write(last.ToString(CultureInfo.InvariantCulture)).WriteLine(">");
        }
    }

    /// <summary>Links of safe kinds; any other is written as its text. Images come from the guide alone; elsewhere their description stands.</summary>
    private sealed class SafeLink(Func<string, string?> image) : HtmlObjectRenderer<LinkInline>
    {
        protected override void Write(HtmlRenderer renderer, LinkInline obj)
        {
            if (obj.IsImage)
            {
                WriteImage(renderer, obj);
            }
            else if (IsSafe(obj.Url))
            {
                renderer.Write("<a href=\"").WriteEscapeUrl(obj.Url).Write("\" rel=\"noopener nofollow\">");
                renderer.WriteChildren(obj);
                renderer.Write("</a>");
            }
            else
            {
                renderer.WriteChildren(obj);
            }
        }

        private void WriteImage(HtmlRenderer renderer, LinkInline obj)
        {
            if (image(obj.Url ?? "") is not { } address)
            {
                return;
            }

            renderer.Write("<img loading=\"lazy\" src=\"").WriteEscapeUrl(address).Write("\" alt=\"");
            var asText = renderer.EnableHtmlForInline;
            renderer.EnableHtmlForInline = false;
            renderer.WriteChildren(obj);
            renderer.EnableHtmlForInline = asText;
            renderer.Write("\" />");
        }
    }

    private sealed class SafeAutolink : HtmlObjectRenderer<AutolinkInline>
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
        {
            var url = obj.IsEmail ? "mailto:" + obj.Url : obj.Url;
            if (IsSafe(url))
            {
                renderer.Write("<a href=\"").WriteEscapeUrl(url).Write("\" rel=\"noopener nofollow\">").WriteEscape(obj.Url).Write("</a>");
            }
            else
            {
                renderer.WriteEscape(obj.Url);
            }
        }
    }

    private static bool IsSafe(string? url) =>
        !string.IsNullOrWhiteSpace(url)
        && (
            Uri.TryCreate(url, UriKind.Absolute, out var absolute) && !url.StartsWith('/')
                ? absolute.Scheme is "http" or "https" or "mailto"
                : (url[0] is '/' or '#' || char.IsAsciiLetterOrDigit(url[0]))
                    && !url.StartsWith("//", StringComparison.Ordinal)
                    && !url.Contains(':', StringComparison.Ordinal)
        );
}
