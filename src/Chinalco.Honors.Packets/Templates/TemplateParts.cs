using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Chinalco.Honors.Packets.Templates;

/// <summary>The parts of a document that hold text.</summary>
internal static class TemplateParts
{
    /// <summary>Each root with what people call the part.</summary>
    public static IEnumerable<(string Name, OpenXmlPartRootElement Root)> Of(WordprocessingDocument document)
    {
        var main = document.MainDocumentPart!;
        yield return ("正文", main.Document!);
        foreach (var (header, i) in main.HeaderParts.Select((h, i) => (h, i)))
        {
            yield return ($"页眉{i + 1}", header.Header!);
        }

        foreach (var (footer, i) in main.FooterParts.Select((f, i) => (f, i)))
        {
            yield return ($"页脚{i + 1}", footer.Footer!);
        }

        if (main.FootnotesPart?.Footnotes is { } footnotes)
        {
            yield return ("脚注", footnotes);
        }

        if (main.EndnotesPart?.Endnotes is { } endnotes)
        {
            yield return ("尾注", endnotes);
        }
    }

    /// <summary>Where an element stands: the table, row and cell, or the paragraph; counted from 1.</summary>
    public static string PlaceOf(string part, OpenXmlElement root, OpenXmlElement element)
    {
        if (element.Ancestors<TableRow>().FirstOrDefault() is { } row && row.Ancestors<Table>().FirstOrDefault() is { } table)
        {
            var tables = root.Descendants<Table>().ToList();
            var rows = table.Descendants<TableRow>().Where(r => ReferenceEquals(r.Ancestors<Table>().First(), table)).ToList();
            var cell = element.Ancestors<TableCell>().FirstOrDefault();
            var cells = row.Descendants<TableCell>().Where(c => ReferenceEquals(c.Ancestors<TableRow>().First(), row)).ToList();
            var column = cell is null ? "" : $"第{cells.IndexOf(cell) + 1}格";
            return $"{part}表格{tables.IndexOf(table) + 1}第{rows.IndexOf(row) + 1}行{column}";
        }

        var paragraphs = root.Descendants<Paragraph>().Where(p => !p.Ancestors<Table>().Any()).ToList();
        var paragraph =
            element as Paragraph ?? element.Ancestors<Paragraph>().FirstOrDefault() ?? element.Descendants<Paragraph>().FirstOrDefault();
        return paragraph is null ? part : $"{part}第{paragraphs.IndexOf(paragraph) + 1}段";
    }
}
