using System.Collections.Immutable;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>A paragraph, heading, list row or other line of the page, put together from its printed lines.</summary>
/// <param name="Index">Place in reading order of the page.</param>
/// <param name="Lines">Its source lines; several where the paragraph was wrapped.</param>
/// <param name="Text">The lines joined.</param>
internal sealed record Block(int Index, ImmutableArray<SourceLine> Lines, string Text)
{
    /// <summary>What the block is by its own form.</summary>
    public BlockKind Kind { get; init; } = BlockKind.Paragraph;

    /// <summary>The text without any white space.</summary>
    public string Bare { get; } = WhiteSpace.Remove(Text);

    /// <summary>From its first to its last character in the source.</summary>
    public TextSpan Span => new(Lines[0].Span.Start, Lines[^1].Span.End);

    /// <summary>Blocks are one when they stand in the same place of the same page.</summary>
    public bool Equals(Block? other) => other is not null && Index == other.Index;

    /// <inheritdoc/>
    public override int GetHashCode() => Index;

    /// <summary>Whether it ends as a sentence ends.</summary>
    public bool IsComplete => Marks.EndsSentence(Text);
}

/// <summary>What a block is, judged by its own form; its place on the page decides the rest.</summary>
internal enum BlockKind
{
    Paragraph,
    Masthead,
    Colophon,
    Advertisement,
    SeriesBanner,
    ColumnName,
    Kicker,
    Subtitle,
    Heading,
    ByLine,
    Lead,
    Caption,
    ListRow,
    NoticeTitle,
    InlineNotice,
    DocumentTitle,
    ContinuedFrom,
    SignOff,
}
