using UglyToad.PdfPig;

namespace Chinalco.Honors.Ingestion.Reading.Pdf;

/// <summary>How a PDF file is parsed. The parser hands its options on to whatever it makes, and so the limits get where they are kept.</summary>
internal sealed class PdfLimits : ParsingOptions
{
    /// <summary>Options that keep within the limits.</summary>
    public PdfLimits(SourceLimits limits)
    {
        Limits = limits;
        UseLenientParsing = true;
        SkipMissingFonts = true;
        MaxStackDepth = Math.Min(limits.MaxNesting, 100);
        FilterProvider = new BoundedFilters(this);
    }

    /// <summary>The limits.</summary>
    public SourceLimits Limits { get; }

    /// <summary>Why reading has to stop. The parser forgives exceptions where a file is damaged, so it is asked for as well.</summary>
    public SourceRefusedException? Refusal { get; private set; }

    /// <summary>Stops reading for a table of characters that no font can have.</summary>
    public SourceRefusedException RefuseCharacterMap() => Refuse("的字体编码表已损坏");

    /// <summary>Stops reading.</summary>
    public SourceRefusedException Refuse(string what) =>
        Refusal ??= new(
            SourceRefusal.TooComplex,
            $"PDF {what}，无法安全读取。请用阅读器打开，只打印或导出需要的页为新的 PDF，或复制正文并保存为纯文本（.txt）后再导入。"
        );
}
