namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>Joins a paragraph that breaks off at the end of a column with the piece that goes on.</summary>
internal static class ColumnJoiner
{
    private static readonly Pattern Opening = new(
        @"^(“|‘|《|▲|■|[一二三四五六七八九十]{1,2}[是要、]|（[一二三四五六七八九十]|\d{4} ?年|\d{1,2} ?月|会议|会上|据|近[年日期]|今年|去年|在|为了?|面对|如今|目前|同时|此外|当天|其中|作为|截至|对此|随着|自|从|通过|针对|记者|下一步)",
        longest: 12
    );

    /// <summary>Whether the paragraph breaks off in the middle of a sentence.</summary>
    public static bool BreaksOff(Block block) =>
        block.Kind is BlockKind.Paragraph or BlockKind.Lead && !block.IsComplete && block.Text.Length >= 8 && !block.Text.EndsWith('：') && !ListRow.IsNumbered(block.Text);

    /// <summary>
    /// Evidence that <paramref name="next"/> completes <paramref name="last"/>: 0 where nothing breaks off; more where words across the seam occur
    /// elsewhere in the file, and where the piece does not begin as paragraphs begin.
    /// </summary>
    public static double Seam(Block last, Block next, TopicIndex topics)
    {
        if (!BreaksOff(last) || next.Kind != BlockKind.Paragraph)
        {
            return 0;
        }

        var evidence = Opens(next) ? 0.2 : 0.8;
        if (last.Text[^1] is '，' or '、' or '“' or '‘' or '《' or '（')
        {
            return evidence + 0.3;
        }

        var (a, b) = (last.Bare, next.Bare);
        if (b.Length < 2)
        {
            return evidence;
        }

        return evidence
            + (topics.Holding([a[^1], b[0]]) > 0 ? 0.3 : 0)
            + (topics.Holding([a[^2], a[^1], b[0]]) > 0 ? 1.0 : 0)
            + (topics.Holding([a[^1], b[0], b[1]]) > 0 ? 1.0 : 0);
    }

    /// <summary>Whether the two are one paragraph.</summary>
    public static bool Belong(Block last, Block next, TopicIndex topics) => Seam(last, next, topics) >= 0.5;

    /// <summary>Whether the block begins as paragraphs begin.</summary>
    private static bool Opens(Block block) => Opening.IsIn(block.Text.Length <= 12 ? block.Text : block.Text[..12]);
}
