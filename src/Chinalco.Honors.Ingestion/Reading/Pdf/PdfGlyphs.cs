using System.Runtime.InteropServices;

namespace Chinalco.Honors.Ingestion.Reading.Pdf;

/// <summary>A character where it stands on a page, in points from the lower left corner: start and end on its baseline, and its size.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PdfGlyph(double Left, double Right, double Baseline, double Size, string Text);

/// <summary>What a page shows: its horizontal characters in the order they are drawn, and the number of its pictures.</summary>
internal sealed record PdfGlyphs(List<PdfGlyph> Glyphs, int Pictures);
