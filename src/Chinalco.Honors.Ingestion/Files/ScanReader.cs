using System.Globalization;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Ingestion.Pictures;
using Chinalco.Honors.Ingestion.Reading.Pdf;

namespace Chinalco.Honors.Ingestion.Files;

/// <summary>The section <c>Evidence</c> of the settings.</summary>
public sealed class ScanOptions
{
    public const string Section = "Evidence";

    /// <summary>The most that <see cref="MaxMegabytes"/> may be: the site takes no larger request.</summary>
    public const int MostMegabytes = 60;

    /// <summary>Largest scan of a document, in megabytes. Pictures are bounded by <see cref="PictureReader.MostBytes"/> besides.</summary>
    public int MaxMegabytes { get; set; } = 20;

    /// <exception cref="NotSupportedException">It is out of bounds.</exception>
    public ScanOptions Checked() =>
        MaxMegabytes is >= 1 and <= MostMegabytes
            ? this
            : throw new NotSupportedException(
                string.Create(CultureInfo.InvariantCulture, $"Evidence:MaxMegabytes 须在 1 至 {MostMegabytes} 之间。")
            );
}

/// <summary>A file is refused as a scan; the message tells the user why and what to do.</summary>
public sealed class ScanRefusedException(string message) : Exception(message);

/// <summary>Tells from its bytes, whatever its name, whether a file is a PDF file, a PNG or a JPEG picture that opens.</summary>
public sealed class ScanReader(ScanOptions options)
{
    public const string Pdf = "application/pdf";

    private const int Megabyte = 1024 * 1024;

    /// <summary>For the choice of a file in a form.</summary>
    public const string Endings = ".pdf,.jpg,.jpeg,.png";

    /// <summary>In megabytes.</summary>
    public int MaxMegabytes => options.MaxMegabytes;

    /// <summary>Refuses a file that is too large before its bytes are in memory.</summary>
    /// <exception cref="ScanRefusedException">It is.</exception>
    public void RefuseTooLarge(long length)
    {
        if (length > options.MaxMegabytes * (long)Megabyte)
        {
            throw new ScanRefusedException($"文件超过 {options.MaxMegabytes} MB。请降低扫描分辨率，或只扫描需要的页，再上传。");
        }
    }

    /// <exception cref="ScanRefusedException">It is none of these, is damaged, protected or too large.</exception>
    public ScanFacts Read(string fileName, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        RefuseTooLarge(content.Length);
        if (content.Length == 0)
        {
            throw new ScanRefusedException("文件是空的，请重新选择。");
        }

        // A path, as some browsers send it, is nobody's business.
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        return new ScanFacts(name, Sha256Hex.Of(content), TypeOf(content), content.Length);
    }

    private static string TypeOf(byte[] content)
    {
        if (content.AsSpan().StartsWith("%PDF-"u8))
        {
            return PdfLook.Fault(content) is { } fault ? throw new ScanRefusedException(fault) : Pdf;
        }

        var isPicture = content[0] is 0x89 or 0xFF;
        if (!isPicture)
        {
            throw new ScanRefusedException("只接受 PDF、JPG、PNG 文件，按文件内容判断。请另存为其中一种格式后再上传。");
        }

        try
        {
            return PictureReader.Read(content).MediaType;
        }
        catch (PictureRefusedException refused)
        {
            throw new ScanRefusedException(refused.Message);
        }
    }
}
