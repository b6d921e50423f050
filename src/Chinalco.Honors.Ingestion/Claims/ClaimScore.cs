namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>
/// Scores a claim by its evidence: how near the recipient stands (0.35 in the clause or row, 0.30 in the sentence, 0.25 the person the
/// whole text is about), whether words tie it to the award (0.30), how sure the award is (0.30 listed, 0.25 owner stated, 0.15 owner
/// inferred, 0.05 none). Doubts subtract: 0.30 for a second reading, 0.05 for repaired words, 0.10 for an award known by nothing but its
/// quotation marks. What is not proved (<see cref="ProofReader"/>) scores at most <see cref="MostUnproven"/>.
/// </summary>
public static class ClaimScore
{
    /// <summary>From this score on a finding may stand without an editor.</summary>
    public const double AutoThreshold = 0.75;

    /// <summary>The most that a claim scores which no construction proves that is understood as a whole.</summary>
    public const double MostUnproven = 0.7;

    /// <summary>The score, 0 to 1, rounded to two digits.</summary>
    public static double Of(Claim claim)
    {
        var traits = claim.Traits;
        var near =
            traits.HasFlag(ClaimTraits.RecipientInClause) ? 0.35
            : traits.HasFlag(ClaimTraits.RecipientInSentence) ? 0.30
            : traits.HasFlag(ClaimTraits.RecipientIsProtagonist) ? 0.25
            : 0.05;
        var tie = traits.HasFlag(ClaimTraits.ExplicitTie) ? 0.30 : 0;
        var award = claim.Award.Certainty switch
        {
            AwardCertainty.Listed => 0.30,
            AwardCertainty.OwnerStated => 0.25,
            AwardCertainty.OwnerInferred => 0.15,
            AwardCertainty.Unowned => 0.05,
            _ => throw new InvalidOperationException($"No weight for certainty {claim.Award.Certainty}."),
        };
        var doubt =
            (traits.HasFlag(ClaimTraits.Ambiguous) ? 0.30 : 0)
            + (traits.HasFlag(ClaimTraits.KindsDiffer) ? 0.30 : 0)
            + (traits.HasFlag(ClaimTraits.Repaired) ? 0.05 : 0)
            + (claim.Mention.Head is null ? 0.10 : 0)
            + (claim.Award.Level is null ? 0.10 : 0);
        var most = traits.HasFlag(ClaimTraits.Unproven) ? MostUnproven : 1;
        return Math.Round(Math.Clamp(near + tie + award - doubt, 0, most), 2);
    }
}
