using System.Collections.Immutable;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Lexicons;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>A claim with the article it stands in.</summary>
public sealed record PlacedClaim(string ArticleId, string ArticleText, Claim Claim)
{
    /// <summary>How well it is supported, 0 to 1.</summary>
    public double Score => ClaimScore.Of(Claim);
}

/// <summary>Leaves of all claims of a file those that stand: no copies of damaged text, nothing revoked, each honour once.</summary>
public static class ClaimSelector
{
    /// <summary>A stretch of text of this length that stands twice is a copy, not chance.</summary>
    private const int CopiedLength = 16;

    /// <summary>Selects, in the order of the text.</summary>
    /// <param name="claims">All claims of the file.</param>
    /// <param name="revocations">What the file takes back.</param>
    /// <param name="neverHonorees">Names that are in this file only as authors or exemplars.</param>
    public static ImmutableArray<PlacedClaim> Select(
        IReadOnlyList<PlacedClaim> claims,
        IReadOnlyList<RevocationClaim> revocations,
        ISet<string> neverHonorees
    )
    {
        var standing = claims
            .Where(placed => KindsFit(placed.Claim))
            .Where(placed => placed.Claim.Recipient.Kind != RecipientKind.Person || !IsNeverHonoree(placed.Claim, neverHonorees))
            .Where(placed => !revocations.Any(revoked => Revokes(revoked, placed.Claim)))
            .ToList();
        var originals = standing.Where(placed => !standing.Exists(other => IsCopyOf(placed, other))).ToList();
        var stated = originals
            .Where(placed => Identity(placed.Claim).Unit.Length > 0)
            .ToLookup(placed => Identity(placed.Claim) with { Unit = "" }, placed => Identity(placed.Claim).Unit);
        return
        [
            .. originals
                .Where(placed =>
                    Identity(placed.Claim).Unit.Length > 0
                    || placed.Claim.Recipient.Kind != RecipientKind.Person
                    || !stated[Identity(placed.Claim)].Any()
                )
                .GroupBy(placed => Identity(placed.Claim))
                .SelectMany(OnePerYear)
                .OrderBy(placed => ArticleNumber(placed.ArticleId))
                .ThenBy(placed => placed.Claim.Start)
                .ThenBy(placed => placed.Claim.Mention.Start),
        ];
    }

    /// <summary>A team's award is not its leader's, nor a person's title a team's.</summary>
    private static bool KindsFit(Claim claim) =>
        claim.Recipient.Kind != RecipientKind.Person
            ? claim.Mention.Kind != RecipientKind.Person
            : !(claim.Mention.Kind is RecipientKind.Team or RecipientKind.Unit || claim.Mention.IsProject);

    private static bool IsNeverHonoree(Claim claim, ISet<string> names) =>
        names.Contains(claim.Recipient.Name)
            && !claim.Traits.HasFlag(ClaimTraits.RecipientInClause)
            && !claim.Traits.HasFlag(ClaimTraits.RecipientInSentence)
        || Vocabulary.RoleModels.Contains(claim.Recipient.Name);

    private static bool Revokes(RevocationClaim revoked, Claim claim) =>
        (
            revoked.Recipient == claim.Recipient.Name
            || (claim.Recipient.Kind != RecipientKind.Person && claim.Recipient.Name.Contains(revoked.Recipient, StringComparison.Ordinal))
        )
        && revoked.Reason != "自然终止"
        && SameAward(revoked.Award, claim.Award.Canonical);

    private static bool SameAward(string a, string b) => AwardCatalogue.Normalize(a) == AwardCatalogue.Normalize(b);

    /// <summary>
    /// The words around the award stand a second time in the file, there with a better supported subject: this one is a misplaced copy.
    /// </summary>
    private static bool IsCopyOf(PlacedClaim placed, PlacedClaim other)
    {
        if (
            ReferenceEquals(placed, other)
            || placed.Claim.Mention.Printed != other.Claim.Mention.Printed
            || placed.Claim.Start == other.Claim.Start
        )
        {
            return false;
        }

        var here = Around(placed);
        var there = Around(other);
        return here.Length >= CopiedLength
            && here == there
            && placed.Claim.Rule != "winner-list-row"
            && (other.Score, other.Claim.PeopleInSentence).CompareTo((placed.Score, placed.Claim.PeopleInSentence)) > 0;
    }

    private static string Around(PlacedClaim placed)
    {
        var start = Math.Max(placed.Claim.Start, placed.Claim.Mention.Start - CopiedLength);
        return start < placed.Claim.Mention.End && placed.Claim.Mention.End <= placed.ArticleText.Length
            ? placed.ArticleText[start..placed.Claim.Mention.End]
            : "";
    }

    private static (string Name, string Unit, string Award) Identity(Claim claim) =>
        (
            claim.Recipient.Name,
            claim.Recipient is { Kind: RecipientKind.Person, UnitIsInferred: false } ? claim.Recipient.Unit?.Code ?? "" : "",
            AwardCatalogue.Normalize(claim.Award.Canonical)
        );

    /// <summary>The same award in two years is two conferrals; a report without a year joins the one that has it.</summary>
    private static IEnumerable<PlacedClaim> OnePerYear(IEnumerable<PlacedClaim> same)
    {
        var byYear = same.GroupBy(placed => placed.Claim.Award.Year).ToList();
        var dated = byYear.Where(group => group.Key is not null).ToList();
        var groups = dated.Count > 0 ? dated : byYear;
        return groups.Select(group =>
            group
                .OrderByDescending(placed => placed.Claim.Rule == "winner-list-row")
                .ThenByDescending(placed => placed.Score >= ClaimScore.AutoThreshold)
                .ThenByDescending(placed => placed.Claim.Mention.Owner is not null)
                .ThenByDescending(placed => placed.Score)
                .First()
        );
    }

    private static int ArticleNumber(string id) =>
        int.TryParse(id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
}
