using System.Buffers.Binary;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Press;

namespace Chinalco.Honors.Ingestion.Pictures;

/// <summary>A picture is refused; the message tells the user why and what to do.</summary>
public sealed class PictureRefusedException(string message) : Exception(message);

/// <summary>
/// Tells from its bytes, whatever its name, whether a file is a PNG or a JPEG picture, and how large it is. A file that does not end with the
/// picture's end marker is refused: it is cut off, or something stands behind the picture.
/// </summary>
public static class PictureReader
{
    /// <summary>Most bytes of a picture.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>Most pixels of a picture's side; a newspaper's page scanned at 600 dpi has 12,000.</summary>
    public const int LongestSide = 20_000;

    public const string Png = "image/png";

    public const string Jpeg = "image/jpeg";

    private const string Unreadable = "文件不是完整的 PNG 或 JPEG 图片。请用看图软件打开后另存为 PNG 或 JPEG 再上传。";

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <exception cref="PictureRefusedException">It is neither, is cut off, or is too large.</exception>
    public static PictureFacts Read(ReadOnlySpan<byte> content)
    {
        if (content.Length > MostBytes)
        {
            throw new PictureRefusedException($"图片超过 {MostBytes / 1024 / 1024} MB。请降低分辨率或另存为 JPEG 后再上传。");
        }

        var (type, size) = content.StartsWith(PngSignature) ? (Png, PngSize(content)) : (Jpeg, JpegSize(content));
        if (size is not ({ } width, { } height) || width < 1 || height < 1)
        {
            throw new PictureRefusedException(Unreadable);
        }

        if (width > LongestSide || height > LongestSide)
        {
            throw new PictureRefusedException($"图片的边长超过 {LongestSide} 像素。请降低分辨率后再上传。");
        }

        return new PictureFacts(Sha256Hex.Of(content), type, content.Length, width, height);
    }

    /// <summary>Chunks follow each other from the header to the end (PNG specification, third edition, section 5).</summary>
    private static (int Width, int Height)? PngSize(ReadOnlySpan<byte> content)
    {
        (int Width, int Height)? size = null;
        var at = PngSignature.Length;
        while (at + 12 <= content.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(content[at..]);
            var name = content.Slice(at + 4, 4);
            if (length > content.Length - at - 12)
            {
                return null;
            }

            var data = content.Slice(at + 8, (int)length);
            if (size is null)
            {
                if (!name.SequenceEqual("IHDR"u8) || data.Length != 13)
                {
                    return null;
                }

                size = (Side(BinaryPrimitives.ReadUInt32BigEndian(data)), Side(BinaryPrimitives.ReadUInt32BigEndian(data[4..])));
            }

            at += 12 + (int)length;
            if (name.SequenceEqual("IEND"u8))
            {
                return at == content.Length ? size : null;
            }
        }

        return null;
    }

    /// <summary>Segments follow each other up to the frame's header, which holds the size (ITU-T T.81, annex B); the end marker ends the file.</summary>
    private static (int Width, int Height)? JpegSize(ReadOnlySpan<byte> content)
    {
        if (content.Length < 4 || content[0] != 0xFF || content[1] != 0xD8 || content[^2] != 0xFF || content[^1] != 0xD9)
        {
            return null;
        }

        var at = 2;
        while (at + 9 < content.Length && content[at] == 0xFF)
        {
            var marker = content[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (
                    BinaryPrimitives.ReadUInt16BigEndian(content[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(content[(at + 5)..])
                );
            }

            if (marker == 0xDA || length < 2)
            {
                return null;
            }

            at += 2 + length;
        }

        return null;
    }

    private static int Side(uint pixels) => (int)Math.Min(pixels, int.MaxValue);
}
