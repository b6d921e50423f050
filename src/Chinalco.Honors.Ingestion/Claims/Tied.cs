using System.Collections.Immutable;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>Who receives the awards of a group, and how that was read.</summary>
/// <param name="Recipients">Who; empty where nobody is tied.</param>
/// <param name="Rule">Stable id of the rule.</param>
/// <param name="Traits">How the text ties them.</param>
/// <param name="DropOwner">Whether what reads like the award's owner is its recipient.</param>
internal sealed record Tied(ImmutableArray<Recipient> Recipients, string Rule, ClaimTraits Traits, bool DropOwner = false)
{
    /// <summary>The award and its recipient stand in one clause with words that tie them.</summary>
    public const ClaimTraits Here = ClaimTraits.RecipientInClause | ClaimTraits.RecipientInSentence | ClaimTraits.ExplicitTie;

    /// <summary>The recipient is what the whole text is about.</summary>
    public const ClaimTraits OfTheWhole = ClaimTraits.RecipientIsProtagonist | ClaimTraits.ExplicitTie;

    /// <summary>How far away the recipients were named, where the clause does not name them.</summary>
    public SubjectDistance Distance { get; init; } = SubjectDistance.SameSentence;

    /// <summary>Nobody is tied.</summary>
    public static Tied Nobody { get; } = new([], "", ClaimTraits.None);
}
