using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Chinalco.Honors.Ingestion.Reading.Pdf;

/// <summary>Looks whether a PDF file opens, for files that are kept and not read: scans have no text layer.</summary>
internal static class PdfLook
{
    /// <summary>What is wrong with the file, in Chinese with advice; null when it opens and has a page.</summary>
    public static string? Fault(byte[] content) => DeepStack.Run(() => FaultHere(content));

    private static string? FaultHere(byte[] content)
    {
        var options = new PdfLimits(SourceLimits.Default) { UseLenientParsing = false };
        try
        {
            using var document = PdfDocument.Open(content, options);
            if (document.NumberOfPages == 0)
            {
                return "PDF 文件没有内容，请重新扫描。";
            }

            _ = document.GetPage(1).Width;
            return options.Refusal?.Message;
        }
        catch (PdfDocumentEncryptedException)
        {
            return "PDF 设有打开密码。请用阅读器输入密码打开，另存为不带密码的 PDF 后再上传。";
        }
        catch (SourceRefusedException refused)
        {
            return refused.Message;
        }
#pragma warning disable CA1031 // A damaged file makes the parser fail in many ways, and each of them is a damaged file.
        catch (Exception)
#pragma warning restore CA1031
        {
            return "PDF 文件已损坏，打不开。请重新扫描，或用阅读器打开后另存为 PDF 再上传。";
        }
    }
}
