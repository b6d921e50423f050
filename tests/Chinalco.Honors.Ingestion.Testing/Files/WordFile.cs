using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Chinalco.Honors.Ingestion.Testing.Files;

/// <summary>Makes Word files, sound ones and such as nobody should hand in.</summary>
public sealed class WordFile
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly StringBuilder body = new();
    private readonly Dictionary<string, byte[]> others = new(StringComparer.Ordinal);
    private readonly StringBuilder documentRelationships = new();
    private string prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    /// <summary>A paragraph, in a style by its id.</summary>
    public WordFile Paragraph(string text, string? style = null)
    {
        body.Append("<w:p>");
        if (style is not null)
        {
            body.Append("<w:pPr><w:pStyle w:val=\"").Append(style).Append("\"/></w:pPr>");
        }

        return Xml($"<w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r></w:p>");
    }

    /// <summary>A table; a cell of null goes on from the one above it.</summary>
    public WordFile Table(params string?[][] rows)
    {
        body.Append("<w:tbl>");
        foreach (var row in rows)
        {
            body.Append("<w:tr>");
            foreach (var cell in row)
            {
                body.Append("<w:tc>")
                    .Append(cell is null ? "<w:tcPr><w:vMerge/></w:tcPr>" : "<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>");
                Paragraph(cell ?? "");
                body.Append("</w:tc>");
            }

            body.Append("</w:tr>");
        }

        return Xml("</w:tbl>");
    }

    /// <summary>Whatever is to stand in the body.</summary>
    public WordFile Xml(string xml)
    {
        body.Append(xml);
        return this;
    }

    /// <summary>What stands before the document element, such as a document type.</summary>
    public WordFile Prolog(string xml)
    {
        prolog = xml;
        return this;
    }

    /// <summary>Another part.</summary>
    public WordFile Part(string path, byte[] content)
    {
        others[path] = content;
        return this;
    }

    /// <summary>A relationship of the document to something outside of the file.</summary>
    public WordFile External(string type, string target)
    {
        documentRelationships.Append(
            CultureInfo.InvariantCulture,
            $"<Relationship Id=\"x{documentRelationships.Length}\" Type=\"{Office}/{type}\" Target=\"{target}\" TargetMode=\"External\"/>"
        );
        return this;
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"bin\" ContentType=\"application/octet-stream\"/>"
                    + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
                    + "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/></Types>"
            );
            Write(
                zip,
                "_rels/.rels",
                Relationships($"<Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"word/document.xml\"/>")
            );
            Write(
                zip,
                "word/_rels/document.xml.rels",
                Relationships($"<Relationship Id=\"r1\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>{documentRelationships}")
            );
            Write(
                zip,
                "word/styles.xml",
                $"<w:styles {Namespaces}><w:style w:type=\"paragraph\" w:styleId=\"a3\"><w:name w:val=\"Title\"/></w:style>"
                    + "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>"
                    + "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"heading 2\"/></w:style></w:styles>"
            );
            Write(zip, "word/document.xml", $"{prolog}<w:document {Namespaces}><w:body>{body}</w:body></w:document>");
            foreach (var (path, content) in others)
            {
                using var part = zip.CreateEntry(path, CompressionLevel.SmallestSize).Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static string Relationships(string inner) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>";

    private static void Write(ZipArchive zip, string path, string content)
    {
        using var part = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
