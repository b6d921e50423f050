namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>A file that is one decision, notice or list from its title to its signature, attachments included.</summary>
internal static class WholeDocument
{
    // Issuing body, number and kind of document may stand above the title.
    private const int TitleReach = 6;

    private static readonly Pattern Date = new(@"\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日$", longest: 60);

    /// <summary>Index of the title; -1 where the file is no single document.</summary>
    public static int TitleOf(List<Block> blocks)
    {
        for (var i = 0; i < Math.Min(TitleReach, blocks.Count); i++)
        {
            if (blocks[i].Kind == BlockKind.DocumentTitle)
            {
                return blocks.Exists(block => block.Kind is BlockKind.Masthead or BlockKind.Lead) ? -1 : i;
            }

            // 【处理决定】 above the title: one of several pieces of a bulletin.
            if (
                blocks[i] is { Kind: BlockKind.SeriesBanner, Text: ['【', ..] }
                || Marks.HoldsFullStop(blocks[i].Text)
                || blocks[i].Kind is BlockKind.ByLine
            )
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>Whether the block ends a document with its date.</summary>
    public static bool IsSignature(Block block) => Date.IsIn(block.Text);
}
