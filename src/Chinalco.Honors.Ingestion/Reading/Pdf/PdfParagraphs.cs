using System.Text;

namespace Chinalco.Honors.Ingestion.Reading.Pdf;

/// <summary>Writes the lines of one column: paragraphs put together by their indent and the length of their lines, tables row by row.</summary>
internal static class PdfParagraphs
{
    // In sizes of the characters.
    private const double Indent = 0.7;
    private const double RaggedEdge = 1.6;
    private const double WidestLeading = 2.4;
    private const double SameSize = 0.12;
    private const double SameLine = 0.4;

    /// <summary>Writes the region.</summary>
    public static void Write(List<PdfPiece> region, ConvertedText text)
    {
        var lines = Lines(region);
        var single = lines.FindAll(line => line.Count == 1).ConvertAll(line => line[0]);
        var left = single.Count > 0 ? Usual(single) : 0;
        var right = single.Count > 0 ? single.Max(piece => piece.Right) : 0;
        var paragraph = new StringBuilder();
        PdfPiece? last = null;
        foreach (var line in lines)
        {
            if (line.Count > 1)
            {
                Flush();
                text.Row([.. line.Select(piece => piece.Text)]);
                continue;
            }

            var piece = line[0];
            if (last is null || !GoesOn(last, piece, left, right))
            {
                Flush();
            }
            else if (char.IsAsciiLetterOrDigit(paragraph[^1]) && char.IsAsciiLetterOrDigit(piece.Text[0]))
            {
                paragraph.Append(' ');
            }

            paragraph.Append(piece.Text);
            last = piece;
        }

        Flush();

        void Flush()
        {
            if (paragraph.Length > 0)
            {
                text.Paragraph(paragraph.ToString());
                paragraph.Clear();
            }

            last = null;
        }
    }

    /// <summary>The next line goes on with the paragraph: the one before is full, and it is not indented itself.</summary>
    private static bool GoesOn(PdfPiece line, PdfPiece next, double left, double right) =>
        line.Right >= right - RaggedEdge * line.Size
        && next.Left <= left + Indent * next.Size
        && Math.Abs(line.Size - next.Size) <= SameSize * line.Size
        && line.Baseline - next.Baseline <= WidestLeading * line.Size;

    /// <summary>The left edge that most lines have.</summary>
    private static double Usual(List<PdfPiece> pieces) =>
        pieces
            .GroupBy(piece => Math.Round(piece.Left / Math.Max(1, piece.Size)))
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key)
            .First()
            .Min(piece => piece.Left);

    private static List<List<PdfPiece>> Lines(List<PdfPiece> region)
    {
        var lines = new List<List<PdfPiece>>();
        foreach (var piece in region)
        {
            if (lines.Count > 0 && lines[^1][0].Baseline - piece.Baseline <= SameLine * piece.Size)
            {
                lines[^1].Add(piece);
            }
            else
            {
                lines.Add([piece]);
            }
        }

        lines.ForEach(line => line.Sort((a, b) => a.Left.CompareTo(b.Left)));
        return lines;
    }
}
