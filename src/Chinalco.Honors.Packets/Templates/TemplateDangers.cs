using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Chinalco.Honors.Packets.Templates;

/// <summary>What in a template would run something, or fetch something from elsewhere.</summary>
internal static partial class TemplateDangers
{
    public static IEnumerable<TemplateProblem> In(WordprocessingDocument document)
    {
        var parts = document.GetAllParts().ToList();
        if (
            parts.Exists(p =>
                p
                    is VbaProjectPart
                        or EmbeddedObjectPart
                        or EmbeddedPackagePart
                        or AlternativeFormatImportPart
                        or EmbeddedControlPersistencePart
            )
        )
        {
            yield return new TemplateProblem("整个文件", "", "含有宏、控件、嵌入的对象或导入的内容。请删去后再上传。");
        }

        if (document.ExternalRelationships.Concat(parts.SelectMany(p => p.ExternalRelationships)).FirstOrDefault() is { } outside)
        {
            yield return new TemplateProblem(
                "整个文件",
                outside.Uri.ToString(),
                "引用了文件之外的内容（链接的图片、附加的模板等）。请改为嵌入，或删去后再上传。"
            );
        }

        foreach (var (name, root) in TemplateParts.Of(document))
        {
            foreach (var (paragraph, code) in Codes(root).Where(c => Fetching().IsMatch(c.Code)))
            {
                yield return new TemplateProblem(
                    TemplateParts.PlaceOf(name, root, paragraph),
                    code.Trim(),
                    "这种域会读取文件之外的内容。请删去后再上传。"
                );
            }
        }
    }

    /// <summary>The codes of fields; Word splits them into runs at will, so a paragraph's are read as one.</summary>
    private static IEnumerable<(OpenXmlElement Paragraph, string Code)> Codes(OpenXmlElement root) =>
        root.Descendants<SimpleField>()
            .Select(f => ((OpenXmlElement)f, f.Instruction?.Value ?? ""))
            .Concat(
                root.Descendants<Paragraph>()
                    .Select(p => ((OpenXmlElement)p, string.Concat(p.Descendants<FieldCode>().Select(c => c.Text))))
                    .Where(c => c.Item2.Length > 0)
            );

    [GeneratedRegex(
        @"(?<![A-Z])(?:DDE(?:AUTO)?|INCLUDE(?:TEXT|PICTURE)?|IMPORT|LINK|DATABASE|MACROBUTTON|RD)(?![A-Z])",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Fetching();
}
