using System.Collections.Immutable;
using Chinalco.Honors.Ingestion.Claims;
using Chinalco.Honors.Ingestion.Detection;
using Chinalco.Honors.Ingestion.Lexicons;
using Chinalco.Honors.Ingestion.Segmentation;

namespace Chinalco.Honors.Ingestion.Pipeline;

/// <summary>One article read: what was detected in it and what it claims.</summary>
public sealed record ArticleReading(
    ArticleScan Scan,
    PersonProfiles Profiles,
    ImmutableArray<Claim> Claims,
    ImmutableArray<RevocationClaim> Revocations
)
{
    /// <summary>Detects and claims.</summary>
    public static ArticleReading Of(SegmentedArticle article, Lexicon lexicon, AwardDetector detector, UnitEntry? publisher)
    {
        var scan = ArticleScan.Of(article, lexicon, detector, publisher);
        var reader = new RecipientReader(lexicon, scan.Names, scan.References);
        var awards = new AwardResolver(lexicon);
        var profiles = new PersonProfiles(scan, reader);
        var listReader = new ListReader(scan, lexicon, reader, awards, profiles);
        var lists = listReader.Read();
        var prose = new ProseReader(scan, reader, awards, profiles, listReader.DocumentOwner).Read(lists.Lines);
        var revoked = new RevocationReader(scan, reader, awards, profiles).Read();
        var standing = lists
            .Claims.Concat(prose)
            .Where(claim => !revoked.Corrected.Any(right => right.Start <= claim.Start && claim.End <= right.End));
        return new(scan, profiles, [.. standing, .. revoked.Corrected], [.. revoked.Revocations, .. lists.TakenBack]);
    }
}
