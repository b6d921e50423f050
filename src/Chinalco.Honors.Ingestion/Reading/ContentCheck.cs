using System.Text;

namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>Whether the content of a file is what its name says, judged by its first bytes.</summary>
internal static class ContentCheck
{
    // A PDF header may stand behind some other bytes (ISO 32000-1, implementation note 13 of its appendix H).
    private const int HeaderReach = 1024;

    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Refuses content of another format.</summary>
    public static void RefuseOtherThan(SourceFormat format, ReadOnlySpan<byte> content, string ending)
    {
        switch (format)
        {
            case SourceFormat.Word:
                RefuseOtherThanWord(content);
                break;
            case SourceFormat.Pdf:
                if (content[..Math.Min(content.Length, HeaderReach)].IndexOf("%PDF-"u8) < 0)
                {
                    throw Mismatch(ending, BinaryContent.Recognise(content) ?? "普通文本");
                }

                break;
            case SourceFormat.Html:
                RefuseBinary(content, ending);
                break;
            case SourceFormat.Text:
            case SourceFormat.Markdown:
                RefuseBinary(content, ending);
                if (LooksLikeHtml(content))
                {
                    throw Mismatch(ending, "网页（HTML）", "请把扩展名改为 .html 后再导入。");
                }

                break;
            default:
                throw new InvalidOperationException($"No check for {format}.");
        }
    }

    private static void RefuseOtherThanWord(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(OldOffice))
        {
            // A document with a password is wrapped into the container of the old format.
            throw content.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
                ? new(SourceRefusal.Protected, "Word 文档设有打开密码。请用 Word 打开，在“文件—信息—保护文档”中清除密码并保存后再导入。")
                : new SourceRefusedException(
                    SourceRefusal.FormatMismatch,
                    "文件内容是旧版 Word 文档（.doc），不是 .docx。请用 Word 打开并另存为 .docx 后再导入。"
                );
        }

        if (!content.StartsWith("PK"u8))
        {
            throw Mismatch(".docx", BinaryContent.Recognise(content) ?? "普通文本");
        }
    }

    private static void RefuseBinary(ReadOnlySpan<byte> content, string ending)
    {
        if (BinaryContent.Recognise(content) is { } kind)
        {
            throw new SourceRefusedException(
                SourceRefusal.Binary,
                $"文件内容是{kind}，不是“{ending}”（扩展名可能改过）。请改回原来的扩展名，或用原程序打开并另存为{SourceFormats.InWords}后再导入。"
            );
        }
    }

    private static bool LooksLikeHtml(ReadOnlySpan<byte> content)
    {
        var head = Encoding.Latin1.GetString(content[..Math.Min(content.Length, HeaderReach)]).Replace("\0", "", StringComparison.Ordinal);
        var start = head.TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\t', '\r', '\n');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static SourceRefusedException Mismatch(string ending, string kind, string? advice = null) =>
        new(
            SourceRefusal.FormatMismatch,
            $"文件名以“{ending}”结尾，内容却是{kind}。{advice ?? $"请改回原来的扩展名，或用原程序打开并另存为{SourceFormats.InWords}后再导入。"}"
        );
}
