using System.Collections.Immutable;
using System.Text;
using Chinalco.Honors.Ingestion.Reading;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>Cuts a decoded file into articles.</summary>
public static class ArticleSegmenter
{
    /// <summary>Cuts the source into articles; the same source always gives the same articles.</summary>
    public static SegmentedSource Segment(SourceText source)
    {
        var text = new StringBuilder();
        var pieces = ImmutableArray.CreateBuilder<TextPiece>();
        var position = source.BodyStart;
        foreach (var line in source.Text[source.BodyStart..].Split('\n'))
        {
            var folded = string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (folded.Length > 0)
            {
                if (text.Length > 0)
                {
                    text.Append('\n');
                }

                var start = position + line.Length - line.TrimStart().Length;
                pieces.Add(new(new(text.Length, text.Length + folded.Length), new(start, start + line.Trim().Length)));
                text.Append(folded);
            }

            position += line.Length + 1;
        }

        var whole = text.ToString();
        var title = whole.Split('\n')[0];
        var article = new SegmentedArticle(
            "a1",
            title,
            [],
            [],
            Series: null,
            Page: null,
            [.. pieces.Select(piece => piece.Source)],
            whole,
            pieces.ToImmutable(),
            [],
            IsNotice: false
        )
        {
            BodyStart = Math.Min(whole.Length, title.Length + 1),
        };
        return new(source, new(Newspaper: null, IssueNumber: null, Date: null), [article]);
    }
}
