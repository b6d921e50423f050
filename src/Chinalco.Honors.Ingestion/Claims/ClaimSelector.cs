using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
        var originals = WithoutCopies(standing).ConvertAll(placed => (Placed: placed, Identity: Identity(placed.Claim)));
        var stated = originals
            .Where(original => original.Identity.Unit.Length > 0)
            .Select(original => original.Identity with { Unit = "" })
            .ToHashSet();
        return
        [
            .. originals
                .Where(original =>
                    original.Identity.Unit.Length > 0
                    || original.Placed.Claim.Recipient.Kind != RecipientKind.Person
                    || !stated.Contains(original.Identity)
                )
                .GroupBy(original => original.Identity, original => original.Placed)
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
    /// Drops misplaced copies: the words around the award stand a second time in the file, there with a better supported subject.
    /// </summary>
    private static List<PlacedClaim> WithoutCopies(List<PlacedClaim> claims)
    {
        var places = claims.ConvertAll(placed =>
            (Placed: placed, Words: (placed.Claim.Mention.Printed, Around(placed)), Rank: Rank(placed))
        );
        var best = new Dictionary<(string, string), BestTwo>();
        foreach (var (placed, words, rank) in places.Where(place => place.Words.Item2.Length >= CopiedLength))
        {
            best[words] = best.GetValueOrDefault(words).With(placed.Claim.Start, rank);
        }

        return
        [
            .. places
                .Where(place =>
                    place.Placed.Claim.Rule == "winner-list-row"
                    || !best.TryGetValue(place.Words, out var two)
                    || two.Elsewhere(place.Placed.Claim.Start) is not { } elsewhere
                    || elsewhere.CompareTo(place.Rank) <= 0
                )
                .Select(place => place.Placed),
        ];
    }

    private static (double Score, int People) Rank(PlacedClaim placed) => (placed.Score, placed.Claim.PeopleInSentence);

    /// <summary>The best rank among claims with the same words around them, and the best of those that stand in another sentence than it.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct BestTwo((int Start, (double, int) Rank)? First, (int Start, (double, int) Rank)? Second)
    {
        public BestTwo With(int start, (double, int) rank) =>
            First is not { } first ? new((start, rank), null)
            : rank.CompareTo(first.Rank) > 0 ? new((start, rank), start == first.Start ? Second : first)
            : start != first.Start && (Second is not { } second || rank.CompareTo(second.Rank) > 0) ? new(first, (start, rank))
            : this;

        public (double, int)? Elsewhere(int start) => First is { } first && first.Start != start ? first.Rank : Second?.Rank;
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
