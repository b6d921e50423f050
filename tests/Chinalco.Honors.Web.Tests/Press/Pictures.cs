using System.Buffers.Binary;
using System.IO.Compression;

namespace Chinalco.Honors.Web.Tests.Press;

/// <summary>Makes small pictures.</summary>
internal static class Pictures
{
    /// <summary>A grey PNG picture that looks like a page of lines.</summary>
    public static byte[] Png(int width = 300, int height = 420, byte shade = 0xE0)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        Chunk(file, "IHDR", header);
        using var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                packed.WriteByte(0);
                for (var x = 0; x < width; x++)
                {
                    var isInk = y % 12 < 4 && x > width / 10 && x < width * 9 / 10 && x % (width / 3) > 12;
                    packed.WriteByte(isInk ? (byte)0x60 : shade);
                }
            }
        }

        Chunk(file, "IDAT", rows.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, string name, byte[] data)
    {
        byte[] named = [.. System.Text.Encoding.ASCII.GetBytes(name), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        file.Write(number);
    }

    /// <summary>CRC-32 as PNG has it (specification, annex D).</summary>
    private static uint Crc(byte[] data)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }
}
