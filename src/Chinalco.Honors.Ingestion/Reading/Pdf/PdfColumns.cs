using System.Runtime.InteropServices;

namespace Chinalco.Honors.Ingestion.Reading.Pdf;

/// <summary>
/// Parts a page into regions of one column each, in reading order. A gutter that few lines cross parts columns; the lines that cross it, such
/// as a headline over both, part what stands above from what stands below.
/// </summary>
internal static class PdfColumns
{
    private const int DeepestCut = 12;
    private const int FewestLines = 3;
    private const int MostGaps = 16;

    // In sizes of the characters.
    private const double NarrowestGutter = 0.8;

    // Share of the lines that may cross a gutter.
    private const double Crossing = 0.2;

    // A line of running text fills its column; an entry of a table seldom does.
    private const double Filled = 0.7;
    private const double EnoughFilled = 0.4;
    private const double EnoughAligned = 0.6;

    /// <summary>The regions, each with its lines from top to bottom.</summary>
    public static List<List<PdfPiece>> InReadingOrder(List<PdfPiece> pieces)
    {
        var regions = new List<List<PdfPiece>>();
        Cut(pieces, regions, DeepestCut);
        return regions;
    }

    private static void Cut(List<PdfPiece> pieces, List<List<PdfPiece>> regions, int depth)
    {
        if (pieces.Count == 0)
        {
            return;
        }

        if (depth == 0 || Gutter(pieces) is not { } gutter)
        {
            regions.Add([.. pieces.OrderByDescending(piece => piece.Baseline).ThenBy(piece => piece.Left)]);
            return;
        }

        // Bands from top to bottom: lines that cross the gutter, and between them what stands on its two sides.
        var band = new List<PdfPiece>();
        var crossing = new List<PdfPiece>();
        foreach (var piece in pieces.OrderByDescending(piece => piece.Baseline).ThenBy(piece => piece.Left))
        {
            if (piece.Left < gutter && piece.Right > gutter)
            {
                CutSides(band, gutter, regions, depth);
                band.Clear();
                crossing.Add(piece);
            }
            else
            {
                AddRegion(crossing, regions);
                band.Add(piece);
            }
        }

        AddRegion(crossing, regions);
        CutSides(band, gutter, regions, depth);
    }

    private static void AddRegion(List<PdfPiece> crossing, List<List<PdfPiece>> regions)
    {
        if (crossing.Count > 0)
        {
            regions.Add([.. crossing]);
            crossing.Clear();
        }
    }

    private static void CutSides(List<PdfPiece> band, double gutter, List<List<PdfPiece>> regions, int depth)
    {
        Cut(band.FindAll(piece => piece.Right <= gutter), regions, depth - 1);
        Cut(band.FindAll(piece => piece.Left >= gutter), regions, depth - 1);
    }

    /// <summary>The widest gap that the fewest lines cross, where both sides are columns of text; null where there is none.</summary>
    private static double? Gutter(List<PdfPiece> pieces)
    {
        var size = pieces.Select(piece => piece.Size).Order().ElementAt(pieces.Count / 2);
        var edges = pieces
            .SelectMany(piece => new[] { new Edge(piece.Left, 1), new Edge(piece.Right, -1) })
            .OrderBy(edge => edge.Place)
            .ThenBy(edge => edge.Change)
            .ToList();
        var most = (int)(pieces.Count * Crossing);
        var gaps = new List<(double Place, int Crossing, double Width)>();
        int open = 0,
            ended = 0;
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            open += edges[i].Change;
            ended += edges[i].Change < 0 ? 1 : 0;
            var width = edges[i + 1].Place - edges[i].Place;
            var begun = pieces.Count - ended - open;
            if (width < NarrowestGutter * size || open > most || ended < FewestLines || begun < FewestLines)
            {
                continue;
            }

            gaps.Add((edges[i].Place + width / 2, open, width));
        }

        foreach (var (place, _, _) in gaps.OrderBy(gap => gap.Crossing).ThenByDescending(gap => gap.Width).Take(MostGaps))
        {
            if (PartsColumns(pieces, place))
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>Columns of text fill their width, or their lines do not stand beside each other; the cells of a table do neither.</summary>
    private static bool PartsColumns(List<PdfPiece> pieces, double gutter)
    {
        var left = pieces.FindAll(piece => piece.Right <= gutter);
        var right = pieces.FindAll(piece => piece.Left >= gutter);
        return (ShareFilled(left) >= EnoughFilled && ShareFilled(right) >= EnoughFilled) || ShareAligned(left, right) < EnoughAligned;
    }

    private static double ShareFilled(List<PdfPiece> side)
    {
        var width = side.Max(piece => piece.Right) - side.Min(piece => piece.Left);
        return (double)side.Count(piece => piece.Width >= Filled * width) / side.Count;
    }

    /// <summary>Share of the lines of the side with fewer that have a line of the other beside them.</summary>
    private static double ShareAligned(List<PdfPiece> left, List<PdfPiece> right)
    {
        var (few, many) = left.Count <= right.Count ? (left, right) : (right, left);
        double[] baselines = [.. many.Select(piece => piece.Baseline).Order()];
        return (double)few.Count(piece => HasNear(baselines, piece.Baseline, piece.Size * 0.3)) / few.Count;
    }

    private static bool HasNear(double[] sorted, double place, double reach)
    {
        var at = Array.BinarySearch(sorted, place - reach);
        at = at < 0 ? ~at : at;
        return at < sorted.Length && sorted[at] <= place + reach;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Edge(double Place, int Change);
}
