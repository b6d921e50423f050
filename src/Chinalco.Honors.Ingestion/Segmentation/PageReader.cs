namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>Walks down the page and opens an article wherever one begins; every other block goes to the article above it.</summary>
internal sealed class PageReader(List<Block> blocks)
{
    private readonly List<ArticleDraft> drafts = [];
    private readonly List<LeftOutText> leftOut = [];
    private readonly bool isDocument = WholeDocument.TitleOf(blocks) >= 0;
    private bool profileOpened;
    private string? series;
    private int? page;

    /// <summary>The articles as they stand on the page, and what belongs to none.</summary>
    public (List<ArticleDraft> Drafts, List<LeftOutText> LeftOut) Read()
    {
        var start = isDocument ? OpenWholeDocument(WholeDocument.TitleOf(blocks)) : 0;
        for (var i = start; i < blocks.Count; )
        {
            i = isDocument ? DocumentStep(i) : Step(i);
        }

        return (drafts, leftOut);
    }

    private ArticleDraft? Current => drafts.Count > 0 ? drafts[^1] : null;

    private bool NothingIsOpen => Current is null || Current.IsComplete || Current.IsSignedOff;

    private int Step(int i)
    {
        switch (blocks[i].Kind)
        {
            case BlockKind.Masthead:
                page = IssueHeaderReader.PageOf(blocks[i].Text) ?? page;
                return LeaveOut(i, LeftOutReason.Masthead);
            case BlockKind.Colophon:
                return LeaveOut(i, LeftOutReason.Colophon);
            case BlockKind.Advertisement:
                return LeaveOut(i, LeftOutReason.Advertisement);
            case BlockKind.NoticeTitle:
            case BlockKind.DocumentTitle:
                return IsAttachment(i) ? Append(i) : OpenNotice(i);
            case BlockKind.InlineNotice:
                drafts.Add(
                    new()
                    {
                        Body = [blocks[i]],
                        IsNotice = true,
                        IsComplete = true,
                        Page = page,
                    }
                );
                return i + 1;
            case BlockKind.ContinuedFrom:
                return OpenContinued(i);
            case BlockKind.Lead:
                return OpenUntitled(i);
            case BlockKind.SeriesBanner:
            case BlockKind.ColumnName:
            case BlockKind.Kicker:
            case BlockKind.Subtitle:
            case BlockKind.Heading:
            case BlockKind.ByLine:
                return ReadHeadings(i);
            case BlockKind.Paragraph when IsLostProfile(blocks[i]):
                return OpenUntitled(i);
            case BlockKind.Paragraph:
            case BlockKind.ListRow:
            case BlockKind.Caption:
            case BlockKind.SignOff:
            default:
                return Append(i);
        }
    }

    private int DocumentStep(int i) =>
        blocks[i].Kind switch
        {
            BlockKind.Masthead or BlockKind.Colophon or BlockKind.Advertisement => Step(i),
            // A second document begins only below the signature of the first.
            BlockKind.DocumentTitle when Current!.Body.Count > 0 && WholeDocument.IsSignature(Current.Body[^1]) => OpenNotice(i),
            _ => Append(i),
        };

    private int OpenWholeDocument(int title)
    {
        drafts.Add(
            new()
            {
                Head = blocks.GetRange(0, title + 1),
                Title = blocks[title],
                IsNotice = true,
            }
        );
        return title + 1;
    }

    private int LeaveOut(int i, LeftOutReason reason)
    {
        leftOut.Add(new(blocks[i].Span, reason));
        return i + 1;
    }

    private int Append(int i)
    {
        if (Current is null || (Current.IsComplete && blocks[i].Kind == BlockKind.Paragraph))
        {
            return OpenUntitled(i);
        }

        profileOpened |= Current.Body.Count == 0 && ProfileLead.Is(blocks[i].Text);
        Current.Body.Add(blocks[i]);
        return i + 1;
    }

    private int OpenUntitled(int i)
    {
        var draft = Open([], title: null);
        draft.Body.Add(blocks[i]);
        draft.Authors.AddRange(blocks[i].Kind == BlockKind.Lead ? LeadLine.Names(blocks[i].Text) : []);
        draft.Warnings.Add(ArticleWarning.HeadlineLost);
        return i + 1;
    }

    private int OpenContinued(int i)
    {
        var isText = Marks.HoldsFullStop(blocks[i].Text);
        var draft = Open(isText ? [] : [blocks[i]], title: null);
        draft.Body.AddRange(isText ? [blocks[i] with { Kind = BlockKind.Paragraph }] : []);
        draft.Warnings.Add(ArticleWarning.ContinuedOnOtherPage);
        return i + 1;
    }

    private int OpenNotice(int i)
    {
        var end = i + 1;
        while (end < blocks.Count && blocks[end].Kind == BlockKind.Subtitle)
        {
            end++;
        }

        drafts.Add(
            new()
            {
                Head = blocks.GetRange(i, end - i),
                Title = blocks[i],
                IsNotice = true,
                Page = page,
            }
        );
        return end;
    }

    private ArticleDraft Open(List<Block> head, Block? title)
    {
        var draft = new ArticleDraft
        {
            Head = head,
            Title = title,
            Series = series,
            Page = page,
        };
        drafts.Add(draft);
        return draft;
    }

    private bool IsAttachment(int i) =>
        Current is { IsNotice: true } && Current.Body.Count > 0 && Current.Body[^1].Bare.StartsWith("附件", StringComparison.Ordinal);

    private bool IsLostProfile(Block block) =>
        Current is { IsNotice: false, Body.Count: > 0 }
        && ProfileLead.Is(block.Text)
        && profileOpened
        && Current.Title?.Text.Contains(ProfileLead.Subject(block.Text), StringComparison.Ordinal) != true;

    /// <summary>A run of headings, banners and author lines: the head of a new article, or headings inside the one above.</summary>
    private int ReadHeadings(int i)
    {
        var run = HeadingRun.Read(blocks, i, aboveIsSigned: Current is { Authors.Count: > 0 });
        if (run.IsOnlyBanner)
        {
            series = run.Banner ?? series;
            return LeaveOutAll(run, i);
        }

        if (!NothingIsOpen && !run.OpensArticle)
        {
            Current!.Body.AddRange(blocks.GetRange(i, run.End - i).Select(AsBodyHeading));
            return run.End;
        }

        // In a list every row may look like a heading: only the last one above the author's line is the next title.
        if (!NothingIsOpen && Current!.IsNotice && run.LastHeading > i)
        {
            Current.Body.AddRange(blocks.GetRange(i, run.LastHeading - i));
            return run.LastHeading;
        }

        return OpenTitled(run, i);
    }

    // A heading inside an article has no commas: such a line is a piece of a paragraph.
    private static Block AsBodyHeading(Block block) =>
        block.Kind == BlockKind.Heading && block.Text.Contains('，', StringComparison.Ordinal)
            ? block with
            {
                Kind = BlockKind.Paragraph,
            }
            : block;

    private int LeaveOutAll(HeadingRun run, int i)
    {
        for (; i < run.End; i++)
        {
            LeaveOut(i, LeftOutReason.SeriesBanner);
        }

        return run.End;
    }

    private int OpenTitled(HeadingRun run, int i)
    {
        var head = HeadlineDetector.Arrange(blocks, i, run);
        series = run.Banner ?? series;
        leftOut.AddRange(head.Banners.Select(block => new LeftOutText(block.Span, LeftOutReason.SeriesBanner)));
        if (head.HeadlineOnly.Count > 0)
        {
            drafts.Add(
                new()
                {
                    Head = head.HeadlineOnly,
                    Title = head.HeadlineOnly[0],
                    Page = page,
                    IsComplete = true,
                }
            );
        }

        var draft = Open(head.Lines, head.Title);
        draft.Series = run.Column ?? draft.Series;
        draft.Authors.AddRange(head.Authors);
        if (head.Title is null)
        {
            draft.Warnings.Add(ArticleWarning.HeadlineLost);
        }

        if (run.End < blocks.Count && blocks[run.End].Kind == BlockKind.Lead)
        {
            draft.Body.Add(blocks[run.End]);
            draft.Authors.AddRange(LeadLine.Names(blocks[run.End].Text));
            return run.End + 1;
        }

        return run.End;
    }
}
