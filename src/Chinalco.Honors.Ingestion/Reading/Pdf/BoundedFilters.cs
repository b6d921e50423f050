using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Chinalco.Honors.Ingestion.Reading.Pdf;

/// <summary>
/// Unpacks the streams of a PDF file, none beyond the limits. Pictures are not unpacked at all: nobody asks for them, and a stream that claims
/// to be one must not slip through.
/// </summary>
internal sealed class BoundedFilters(PdfLimits options) : BaseFilterProvider(Instances(options))
{
    private static Dictionary<string, IFilter> Instances(PdfLimits options)
    {
        var budget = new Budget(options);
        IFilter Bounded(IFilter filter, Func<ReadOnlyMemory<byte>, long, long> unpackedLength) =>
            new BoundedFilter(filter, budget, unpackedLength);
        var flate = Bounded(new FlateFilter(), Inflated);
        var lzw = Bounded(new LzwFilter(), (packed, most) => Math.Min(most + 1, packed.Length * LzwFactor));
        var ascii85 = Bounded(new Ascii85Filter(), (packed, most) => Math.Min(most + 1, packed.Length * 4L));
        var hex = Bounded(new AsciiHexDecodeFilter(), (packed, _) => packed.Length);
        var runs = Bounded(new RunLengthFilter(), (packed, most) => Math.Min(most + 1, packed.Length * 64L));
        return new(StringComparer.Ordinal)
        {
            ["FlateDecode"] = flate,
            ["Fl"] = flate,
            ["LZWDecode"] = lzw,
            ["LZW"] = lzw,
            ["ASCII85Decode"] = ascii85,
            ["A85"] = ascii85,
            ["ASCIIHexDecode"] = hex,
            ["AHx"] = hex,
            ["RunLengthDecode"] = runs,
            ["RL"] = runs,
            ["DCTDecode"] = new DctDecodeFilter(),
            ["DCT"] = new DctDecodeFilter(),
            ["JPXDecode"] = new JpxDecodeFilter(),
            ["CCITTFaxDecode"] = new CcittFaxDecodeFilter(),
            ["CCF"] = new CcittFaxDecodeFilter(),
            ["JBIG2Decode"] = new Jbig2DecodeFilter(),
        };
    }

    // Text packed by LZW is seldom a tenth of itself. (It could be a thousandth; then the file is refused.)
    private const long LzwFactor = 20;

    /// <summary>How long the stream is unpacked; as soon as it is longer than allowed, how far it was followed.</summary>
    private static long Inflated(ReadOnlyMemory<byte> packed, long most)
    {
        // The two bytes of the zlib header may be damaged; what follows counts.
        using var input = new MemoryStream(packed.Length > 2 ? packed[2..].ToArray() : []);
        using var inflate = new DeflateStream(input, CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        long length = 0;
        try
        {
            for (int read; length <= most && (read = inflate.Read(buffer)) > 0; )
            {
                length += read;
            }
        }
        catch (InvalidDataException)
        {
            // A damaged stream gives what it gives up to here, in the parser as well.
        }

        return length;
    }

    /// <summary>What all streams of the file may still unpack to.</summary>
    private sealed class Budget(PdfLimits options)
    {
        private long left = options.Limits.MaxStreamBytes * 4;

        public SourceRefusedException RefuseCharacterMap() => options.RefuseCharacterMap();

        public void Take(ReadOnlyMemory<byte> packed, DictionaryToken dictionary, Func<ReadOnlyMemory<byte>, long, long> unpackedLength)
        {
            // Fonts, object streams and tables say what they are; what says nothing, or is a form, is a drawing.
            var isDrawing =
                !dictionary.ContainsKey(NameToken.Type)
                    && !dictionary.ContainsKey(NameToken.Length1)
                    && !dictionary.ContainsKey(NameToken.N)
                || (dictionary.TryGet(NameToken.Subtype, out NameToken subtype) && subtype == NameToken.Form);
            var most = Math.Min(left, isDrawing ? options.Limits.MaxDrawingBytes : options.Limits.MaxStreamBytes);
            var length = unpackedLength(packed, most);
            left -= length;
            if (length > most || (length > 1024 * 1024 && length / Math.Max(1, packed.Length) > options.Limits.MaxCompressionRatio * 4L))
            {
                throw options.Refuse("内部的数据解压后过大，可能是“压缩炸弹”");
            }
        }
    }

    private sealed class BoundedFilter(IFilter inner, Budget budget, Func<ReadOnlyMemory<byte>, long, long> unpackedLength) : IFilter
    {
        // Beyond this a row of a table is no row, but a claim that makes the reader reserve memory.
        private const int WidestRow = 1_000_000;

        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            budget.Take(input, streamDictionary, unpackedLength);
            RefuseWideRows(streamDictionary, filterIndex);
            var unpacked = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            return CharacterMaps.AreSound(unpacked.Span) ? unpacked : throw budget.RefuseCharacterMap();
        }

        private static void RefuseWideRows(DictionaryToken stream, int index)
        {
            var parameters = stream.TryGet(NameToken.DecodeParms, out IToken token) ? token : null;
            parameters = parameters is ArrayToken array && index < array.Length ? array[index] : parameters;
            if (parameters is DictionaryToken settings)
            {
                foreach (var name in new[] { NameToken.Columns, NameToken.Colors, NameToken.BitsPerComponent })
                {
                    if (settings.TryGet(name, out NumericToken number) && number.Data is < 0 or > WidestRow)
                    {
                        throw new InvalidDataException("A row of a stream is wider than any real one.");
                    }
                }
            }
        }
    }
}
