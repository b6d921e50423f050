using System.Buffers;
using System.IO.Compression;

namespace Chinalco.Honors.Packets.Templates;

/// <summary>Looks at a template's bytes before anything unpacks them for good.</summary>
internal static class TemplateArchive
{
    /// <summary>Most that a template's parts hold unpacked, in bytes.</summary>
    public const long MostUnpacked = 40L * 1024 * 1024;

    /// <summary>A template has some twenty parts.</summary>
    private const int MostParts = 1000;

    /// <summary>What old Word documents, and documents with a password, begin with (MS-CFB).</summary>
    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The name of the stream that holds a document with a password (MS-OFFCRYPTO), in UTF-16.</summary>
    private static ReadOnlySpan<byte> Encrypted => "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;

    /// <returns>Why it is no template, in Chinese; null when nothing speaks against it.</returns>
    /// <exception cref="InvalidDataException">It is no archive, or a damaged one.</exception>
    public static string? Fault(byte[] content)
    {
        if (content.AsSpan().StartsWith(Compound))
        {
            return content.AsSpan().IndexOf(Encrypted) >= 0
                ? "文件设了打开密码。请去掉密码后再上传。"
                : "这是旧格式的文档（.doc 或 .xls）。请用 Word 或 WPS 另存为 .docx 后再上传。";
        }

        using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        return archive.Entries.Count > MostParts || !Unpacks(archive)
            ? "文件解开后太大，不像正常的 Word 文档。请新建一个文档，把表格复制进去再上传。"
            : null;
    }

    /// <summary>Unpacks everything once and keeps nothing: what an archive says of its sizes may be untrue.</summary>
    private static bool Unpacks(ZipArchive archive)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var left = MostUnpacked;
            foreach (var entry in archive.Entries)
            {
                using var stream = entry.Open();
                for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
                {
                    left -= read;
                    if (left < 0)
                    {
                        return false;
                    }
                }
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
