using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Chinalco.Honors.Ingestion.Reading.Word;

/// <summary>
/// Looks through the container of a Word file before anything in it is read: number, size and compression of its parts, and what it refers to
/// outside itself. Nothing outside is ever fetched; a file that wants it is refused.
/// </summary>
internal static class WordPackage
{
    // Up to here a part may be packed as tightly as it likes.
    private const long FreeBytes = 1024 * 1024;

    private const string RelationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>Refuses a container that must not be read.</summary>
    public static void Check(Stream content, SourceLimits limits)
    {
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > limits.MaxParts)
        {
            throw TooComplex($"文档内部有 {zip.Entries.Count} 个部件，超过 {limits.MaxParts} 个的上限");
        }

        long unpacked = 0;
        foreach (var entry in zip.Entries)
        {
            unpacked += entry.Length;
            CheckEntry(entry, limits);
        }

        if (unpacked > limits.MaxUnpackedBytes)
        {
            throw TooComplex($"文档解压后有 {Megabytes(unpacked)} MB，超过 {Megabytes(limits.MaxUnpackedBytes)} MB 的上限");
        }

        RefuseOtherPackages(zip);
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            RefuseExternal(entry, limits);
        }
    }

    /// <summary>How XML inside a Word file is read: no document type, so no entities, and no more than a part may hold.</summary>
    public static XmlReaderSettings XmlSettings(SourceLimits limits) =>
        new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = limits.MaxPartBytes,
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };

    private static void CheckEntry(ZipArchiveEntry entry, SourceLimits limits)
    {
        if (entry.IsEncrypted)
        {
            throw new SourceRefusedException(SourceRefusal.Protected, "Word 文档的内容已加密。请用 Word 打开，清除密码并保存后再导入。");
        }

        var isXml =
            entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
        if (isXml && entry.Length > limits.MaxPartBytes)
        {
            throw TooComplex($"文档的一个部件解压后有 {Megabytes(entry.Length)} MB，超过 {Megabytes(limits.MaxPartBytes)} MB 的上限");
        }

        if (entry.Length > FreeBytes && entry.Length / Math.Max(1, entry.CompressedLength) > limits.MaxCompressionRatio)
        {
            throw TooComplex("文档内部的压缩比异常，可能是“压缩炸弹”");
        }
    }

    private static void RefuseOtherPackages(ZipArchive zip)
    {
        bool Has(string folder) => zip.Entries.Any(entry => entry.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase));
        if (zip.GetEntry("[Content_Types].xml") is null || !Has("word/"))
        {
            var kind =
                Has("xl/") ? "Excel 工作簿"
                : Has("ppt/") ? "PowerPoint 演示文稿"
                : "压缩包";
            throw new SourceRefusedException(
                SourceRefusal.FormatMismatch,
                $"文件名以“.docx”结尾，内容却是{kind}。请用原程序打开并另存为{SourceFormats.InWords}后再导入。"
            );
        }
    }

    private static void RefuseExternal(ZipArchiveEntry entry, SourceLimits limits)
    {
        var stream = entry.Open();
        using (stream)
        {
            using var reader = XmlReader.Create(stream, XmlSettings(limits));
            while (reader.Read())
            {
                if (
                    reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship", NamespaceURI: RelationshipsNamespace }
                    && string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
                    && reader.GetAttribute("Type") is { } type
                    && !type.EndsWith("/hyperlink", StringComparison.Ordinal)
                )
                {
                    throw new SourceRefusedException(
                        SourceRefusal.ExternalContent,
                        $"Word 文档引用了文件之外的{KindOf(type)}。为安全起见不读取外部内容，请用 Word 打开，断开链接或改为嵌入，另存后再导入。"
                    );
                }
            }
        }
    }

    private static string KindOf(string type) =>
        type[(type.LastIndexOf('/') + 1)..] switch
        {
            "attachedTemplate" => "模板",
            "image" => "图片",
            "oleObject" => "对象",
            "subDocument" => "子文档",
            _ => "内容",
        };

    private static SourceRefusedException TooComplex(string what) =>
        new(SourceRefusal.TooComplex, $"{what}，无法安全读取。请用 Word 打开，只复制需要的文字到新文档后再导入。");

    private static string Megabytes(long bytes) => (bytes / 1048576.0).ToString("0.#", CultureInfo.InvariantCulture);
}
