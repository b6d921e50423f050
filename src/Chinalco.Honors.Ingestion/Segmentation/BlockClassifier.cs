namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>Says what each block is by its form, looking at its neighbours only where the top of a page needs it.</summary>
internal static class BlockClassifier
{
    private const int LongestHeading = 45;
    private const int LongestKicker = 24;

    // A masthead is spread over several short lines; this many above and below its telling line may belong to it.
    private const int MastheadReach = 5;

    private static readonly Pattern ContinuedFrom = new(@"^[（(【]?(上接|紧接|緊接|接).{0,8}版[^。]{0,12}[）)】]?$", longest: 24);

    private static readonly Pattern ContinuedInline = new(@"^[（(【\[〔](上接|紧接|接).{0,8}版[^。]{0,12}[）)】\]〕]", longest: 30);
    private static readonly Pattern Genre = new(
        @"^[^（(]{2,24}[（(](散文|诗歌|小小说|随笔|杂文|组诗|外.{1,3}首|节选|上|中|下|[一二三四五六七八九十])[）)]$",
        longest: 32
    );
    private static readonly Pattern Speech = new(@"(说|表示|介绍|认为|指出|要求|强调)，");
    private static readonly Pattern SideNote = new(@"^[●■◆▲]? ?(相关链接|链接|背景资料|名词解释|延伸阅读|小贴士|编者按|编后)");
    private static readonly Pattern Spoken = new(@"^(问|答|记者)[：:]");
    private static readonly Pattern SentenceStart = new(@"^(\d{4} ?年|\d{1,2} ?月|今年|去年|他|她|其|该|这|那)");

    /// <summary>The blocks with their kinds.</summary>
    public static List<Block> Classify(List<Block> blocks)
    {
        var classified = blocks.ConvertAll(block => block with { Kind = KindOf(block) });
        SpreadMastheads(classified);
        FindKickersWithColon(classified);
        return classified;
    }

    private static BlockKind KindOf(Block block)
    {
        var text = block.Text;
        return text switch
        {
            { Length: 1 } => BlockKind.Paragraph,
            _ when PageFurniture.IsMasthead(text) => BlockKind.Masthead,
            _ when PageFurniture.IsAdvertisement(text) => BlockKind.Advertisement,
            _ when PageFurniture.IsColophon(text) => BlockKind.Colophon,
            _ when ContinuedFrom.IsIn(text) || ContinuedInline.IsIn(text.Length <= 30 ? text : text[..30]) => BlockKind.ContinuedFrom,
            _ when LeadLine.Is(text) => BlockKind.Lead,
            _ when NoticeTitle.IsInline(text) => BlockKind.InlineNotice,
            _ when SideNote.IsIn(text.Length <= 12 ? text : text[..12]) => BlockKind.Paragraph,
            _ when Caption.Is(text) => BlockKind.Caption,
            _ when SignOff.IsWholeLine(text) => BlockKind.SignOff,
            _ when ByLine.Is(text) => BlockKind.ByLine,
            _ when NoticeTitle.IsNotice(block.Bare.Trim('【', '】')) => BlockKind.NoticeTitle,
            _ when NoticeTitle.IsDocument(text) => BlockKind.DocumentTitle,
            _ when SeriesBanner.Is(text) => BlockKind.SeriesBanner,
            _ when SeriesBanner.IsColumn(text) => BlockKind.ColumnName,
            _ when ListRow.Is(block.Lines[0]) => BlockKind.ListRow,
            _ => HeadingKind(block),
        };
    }

    private static BlockKind HeadingKind(Block block)
    {
        var text = block.Text;
        if (block.Lines.Length > 2 || text.Length > LongestHeading || Marks.HoldsFullStop(text))
        {
            return BlockKind.Paragraph;
        }

        if (text.EndsWith("——", StringComparison.Ordinal))
        {
            return BlockKind.Kicker;
        }

        if (text.StartsWith("——", StringComparison.Ordinal))
        {
            return BlockKind.Subtitle;
        }

        var isCutOff = text[^1] is '，' or '、' or '：' or ':' or '；' or ';' || (text[^1] is '）' or ')' && !Genre.IsIn(text));
        // Verses are printed in one line with strokes between them.
        var isVerse = text.Count(c => c is '/' or '／') > 1;
        return isCutOff || isVerse || IsSentence(text) || !Marks.QuotesAreClosed(text) ? BlockKind.Paragraph : BlockKind.Heading;
    }

    /// <summary>Whether a line without full stop is part of a sentence rather than a title of several members (抓安全，促生产，保目标).</summary>
    private static bool IsSentence(string text)
    {
        var members = text.Split('，', '；');
        if (members.Length < 2)
        {
            return Spoken.IsIn(text);
        }

        var isParallel = members.Max(member => member.Length) - members.Min(member => member.Length) <= 2;
        return (members.Length > 2 && !isParallel) || text[^1] is '！' or '？' || SentenceStart.IsIn(text) || Speech.IsIn(text);
    }

    // 某某车间：/ 获评先进集体 : the first line leads into the title below it.
    private static void FindKickersWithColon(List<Block> blocks)
    {
        for (var i = 0; i + 2 < blocks.Count; i++)
        {
            if (
                blocks[i] is { Kind: BlockKind.Paragraph, Text.Length: <= LongestKicker } block
                && block.Text[^1] is '：' or ':'
                && blocks[i + 1].Kind == BlockKind.Heading
                && blocks[i + 2].Kind is BlockKind.Paragraph or BlockKind.Lead or BlockKind.ByLine
            )
            {
                blocks[i] = block with { Kind = BlockKind.Kicker };
            }
        }
    }

    private static void SpreadMastheads(List<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind != BlockKind.Masthead)
            {
                continue;
            }

            for (var above = i - 1; above >= Math.Max(0, i - MastheadReach) && Joins(above); above--)
            {
                blocks[above] = blocks[above] with { Kind = BlockKind.Masthead };
            }

            for (var below = i + 1; below <= Math.Min(blocks.Count - 1, i + 2) && Joins(below); below++)
            {
                blocks[below] = blocks[below] with { Kind = BlockKind.Masthead };
            }
        }

        bool Joins(int at) => blocks[at].Kind != BlockKind.Masthead && PageFurniture.MayBeMasthead(blocks[at].Text);
    }
}
