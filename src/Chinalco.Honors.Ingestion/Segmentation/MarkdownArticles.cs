using System.Collections.Immutable;
using Chinalco.Honors.Ingestion.Reading;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>Reads a Markdown file: every heading of the first level begins an article, all else keeps its marks.</summary>
internal static class MarkdownArticles
{
    private const int LongestRow = 60;
    private const int ShortRow = 24;

    /// <summary>The articles of the file; one, untitled or with the title of the front matter, where it has no heading.</summary>
    public static (List<Block> Blocks, List<ArticleDraft> Drafts) Read(SourceText source)
    {
        var blocks = Blocks(SourceLine.Split(source.Text, source.BodyStart));
        if (blocks is [{ Kind: BlockKind.Heading } only, ..] && !blocks.Exists(block => block.Kind == BlockKind.DocumentTitle))
        {
            // Some writers begin with a heading of the second level: it is the title all the same.
            blocks[0] = new(0, [WithoutMark(only.Lines[0])], WithoutMark(only.Lines[0]).Text) { Kind = BlockKind.DocumentTitle };
        }

        var drafts = new List<ArticleDraft>();
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.DocumentTitle || drafts.Count == 0)
            {
                drafts.Add(Open(block, source.FrontMatter));
            }
            else if (block.Kind == BlockKind.ByLine && drafts[^1] is { Title: not null, Body.Count: 0 })
            {
                drafts[^1].Head.Add(block);
                drafts[^1].Authors.AddRange(ByLine.Names(block.Text));
            }
            else
            {
                drafts[^1].Body.Add(block);
            }
        }

        foreach (var draft in drafts)
        {
            AddAuthors(draft, drafts.Count == 1 ? source.FrontMatter : null);
        }

        return (blocks, drafts);
    }

    private static ArticleDraft Open(Block first, FrontMatter? frontMatter)
    {
        var hasTitle = first.Kind == BlockKind.DocumentTitle;
        return new()
        {
            Head = hasTitle ? [first] : [],
            Title = hasTitle ? first : null,
            GivenTitle = frontMatter?.Title,
            Body = hasTitle ? [] : [first],
            Series = frontMatter?.Series,
            Page = frontMatter?.Page,
            IsNotice = NoticeTitle.IsDocument(hasTitle ? first.Text : frontMatter?.Title ?? ""),
        };
    }

    private static void AddAuthors(ArticleDraft draft, FrontMatter? frontMatter)
    {
        draft.Authors.AddRange(frontMatter?.Authors ?? []);
        if (draft.Body.Count > 0)
        {
            draft.Authors.AddRange(LeadLine.Is(draft.Body[0].Text) ? LeadLine.Names(draft.Body[0].Text) : []);
        }
    }

    // Lines that follow each other without a blank one are one paragraph, unless a mark makes each a block of its own.
    private static List<Block> Blocks(List<SourceLine> lines)
    {
        var kinds = lines.ConvertAll(KindOf);
        var blocks = new List<Block>();
        for (var i = 0; i < lines.Count; )
        {
            if (kinds[i] != BlockKind.Paragraph)
            {
                Add(kinds[i], kinds[i] == BlockKind.DocumentTitle ? WithoutMark(lines[i]) : lines[i], i + 1);
                continue;
            }

            var end = i + 1;
            while (end < lines.Count && lines[end].Run == lines[i].Run && kinds[end] == BlockKind.Paragraph)
            {
                end++;
            }

            for (var rows = EndOfRows(lines, i, end); i < rows; )
            {
                Add(BlockKind.ListRow, lines[i], i + 1);
            }

            if (i < end)
            {
                Add(BlockKind.Paragraph, lines[i], end);
            }

            void Add(BlockKind kind, SourceLine first, int to)
            {
                ImmutableArray<SourceLine> parts = [first, .. lines.GetRange(i + 1, to - i - 1)];
                blocks.Add(new(blocks.Count, parts, LineWrap.Joined(parts)) { Kind = kind });
                i = to;
            }
        }

        return blocks;
    }

    /// <summary>
    /// Short lines that are no sentences and not broken at one width are rows although no mark says so: the writer counted on seeing them
    /// line by line. So is one that stands alone.
    /// </summary>
    /// <returns>The first line from which on the rest is no such rows but a paragraph.</returns>
    private static int EndOfRows(List<SourceLine> lines, int from, int to)
    {
        // From the last line back, so that each is looked at once however many there are.
        var (longest, shortest, isText, end) = (0, int.MaxValue, false, to);
        for (var i = to - 1; i >= from; i--)
        {
            var line = lines[i];
            isText = isText || line.Text.Length > LongestRow || Marks.HoldsFullStop(line.Text);
            longest = Math.Max(longest, line.Text.Length);
            shortest = i + 1 < to ? Math.Min(shortest, line.Text.Length) : shortest;
            var areRows =
                i + 1 == to
                    ? longest <= ShortRow && !Marks.EndsSentence(line.Text)
                    : longest <= ShortRow || shortest * 10 < longest * 7 || line.HasWideGap;
            end = areRows && !isText ? end : i;
        }

        return end;
    }

    private static BlockKind KindOf(SourceLine line) =>
        line.Text switch
        {
            ['#', ' ', _, ..] => BlockKind.DocumentTitle,
            ['#', '#', ..] => BlockKind.Heading,
            ['>', ..] or ['|', ..] => BlockKind.ListRow,
            var text when ListRow.IsNumbered(text) => BlockKind.ListRow,
            var text when ByLine.Is(text) => BlockKind.ByLine,
            _ => BlockKind.Paragraph,
        };

    private static SourceLine WithoutMark(SourceLine line)
    {
        var text = line.Text.TrimStart('#').TrimStart();
        var cut = line.Text.Length - text.Length;
        return line with { Text = text, Span = new(line.Span.Start + cut, line.Span.End) };
    }
}
