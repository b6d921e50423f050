using System.Collections.Immutable;
using Chinalco.Honors.Ingestion.Reading;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>A file cut into articles.</summary>
/// <param name="Source">The decoded file.</param>
/// <param name="Header">Newspaper, issue and date, as far as they are printed.</param>
/// <param name="Articles">The articles in reading order.</param>
public sealed record SegmentedSource(SourceText Source, IssueHeader Header, ImmutableArray<SegmentedArticle> Articles)
{
    /// <summary>What belongs to no article (mastheads, advertisements, dropped copies), in source order, so that nothing vanishes unseen.</summary>
    public ImmutableArray<LeftOutText> LeftOut { get; init; } = [];
}

/// <summary>The newspaper issue a file comes from: from its masthead, its front matter or the date under a document.</summary>
public sealed record IssueHeader(string? Newspaper, int? IssueNumber, DateOnly? Date);

/// <summary>A range of the source that is part of no article, and why.</summary>
public sealed record LeftOutText(TextSpan Span, LeftOutReason Reason);

/// <summary>Why a piece of the source is part of no article.</summary>
public enum LeftOutReason
{
    /// <summary>报头、版头: masthead, folio, date line.</summary>
    Masthead = 1,

    /// <summary>版权信息: editors, address, price, printer.</summary>
    Colophon = 2,

    /// <summary>广告</summary>
    Advertisement = 3,

    /// <summary>栏目名、系列名: shown as the series of the articles below it.</summary>
    SeriesBanner = 4,

    /// <summary>重复段落: a copy of a paragraph that is kept elsewhere.</summary>
    Duplicate = 5,

    /// <summary>与荣誉无关的声明: a small notice that no honour can come from, such as a lost work card.</summary>
    SmallNotice = 6,
}
