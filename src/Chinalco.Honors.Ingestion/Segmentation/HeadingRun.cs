namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>Neighbouring headings, banners and author lines.</summary>
internal sealed class HeadingRun
{
    private const int Longest = 40;
    private const int RunningText = 24;
    private static readonly Pattern Statement = new(@"^([^，。：“]{2,24}|[问答])：\S");

    private const int SectionReach = 12;
    private static readonly Pattern Salutation = new(@"^(尊敬|亲爱|敬爱|各位|全体|编辑同志|编辑部|同志们|朋友们|职工朋友).{0,14}[：:！]");

    /// <summary>First block behind the run.</summary>
    public int End { get; private set; }

    /// <summary>The last heading in the run; -1 where there is none.</summary>
    public int LastHeading { get; private set; } = -1;

    /// <summary>Name of the series a banner in the run gives.</summary>
    public string? Banner { get; private set; }

    /// <summary>Name of the column printed beside the title.</summary>
    public string? Column { get; private set; }

    /// <summary>Whether what stands around the run says that an article begins here.</summary>
    public bool OpensArticle { get; private set; }

    /// <summary>Whether there is nothing in it but the banner of a series.</summary>
    public bool IsOnlyBanner { get; private set; }

    /// <summary>Reads the run that begins at <paramref name="start"/>.</summary>
    /// <param name="aboveIsSigned">Whether the article above names its author at its head: another signature below is then another article's.</param>
    public static HeadingRun Read(List<Block> blocks, int start, bool aboveIsSigned)
    {
        var run = new HeadingRun { End = start };
        var hasByLine = false;
        while (run.End < blocks.Count && run.End - start < Longest)
        {
            var block = blocks[run.End];
            if (block.Kind == BlockKind.ByLine || IsNameUnderTitle(blocks, run.End, run.LastHeading, hasByLine))
            {
                hasByLine = true;
            }
            else if (hasByLine && block.Kind != BlockKind.ColumnName)
            {
                break;
            }
            else if (!run.Take(block, run.End))
            {
                break;
            }

            run.End++;
        }

        var next = run.End < blocks.Count ? blocks[run.End].Kind : BlockKind.Masthead;
        var hasHeading = run.LastHeading >= 0;
        run.IsOnlyBanner = run.Banner is not null && !hasHeading && !hasByLine;
        run.OpensArticle =
            (hasByLine && next is BlockKind.Paragraph or BlockKind.Lead or BlockKind.Caption)
            || next == BlockKind.Lead
            || (hasHeading && IsPictureStory(blocks, run.End))
            || (run.Column is not null && !hasHeading && next == BlockKind.Caption)
            || (
                hasHeading
                && (
                    (run.Banner is ['【', ..] && next == BlockKind.Paragraph && blocks[start].Kind == BlockKind.SeriesBanner)
                    || AreStatements(blocks, run.End)
                    || IsSalutation(blocks, run.End)
                    || (aboveIsSigned && EndsSigned(blocks, run.End))
                )
            );
        return run;
    }

    private bool Take(Block block, int index)
    {
        switch (block.Kind)
        {
            case BlockKind.SeriesBanner:
                Banner = block.Text;
                return LastHeading < 0;
            case BlockKind.ColumnName:
                Column = block.Text;
                return true;
            case BlockKind.Heading:
                LastHeading = index;
                return true;
            case BlockKind.Kicker:
            case BlockKind.Subtitle:
                return true;
            default:
                return false;
        }
    }

    // In a list of recipients a name under a heading is a row; under the title of a comment running text follows it.
    private static bool IsNameUnderTitle(List<Block> blocks, int at, int lastHeading, bool hasByLine) =>
        (lastHeading == at - 1 || hasByLine)
        && lastHeading >= 0
        && at + 1 < blocks.Count
        && ByLine.IsBareName(blocks[at].Text)
        && (
            blocks[at + 1].Kind == BlockKind.Lead
            || (blocks[at + 1].Text.Length >= RunningText && blocks[at + 1].Kind == BlockKind.Paragraph)
        );

    // 班长 李某：… 员工 王某：… : a column of statements, each with its speaker.
    private static bool AreStatements(List<Block> blocks, int at) =>
        at + 1 < blocks.Count && IsStatement(blocks[at]) && IsStatement(blocks[at + 1]);

    // A heading with nothing but pictures below it.
    private static bool IsPictureStory(List<Block> blocks, int at)
    {
        var end = at;
        while (end < blocks.Count && blocks[end].Kind == BlockKind.Caption)
        {
            end++;
        }

        return end - at >= 2 && Marks.HoldsFullStop(blocks[at].Text) && (end == blocks.Count || blocks[end].Kind != BlockKind.Paragraph);
    }

    // 编辑同志：… , 亲爱的职工朋友们：… : a letter.
    private static bool IsSalutation(List<Block> blocks, int at) => at < blocks.Count && Salutation.IsIn(Head(blocks[at]));

    private static bool EndsSigned(List<Block> blocks, int at)
    {
        for (
            var i = at;
            i < Math.Min(blocks.Count, at + SectionReach)
                && blocks[i].Kind is BlockKind.Paragraph or BlockKind.SignOff or BlockKind.ListRow;
            i++
        )
        {
            if (!SignOff.Names(blocks[i].Text).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static string Head(Block block) => block.Text.Length <= 60 ? block.Text : block.Text[..60];

    private static bool IsStatement(Block block) => Statement.IsIn(Head(block));
}
