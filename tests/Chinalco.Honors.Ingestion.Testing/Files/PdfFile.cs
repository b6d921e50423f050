using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Chinalco.Honors.Ingestion.Testing.Files;

/// <summary>
/// Makes PDF files, sound ones and such as nobody should hand in. The text is written in UTF-16 with a map that says so; no font is embedded,
/// since nobody looks at it.
/// </summary>
public sealed class PdfFile
{
    private const int FontObject = 3;
    private readonly List<string> pages = [];
    private readonly Dictionary<int, byte[]> others = [];
    private bool compress;
    private string trailer = "";

    /// <summary>A page that draws what is given.</summary>
    public PdfFile Page(string drawing)
    {
        pages.Add(drawing);
        return this;
    }

    /// <summary>A page of lines from the top, in the size given.</summary>
    public PdfFile Lines(params string[] lines) => Page(string.Concat(lines.Select((line, i) => Text(72, 760 - i * 18, 10, line))));

    /// <summary>The drawing of one line at a place.</summary>
    public static string Text(double x, double y, double size, string text) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"BT /F1 {size:0.##} Tf {x:0.##} {y:0.##} Td <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}> Tj ET\n"
        );

    /// <summary>Packs the drawings.</summary>
    public PdfFile Compressed()
    {
        compress = true;
        return this;
    }

    /// <summary>An object under a number from 1000 on, or instead of one of the file's own (1 catalogue, 2 pages, 3 font).</summary>
    public PdfFile With(int number, string content) => With(number, Encoding.Latin1.GetBytes(content));

    /// <summary>An object under a number.</summary>
    public PdfFile With(int number, byte[] content)
    {
        others[number] = content;
        return this;
    }

    /// <summary>Entries of the trailer.</summary>
    public PdfFile Trailer(string entries)
    {
        trailer = entries;
        return this;
    }

    /// <summary>A stream object.</summary>
    public static byte[] Stream(string entries, byte[] content) =>
        [
            .. Encoding.Latin1.GetBytes($"<< {entries} /Length {content.Length.ToString(CultureInfo.InvariantCulture)} >>\nstream\n"),
            .. content,
            .. "\nendstream"u8,
        ];

    /// <summary>Packed as FlateDecode expects it.</summary>
    public static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] ToBytes()
    {
        var objects = new SortedDictionary<int, byte[]>
        {
            [1] = Encoding.Latin1.GetBytes("<< /Type /Catalog /Pages 2 0 R >>"),
            [2] = Encoding.Latin1.GetBytes(
                $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{10 + 2 * i} 0 R"))}] >>"
            ),
            [FontObject] = Encoding.Latin1.GetBytes(
                "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>"
            ),
            [4] = Encoding.Latin1.GetBytes(
                "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                    + "/DW 1000 /FontDescriptor 5 0 R >>"
            ),
            [5] = Encoding.Latin1.GetBytes(
                "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 800 /StemV 80 >>"
            ),
            [6] = Stream("", Encoding.Latin1.GetBytes(ToUnicode())),
        };
        for (var i = 0; i < pages.Count; i++)
        {
            var drawing = Encoding.Latin1.GetBytes(pages[i]);
            objects[10 + 2 * i] = Encoding.Latin1.GetBytes(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 {FontObject} 0 R >> /XObject << /X0 1000 0 R >> >> /Contents {11 + 2 * i} 0 R >>"
            );
            objects[11 + 2 * i] = compress ? Stream("/Filter /FlateDecode", Deflate(drawing)) : Stream("", drawing);
        }

        foreach (var (number, content) in others)
        {
            objects[number] = content;
        }

        return Write(objects);
    }

    private byte[] Write(SortedDictionary<int, byte[]> objects)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%\u00e2\u00e3\n"u8);
        var places = new Dictionary<int, long>();
        foreach (var (number, content) in objects)
        {
            places[number] = file.Position;
            file.Write(Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n")));
            file.Write(content);
            file.Write("\nendobj\n"u8);
        }

        var table = file.Position;
        var text = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, place) in places)
        {
            text.Append(CultureInfo.InvariantCulture, $"{number} 1\n{place:0000000000} 00000 n \n");
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Keys.Max() + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF"
        );
        file.Write(Encoding.Latin1.GetBytes(text.ToString()));
        return file.ToArray();
    }

    /// <summary>Every code is its own character; a range of such a map may not cross its low byte.</summary>
    private static string ToUnicode()
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        );
        for (var high = 0; high < 256; high += 64)
        {
            map.Append("64 beginbfrange\n");
            for (var i = high; i < high + 64; i++)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{i:X2}00> <{i:X2}FF> <{i:X2}00>\n");
            }

            map.Append("endbfrange\n");
        }

        return map.Append("endcmap\nend\nend").ToString();
    }
}
