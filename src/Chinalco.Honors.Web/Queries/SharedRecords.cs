using Chinalco.Honors.Domain.Press;

namespace Chinalco.Honors.Web.Queries;

/// <summary>Something with a page of its own, as a link shows it.</summary>
public sealed record Named(Guid Id, string Name);

/// <summary>Where a piece of text was printed, as a reader would look it up.</summary>
/// <param name="Number">总第几期</param>
/// <param name="Page">版次; null when unknown.</param>
public sealed record Citation(string? Newspaper, int? Number, DateOnly? Date, int? Page);

/// <summary>An article in a list.</summary>
public sealed record ArticleRow(Guid Id, string? Title, string Opening, Citation Citation, Provenance Provenance, bool IsNotice);
