using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Chinalco.Honors.Packets.Templates;

/// <summary>Where blocks that are repeated begin and end.</summary>
internal static class TemplateBlocks
{
    /// <summary>The rows of a table itself, also those within content controls; not those of tables in its cells.</summary>
    public static List<TableRow> RowsOf(Table table) =>
        [.. table.Descendants<TableRow>().Where(r => ReferenceEquals(r.Ancestors<Table>().First(), table))];

    /// <summary>The marks in a row itself, not those of tables in its cells.</summary>
    public static IEnumerable<Placeholder> MarksOf(TableRow row) =>
        row.Descendants<Paragraph>()
            .Where(p => ReferenceEquals(p.Ancestors<TableRow>().First(), row))
            .SelectMany(p => Placeholder.In(ParagraphText.Of(p)));

    /// <summary>The mark that stands in a paragraph all by itself.</summary>
    public static Placeholder? Alone(Paragraph paragraph, PlaceholderKind kind) =>
        ParagraphText.Of(paragraph).Trim() is { Length: > 0 } text
        && Placeholder.In(text) is [var only]
        && only.Kind == kind
        && only.Length == text.Length
            ? only
            : null;

    /// <summary>Whether a block that begins and ends in these paragraphs can be repeated: rows of one table, or what stands between two paragraphs.</summary>
    public static bool AreOne(Paragraph begin, Paragraph end)
    {
        var (first, last) = (Around(begin), Around(end));
        return ReferenceEquals(first, last)
            && (
                first is not null
                || (
                    ReferenceEquals(begin.Parent, end.Parent)
                    && Alone(begin, PlaceholderKind.Begin) is not null
                    && Alone(end, PlaceholderKind.End) is not null
                )
            );
    }

    /// <summary>The table that a paragraph's row belongs to; a text box within a cell is outside of it.</summary>
    private static OpenXmlElement? Around(Paragraph paragraph) =>
        paragraph.Ancestors().FirstOrDefault(a => a is Table or TextBoxContent) as Table;
}
