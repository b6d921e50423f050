using Chinalco.Honors.Ingestion.Detection;

namespace Chinalco.Honors.Ingestion.Claims;

/// <summary>How the text ties an award to its recipient; the features a finding is scored by.</summary>
[Flags]
public enum ClaimTraits
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>The recipient stands in the clause or row itself.</summary>
    RecipientInClause = 1,

    /// <summary>The recipient stands in the same sentence.</summary>
    RecipientInSentence = 2,

    /// <summary>The recipient is the person the whole text is about, and nobody else is in between.</summary>
    RecipientIsProtagonist = 4,

    /// <summary>A verb of receiving or conferring, a list row under an award, or an apposition ties them.</summary>
    ExplicitTie = 8,

    /// <summary>Recipient and award are of different kinds (a team's award for a person).</summary>
    KindsDiffer = 16,

    /// <summary>The words were damaged and repaired.</summary>
    Repaired = 32,

    /// <summary>Another reading is possible.</summary>
    Ambiguous = 64,

    /// <summary>The award's form alone speaks for it: no head word, no owner.</summary>
    WeakAward = 128,

    /// <summary>No construction that is understood as a whole proves it; an editor decides.</summary>
    Unproven = 256,
}

/// <summary>A text's claim that a recipient received an award.</summary>
/// <param name="Recipient">Who.</param>
/// <param name="Award">What.</param>
/// <param name="Start">Start of the proving sentence or row in the article's text.</param>
/// <param name="End">Its end, exclusive.</param>
/// <param name="Rule">Stable id of the rule that read it.</param>
/// <param name="Explanation">Why, in plain Chinese.</param>
/// <param name="Traits">How it is tied.</param>
/// <param name="Mention">The award's mention.</param>
public sealed record Claim(
    Recipient Recipient,
    ResolvedAward Award,
    int Start,
    int End,
    string Rule,
    string Explanation,
    ClaimTraits Traits,
    AwardMention Mention
)
{
    /// <summary>Number of people named in the proving sentence; tells an intact sentence from a damaged copy.</summary>
    public int PeopleInSentence { get; init; }
}

/// <summary>A text's statement that an award is no longer, or was never, rightly held.</summary>
/// <param name="Recipient">Who lost it; as printed.</param>
/// <param name="Award">Which one; with its owner.</param>
/// <param name="Reason">撤销, 更正, 自然终止 …, with the ground as far as it is printed.</param>
/// <param name="Start">Start of the sentence in the article's text.</param>
/// <param name="End">Its end, exclusive.</param>
public sealed record RevocationClaim(string Recipient, string Award, string Reason, int Start, int End);
