using System.Text;

namespace Chinalco.Honors.Ingestion.Reading.Pdf;

/// <summary>Brings the characters of a page into reading order and writes its paragraphs and tables.</summary>
internal static class PdfLayout
{
    // In sizes of the characters. What lies wider apart in one line are two pieces: of two columns or two cells.
    private const double PieceGap = 0.9;
    private const double WordGap = 0.2;
    private const double SameLine = 0.4;

    /// <summary>Writes the page.</summary>
    public static void Write(List<PdfGlyph> glyphs, ConvertedText text)
    {
        var pieces = Pieces(glyphs);
        foreach (var region in PdfColumns.InReadingOrder(pieces))
        {
            PdfParagraphs.Write(region, text);
        }
    }

    /// <summary>Characters of one line without a wide gap between them.</summary>
    private static List<PdfPiece> Pieces(List<PdfGlyph> glyphs)
    {
        var pieces = new List<PdfPiece>();
        glyphs.Sort((a, b) => b.Baseline.CompareTo(a.Baseline));
        for (var from = 0; from < glyphs.Count; )
        {
            var to = from + 1;
            while (
                to < glyphs.Count && glyphs[from].Baseline - glyphs[to].Baseline <= SameLine * Math.Min(glyphs[from].Size, glyphs[to].Size)
            )
            {
                to++;
            }

            var line = glyphs.GetRange(from, to - from);
            line.Sort((a, b) => a.Left != b.Left ? a.Left.CompareTo(b.Left) : string.CompareOrdinal(a.Text, b.Text));
            AddPieces(line, pieces);
            from = to;
        }

        return pieces;
    }

    private static void AddPieces(List<PdfGlyph> line, List<PdfPiece> pieces)
    {
        var text = new StringBuilder();
        var first = 0;
        for (var i = 0; i < line.Count; i++)
        {
            var glyph = line[i];
            if (i > first)
            {
                var before = line[i - 1];
                var gap = (glyph.Left - before.Right) / Math.Max(before.Size, glyph.Size);
                if (glyph.Text == before.Text && Math.Abs(glyph.Left - before.Left) < 0.2 * glyph.Size)
                {
                    // Drawn twice to look bold.
                    line[i] = before;
                    continue;
                }

                if (gap > PieceGap)
                {
                    Close(i);
                }
                else if (
                    gap > WordGap
                    && text.Length > 0
                    && char.IsAsciiLetterOrDigit(text[^1])
                    && char.IsAsciiLetterOrDigit(glyph.Text[0])
                )
                {
                    text.Append(' ');
                }
            }

            text.Append(glyph.Text);
        }

        Close(line.Count);

        void Close(int end)
        {
            if (text.ToString().Trim() is { Length: > 0 } written)
            {
                var part = line.GetRange(first, end - first).FindAll(glyph => !string.IsNullOrWhiteSpace(glyph.Text));
                pieces.Add(new(part[0].Left, part.Max(glyph => glyph.Right), part[0].Baseline, part.Max(glyph => glyph.Size), written));
            }

            text.Clear();
            first = end;
        }
    }
}

/// <summary>A stretch of a line: its edges, its baseline, the size of its characters, and what it says.</summary>
internal sealed record PdfPiece(double Left, double Right, double Baseline, double Size, string Text)
{
    /// <summary>Width in points.</summary>
    public double Width => Right - Left;
}
