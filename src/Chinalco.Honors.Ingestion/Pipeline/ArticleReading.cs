using System.Collections.Immutable;
using Chinalco.Honors.Ingestion.Claims;
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
    public static ArticleReading Of(SegmentedArticle article, Lexicon lexicon, UnitEntry? publisher)
    {
        var scan = ArticleScan.Of(article, lexicon, publisher);
        var reader = new RecipientReader(lexicon, scan.Names);
        var awards = new AwardResolver(lexicon);
        var profiles = new PersonProfiles(scan, reader);
        var lists = new ListReader(scan, lexicon, reader, awards, profiles).Read();
        var prose = new ProseReader(scan, reader, awards, profiles).Read(lists.Lines);
        var revoked = new RevocationReader(scan, reader, awards, profiles).Read();
        return new(scan, profiles, [.. lists.Claims, .. prose, .. revoked.Corrected], revoked.Revocations);
    }
}
