using System.Buffers;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>Joins a paragraph that breaks off at the end of a column with the piece that goes on.</summary>
internal static class ColumnJoiner
{
    private const int ShortestBroken = 8;
    private const double Enough = 0.5;
    private const double Dangling = 0.4;
    private const double ClosedQuote = 2.0;

    // After these no sentence can end.
    private static readonly SearchValues<char> DanglingMarks = SearchValues.Create("，、“‘《（");
    private static readonly SearchValues<char> DanglingWords = SearchValues.Create("将的和与及把被对在从为向是要");

    private static readonly Pattern Opening = new(
        @"^([“‘《▲■]|[一二三四五六七八九十]{1,2}[是要、]|（[一二三四五六七八九十]|\d{4} ?年|\d{1,2} ?月|会议|会上|据|近[年日期]|今年|去年|在|为|面对|如今|目前|同时|此外|另|当天|其中|作为|截至|对此|编者按|随着|自|从|通过|针对|记者|下一步)",
        longest: 12
    );

    private static readonly Pattern Speech = new(@"^[^，。“”]{2,18}(说|表示|介绍|认为|指出|要求|强调)[，：]", longest: 24);

    // A paragraph begins neither with the end of a word before a comma nor with what needs something in front of it.
    private static readonly Pattern GoingOn = new(
        @"^([，。、；：？！”’）》]|[^，。：]{1,2}[，、。]|[要的了和与及并或等而将把被使让得着过地性化])",
        longest: 12
    );

    /// <summary>Whether the paragraph breaks off in the middle of a sentence.</summary>
    public static bool BreaksOff(Block block) =>
        block.Kind is BlockKind.Paragraph or BlockKind.Lead
        && !block.IsComplete
        && block.Text.Length >= ShortestBroken
        && block.Text[^1] is not ('：' or ':')
        && !ListRow.IsNumbered(block.Text)
        && !SignOff.Closes(block.Text);

    /// <summary>
    /// Evidence that <paramref name="next"/> completes <paramref name="last"/>: 0 where nothing breaks off; more where words across the seam occur
    /// elsewhere in the file, less where the piece begins as paragraphs begin.
    /// </summary>
    public static double Seam(Block last, Block next, TopicIndex topics)
    {
        if (next.Kind != BlockKind.Paragraph || next.Bare.Length < 2 || !BreaksOff(last))
        {
            return 0;
        }

        var (a, b) = (last.Bare, next.Bare);
        var evidence = Beginning(next, topics) + (ClosesQuote(last.Text, next.Text) ? ClosedQuote : 0);
        if (DanglingMarks.Contains(last.Text[^1]))
        {
            return evidence + Dangling;
        }

        return evidence
            + (DanglingWords.Contains(last.Text[^1]) ? Dangling : 0)
            + (topics.Holding(TopicIndex.Gram(a[^1], b[0])) > 0 ? 0.3 : 0)
            + (topics.Holding(TopicIndex.Gram(a[^2], a[^1], b[0])) > 0 ? 1.0 : 0)
            + (topics.Holding(TopicIndex.Gram(a[^1], b[0], b[1])) > 0 ? 1.0 : 0);
    }

    /// <summary>Whether the two are one paragraph.</summary>
    public static bool Belong(Block last, Block next, TopicIndex topics) => Seam(last, next, topics) >= Enough;

    // One piece opens a quotation that only the other closes.
    private static bool ClosesQuote(string last, string next)
    {
        var close = next.IndexOf('”', StringComparison.Ordinal);
        var open = next.IndexOf('“', StringComparison.Ordinal);
        return close >= 0 && (open < 0 || close < open) && last.AsSpan().Count('“') > last.AsSpan().Count('”');
    }

    private static double Beginning(Block block, TopicIndex topics)
    {
        var head = block.Text.Length <= 12 ? block.Text : block.Text[..12];
        return GoingOn.IsIn(head) ? 1.2
            : Opening.IsIn(head)
            || Speech.IsIn(block.Text.Length <= 24 ? block.Text : block.Text[..24])
            || topics.OpensSentences(block.Bare[0], block.Bare[1])
                ? 0.2
            : 0.8;
    }
}
