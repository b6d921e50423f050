using System.Globalization;

namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>Turns the bytes of a file into text, or refuses them with a reason the user understands.</summary>
public static class SourceDecoder
{
    private static readonly string[] ReadFormats = [".txt", ".md"];

    /// <summary>Decodes a text or Markdown file.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="fileName">Its name; the ending says the format.</param>
    /// <param name="limits">How large it may be; <see cref="SourceLimits.Default"/> when null.</param>
    /// <exception cref="SourceRefusedException">It is empty, binary, too large, classified, in no encoding we read, or of another format.</exception>
    public static SourceText Decode(ReadOnlyMemory<byte> content, string fileName, SourceLimits? limits = null)
    {
        var name = Path.GetFileName(fileName);
        RefuseTooLarge(content.Length, (limits ?? SourceLimits.Default).MaxTextBytes);
        RefuseOtherFormats(name);
        RefuseEmpty(content.Span.Trim(" \t\r\n\0"u8));
        RefuseBinary(content.Span);

        var (text, encoding) = EncodingDetector.Decode(content);
        RefuseEmpty(text);
        ClassificationMarking.RefuseMarked(text);
        if (!name.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
        {
            return new(name, text, encoding, FrontMatter: null);
        }

        var (frontMatter, bodyStart) = FrontMatterReader.Read(text);
        return new(name, text, encoding, frontMatter) { BodyStart = bodyStart };
    }

    private static void RefuseTooLarge(long length, long limit)
    {
        if (length > limit)
        {
            throw new SourceRefusedException(
                SourceRefusal.TooLarge,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"文件有 {length / 1048576.0:0.0} MB，超过 {limit / 1048576.0:0.#} MB 的上限。请按期或按版拆成几个文件后再导入。"
                )
            );
        }
    }

    private static void RefuseOtherFormats(string name)
    {
        var ending = Path.GetExtension(name);
        if (!ReadFormats.Contains(ending, StringComparer.OrdinalIgnoreCase))
        {
            throw new SourceRefusedException(
                SourceRefusal.UnsupportedFormat,
                $"暂不支持“{(ending.Length == 0 ? "无扩展名" : ending)}”格式的文件。请另存为纯文本（.txt）或 Markdown（.md）后再导入。"
            );
        }
    }

    private static void RefuseEmpty(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
        {
            throw Empty();
        }
    }

    private static void RefuseEmpty(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw Empty();
        }
    }

    private static SourceRefusedException Empty() => new(SourceRefusal.Empty, "文件是空的，没有可读的文字。请检查是否选错了文件。");

    private static void RefuseBinary(ReadOnlySpan<byte> content)
    {
        if (BinaryContent.Recognise(content) is { } kind)
        {
            throw new SourceRefusedException(
                SourceRefusal.Binary,
                $"文件内容是{kind}，不是文本（扩展名可能改过）。请用原程序打开并另存为纯文本后再导入。"
            );
        }
    }
}
