using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Grains.Commands;

namespace Chinalco.Honors.Grains.Awards;

/// <summary>Owns one award of the catalogue and all its conferrals. The grain's key is the award's id.</summary>
public interface IAwardGrain : IGrainWithGuidKey
{
    /// <summary>Enters the award; one that exists is left as it is.</summary>
    Task<CommandOutcome> RegisterAsync(RegisterAward command, CancellationToken cancellationToken = default);

    Task<CommandOutcome> AddAliasAsync(AddAwardAlias command, CancellationToken cancellationToken = default);

    /// <summary>Corrects what the catalogue says of the award. Its conferrals keep the level that each of them carries.</summary>
    Task<CommandOutcome> DescribeAsync(DescribeAward command, CancellationToken cancellationToken = default);

    /// <summary>
    /// Confers the award, or adds the proof to the conferral that reports the same honour. The subject of the outcome is the conferral.
    /// A report without a year that fits two conferrals is undecided.
    /// </summary>
    Task<CommandOutcome> ConferAsync(Confer command, CancellationToken cancellationToken = default);

    /// <summary>Confers the award to several who did not receive it together: a conferral each, all of them or none.</summary>
    Task<CommandOutcome> ConferEachAsync(ConferEach command, CancellationToken cancellationToken = default);

    /// <summary>Corrects year, edition, date, body, level or document.</summary>
    Task<CommandOutcome> CorrectAsync(CorrectConferral command, CancellationToken cancellationToken = default);

    /// <summary>Deprecates, expires or revokes a conferral.</summary>
    Task<CommandOutcome> EndAsync(EndConferral command, CancellationToken cancellationToken = default);

    /// <summary>Adds a proof to a conferral that is known: a reprint of a report that proves it.</summary>
    Task<CommandOutcome> ProveAsync(ProveConferral command, CancellationToken cancellationToken = default);

    /// <summary>Takes back what a finding proved, ended or replaced, and reopens the finding.</summary>
    Task<CommandOutcome> WithdrawAsync(WithdrawProof command, CancellationToken cancellationToken = default);

    /// <summary>Lets a conferral hold again that was ended wrongly, by hand.</summary>
    Task<CommandOutcome> RestoreAsync(RestoreConferral command, CancellationToken cancellationToken = default);

    /// <summary>Notes what became of a recipient's certificate.</summary>
    Task<CommandOutcome> NoteCertificateAsync(NoteCertificate command, CancellationToken cancellationToken = default);

    /// <summary>Notes that medal or certificate of a revoked conferral came back.</summary>
    Task<CommandOutcome> NoteReturnAsync(NoteReturn command, CancellationToken cancellationToken = default);

    /// <summary>Says who may see a conferral.</summary>
    Task<CommandOutcome> ShowAsync(ShowConferral command, CancellationToken cancellationToken = default);

    /// <summary>The award as committed last; null when there is none.</summary>
    Task<AwardSnapshot?> GetAsync(CancellationToken cancellationToken = default);
}

public sealed record RegisterAward(
    CommandStamp Stamp,
    string? Code,
    string Name,
    AwardLevel Level,
    AwardFamily Family,
    string? ConferringBody,
    AwardDetails? Details,
    ImmutableArray<string> Aliases
);

public sealed record AddAwardAlias(CommandStamp Stamp, string Name);

/// <param name="Facts">As it shall be; an alias that is not among them goes, a name given up stays as one.</param>
/// <param name="Seen">The award as somebody saw it (<see cref="AwardFacts.Digest"/>): anything else, and nothing is done.</param>
public sealed record DescribeAward(CommandStamp Stamp, AwardFacts Facts, string Seen);

/// <param name="ConferralId">The id that a new conferral gets.</param>
/// <param name="Evidence">The proof; it may name the finding that this command confirms.</param>
/// <param name="Replaces">Of a correction: the wrong version, which ends in the same transaction.</param>
/// <param name="ByHand">What somebody enters who looked first whether the honour stands already; null for what ingestion reports.</param>
public sealed record Confer(
    CommandStamp Stamp,
    Guid ConferralId,
    ConferralFacts Facts,
    ImmutableArray<RecipientDraft> Recipients,
    EvidenceDraft Evidence,
    WrongReport? Replaces = null,
    EnteredByHand? ByHand = null
);

/// <summary>One award by one document to several, entered by hand at once, a conferral each.</summary>
/// <param name="NewDocument">The document that proves them, when the registry does not have it yet.</param>
public sealed record ConferEach(
    CommandStamp Stamp,
    ConferralFacts Facts,
    ImmutableArray<EachRecipient> Recipients,
    EvidenceDraft Evidence,
    DocumentDraft? NewDocument = null
);

/// <summary>One of several who receive an award each.</summary>
/// <param name="ConferralId">The id that the conferral gets.</param>
public sealed record EachRecipient(Guid ConferralId, RecipientDraft Recipient, string? CertificateNumber = null);

/// <summary>What comes with a conferral that is entered by hand. It is refused when the honour stands already, and needs a reason.</summary>
/// <param name="NewDocument">The document that proves it, when the registry does not have it yet.</param>
/// <param name="CertificateNumber">Of the first recipient's certificate; null when it is not known.</param>
/// <param name="RequestId">The employee's request that entering it accepts: the photo that came with it becomes a scan of the document.</param>
public sealed record EnteredByHand(DocumentDraft? NewDocument = null, string? CertificateNumber = null, Guid? RequestId = null);

/// <summary>What a correction says was wrong: a conferral, of this award or another, or a finding that still waits.</summary>
/// <param name="Reason">For the reader, in Chinese.</param>
public sealed record WrongReport(Guid? ConferralId, Guid? FindingId, string Reason);

/// <param name="SeenVersion">The conferral's version as somebody saw it who corrects it by hand; null for a program.</param>
/// <param name="NewDocument">The document that the facts name, when the registry does not have it yet.</param>
/// <param name="RequestId">The employee's request that the correction accepts.</param>
public sealed record CorrectConferral(
    CommandStamp Stamp,
    Guid ConferralId,
    ConferralFacts Facts,
    long? SeenVersion = null,
    DocumentDraft? NewDocument = null,
    Guid? RequestId = null
);

/// <param name="Status">Expired, Deprecated or Revoked.</param>
/// <param name="Reason">For the reader, in Chinese; of a revocation its ground.</param>
/// <param name="FindingId">The finding that this command confirms; taking it back makes the conferral hold again.</param>
/// <param name="Revocation">What else is known of a revocation.</param>
/// <param name="SeenVersion">The conferral's version as somebody saw it who ends it by hand; null for a program.</param>
/// <param name="NewDocument">The document that the revocation names, when the registry does not have it yet.</param>
/// <param name="RequestId">The employee's request that the end accepts: somebody else received it.</param>
public sealed record EndConferral(
    CommandStamp Stamp,
    Guid ConferralId,
    ConferralStatus Status,
    string Reason,
    Guid? FindingId = null,
    RevocationFacts? Revocation = null,
    long? SeenVersion = null,
    DocumentDraft? NewDocument = null,
    Guid? RequestId = null
);

/// <param name="Evidence">The proof; it names the finding that this command confirms, if one does.</param>
/// <param name="SeenVersion">The conferral's version as somebody saw it who adds the proof by hand; null for a program.</param>
/// <param name="NewDocument">The document that is the proof, when the registry does not have it yet.</param>
public sealed record ProveConferral(
    CommandStamp Stamp,
    Guid ConferralId,
    EvidenceDraft Evidence,
    long? SeenVersion = null,
    DocumentDraft? NewDocument = null
);

public sealed record RestoreConferral(CommandStamp Stamp, Guid ConferralId, long SeenVersion);

public sealed record NoteCertificate(CommandStamp Stamp, Guid ConferralId, CertificateDraft Entry, long SeenVersion);

/// <param name="Medal">Whether the medal has come back.</param>
/// <param name="Certificate">Whether the certificate has come back.</param>
public sealed record NoteReturn(CommandStamp Stamp, Guid ConferralId, bool Medal, bool Certificate, long SeenVersion);

/// <param name="SeenRound">The finding's round as the editor saw it.</param>
public sealed record WithdrawProof(CommandStamp Stamp, Guid ConferralId, Guid FindingId, int SeenRound);

/// <param name="RequestId">The employee's request that this accepts.</param>
public sealed record ShowConferral(CommandStamp Stamp, Guid ConferralId, Visibility To, Guid? RequestId = null);

public sealed record AwardSnapshot(
    Guid Id,
    string? Code,
    string Name,
    AwardLevel Level,
    AwardFamily Family,
    string? ConferringBody,
    ImmutableArray<string> Aliases,
    long Version
);
