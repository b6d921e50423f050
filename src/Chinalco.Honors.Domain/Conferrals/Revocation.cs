namespace Chinalco.Honors.Domain.Conferrals;

/// <summary>撤销: how a deciding body took a conferral back. The ground is the conferral's <see cref="Conferral.StatusReason"/>.</summary>
public sealed class Revocation
{
    /// <summary>Most UTF-16 units of the body's name.</summary>
    public const int LongestBody = 200;

    internal Revocation(Guid conferralId, RevocationFacts facts, Actor by, DateTimeOffset at)
    {
        ConferralId = conferralId;
        (Body, Date, DocumentId, MedalReturned, CertificateReturned) = (
            facts.Body,
            facts.Date,
            facts.DocumentId,
            facts.MedalReturned,
            facts.CertificateReturned
        );
        (EnteredBy, EnteredAt) = (by.Name, at);
    }

    private Revocation() { }

    public Guid ConferralId { get; private set; }

    /// <summary>Who took it back; null when print did not say.</summary>
    public string? Body { get; private set; }

    public PartialDate? Date { get; private set; }

    /// <summary>The decision that takes it back.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>奖章已收回</summary>
    public bool MedalReturned { get; private set; }

    /// <summary>证书已收回</summary>
    public bool CertificateReturned { get; private set; }

    /// <summary>Who entered it into the registry.</summary>
    public string EnteredBy { get; private set; } = "";

    public DateTimeOffset EnteredAt { get; private set; }

    internal bool GiveBack(bool medal, bool certificate)
    {
        var before = (MedalReturned, CertificateReturned);
        (MedalReturned, CertificateReturned) = (medal, certificate);
        return before != (medal, certificate);
    }
}

/// <summary>What is said of a revocation besides its ground.</summary>
/// <param name="Body">Who took it back; null when print does not say.</param>
/// <param name="DocumentId">The decision that takes it back.</param>
public sealed record RevocationFacts(
    string? Body = null,
    PartialDate? Date = null,
    Guid? DocumentId = null,
    bool MedalReturned = false,
    bool CertificateReturned = false
);
