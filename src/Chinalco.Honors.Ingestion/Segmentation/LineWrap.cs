using System.Collections.Immutable;
using System.Text;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>
/// Puts paragraphs together again that were printed, or recognised, in lines of one column's width. A run of lines counts as wrapped when
/// many of its lines are about equally long and end in the middle of a sentence.
/// </summary>
internal static class LineWrap
{
    private const int NarrowestColumn = 12;
    private const int WidestColumn = 45;

    // Punctuation that hangs over the edge, digits and quotes make lines of one column differ by a few characters.
    private const int Play = 5;

    private static readonly Pattern Speaker = new(@"^[^，。“”]{2,6}(说|道|表示|介绍|告诉)", longest: WidestColumn);

    private static readonly Pattern Section = new(@"^([一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)])", longest: 4);

    /// <summary>Joins the lines of every run into blocks.</summary>
    public static List<Block> Join(List<SourceLine> lines)
    {
        var blocks = new List<Block>();
        // A short run says too little of its column; then the file's own width counts.
        var usual = ColumnWidth(lines, 0, lines.Count, share: 5);
        for (var from = 0; from < lines.Count; )
        {
            var to = from + 1;
            while (to < lines.Count && lines[to].Run == lines[from].Run)
            {
                to++;
            }

            JoinRun(lines, from, to, usual, blocks);
            from = to;
        }

        return blocks;
    }

    private static void JoinRun(List<SourceLine> lines, int from, int to, int usual, List<Block> blocks)
    {
        var own = ColumnWidth(lines, from, to, share: 3);
        var width = own > 0 ? own : usual;
        for (var i = from; i < to; )
        {
            var end = i + 1;
            while (width > 0 && end < to && GoesOn(lines[end - 1], lines[end], width))
            {
                end++;
            }

            ImmutableArray<SourceLine> parts = [.. lines.GetRange(i, end - i)];
            blocks.Add(new(blocks.Count, parts, parts.Length == 1 ? parts[0].Text : Joined(parts)));
            i = end;
        }
    }

    /// <summary>Width of the column in characters; 0 where fewer than one line in <paramref name="share"/> is wrapped.</summary>
    private static int ColumnWidth(List<SourceLine> lines, int from, int to, int share)
    {
        if (to - from < 3)
        {
            return 0;
        }

        var unfinished = new int[WidestColumn + 1];
        for (var i = from; i < to; i++)
        {
            var length = Length(lines[i]);
            if (length is >= NarrowestColumn and <= WidestColumn && !Marks.EndsSentence(lines[i].Text) && !StartsSomethingNew(lines[i]))
            {
                unfinished[length]++;
            }
        }

        var (best, count) = (0, 0);
        for (var width = NarrowestColumn; width <= WidestColumn; width++)
        {
            var inside = unfinished.AsSpan(Math.Max(0, width - 3), Math.Min(4, width + 1)).ToArray().Sum();
            if (inside >= count)
            {
                (best, count) = (width, inside);
            }
        }

        return count >= 3 && count * share >= to - from ? best : 0;
    }

    private static bool GoesOn(SourceLine line, SourceLine next, int width) =>
        Length(line) >= width - Play
        && Length(line) <= width + Play
        && Length(next) <= width + Play
        // The last line of a paragraph ends a sentence: a short line that does not is a headline.
        && (Length(next) >= width - Play || Marks.EndsSentence(next.Text) || next.Text[^1] is '，' or '、')
        && (!Marks.EndsSentence(line.Text) || (line.Text[^1] == '”' && Speaker.IsIn(next.Text)))
        && !line.HasWideGap
        && !IsRowOfColumns(line.Text)
        && !StartsSomethingNew(next)
        && !PageFurniture.IsMasthead(line.Text);

    private static bool StartsSomethingNew(SourceLine line) =>
        line.HasWideGap
        || IsRowOfColumns(line.Text)
        || LeadLine.Is(line.Text)
        || Caption.Is(line.Text)
        || Section.IsIn(line.Text.Length <= 4 ? line.Text : line.Text[..4])
        || ByLine.Is(line.Text)
        || ListRow.Is(line);

    // Name, unit and post with a space between them and no punctuation are a row of a list.
    private static bool IsRowOfColumns(string text) => text.Count(c => c == ' ') >= 2 && !text.AsSpan().ContainsAny("，。；");

    private static int Length(SourceLine line) => line.Text.Length;

    /// <summary>The text of lines that are one paragraph.</summary>
    public static string Joined(ImmutableArray<SourceLine> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(Glue(text, line.Text)).Append(line.Text);
        }

        return text.ToString();
    }

    /// <summary>What stands between two joined lines: a space between Latin words, nothing between Chinese characters.</summary>
    public static string Glue(StringBuilder before, string next) =>
        before.Length > 0 && char.IsAsciiLetterOrDigit(before[^1]) && char.IsAsciiLetter(next[0]) ? " " : "";
}
