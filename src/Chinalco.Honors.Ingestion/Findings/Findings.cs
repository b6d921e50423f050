using System.Collections.Immutable;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Ingestion.Linking;
using Chinalco.Honors.Ingestion.Segmentation;

namespace Chinalco.Honors.Ingestion.Findings;

/// <summary>What part a person has in an article.</summary>
public enum PersonRole
{
    /// <summary>Receives an honour.</summary>
    Honoree = 1,

    /// <summary>The person the article is about.</summary>
    Subject = 2,

    /// <summary>Apprentice of the person the article is about.</summary>
    Apprentice = 3,

    /// <summary>Mentor of the person the article is about.</summary>
    Mentor = 4,

    /// <summary>Leader of a unit of the group.</summary>
    Leader = 5,

    /// <summary>Official of another body.</summary>
    Official = 6,

    /// <summary>Author.</summary>
    Reporter = 7,

    /// <summary>Photographer.</summary>
    Photographer = 8,

    /// <summary>Historical exemplar.</summary>
    RoleModel = 9,

    /// <summary>Anybody else.</summary>
    Mentioned = 10,
}

/// <summary>Whether a finding stands by itself.</summary>
public enum FindingDecision
{
    /// <summary>It may be confirmed without an editor.</summary>
    Auto = 1,

    /// <summary>An editor decides.</summary>
    Review = 2,
}

/// <summary>A person in an article.</summary>
public sealed record PersonFinding(
    string Name,
    string? Unit,
    string? UnitCanonical,
    string? Position,
    PersonRole Role,
    string ArticleId,
    PersonLink Link
);

/// <summary>A proposed conferral with its proof. <paramref name="Start"/> and <paramref name="End"/> count UTF-16 units of the article's text.</summary>
public sealed record ConferralFinding(
    string Recipient,
    RecipientKind RecipientKind,
    string? Unit,
    string? UnitCanonical,
    string Award,
    string? AwardCanonical,
    string? AwardId,
    AwardLevel? Level,
    string? ConferringBody,
    int? Year,
    string ArticleId,
    string Quote,
    int Start,
    int End,
    FindingDecision Decision,
    double Score,
    string Rule,
    string Explanation
)
{
    /// <summary>Who the recipient is in the registry, where it is a person.</summary>
    public PersonLink Link { get; init; } = PersonLink.NotLookedFor;
}

/// <summary>A proposed revocation or correction with its proof.</summary>
public sealed record RevocationFinding(string Recipient, string Award, string Reason, string ArticleId, string Quote, int Start, int End);

/// <summary>Everything found in one file.</summary>
public sealed record IngestionResult(
    string Source,
    IssueHeader Header,
    ImmutableArray<SegmentedArticle> Articles,
    ImmutableArray<PersonFinding> People,
    ImmutableArray<ConferralFinding> Conferrals,
    ImmutableArray<RevocationFinding> Revocations
);
