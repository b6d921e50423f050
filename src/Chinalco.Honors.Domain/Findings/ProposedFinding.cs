namespace Chinalco.Honors.Domain.Findings;

/// <summary>What one reading of an article gives, before it is stored as a <see cref="Finding"/>.</summary>
/// <param name="Safe">Sure enough to be confirmed without an editor.</param>
/// <param name="Wrong">Of a correction: what the earlier report had.</param>
public sealed record ProposedFinding(FindingKind Kind, FindingClaim Claim, FindingProof Proof, bool Safe, WrongVersion? Wrong = null)
{
    /// <summary>Equal for what says the same of the same sentence.</summary>
    public string MemoryKey => Finding.MemoryKeyOf(Kind, Claim.RecipientName, Claim.UnitText, Claim.AwardText, Proof.Quote);

    /// <summary>As it is stored.</summary>
    public Finding ToFinding(Guid id, Guid articleId, int ordinal)
    {
        var finding = new Finding(id, articleId, ordinal, Kind, Claim, Proof, Safe);
        if (Wrong is not null)
        {
            finding.Corrects(Wrong);
        }

        return finding;
    }
}
