using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>
/// The text of a Word, HTML or PDF file in the making: paragraphs parted by blank lines, rows of tables between bars, headings with the marks
/// of Markdown.
/// </summary>
internal sealed class ConvertedText(SourceLimits limits)
{
    // A cell beyond this is no entry of a list but a piece of a page laid out as a table.
    private const int LongestEntry = 120;

    private readonly StringBuilder text = new();
    private int cells;
    private bool inTable;

    /// <summary>Whether a heading was marked: the text is Markdown then.</summary>
    public bool HasHeadings { get; private set; }

    /// <summary>Number of characters so far.</summary>
    public int Length => text.Length;

    /// <summary>Adds a paragraph, in as many lines as it has.</summary>
    public void Paragraph(string paragraph)
    {
        foreach (var line in paragraph.Split('\n'))
        {
            Line(line, inNewRow: false);
        }
    }

    /// <summary>Adds a heading of the first or a lower level.</summary>
    public void Heading(string heading, bool isTitle)
    {
        var line = Clean(heading.Replace('\n', ' '));
        if (line.Length > 0)
        {
            Line((isTitle ? "# " : "## ") + line, inNewRow: false);
            HasHeadings = true;
        }
    }

    /// <summary>Adds a row of a table: its cells between bars in one line, or, where they hold running text, each for itself.</summary>
    public void Row(IReadOnlyList<string> row)
    {
        Count(row.Count);
        var entries = row.Select(cell => Clean(cell.Replace('\n', ' ').Replace('|', '/'))).ToList();
        var filled = entries.Count(entry => entry.Length > 0);
        if (filled < 2 || entries.Exists(entry => entry.Length > LongestEntry))
        {
            foreach (var cell in row)
            {
                Paragraph(cell);
            }
        }
        else
        {
            Line("| " + string.Join(" | ", entries) + " |", inNewRow: true);
        }
    }

    /// <summary>Counts cells before they are written, so that a table is refused before it is held in memory.</summary>
    /// <exception cref="SourceRefusedException">There are too many.</exception>
    public void Count(int more)
    {
        cells += more;
        if (cells > limits.MaxTableCells)
        {
            throw new SourceRefusedException(
                SourceRefusal.TooComplex,
                $"文件中的表格超过 {limits.MaxTableCells} 个单元格。请删去空行空列，或拆成几个文件后再导入。"
            );
        }
    }

    /// <summary>The text so far.</summary>
    public override string ToString() => text.ToString();

    /// <summary>The finished text.</summary>
    public SourceText ToSource(string fileName, string encoding, ImmutableArray<int> pageStarts = default) =>
        new(fileName, text.ToString(), encoding, FrontMatter: null)
        {
            IsMarkdown = HasHeadings,
            PageStarts = pageStarts.IsDefault ? [] : pageStarts,
        };

    private void Line(string line, bool inNewRow)
    {
        var clean = Clean(line);
        if (clean.Length == 0)
        {
            return;
        }

        if (text.Length > 0)
        {
            text.Append(inTable && inNewRow ? "\n" : "\n\n");
        }

        inTable = inNewRow;
        text.Append(clean);
        if (text.Length > limits.MaxCharacters)
        {
            throw TooLong(limits);
        }
    }

    /// <summary>The refusal of a file with more text than one file may have.</summary>
    public static SourceRefusedException TooLong(SourceLimits limits) =>
        new(
            SourceRefusal.TooLarge,
            string.Create(
                CultureInfo.InvariantCulture,
                $"文件里的文字超过 {limits.MaxCharacters / 10000} 万字的上限。请按期或按版拆成几个文件后再导入。"
            )
        );

    /// <summary>Without control characters, halves of characters and white space at the ends.</summary>
    private static string Clean(string line)
    {
        var trimmed = line.AsSpan().Trim();
        var isClean = true;
        foreach (var c in trimmed)
        {
            isClean &= c >= ' ' && !char.IsSurrogate(c) && c != '\u00A0';
        }

        if (isClean)
        {
            return trimmed.ToString();
        }

        var clean = new StringBuilder(trimmed.Length);
        foreach (var rune in trimmed.EnumerateRunes())
        {
            if (rune.Value is '\t')
            {
                clean.Append('\t');
            }
            else
            {
                clean.Append(rune.Value < ' ' || rune.Value == '\u00A0' ? " " : rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }
}
