using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Chinalco.Honors.Packets.Templates;

/// <summary>Reads a template before it is kept: a Word document that fetches and runs nothing, and whose every field is known.</summary>
public static class TemplateCheck
{
    /// <summary>Largest template, in bytes.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    private const long MostCharactersInPart = 20_000_000;

    internal static readonly OpenSettings Settings = new() { AutoSave = false, MaxCharactersInPart = MostCharactersInPart };

    /// <exception cref="TemplateRefusedException">It is none, with every place that is wrong.</exception>
    public static void Check(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        List<TemplateProblem> problems = [];
        if (content.Length is 0 or > MostBytes)
        {
            throw Refused("文件是空的，或超过 5 MB。请只保留表格和文字，去掉图片后再上传。");
        }

        try
        {
            if (TemplateArchive.Fault(content) is { } fault)
            {
                throw Refused(fault);
            }

            using var stream = new MemoryStream(content, writable: false);
            using var document = WordprocessingDocument.Open(stream, isEditable: false, Settings);
            if (document.MainDocumentPart?.Document?.Body is null || document.DocumentType != WordprocessingDocumentType.Document)
            {
                throw Refused("只接受 Word 文档（.docx），不接受带宏的文档和模板。请另存为 .docx 后再上传。");
            }

            problems.AddRange(TemplateDangers.In(document));
            foreach (var (name, root) in TemplateParts.Of(document))
            {
                problems.AddRange(Unknown(name, root));
            }
        }
        catch (Exception damaged)
            when (damaged is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or IOException)
        {
            throw Refused("打不开这个文件。请用 Word 或 WPS 另存为 .docx 后再上传。");
        }

        if (problems.Count > 0)
        {
            throw new TemplateRefusedException(problems);
        }
    }

    private static TemplateRefusedException Refused(string advice) => new([new TemplateProblem("整个文件", "", advice)]);

    private static IEnumerable<TemplateProblem> Unknown(string part, OpenXmlElement root)
    {
        TemplateList? within = null;
        Paragraph? began = null;
        foreach (var element in root.Descendants())
        {
            if (element is Tag { Val.Value: ['#', ..] cell } && element.Parent?.Parent is SdtCell)
            {
                yield return new TemplateProblem(
                    TemplateParts.PlaceOf(part, root, element.Parent),
                    cell,
                    "重复的内容控件不能只圈住一个单元格，请圈住整行。"
                );
            }

            if (
                element is Tag { Val.Value: { Length: > 0 } tag }
                && Known(tag.TrimStart('#'), tag.StartsWith('#'), ListAround(element)) is { } fault
            )
            {
                yield return new TemplateProblem(TemplateParts.PlaceOf(part, root, element.Ancestors<SdtElement>().First()), tag, fault);
            }

            if (element is not Paragraph paragraph)
            {
                continue;
            }

            var text = ParagraphText.Of(paragraph);
            foreach (var placeholder in Placeholder.In(text))
            {
                var place = TemplateParts.PlaceOf(part, root, paragraph);
                var wrong = placeholder.Kind switch
                {
                    PlaceholderKind.Begin => within is not null
                        ? $"重复块“{within.Name}”还没有结束，重复块不能套在另一个里面。"
                        : Known(placeholder.Word, isList: true, within: null),
                    PlaceholderKind.End => TemplateFields.FindList(placeholder.Word) is not { } ended || ended != within
                        ? "这里没有可以结束的重复块。"
                    : TemplateBlocks.AreOne(began!, paragraph) ? null
                    : "重复块的开头和结尾要在同一个表格里，或者各占一段、在同一处。",
                    _ => Known(placeholder.Word, isList: false, within ?? ListAround(paragraph)),
                };
                if (wrong is not null)
                {
                    yield return new TemplateProblem(place, text.Substring(placeholder.Start, placeholder.Length), wrong);
                }

                (within, began) = placeholder.Kind switch
                {
                    PlaceholderKind.Begin => (TemplateFields.FindList(placeholder.Word), paragraph),
                    PlaceholderKind.End => (null, null),
                    _ => (within, began),
                };
            }

            if (text.Contains("｛｛", StringComparison.Ordinal) || text.Contains("｝｝", StringComparison.Ordinal))
            {
                yield return new TemplateProblem(
                    TemplateParts.PlaceOf(part, root, paragraph),
                    Short(text),
                    "花括号是全角的。请改成半角的“{{”和“}}”。"
                );
            }

            if (Placeholder.HasLooseBraces(text))
            {
                yield return new TemplateProblem(TemplateParts.PlaceOf(part, root, paragraph), Short(text), "“{{”和“}}”没有成对。");
            }
        }

        if (within is not null)
        {
            yield return new TemplateProblem(
                TemplateParts.PlaceOf(part, root, began!),
                "{{#" + within.Name + "}}",
                "这个重复块没有结束，请补上“{{/" + within.Name + "}}”。"
            );
        }
    }

    private static TemplateList? ListAround(OpenXmlElement element) =>
        element
            .Ancestors<SdtElement>()
            .Select(s => s.SdtProperties?.GetFirstChild<Tag>())
            .Where(t => t is not null && !ReferenceEquals(t, element))
            .Select(t => t!.Val?.Value)
            .Where(v => v?.StartsWith('#') == true)
            .Select(v => TemplateFields.FindList(v![1..]))
            .FirstOrDefault(l => l is not null);

    private static string? Known(string word, bool isList, TemplateList? within) =>
        isList ? (TemplateFields.FindList(word) is null ? "没有这个列表。可用的列表见本页下方。" : null)
        : TemplateFields.Find(word, within) is null ? "没有这个字段。可用的字段见本页下方。"
        : null;

    private static string Short(string text) => text.Length <= 30 ? text : text[..30] + "…";
}
