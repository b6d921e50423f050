using System.Collections.Immutable;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>How the lines of a head are shared out.</summary>
/// <param name="Banners">Names of series and columns: no part of the article.</param>
/// <param name="HeadlineOnly">Headlines of an item of its own that has no body.</param>
/// <param name="Lines">The head of the article as printed.</param>
/// <param name="Title">Its main title; null where there is only an author's line.</param>
/// <param name="Authors">Names in its author lines.</param>
internal sealed record ArrangedHead(List<Block> Banners, List<Block> HeadlineOnly, List<Block> Lines, Block? Title, List<string> Authors);

/// <summary>Finds the main title among the lines of a head, and headlines above it that belong to no body.</summary>
internal static class HeadlineDetector
{
    // Share of a headline's character pairs that its own body repeats; an unrelated body repeats a few by chance.
    private const double Unrelated = 0.34;
    private const int BodyBlocksRead = 5;

    /// <summary>Arranges the lines of the run that begins at <paramref name="start"/>.</summary>
    public static ArrangedHead Arrange(List<Block> blocks, int start, HeadingRun run)
    {
        var banners = new List<Block>();
        var lines = new List<Block>();
        var authors = new List<string>();
        var headings =
            run.LastHeading < 0
                ? []
                : blocks.GetRange(start, run.LastHeading + 1 - start).FindAll(block => block.Kind == BlockKind.Heading);
        var isUnderBanner = false;
        for (var i = start; i < run.End; i++)
        {
            var block = blocks[i];
            if (block.Kind == BlockKind.SeriesBanner || (block.Kind == BlockKind.ColumnName && headings.Count > 0))
            {
                banners.Add(block);
                isUnderBanner = block.Kind == BlockKind.SeriesBanner;
                continue;
            }

            // The motto of a series stands between its banner and the first title.
            if (isUnderBanner && block.Kind == BlockKind.Heading && headings.Count > 1)
            {
                banners.Add(block);
                headings.Remove(block);
            }
            else
            {
                var names = AuthorsOf(block, isBelowTitle: run.LastHeading >= 0 && i > run.LastHeading);
                lines.Add(names.IsEmpty ? block : block with { Kind = BlockKind.ByLine });
                authors.AddRange(names);
            }

            isUnderBanner = false;
        }

        var alone = HeadlinesAlone(headings, Grams(blocks, run.End));
        lines.RemoveAll(alone.Contains);
        headings.RemoveAll(alone.Contains);
        var title = headings.Count > 0 ? headings[0] : lines.Find(line => line.Kind == BlockKind.ColumnName);
        return new(banners, alone, lines, title, authors);
    }

    private static ImmutableArray<string> AuthorsOf(Block block, bool isBelowTitle) =>
        block.Kind == BlockKind.ByLine ? ByLine.Names(block.Text)
        : isBelowTitle && ByLine.IsBareName(block.Text) ? ByLine.BareNames(block.Text)
        : [];

    /// <summary>The first headlines, at least two, that the body below does not take up, while it takes up the last.</summary>
    private static List<Block> HeadlinesAlone(List<Block> headings, GramSet body)
    {
        if (headings.Count < 3)
        {
            return [];
        }

        var related = headings.FindIndex(heading => TopicIndex.Coverage(TopicIndex.GramsOf(heading.Bare), body) >= Unrelated);
        return related >= 2 ? headings.GetRange(0, related) : [];
    }

    private static GramSet Grams(List<Block> blocks, int from)
    {
        var grams = new GramSet();
        for (
            var i = from;
            i < Math.Min(blocks.Count, from + BodyBlocksRead) && blocks[i].Kind is BlockKind.Lead or BlockKind.Paragraph;
            i++
        )
        {
            if (i > from && blocks[i].Kind == BlockKind.Lead)
            {
                break;
            }

            grams.UnionWith(TopicIndex.GramsOf(blocks[i].Bare));
        }

        return grams;
    }
}
