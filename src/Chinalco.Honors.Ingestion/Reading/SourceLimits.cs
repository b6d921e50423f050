namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>How much a file may hold. Whatever exceeds a limit is refused before it can fill the memory or take up a processor.</summary>
/// <param name="MaxTextBytes">Largest text, Markdown or HTML file in bytes; a larger one is refused before it is decoded.</param>
public sealed record SourceLimits(long MaxTextBytes)
{
    /// <summary>5 MB of text: about two hundred newspaper issues.</summary>
    public static SourceLimits Default { get; } = new(5L * 1024 * 1024);

    /// <summary>Largest Word or PDF file in bytes; most of such a file are pictures.</summary>
    public long MaxPackageBytes { get; init; } = 30L * 1024 * 1024;

    /// <summary>Most characters that a Word, HTML or PDF file may give.</summary>
    public int MaxCharacters { get; init; } = 2_000_000;

    /// <summary>Most files inside a Word file.</summary>
    public int MaxParts { get; init; } = 1_000;

    /// <summary>Largest XML file inside a Word file, unpacked, in bytes.</summary>
    public long MaxPartBytes { get; init; } = 40L * 1024 * 1024;

    /// <summary>Most bytes of all files inside a Word file together, unpacked.</summary>
    public long MaxUnpackedBytes { get; init; } = 200L * 1024 * 1024;

    /// <summary>How many times larger than packed a file inside a Word file, or a stream of a PDF file, may be, beyond a first megabyte.</summary>
    public int MaxCompressionRatio { get; init; } = 250;

    /// <summary>Deepest nesting of elements in a Word or HTML file, and of objects in a PDF file.</summary>
    public int MaxNesting { get; init; } = 250;

    /// <summary>Most elements of an HTML file.</summary>
    public int MaxElements { get; init; } = 100_000;

    /// <summary>Most attributes of one HTML element.</summary>
    public int MaxAttributes { get; init; } = 1_000;

    /// <summary>Most cells of all tables in a Word or HTML file.</summary>
    public int MaxTableCells { get; init; } = 100_000;

    /// <summary>Most pages of a PDF file.</summary>
    public int MaxPages { get; init; } = 400;

    /// <summary>Most characters on one page of a PDF file; a full newspaper page has some 12,000.</summary>
    public int MaxCharactersOnPage { get; init; } = 100_000;

    /// <summary>Largest drawing (what a page shows, without its pictures and fonts) of a PDF file, unpacked, in bytes.</summary>
    public long MaxDrawingBytes { get; init; } = 8L * 1024 * 1024;

    /// <summary>Most bytes of all streams of a PDF file that reading it unpacks, and of any one of them that is no drawing.</summary>
    public long MaxStreamBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Largest file of a name, in bytes.</summary>
    public long MaxBytesOf(string fileName) =>
        SourceFormats.ByName(fileName) is SourceFormat.Word or SourceFormat.Pdf ? MaxPackageBytes : MaxTextBytes;
}
