using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Findings;

namespace Chinalco.Honors.Ingestion.Rereading;

/// <summary>A finding of today's reading, in its article.</summary>
public sealed record ReadToday(Guid ArticleId, ProposedFinding Finding);

/// <summary>A finding that stands.</summary>
/// <param name="HonoreeId">Who got the honour, where it is confirmed; else whom the finding is linked to.</param>
public sealed record Standing(Finding Finding, Guid? HonoreeId);

/// <summary>One difference: nothing stands, nothing is read today, or both and they differ.</summary>
public sealed record Difference(Guid ArticleId, Standing? Standing, ProposedFinding? Today);

/// <summary>
/// Compares what stands with what is read today. What an editor decided is no difference, whatever is read today; nor is it when an honour
/// that stands would only be less sure today.
/// </summary>
public static class RoundDifference
{
    // From the same words in the same place to the same place alone. The looser ones only for what nobody has decided on.
    private static readonly (Func<ProposedFinding, object> Key, bool Strict)[] Likenesses =
    [
        (f => (f.Kind, f.Claim.RecipientName, f.Claim.AwardText, f.Claim.Year, f.Proof.Start, f.Proof.End), true),
        (f => (f.Kind, f.Claim.RecipientName, f.Claim.AwardText, f.Proof.Start), true),
        (f => (f.Kind, f.Claim.RecipientName, f.Claim.AwardText, f.Proof.End), true),
        (f => (f.Kind, f.Claim.RecipientName, f.Claim.AwardName, f.Proof.Start), false),
        (f => (f.Kind, f.Claim.AwardText, f.Proof.Start, f.Proof.End), false),
        (f => (f.Kind, f.Claim.RecipientName, f.Proof.Start, f.Proof.End), false),
    ];

    /// <summary>The differences of one file: by article in the order given, then in reading order.</summary>
    public static IReadOnlyList<Difference> Of(
        IReadOnlyList<Guid> articles,
        IReadOnlyList<Standing> standing,
        IReadOnlyList<ReadToday> today
    )
    {
        ArgumentNullException.ThrowIfNull(articles);
        var old = standing.ToLookup(s => s.Finding.ArticleId);
        var read = today.ToLookup(t => t.ArticleId, t => t.Finding);
        return [.. articles.SelectMany(article => InArticle(article, [.. old[article]], [.. read[article]]))];
    }

    private static IEnumerable<Difference> InArticle(Guid article, List<Standing> standing, List<ProposedFinding> today)
    {
        var differences = new List<Difference>();
        foreach (var (key, strict) in Likenesses)
        {
            var waiting = today.GroupBy(key).ToDictionary(g => g.Key, g => new Queue<ProposedFinding>(g));
            foreach (var old in standing.Where(s => strict || IsOpen(s.Finding)).ToList())
            {
                if (waiting.GetValueOrDefault(key(AsRead(old.Finding)))?.TryDequeue(out var now) != true)
                {
                    continue;
                }

                standing.Remove(old);
                today.Remove(now!);
                if (Differs(old, now!))
                {
                    differences.Add(new Difference(article, old, WithLink(old, now!)));
                }
            }
        }

        differences.AddRange(standing.Where(s => MayBeWithdrawn(s.Finding)).Select(s => new Difference(article, s, Today: null)));
        differences.AddRange(today.Select(t => new Difference(article, Standing: null, t)));
        return differences.OrderBy(d => d.Today?.Proof.Start ?? d.Standing!.Finding.Start).ThenBy(d => d.Standing is null);
    }

    private static ProposedFinding AsRead(Finding f) =>
        new(f.Kind, f.Claim, new FindingProof(f.Start, f.End, f.Quote, f.Rule, f.Score, f.Explanation), f.IsSafe);

    private static bool IsOpen(Finding finding) =>
        !finding.WasDecided && finding.State is FindingState.Waiting or FindingState.Confirming or FindingState.Confirmed;

    private static bool MayBeWithdrawn(Finding finding) => finding.State == FindingState.Waiting || IsOpen(finding);

    private static bool Differs(Standing standing, ProposedFinding today)
    {
        if (!IsOpen(standing.Finding))
        {
            return false;
        }

        var (before, now) = (standing.Finding.Claim, today.Claim);
        return before.RecipientName != now.RecipientName
            || (before.RecipientKind == RecipientKind.Person) != (now.RecipientKind == RecipientKind.Person)
            || before.AwardName != now.AwardName
            || before.Level != now.Level
            || before.ConferringBody != now.ConferringBody
            || before.Year != now.Year
            || before.Edition != now.Edition
            || !IsSameUnit(before.UnitName ?? before.UnitText, now.UnitName ?? now.UnitText)
            || (now.HonoreeId is { } person && person != standing.HonoreeId)
            || (standing.Finding.State != FindingState.Confirmed && standing.Finding.IsSafe != today.Safe);
    }

    /// <summary>The unit of a person entered from print is known with the workshop behind it: still the same unit.</summary>
    private static bool IsSameUnit(string? before, string? now) =>
        before == now
        || (
            before is not null
            && now is not null
            && (now.StartsWith(before, StringComparison.Ordinal) || before.StartsWith(now, StringComparison.Ordinal))
        );

    /// <summary>A person who was told apart once stays told apart.</summary>
    private static ProposedFinding WithLink(Standing standing, ProposedFinding today) =>
        today.Claim.HonoreeId is null && today.Claim.RecipientName == standing.Finding.RecipientName
            ? today with
            {
                Claim = today.Claim with { HonoreeId = standing.HonoreeId },
            }
            : today;
}
