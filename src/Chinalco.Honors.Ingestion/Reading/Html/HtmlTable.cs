using System.Globalization;
using AngleSharp.Dom;

namespace Chinalco.Honors.Ingestion.Reading.Html;

/// <summary>Writes a table row by row; a cell that spans rows says for each of them what it says in the first.</summary>
internal sealed class HtmlTable(IElement table, ConvertedText text, SourceLimits limits)
{
    private const int WidestSpan = 100;

    /// <summary>Writes all rows.</summary>
    public void Write(Func<IElement, string> textOf)
    {
        if (table.QuerySelector("caption") is { } caption)
        {
            text.Paragraph(textOf(caption));
        }

        // By column: what goes on into the rows below, and for how many.
        var spanning = new Dictionary<int, (string Content, int Rows)>();
        foreach (var row in table.QuerySelectorAll("tr"))
        {
            var cells = new List<string>();
            foreach (var cell in row.Children.Where(cell => cell.LocalName is "td" or "th"))
            {
                TakeSpanning(cells, spanning);
                Place(cells, spanning, textOf(cell), Span(cell, "rowspan"), Span(cell, "colspan"));
            }

            TakeSpanning(cells, spanning);
            text.Row(cells);
        }
    }

    private static void Place(
        List<string> cells,
        Dictionary<int, (string Content, int Rows)> spanning,
        string content,
        int rows,
        int columns
    )
    {
        for (var i = 0; i < columns; i++)
        {
            var here = i == 0 ? content : "";
            if (rows > 1)
            {
                spanning[cells.Count] = (here, rows - 1);
            }

            cells.Add(here);
        }
    }

    private static void TakeSpanning(List<string> cells, Dictionary<int, (string Content, int Rows)> spanning)
    {
        while (spanning.Remove(cells.Count, out var above))
        {
            if (above.Rows > 1)
            {
                spanning[cells.Count] = (above.Content, above.Rows - 1);
            }

            cells.Add(above.Content);
        }
    }

    private int Span(IElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var span)
            ? Math.Clamp(span, 1, Math.Min(attribute == "rowspan" ? limits.MaxTableCells : WidestSpan, limits.MaxTableCells))
            : 1;
}
