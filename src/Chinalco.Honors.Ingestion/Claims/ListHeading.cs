using Chinalco.Honors.Ingestion.Detection;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>The award that the rows below a heading receive.</summary>
/// <param name="Mention">The award.</param>
/// <param name="Context">Owner and year from the heading and the document's title and decision.</param>
/// <param name="Confers">Whether the document confers; a list of candidates does not.</param>
public sealed record ListHeading(AwardMention Mention, AwardContext Context, bool Confers);
