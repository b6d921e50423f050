using System.Text;
using AngleSharp.Dom;

namespace Chinalco.Honors.Ingestion.Reading.Html;

/// <summary>Walks through a part of a page in reading order, without recursion.</summary>
/// <param name="titles">The highest heading of the page, such as h2: it begins an article, those below part it.</param>
internal sealed class HtmlBody(ConvertedText text, SourceLimits limits, string titles)
{
    private static readonly HashSet<string> LeftOut = Names(
        "script style noscript template head nav footer aside form button select textarea iframe object embed svg math canvas audio video map rt rp dialog menu"
    );

    private static readonly HashSet<string> Blocks = Names(
        "address article blockquote body center dd details div dl dt fieldset figcaption figure header hr li main ol p pre section summary ul caption"
    );

    private static readonly HashSet<string> Headings = Names("h1 h2 h3 h4 h5 h6");

    private readonly StringBuilder paragraph = new();
    private int preformatted;

    /// <summary>Writes what stands in the part into the text.</summary>
    public void Read(INode part)
    {
        preformatted += part is IElement { LocalName: "pre" } ? 1 : 0;
        Walk(part, WriteElement, Flush);
        Flush();
    }

    /// <returns>Whether what stands in the element is to be read.</returns>
    private bool WriteElement(IElement element)
    {
        if (Headings.Contains(element.LocalName))
        {
            Flush();
            text.Heading(InlineText(element), isTitle: element.LocalName == titles);
            return false;
        }

        if (element.LocalName == "table" && IsDataTable(element))
        {
            Flush();
            new HtmlTable(element, text, limits).Write(InlineText);
            return false;
        }

        return true;
    }

    private void Flush()
    {
        if (paragraph.Length > 0)
        {
            text.Paragraph(paragraph.ToString());
            paragraph.Clear();
        }
    }

    /// <summary>The text of a heading or a cell, its blocks in lines.</summary>
    private string InlineText(IElement element)
    {
        var inner = new HtmlBody(text, limits, titles);
        var lines = new StringBuilder();
        inner.Walk(element, _ => true, Take);
        Take();
        return lines.ToString();

        void Take()
        {
            var line = inner.paragraph.ToString().Trim();
            lines.Append(lines.Length > 0 && line.Length > 0 ? "\n" : "").Append(line);
            inner.paragraph.Clear();
        }
    }

    // Children are counted through: asking a node for its next sibling would look through all of them each time.
    private void Walk(INode root, Func<IElement, bool> enter, Action endOfBlock)
    {
        var open = new Stack<(INode Node, int Next)>();
        open.Push((root, 0));
        while (open.TryPop(out var here))
        {
            if (here.Next >= here.Node.ChildNodes.Length)
            {
                Leave(here.Node, endOfBlock);
                continue;
            }

            open.Push((here.Node, here.Next + 1));
            var child = here.Node.ChildNodes[here.Next];
            if (child is IText { Data: var data })
            {
                Append(data, isPreformatted: preformatted > 0);
            }
            else if (child is IElement element && Enter(element, enter, endOfBlock))
            {
                preformatted += element.LocalName == "pre" ? 1 : 0;
                open.Push((element, 0));
            }
        }
    }

    private bool Enter(IElement element, Func<IElement, bool> enter, Action endOfBlock)
    {
        if (LeftOut.Contains(element.LocalName) || IsHidden(element) || IsPageHeader(element))
        {
            return false;
        }

        if (element.LocalName == "br")
        {
            paragraph.Append('\n');
            return false;
        }

        if (Blocks.Contains(element.LocalName) || IsTablePart(element))
        {
            endOfBlock();
        }

        return enter(element);
    }

    private void Leave(INode node, Action endOfBlock)
    {
        if (node is not IElement element)
        {
            return;
        }

        preformatted -= element.LocalName == "pre" ? 1 : 0;
        if (Blocks.Contains(element.LocalName) || IsTablePart(element))
        {
            endOfBlock();
        }
    }

    private static bool IsTablePart(IElement element) =>
        element.LocalName is "table" or "tr" or "td" or "th" or "tbody" or "thead" or "tfoot";

    // White space is one space, as a browser shows it; what pads a name (U+3000) stays.
    private void Append(string data, bool isPreformatted)
    {
        if (paragraph.Length + data.Length > limits.MaxCharacters)
        {
            throw ConvertedText.TooLong(limits);
        }

        foreach (var c in data)
        {
            if (c is ' ' or '\t' or '\r' or '\n' or '\f' && !(isPreformatted && c == '\n'))
            {
                if (paragraph.Length > 0 && paragraph[^1] is not (' ' or '\n'))
                {
                    paragraph.Append(' ');
                }
            }
            else
            {
                paragraph.Append(c);
            }
        }
    }

    // The header of an article holds its title; one without a title is the site's.
    private static bool IsPageHeader(IElement element) => element.LocalName == "header" && element.QuerySelector("h1,h2,h3") is null;

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || string.Equals(element.GetAttribute("aria-hidden"), "true", StringComparison.OrdinalIgnoreCase)
        || element.GetAttribute("role") is "navigation" or "search" or "contentinfo" or "complementary" or "menu"
        || (
            element.GetAttribute("style") is { } style
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>A table that holds another table, headings or paragraphs of running text lays out a page.</summary>
    private static bool IsDataTable(IElement table) =>
        table.QuerySelector("table,h1,h2,h3,form") is null && table.QuerySelectorAll("tr").Any(row => row.Children.Length > 1);

    private static HashSet<string> Names(string names) => names.Split(' ').ToHashSet(StringComparer.Ordinal);
}
