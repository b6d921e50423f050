using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Chinalco.Honors.Ingestion.Reading.Word;

/// <summary>
/// Reads the text of a Word file: paragraphs, text boxes behind the paragraph they hang on, tables row by row, titles and headings by their
/// styles. Headers, footers, notes, comments, hidden and deleted text are left out.
/// </summary>
internal static class WordText
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="SourceRefusedException">It is damaged, protected, refers outside itself or exceeds a limit.</exception>
    public static SourceText Read(ReadOnlyMemory<byte> content, string name, SourceLimits limits)
    {
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            WordPackage.Check(stream, limits);
            stream.Position = 0;
            var settings = new OpenSettings { AutoSave = false, MaxCharactersInPart = limits.MaxPartBytes };
            using var document = WordprocessingDocument.Open(stream, isEditable: false, settings);
            var main = document.MainDocumentPart ?? throw Damaged(cause: null);
            var text = new ConvertedText(limits);
            using var body = main.GetStream(FileMode.Open, FileAccess.Read);
            using var reader = XmlReader.Create(body, WordPackage.XmlSettings(limits));
            new WordBody(reader, WordStyles.Read(main, limits), text, limits).Read();
            return text.ToSource(name, "DOCX");
        }
        catch (Exception fault)
            when (fault
                    is InvalidDataException
                        or OpenXmlPackageException
                        or FileFormatException
                        or XmlException
                        or InvalidOperationException
                        or ArgumentException
                        or FormatException
                        or NotSupportedException
                        or IOException
                        or KeyNotFoundException
                        or IndexOutOfRangeException
                        or NullReferenceException
            )
        {
            throw Damaged(fault);
        }
    }

    private static SourceRefusedException Damaged(Exception? cause)
    {
        const string Message = "Word 文档已损坏，无法读取。请用 Word 打开（必要时选择“打开并修复”），另存为 .docx 后再导入。";
        return cause is null ? new(SourceRefusal.Damaged, Message) : new(SourceRefusal.Damaged, Message, cause);
    }
}

/// <summary>What the styles of a Word file make of a paragraph.</summary>
internal enum WordStyle
{
    None = 0,
    Title = 1,
    Heading = 2,
    LowerHeading = 3,
}

/// <summary>Which styles are titles and headings, by the names Word gives them in whatever language.</summary>
internal static class WordStyles
{
    /// <summary>The styles by their ids.</summary>
    public static Dictionary<string, WordStyle> Read(MainDocumentPart main, SourceLimits limits)
    {
        var styles = new Dictionary<string, WordStyle>(StringComparer.Ordinal);
        if (main.StyleDefinitionsPart is not { } part)
        {
            return styles;
        }

        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, WordPackage.XmlSettings(limits));
        string? id = null;
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "style" })
            {
                id = reader.GetAttribute("styleId", reader.NamespaceURI);
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "name" } && id is not null)
            {
                var kind = KindOf(reader.GetAttribute("val", reader.NamespaceURI) ?? "");
                if (kind != WordStyle.None)
                {
                    styles[id] = kind;
                }

                id = null;
            }
        }

        return styles;
    }

    private static WordStyle KindOf(string name) =>
        name.ToUpperInvariant() switch
        {
            "TITLE" or "标题" => WordStyle.Title,
            "HEADING 1" or "标题 1" => WordStyle.Heading,
            var other when other.StartsWith("HEADING ", StringComparison.Ordinal) || other.StartsWith("标题 ", StringComparison.Ordinal) =>
                WordStyle.LowerHeading,
            "SUBTITLE" or "副标题" => WordStyle.LowerHeading,
            _ => WordStyle.None,
        };
}
