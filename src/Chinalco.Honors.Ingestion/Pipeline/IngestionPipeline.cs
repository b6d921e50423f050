using System.Collections.Immutable;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Ingestion.Claims;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Findings;
using Chinalco.Honors.Ingestion.Lexicons;
using Chinalco.Honors.Ingestion.Linking;
using Chinalco.Honors.Ingestion.Reading;
using Chinalco.Honors.Ingestion.Segmentation;

namespace Chinalco.Honors.Ingestion.Pipeline;

/// <summary>
/// From a decoded file to findings: segment, detect, claim, select, link. Pure: the same source and lexicon give the same result.
/// </summary>
public sealed class IngestionPipeline(Lexicon lexicon)
{
    private readonly PersonLinker linker = new(lexicon);
    private readonly AwardDetector detector = new(lexicon);

    /// <summary>Runs all stages.</summary>
    public IngestionResult Run(SourceText source) => Run(ArticleSegmenter.Segment(source));

    /// <summary>Runs the stages after segmentation: for articles whose text stands already.</summary>
    public IngestionResult Run(SegmentedSource segmented)
    {
        ArgumentNullException.ThrowIfNull(segmented);
        var publisher = Publisher(segmented.Header);
        var readings = segmented.Articles.Select(article => ArticleReading.Of(article, lexicon, detector, publisher)).ToImmutableArray();
        var revocations = readings.SelectMany(reading => reading.Revocations).ToList();
        readings = NameAcrossArticles.Complete(readings);
        var selected = ClaimSelector.Select(
            [
                .. readings.SelectMany(reading =>
                    reading.Claims.Select(claim => new PlacedClaim(reading.Scan.Article.Id, reading.Scan.Text, claim))
                ),
            ],
            revocations,
            AuthorsOnly(segmented)
        );
        var texts = segmented.Articles.ToDictionary(article => article.Id, article => article.Text, StringComparer.Ordinal);
        var conferrals = selected.Select(placed => ToFinding(placed, texts[placed.ArticleId])).ToImmutableArray();
        return new(
            segmented.Source.FileName,
            segmented.Header,
            segmented.Articles,
            PeopleFindings.Of(readings, selected, [.. revocations.Select(revoked => revoked.Recipient)], linker),
            conferrals,
            [.. readings.SelectMany(ToFindings)]
        );
    }

    /// <summary>The enterprise whose paper it is: 包铝报. The group's own paper says nothing about who confers.</summary>
    private UnitEntry? Publisher(IssueHeader header) =>
        header.Newspaper is null
            ? null
            : UnitDetector
                .Find(FoldedText.Of(header.Newspaper), lexicon)
                .Select(mention => mention.Entry)
                .FirstOrDefault(unit => unit.Tier is not (UnitTier.Group or UnitTier.Segment))
                ?? lexicon
                    .FindUnits(FoldedText.Of(header.Newspaper))
                    .Select(hit => hit.Values[0])
                    .FirstOrDefault(unit => unit.Tier is not (UnitTier.Group or UnitTier.Segment or UnitTier.DirectlyManaged));

    private static HashSet<string> AuthorsOnly(SegmentedSource segmented) =>
        segmented.Articles.SelectMany(article => article.Authors).Select(FoldedText.Of).ToHashSet(StringComparer.Ordinal);

    private ConferralFinding ToFinding(PlacedClaim placed, string text)
    {
        var (claim, recipient, award) = (placed.Claim, placed.Claim.Recipient, placed.Claim.Award);
        var link = recipient.Kind == RecipientKind.Person ? linker.Link(recipient) : PersonLink.NotLookedFor;
        return new(
            recipient.Name,
            recipient.Kind,
            recipient.UnitText,
            UnitName(recipient, link),
            award.Printed,
            award.Canonical,
            award.Entry?.Code,
            award.Level,
            award.ConferringBody,
            award.Year,
            placed.ArticleId,
            text[claim.Start..claim.End],
            claim.Start,
            claim.End,
            placed.Score >= ClaimScore.AutoThreshold ? FindingDecision.Auto : FindingDecision.Review,
            placed.Score,
            claim.Rule,
            claim.Explanation
        )
        {
            Link = link,
        };
    }

    /// <summary>The registry may know a linked person's unit more exactly than the text states it.</summary>
    private static string? UnitName(Recipient recipient, PersonLink link) =>
        link.Person is { } person && (recipient.Unit is null || person.Unit.StartsWith(recipient.Unit.Name, StringComparison.Ordinal))
            ? person.Unit
            : recipient.Unit?.Name ?? recipient.UnitText ?? (recipient.Kind == RecipientKind.Person ? null : recipient.Name);

    private static IEnumerable<RevocationFinding> ToFindings(ArticleReading reading) =>
        reading.Revocations.Select(revoked => new RevocationFinding(
            revoked.Recipient,
            revoked.Award,
            revoked.Reason,
            reading.Scan.Article.Id,
            reading.Scan.Article.Text[revoked.Start..revoked.End],
            revoked.Start,
            revoked.End
        ));
}
