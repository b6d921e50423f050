using Chinalco.Honors.Packets.Facts;
using Chinalco.Honors.Packets.Files;
using Chinalco.Honors.Packets.Papers;
using Chinalco.Honors.Packets.Stories;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Chinalco.Honors.Packets.Tests;

/// <summary>Makes papers and reads them again.</summary>
internal static class Made
{
    public static PacketOrder Order(PersonKind kind = PersonKind.Worker, string more = "", PacketFacts? of = null)
    {
        var facts = of ?? SampleFacts.Zou();
        return new PacketOrder(
            facts,
            kind,
            StoryWriter.Read(StoryWriter.Draft(facts, StoryWriter.LongForm) + more, facts, StoryWriter.LongForm),
            StoryWriter.Read(StoryWriter.Draft(facts, StoryWriter.ShortForm), facts, StoryWriter.ShortForm)
        );
    }

    public static PacketFile Packet(PacketOrder order) => PacketFile.Of(order, StandardTemplates.Of, Scan);

    public static byte[]? Scan(string sha256) => System.Text.Encoding.ASCII.GetBytes("%PDF-" + sha256);

    /// <summary>A document of these elements, as Word would save it.</summary>
    public static byte[] Document(params OpenXmlElement[] content)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(content));
        }

        return stream.ToArray();
    }

    public static Paragraph Paragraph(params IEnumerable<string> runs) =>
        new(runs.Select(r => new Run(new Text(r) { Space = SpaceProcessingModeValues.Preserve })));

    public static Table Table(params IEnumerable<string[]> rows) =>
        new(rows.Select(cells => new TableRow(cells.Select(c => new TableCell(Paragraph(c))))));

    /// <summary>The lines of a document's body: paragraphs, and rows with bars between cells.</summary>
    public static IReadOnlyList<string> Lines(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return
        [
            .. document.MainDocumentPart!.Document!.Body!.ChildElements.SelectMany(e =>
                e switch
                {
                    Paragraph p => [p.InnerText],
                    Table t => t.Elements<TableRow>().Select(r => string.Join('|', r.Elements<TableCell>().Select(c => c.InnerText))),
                    _ => Enumerable.Empty<string>(),
                }
            ),
        ];
    }

    public static string AllText(byte[] docx) => string.Join('\n', Lines(docx));
}
