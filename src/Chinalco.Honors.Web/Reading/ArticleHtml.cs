using System.Globalization;
using System.Text;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Web.Queries;

namespace Chinalco.Honors.Web.Reading;

/// <summary>An article's text as HTML.</summary>
/// <param name="Body">Safe HTML: everything from the text is encoded, links are of safe kinds only.</param>
/// <param name="Style">CSS that lights up passages which had to be written in several pieces; empty when there is none.</param>
internal sealed record ArticleHtml(string Body, string Style)
{
    /// <summary>Renders the stored text, with people, units and awards as links and proofs marked. The text itself never changes.</summary>
    public static ArticleHtml Render(ArticlePage article)
    {
        var marks = article
            .Mentions.Select(m => new TextMark(m.Start, m.End, KindOf(m.Kind), AddressOf(m)))
            .Concat(article.Proofs.Select(p => new TextMark(p.Start, p.End, TextMark.Proof, Href: null)));
        var writer = new MarkWriter(article.Text, marks);
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        if (article.Format == TextFormat.Markdown)
        {
            MarkdownText.Write(output, article.Text, writer);
        }
        else
        {
            WriteLines(output, article, writer);
        }

        return new ArticleHtml(output.ToString(), StyleOf(writer));
    }

    /// <summary>Each line of plain text is a paragraph; one that print set as a subtitle is a heading.</summary>
    private static void WriteLines(TextWriter output, ArticlePage article, MarkWriter writer)
    {
        var text = article.Text;
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = text.AsSpan(start, end - start);
            if (!line.IsWhiteSpace())
            {
                var element = article.Subtitles.Contains(line.ToString()) ? "h2" : "p";
                output.Write($"<{element}>");
                writer.Write(output, start, end);
                output.Write($"</{element}>\n");
            }

            start = end + 1;
        }
    }

    private static string StyleOf(MarkWriter writer)
    {
        var style = new StringBuilder();
        foreach (var name in writer.Broken.Select(mark => TextMark.FragmentOf(mark.Start, mark.End)))
        {
            style.Append(CultureInfo.InvariantCulture, $".text:has(#{name}:target) [data-proof=\"{name}\"]{{background:var(--glow);}}\n");
        }

        return style.ToString();
    }

    private static string KindOf(MentionKind kind) =>
        kind switch
        {
            MentionKind.Person => "person",
            MentionKind.Unit => "unit",
            MentionKind.Award => "award",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    private static string AddressOf(MentionLine mention) =>
        mention.Kind switch
        {
            MentionKind.Person => Address.Person(mention.TargetId),
            MentionKind.Unit => Address.Unit(mention.TargetId),
            MentionKind.Award => Address.Award(mention.TargetId),
            _ => throw new ArgumentOutOfRangeException(nameof(mention), mention.Kind, message: null),
        };
}
