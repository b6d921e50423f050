using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Chinalco.Honors.Packets.Templates;

/// <summary>What a placeholder does.</summary>
internal enum PlaceholderKind
{
    Field = 1,
    Begin = 2,
    End = 3,
}

/// <summary><c>{{field}}</c>, <c>{{#list}}</c> or <c>{{/list}}</c> in the text of a paragraph.</summary>
internal sealed partial record Placeholder(PlaceholderKind Kind, string Word, int Start, int Length)
{
    public static IReadOnlyList<Placeholder> In(string text) =>
        [
            .. Pattern()
                .Matches(text)
                .Select(m => new Placeholder(
                    m.Groups["sign"].Value switch
                    {
                        "#" => PlaceholderKind.Begin,
                        "/" => PlaceholderKind.End,
                        _ => PlaceholderKind.Field,
                    },
                    m.Groups["word"].Value,
                    m.Index,
                    m.Length
                )),
        ];

    /// <summary>Braces that begin or end nothing.</summary>
    public static bool HasLooseBraces(string text)
    {
        var rest = Pattern().Replace(text, "");
        return rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{\{\s*(?<sign>[#/]?)\s*(?<word>[^{}\s][^{}]*?)\s*\}\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}

/// <summary>The text of a paragraph, however many runs it was split into.</summary>
internal static class ParagraphText
{
    /// <summary>The pieces of text of the paragraph itself; those of a text box within it are another paragraph's.</summary>
    public static List<Text> Pieces(Paragraph paragraph) =>
        [.. paragraph.Descendants<Text>().Where(t => ReferenceEquals(t.Ancestors<Paragraph>().First(), paragraph))];

    public static string Of(Paragraph paragraph) => string.Concat(Pieces(paragraph).Select(t => t.Text));

    /// <summary>Puts a text in the place of some UTF-16 units; it looks like the first of them did.</summary>
    public static void Replace(Paragraph paragraph, int start, int length, string with)
    {
        var at = 0;
        var isFirst = true;
        foreach (var piece in Pieces(paragraph))
        {
            var (from, to) = (Math.Max(start - at, 0), Math.Min(start + length - at, piece.Text.Length));
            at += piece.Text.Length;
            if (from >= to)
            {
                continue;
            }

            piece.Text = piece.Text[..from] + (isFirst ? with : "") + piece.Text[to..];
            piece.Space = SpaceProcessingModeValues.Preserve;
            isFirst = false;
        }
    }

    /// <summary>Turns line ends within pieces into breaks.</summary>
    public static void BreakLines(Paragraph paragraph)
    {
        foreach (var piece in Pieces(paragraph).Where(p => p.Text.Contains('\n', StringComparison.Ordinal)))
        {
            var lines = piece.Text.Split('\n');
            OpenXmlElement last = piece;
            piece.Text = lines[0];
            foreach (var line in lines.Skip(1))
            {
                last = last.InsertAfterSelf(new Break());
                last = last.InsertAfterSelf(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
            }
        }
    }
}
