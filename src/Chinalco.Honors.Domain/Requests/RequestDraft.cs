using Chinalco.Honors.Domain.Documents;

namespace Chinalco.Honors.Domain.Requests;

/// <summary>What somebody asks for, before it is entered.</summary>
/// <param name="HonoreeId">About whom.</param>
/// <param name="Words">What they say to it, in their own words; may be empty where the kind says enough.</param>
/// <param name="ConferralId">The honour it is about, where it is one.</param>
/// <param name="ArticleId">The article it is about, where it is one.</param>
/// <param name="Honour">Of a missing honour what is known of it; of a correction of an honour what would be right.</param>
/// <param name="Attachment">A photo or scan; its bytes are in the file store already.</param>
public sealed record RequestDraft(
    Guid Id,
    RequestKind Kind,
    RequestFact Fact,
    Guid HonoreeId,
    string? Words,
    Guid? ConferralId = null,
    Guid? ArticleId = null,
    ToldHonour? Honour = null,
    ScanFacts? Attachment = null
);

/// <summary>An honour as an employee tells of it.</summary>
/// <param name="AwardId">The award of the catalogue; null when the name is none of its names.</param>
/// <param name="Award">As the employee calls it.</param>
/// <param name="DocumentNumber">文号, where it is known.</param>
public sealed record ToldHonour(Guid? AwardId, string? Award, int? Year, string? ConferringBody, string? DocumentNumber)
{
    public static readonly ToldHonour Nothing = new(null, null, null, null, null);
}
