using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Ingestion.Findings;
using Chinalco.Honors.Ingestion.Linking;

namespace Chinalco.Honors.Ingestion.Registering;

/// <summary>Puts what was read into the form that findings are stored and compared in.</summary>
public static class Proposals
{
    /// <summary>The rule that reads what a correction says is right.</summary>
    private const string CorrectionRule = "correction";

    /// <summary>How the reason of what a correction says was wrong begins.</summary>
    private const string CorrectionReason = "更正";

    /// <summary>Every finding of the file in reading order, honours first, with the id of its article in the result.</summary>
    public static IReadOnlyList<(string ArticleId, ProposedFinding Finding)> Of(IngestionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var corrections = new Corrections(result);
        return
        [
            .. result.Conferrals.Select(found => (found.ArticleId, ToProposal(found, result, corrections.WrongOf(found)))),
            .. result.Revocations.Where(found => !corrections.IsTold(found)).Select(found => (found.ArticleId, ToProposal(found))),
        ];
    }

    /// <summary>What a correction says is right is for an editor, however clear: with it something that stands is changed.</summary>
    private static ProposedFinding ToProposal(ConferralFinding found, IngestionResult result, RevocationFinding? wrong) =>
        new(
            wrong is null ? FindingKind.Conferral : FindingKind.Correction,
            ToClaim(found, result),
            new FindingProof(
                found.Start,
                found.End,
                found.Quote,
                found.Rule,
                found.Score,
                CutText.To(found.Explanation, Finding.LongestExplanation)
            ),
            IsSafe(found),
            wrong is null ? null : new WrongVersion(Name(wrong.Recipient), Name(wrong.Award))
        );

    private static ProposedFinding ToProposal(RevocationFinding found) =>
        new(
            FindingKind.Revocation,
            new FindingClaim(
                Name(found.Recipient),
                RecipientKind.Person,
                UnitText: null,
                UnitName: null,
                Position: null,
                HonoreeId: null,
                Name(found.Award),
                Name(found.Award),
                Level: null,
                ConferringBody: null,
                Year: null,
                Edition: null
            ),
            new FindingProof(
                found.Start,
                found.End,
                found.Quote,
                "revocation",
                Score: 0,
                CutText.To(found.Reason, Finding.LongestExplanation)
            ),
            Safe: false
        );

    /// <summary>A person who may be one of several is for an editor to tell, however clear the honour is.</summary>
    private static bool IsSafe(ConferralFinding found) =>
        found.Decision == FindingDecision.Auto && found.Link.Decision != LinkDecision.Ambiguous && found.Rule != CorrectionRule;

    private static FindingClaim ToClaim(ConferralFinding found, IngestionResult result) =>
        new(
            Name(found.Recipient),
            found.RecipientKind,
            Name(found.Unit),
            Name(found.UnitCanonical),
            CutText.To(
                result.People.FirstOrDefault(p => p.Name == found.Recipient && p.ArticleId == found.ArticleId)?.Position,
                Finding.LongestPhrase
            ),
            found.Link is { Decision: LinkDecision.Linked, Person: { } person } ? Guid.Parse(person.Id) : null,
            Name(found.Award),
            Name(found.AwardCanonical ?? found.Award),
            found.Level,
            Name(found.ConferringBody),
            found.Year,
            Edition: null
        );

    /// <summary>A name runs on where a page was read badly; the quote keeps all of it.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private static string? Name(string? text) => CutText.To(text, Finding.LongestName);

    /// <summary>A correction is read as two: what is right, and what was wrong. They stand in one sentence, in the same order.</summary>
    private sealed class Corrections
    {
        private readonly Dictionary<ConferralFinding, RevocationFinding> wrong = [];

        public Corrections(IngestionResult result)
        {
            var told = result
                .Revocations.Where(r => r.Reason.StartsWith(CorrectionReason, StringComparison.Ordinal))
                .ToLookup(r => (r.ArticleId, r.Start, r.End));
            foreach (var sentence in result.Conferrals.Where(c => c.Rule == CorrectionRule).GroupBy(c => (c.ArticleId, c.Start, c.End)))
            {
                foreach (var (right, earlier) in sentence.Zip(told[sentence.Key]))
                {
                    wrong[right] = earlier;
                }
            }
        }

        public RevocationFinding? WrongOf(ConferralFinding found) => wrong.GetValueOrDefault(found);

        public bool IsTold(RevocationFinding found) => wrong.ContainsValue(found);
    }
}
