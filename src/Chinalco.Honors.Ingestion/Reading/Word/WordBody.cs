using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Chinalco.Honors.Ingestion.Reading.Word;

/// <summary>Walks once through the body of a Word file, element by element, without ever holding it as a tree.</summary>
internal sealed partial class WordBody(XmlReader reader, Dictionary<string, WordStyle> styles, ConvertedText text, SourceLimits limits)
{
    private readonly Stack<Open> open = new();
    private readonly Stack<Paragraphs> paragraphs = new();
    private readonly Stack<Table> tables = new();
    private bool hasTitle;

    /// <summary>Writes the body into the text.</summary>
    public void Read()
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                var isEmpty = reader.IsEmptyElement;
                Begin();
                if (isEmpty)
                {
                    open.Pop().Close?.Invoke();
                }
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                open.Pop().Close?.Invoke();
            }
            else if (
                reader.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA
                && open.TryPeek(out var element)
                && element is { IsText: true, Skips: false }
                && paragraphs.TryPeek(out var paragraph)
            )
            {
                paragraph.Add(reader.Value, limits);
            }
        }
    }

    private void Begin()
    {
        if (open.Count >= limits.MaxNesting)
        {
            throw new SourceRefusedException(
                SourceRefusal.TooComplex,
                $"Word 文档的嵌套超过 {limits.MaxNesting} 层，无法安全读取。请用 Word 打开，只复制需要的文字到新文档后再导入。"
            );
        }

        if (open.TryPeek(out var above) && above.Skips)
        {
            open.Push(new(skips: true));
            return;
        }

        open.Push(IsWordElement ? OpenWord(reader.LocalName) : new(skips: IsFallback));
    }

    private bool IsWordElement =>
        reader.NamespaceURI
            is "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                or "http://purl.oclc.org/ooxml/wordprocessingml/main";

    // The fallback repeats what the choice beside it says.
    private bool IsFallback =>
        reader is { LocalName: "Fallback", NamespaceURI: "http://schemas.openxmlformats.org/markup-compatibility/2006" };

    private Open OpenWord(string name)
    {
        switch (name)
        {
            case "p":
                return OpenParagraph();
            case "tbl":
                return OpenTable();
            case "tr":
                return OpenRow();
            case "tc":
                return OpenCell();
            case "del" or "moveFrom" or "instrText" or "sectPr":
                // No longer, or not visibly, part of the text.
                return new(skips: true);
            case "vanish" when IsOn():
                // The properties stand before the text of the run they belong to.
                open.ElementAt(1).Skips = true;
                return new(skips: false);
            case "t":
                return new(skips: false) { IsText = true };
            case "tab" or "ptab" when open.Peek().IsRun:
                return OpenCharacter("\t");
            case "br" or "cr":
                return OpenCharacter("\n");
            case "noBreakHyphen":
                return OpenCharacter("-");
            case "r":
                return new(skips: false) { IsRun = true };
            case "pStyle" when paragraphs.TryPeek(out var paragraph) && Value() is { } id:
                paragraph.Style = styles.GetValueOrDefault(id);
                return new(skips: false);
            case "vMerge" or "gridSpan" when tables.TryPeek(out var table):
                ReadCellProperty(table, name);
                return new(skips: false);
            default:
                return new(skips: false);
        }
    }

    private Open OpenCharacter(string character)
    {
        if (paragraphs.TryPeek(out var paragraph))
        {
            paragraph.Add(character, limits);
        }

        return new(skips: false);
    }

    private void ReadCellProperty(Table table, string name)
    {
        if (name == "vMerge" && Value() is not "restart")
        {
            table.GoesOn = true;
        }
        else if (name == "gridSpan" && int.TryParse(Value(), CultureInfo.InvariantCulture, out var span) && span is > 1 and < 100)
        {
            table.Span = span;
        }
    }

    private string? Value() => reader.GetAttribute("val", reader.NamespaceURI);

    private bool IsOn() => Value() is not ("0" or "false" or "off");

    private Open OpenParagraph()
    {
        var paragraph = new Paragraphs();
        paragraphs.Push(paragraph);
        return new(
            skips: false,
            () =>
            {
                paragraphs.Pop();
                Close(paragraph);
            }
        );
    }

    private void Close(Paragraphs paragraph)
    {
        // A text box hangs on a paragraph that is still open: its own follow behind that one.
        if (paragraphs.TryPeek(out var host))
        {
            host.Behind.Add(paragraph);
            host.Behind.AddRange(paragraph.Behind);
            return;
        }

        Write(paragraph);
        paragraph.Behind.ForEach(Write);
    }

    private void Write(Paragraphs paragraph)
    {
        var line = paragraph.Text.ToString();
        if (tables.TryPeek(out var table))
        {
            table.Cell.Append(table.Cell.Length > 0 && line.Length > 0 ? "\n" : "").Append(line);
            return;
        }

        if (paragraph.Style == WordStyle.None || line.Trim().Length == 0)
        {
            text.Paragraph(line);
            return;
        }

        // Under a title, and where it is numbered, a heading of the first level parts the text; else it is the title of an article.
        var isTitle =
            paragraph.Style == WordStyle.Title || (paragraph.Style == WordStyle.Heading && !hasTitle && !Numbered().IsMatch(line));
        hasTitle |= paragraph.Style == WordStyle.Title;
        text.Heading(line, isTitle);
    }

    private Open OpenTable()
    {
        var table = new Table();
        tables.Push(table);
        return new(
            skips: false,
            () =>
            {
                tables.Pop();
                Close(table);
            }
        );
    }

    private void Close(Table table)
    {
        // A table inside a cell is part of the cell.
        if (tables.TryPeek(out var outer))
        {
            foreach (var row in table.Rows)
            {
                outer.Cell.Append(outer.Cell.Length > 0 ? "\n" : "").AppendJoin(' ', row);
            }

            return;
        }

        table.Rows.ForEach(text.Row);
    }

    private Open OpenRow()
    {
        if (!tables.TryPeek(out var table))
        {
            return new(skips: false);
        }

        table.Row = [];
        return new(skips: false, () => table.Rows.Add(table.Row));
    }

    private Open OpenCell()
    {
        if (!tables.TryPeek(out var table))
        {
            return new(skips: false);
        }

        text.Count(1);
        table.Cell = new();
        (table.GoesOn, table.Span) = (false, 1);
        return new(skips: false, table.CloseCell);
    }

    [GeneratedRegex("^\\s*(?:第?[一二三四五六七八九十]+[、．.章节]|[（(][一二三四五六七八九十\\d]+[)）]|\\d+[、．.])")]
    private static partial Regex Numbered();

    /// <summary>An element that is open, what is to be done when it closes, and whether all in it is left out.</summary>
    private sealed class Open(bool skips, Action? close = null)
    {
        public bool Skips { get; set; } = skips;

        public bool IsRun { get; init; }

        public bool IsText { get; init; }

        public Action? Close { get; } = close;
    }

    /// <summary>A paragraph that is open, with those of the text boxes that hang on it.</summary>
    private sealed class Paragraphs
    {
        public StringBuilder Text { get; } = new();

        public List<Paragraphs> Behind { get; } = [];

        public WordStyle Style { get; set; }

        public void Add(string more, SourceLimits limits)
        {
            if (Text.Length + more.Length > limits.MaxCharacters)
            {
                throw ConvertedText.TooLong(limits);
            }

            Text.Append(more);
        }
    }

    /// <summary>A table that is open.</summary>
    private sealed class Table
    {
        public List<List<string>> Rows { get; } = [];

        public List<string> Row { get; set; } = [];

        public StringBuilder Cell { get; set; } = new();

        /// <summary>Whether the open cell goes on from the row above.</summary>
        public bool GoesOn { get; set; }

        /// <summary>Number of columns of the open cell.</summary>
        public int Span { get; set; } = 1;

        public void CloseCell()
        {
            // A merged cell says for each of its rows what it says in the first.
            var column = Row.Count;
            var content = GoesOn && Rows is [.., var above] && column < above.Count ? above[column] : Cell.ToString();
            Row.Add(content);
            for (var i = 1; i < Span; i++)
            {
                Row.Add("");
            }
        }
    }
}
