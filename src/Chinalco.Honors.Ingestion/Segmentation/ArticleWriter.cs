using System.Collections.Immutable;
using System.Text;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>Writes the one stored text of an article and the map back to the source.</summary>
internal sealed class ArticleWriter(string source, TopicIndex topics)
{
    private readonly StringBuilder text = new();
    private readonly ImmutableArray<TextPiece>.Builder pieces = ImmutableArray.CreateBuilder<TextPiece>();

    /// <summary>The finished article.</summary>
    public static SegmentedArticle Write(string source, string id, ArticleDraft draft, TopicIndex topics) =>
        new ArticleWriter(source, topics).Write(id, draft);

    private SegmentedArticle Write(string id, ArticleDraft draft)
    {
        foreach (var block in draft.Head)
        {
            Add(block, "\n");
        }

        var bodyStart = text.Length;
        WriteBody(draft);
        AddWarnings(draft);
        var subtitles = draft.Head.Where(block =>
            block != draft.Title && block.Kind is BlockKind.Heading or BlockKind.Kicker or BlockKind.Subtitle
        );
        var headings = draft.Body.Where(block => block.Kind is BlockKind.Heading or BlockKind.Subtitle);
        return new(
            id,
            draft.Title?.Text ?? draft.GivenTitle,
            [.. subtitles.Concat(headings).Select(block => block.Text.TrimStart('#', ' '))],
            [.. draft.Authors.Concat(Signature(draft)).Distinct()],
            draft.Series,
            draft.Page,
            Spans(),
            text.ToString(),
            pieces.ToImmutable(),
            [.. draft.Warnings],
            draft.IsNotice
        )
        {
            BodyStart =
                draft.Body.Count == 0 ? text.Length
                : bodyStart == 0 ? 0
                : bodyStart + 1,
        };
    }

    private static ImmutableArray<string> Signature(ArticleDraft draft) =>
        draft.Body.FindLast(block => block.Kind != BlockKind.Caption) is { } last ? SignOff.Names(last.Text) : [];

    private void WriteBody(ArticleDraft draft)
    {
        Block? broken = null;
        var waiting = new List<Block>();
        foreach (var block in draft.Body)
        {
            if (broken is not null && block.Kind == BlockKind.Caption)
            {
                // A picture between the two halves of a paragraph: its caption follows behind the paragraph.
                waiting.Add(block);
                continue;
            }

            if (broken is not null && ColumnJoiner.Belong(broken, block, topics))
            {
                draft.Warnings.Add(ArticleWarning.BrokenParagraphJoined);
                Add(block, "");
            }
            else
            {
                Flush(waiting);
                if (broken is not null)
                {
                    draft.Warnings.Add(ArticleWarning.TextMissing);
                }

                Add(block, "\n");
            }

            broken = ColumnJoiner.BreaksOff(block) ? block : null;
            if (broken is null)
            {
                Flush(waiting);
            }
        }

        Flush(waiting);
        if (broken is not null && !draft.IsNotice)
        {
            draft.Warnings.Add(ArticleWarning.TextMissing);
        }
    }

    private void Flush(List<Block> waiting)
    {
        waiting.ForEach(block => Add(block, "\n"));
        waiting.Clear();
    }

    private void Add(Block block, string separator)
    {
        for (var i = 0; i < block.Lines.Length; i++)
        {
            var line = block.Lines[i];
            text.Append(
                text.Length == 0 ? ""
                : i == 0 && separator.Length > 0 ? separator
                : LineWrap.Glue(text, line.Text)
            );
            pieces.Add(new(new(text.Length, text.Length + line.Text.Length), line.Span));
            text.Append(line.Text);
        }
    }

    private void AddWarnings(ArticleDraft draft)
    {
        if (draft.Body.Exists(block => SignOff.IsTurnedOver(block.Text)))
        {
            draft.Warnings.Add(ArticleWarning.ContinuedOnOtherPage);
        }

        if (draft.Body.Exists(IsDamaged))
        {
            draft.Warnings.Add(ArticleWarning.Garbled);
        }
    }

    // □ stands for an unreadable character, unless it opens an author's line.
    private static bool IsDamaged(Block block) =>
        block.Text.Contains('\uFFFD', StringComparison.Ordinal) || block.Text.LastIndexOf('□') > 0;

    /// <summary>The pieces as ranges of the source; lines that follow each other in the file are one range.</summary>
    private ImmutableArray<TextSpan> Spans()
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var (_, piece) in pieces)
        {
            if (spans.Count > 0 && spans[^1].End <= piece.Start && source.AsSpan(spans[^1].End, piece.Start - spans[^1].End).IsWhiteSpace())
            {
                spans[^1] = new(spans[^1].Start, piece.End);
            }
            else
            {
                spans.Add(piece);
            }
        }

        return spans.ToImmutable();
    }
}
