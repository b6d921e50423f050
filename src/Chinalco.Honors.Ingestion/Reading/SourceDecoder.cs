using System.Globalization;
using Chinalco.Honors.Ingestion.Reading.Html;
using Chinalco.Honors.Ingestion.Reading.Pdf;
using Chinalco.Honors.Ingestion.Reading.Word;

namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>
/// Turns the bytes of a file into text, or refuses them with a reason the user understands. The ending of the name says the format and the
/// content must agree: a file that is something else than it is called is a mistake, and the user is told which.
/// </summary>
public static class SourceDecoder
{
    /// <summary>Decodes a file of one of the <see cref="SourceFormats"/>.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="fileName">Its name; the ending says the format.</param>
    /// <param name="limits">How much it may hold; <see cref="SourceLimits.Default"/> when null.</param>
    /// <exception cref="SourceRefusedException">
    /// It is empty, binary, damaged, protected, too large, classified, in no encoding or format we read, or not what its name says.
    /// </exception>
    public static SourceText Decode(ReadOnlyMemory<byte> content, string fileName, SourceLimits? limits = null)
    {
        var name = Path.GetFileName(fileName);
        limits ??= SourceLimits.Default;
        RefuseTooLarge(name, content.Length, limits);
        var format = SourceFormats.ByName(name) ?? throw Unsupported(Path.GetExtension(name));
        if (content.Span.IndexOfAnyExcept(" \t\r\n\0"u8) < 0)
        {
            throw Empty();
        }

        ContentCheck.RefuseOtherThan(format, content.Span, Path.GetExtension(name));
        var source = format switch
        {
            SourceFormat.Word => WordText.Read(content, name, limits),
            SourceFormat.Pdf => PdfText.Read(content, name, limits),
            SourceFormat.Html => HtmlText.Read(content, name, limits),
            SourceFormat.Text or SourceFormat.Markdown => ReadText(content, name, format),
            _ => throw new InvalidOperationException($"No reader for {format}."),
        };
        if (string.IsNullOrWhiteSpace(source.Text))
        {
            throw Empty();
        }

        ClassificationMarking.RefuseMarked(source.Text);
        return source;
    }

    /// <summary>Refuses a file by its length, before it is read into memory.</summary>
    /// <param name="fileName">Its name; the ending says the format, and this the limit.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="limits">How large it may be; <see cref="SourceLimits.Default"/> when null.</param>
    /// <exception cref="SourceRefusedException">It is too large.</exception>
    public static void RefuseTooLarge(string fileName, long length, SourceLimits? limits = null)
    {
        var limit = (limits ?? SourceLimits.Default).MaxBytesOf(fileName);
        if (length > limit)
        {
            throw new SourceRefusedException(
                SourceRefusal.TooLarge,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"文件有 {length / 1048576.0:0.0} MB，超过 {limit / 1048576.0:0.#} MB 的上限。请按期或按版拆成几个文件后再导入。"
                )
            );
        }
    }

    private static SourceText ReadText(ReadOnlyMemory<byte> content, string name, SourceFormat format)
    {
        var (text, encoding) = EncodingDetector.Decode(content);
        if (format == SourceFormat.Text)
        {
            return new(name, text, encoding, FrontMatter: null) { IsMarkdown = false };
        }

        var (frontMatter, bodyStart) = FrontMatterReader.Read(text);
        return new(name, text, encoding, frontMatter) { BodyStart = bodyStart, IsMarkdown = true };
    }

    private static SourceRefusedException Unsupported(string ending) =>
        new(
            SourceRefusal.UnsupportedFormat,
            $"暂不支持“{(ending.Length == 0 ? "无扩展名" : ending)}”格式的文件。请另存为{SourceFormats.InWords}后再导入。"
        );

    private static SourceRefusedException Empty() => new(SourceRefusal.Empty, "文件是空的，没有可读的文字。请检查是否选错了文件。");
}
