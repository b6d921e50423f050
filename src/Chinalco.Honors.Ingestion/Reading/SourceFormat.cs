namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>How a file is read.</summary>
public enum SourceFormat
{
    /// <summary>Plain text (.txt).</summary>
    Text = 1,

    /// <summary>Markdown, with or without front matter (.md).</summary>
    Markdown = 2,

    /// <summary>Word (.docx).</summary>
    Word = 3,

    /// <summary>A saved web page (.html, .htm).</summary>
    Html = 4,

    /// <summary>PDF with a text layer (.pdf).</summary>
    Pdf = 5,
}

/// <summary>The formats by their names.</summary>
public static class SourceFormats
{
    /// <summary>What the user is told when a format is not read.</summary>
    public const string InWords = "纯文本（.txt）、Markdown（.md）、Word（.docx）、网页（.html）或带文字层的 PDF（.pdf）";

    /// <summary>The endings of the files that are read, as a file picker takes them.</summary>
    public const string Endings = ".txt,.md,.docx,.html,.htm,.pdf";

    /// <summary>The format that the ending of a file's name says; null where it is none that is read.</summary>
    public static SourceFormat? ByName(string fileName) =>
        Path.GetExtension(fileName).ToUpperInvariant() switch
        {
            ".TXT" => SourceFormat.Text,
            ".MD" => SourceFormat.Markdown,
            ".DOCX" => SourceFormat.Word,
            ".HTML" or ".HTM" => SourceFormat.Html,
            ".PDF" => SourceFormat.Pdf,
            _ => null,
        };
}
