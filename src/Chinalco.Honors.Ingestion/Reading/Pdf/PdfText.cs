using System.Collections.Immutable;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Chinalco.Honors.Ingestion.Reading.Pdf;

/// <summary>
/// Reads the text layer of a PDF file page by page: columns in reading order, lines put together to paragraphs, tables row by row. A file
/// without a text layer is refused with the advice what to do.
/// </summary>
internal static class PdfText
{
    // A stamp or the name of a scanning program is no text layer.
    private const int FewestCharactersOfPage = 15;

    /// <summary>Reads the file.</summary>
    /// <exception cref="SourceRefusedException">It is damaged, protected, without text or exceeds a limit.</exception>
    public static SourceText Read(ReadOnlyMemory<byte> content, string name, SourceLimits limits) =>
        DeepStack.Run(() => ReadHere(content, name, limits));

    private static SourceText ReadHere(ReadOnlyMemory<byte> content, string name, SourceLimits limits)
    {
        var options = new PdfLimits(limits);
        try
        {
            return Read(content, name, options);
        }
        catch (SourceRefusedException)
        {
            throw;
        }
        catch (PdfDocumentEncryptedException locked)
        {
            throw new SourceRefusedException(
                SourceRefusal.Protected,
                "PDF 设有打开密码。请用阅读器输入密码打开，另存或打印为不带密码的 PDF 后再导入。",
                locked
            );
        }
#pragma warning disable CA1031 // A damaged file makes the parser fail in many ways, and each of them is a damaged file.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            throw options.Refusal
                ?? new(
                    SourceRefusal.Damaged,
                    "PDF 文件已损坏，无法读取。请用阅读器打开并重新打印或导出为 PDF，或复制正文并保存为纯文本（.txt）后再导入。",
                    fault
                );
        }
    }

    private static SourceText Read(ReadOnlyMemory<byte> content, string name, PdfLimits options)
    {
        // What is not packed never comes past the filters.
        if (!CharacterMaps.AreSound(content.Span))
        {
            throw options.RefuseCharacterMap();
        }

        using var document = PdfDocument.Open(content.ToArray(), options);
        if (document.NumberOfPages > options.Limits.MaxPages)
        {
            throw options.Refuse($"有 {document.NumberOfPages} 页，超过 {options.Limits.MaxPages} 页的上限");
        }

        document.AddPageFactory<PdfGlyphs, PdfPageReader>();
        var text = new ConvertedText(options.Limits);
        var pageStarts = ImmutableArray.CreateBuilder<int>();
        int characters = 0,
            pictures = 0;
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            var page = document.GetPage<PdfGlyphs>(number);
            if (options.Refusal is { } refusal)
            {
                throw refusal;
            }

            pageStarts.Add(text.Length);
            characters += page.Glyphs.Count(glyph => !string.IsNullOrWhiteSpace(glyph.Text));
            pictures += page.Pictures;
            PdfLayout.Write(page.Glyphs, text);
        }

        RefuseScan(characters, pictures, document.NumberOfPages);
        var source = text.ToSource(name, "PDF", pageStarts.ToImmutable());
        return TextPlausibility.LooksGarbled(source.Text) ? throw NoText("的文字层无法还原成文字（字体没有带编码）") : source;
    }

    private static void RefuseScan(int characters, int pictures, int pages)
    {
        if (characters == 0 || (pictures > 0 && characters < pages * FewestCharactersOfPage))
        {
            throw NoText("没有文字层，页面只是图片（扫描件）");
        }
    }

    private static SourceRefusedException NoText(string why) =>
        new(
            SourceRefusal.NoTextLayer,
            $"PDF {why}，读不出文字。请先做文字识别（OCR），另存为带文字层的 PDF，或者把文字校对后存为纯文本（.txt）再导入。"
        );
}
