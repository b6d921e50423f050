namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>Recognises files that are no text by their first bytes, whatever their name says.</summary>
internal static class BinaryContent
{
    // First bytes of the formats people rename to .txt by mistake.
    private static readonly (byte[] Start, string Kind)[] Signatures =
    [
        ("PK\u0003\u0004"u8.ToArray(), "压缩包或 Office 文档"),
        ("%PDF-"u8.ToArray(), "PDF 文档"),
        ([0xD0, 0xCF, 0x11, 0xE0], "旧版 Office 文档"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "图片"),
        ([0xFF, 0xD8, 0xFF], "图片"),
        ("GIF8"u8.ToArray(), "图片"),
        ("II*\0"u8.ToArray(), "图片"),
        ("MM\0*"u8.ToArray(), "图片"),
        ("MZ\u0090\0"u8.ToArray(), "程序"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "程序"),
        ("Rar!\u001A"u8.ToArray(), "压缩包"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "压缩包"),
        ([0x1F, 0x8B, 0x08], "压缩包"),
        ("{\\rtf"u8.ToArray(), "RTF 文档"),
        ("SQLite format 3\0"u8.ToArray(), "数据库"),
    ];

    /// <summary>What the content is, in Chinese; null where no signature fits.</summary>
    public static string? Recognise(ReadOnlySpan<byte> content)
    {
        foreach (var (start, kind) in Signatures)
        {
            if (content.StartsWith(start))
            {
                return kind;
            }
        }

        // A program without the usual stub: "MZ" and a byte no text begins its third character with.
        return content.Length > 4 && content.StartsWith("MZ"u8) && content[..Math.Min(64, content.Length)].Contains((byte)0)
            ? "程序"
            : null;
    }
}
