namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>One line of the source that is not blank, without the white space around it.</summary>
/// <param name="Span">Its range in the source.</param>
/// <param name="Text">The line with white space folded.</param>
/// <param name="Run">Number of the run of lines without a blank line between them.</param>
/// <param name="HasWideGap">Whether it holds a gap as wide as between two columns of a table: a tab, two full-width or three plain spaces.</param>
internal sealed record SourceLine(TextSpan Span, string Text, int Run, bool HasWideGap)
{
    /// <summary>Splits the source into its lines from <paramref name="start"/> on, in one pass.</summary>
    public static List<SourceLine> Split(string source, int start)
    {
        var lines = new List<SourceLine>();
        var run = 0;
        var position = start;
        while (position < source.Length)
        {
            var length = source.AsSpan(position).IndexOfAny('\n', '\r');
            var end = length < 0 ? source.Length : position + length;
            var line = source.AsSpan(position, end - position);
            var trimmed = line.Trim();
            if (trimmed.IsEmpty)
            {
                run++;
            }
            else
            {
                var from = position + (line.Length - line.TrimStart().Length);
                lines.Add(new(new(from, from + trimmed.Length), WhiteSpace.Fold(trimmed), run, WideGap(trimmed)));
            }

            // "\r\n" is one line end, not a line end and a blank line.
            position = end + (end + 1 < source.Length && source[end] == '\r' && source[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    private static bool WideGap(ReadOnlySpan<char> line) =>
        line.Contains('\t')
        || line.IndexOf("\u3000\u3000", StringComparison.Ordinal) >= 0
        || line.IndexOf("   ", StringComparison.Ordinal) >= 0;
}
