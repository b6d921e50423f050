using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Conferrals;

/// <summary>What happens to a certificate.</summary>
public enum CertificateStep
{
    /// <summary>颁发</summary>
    Issued = 1,

    /// <summary>更正编号: the number was entered wrongly.</summary>
    Renumbered = 2,

    /// <summary>挂失</summary>
    Lost = 3,

    /// <summary>找回: it was not lost after all.</summary>
    Found = 4,

    /// <summary>补发: another one in the place of the lost one.</summary>
    Reissued = 5,
}

/// <summary>证书记录: one step in the life of a recipient's certificate. The last one says how it stands; none is ever changed.</summary>
public sealed class CertificateEntry
{
    /// <summary>Most UTF-16 units of a number.</summary>
    public const int LongestNumber = 100;

    internal CertificateEntry(Guid conferralId, int order, CertificateDraft draft, Actor by, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        (ConferralId, RecipientId, Order) = (conferralId, draft.RecipientId, order);
        (Step, Number, On) = (draft.Step, draft.Number ?? "", draft.On);
        (EnteredBy, EnteredAt) = (by.Name, at);
    }

    private CertificateEntry() { }

    public Guid Id { get; private set; }

    public Guid ConferralId { get; private set; }

    public Guid RecipientId { get; private set; }

    /// <summary>Place among the steps of this recipient's certificate, from 1.</summary>
    public int Order { get; private set; }

    public CertificateStep Step { get; private set; }

    /// <summary>The certificate's number after the step.</summary>
    public string Number { get; private set; } = "";

    /// <summary>When it happened, as far as known.</summary>
    public PartialDate? On { get; private set; }

    public string EnteredBy { get; private set; } = "";

    public DateTimeOffset EnteredAt { get; private set; }

    internal void BelongsTo(Guid conferralId, Guid recipientId) => (ConferralId, RecipientId) = (conferralId, recipientId);
}

/// <summary>A step in the life of a certificate, before it is entered.</summary>
/// <param name="Number">Of a step that gives one; else null.</param>
/// <param name="On">When it happened, as far as known.</param>
public sealed record CertificateDraft(Guid RecipientId, CertificateStep Step, string? Number, PartialDate? On);

/// <summary>The steps that may follow another.</summary>
public static class CertificateSteps
{
    /// <param name="last">Null when the registry knows of no certificate.</param>
    public static IReadOnlyList<CertificateStep> After(CertificateStep? last) =>
        last switch
        {
            null => [CertificateStep.Issued],
            CertificateStep.Lost => [CertificateStep.Reissued, CertificateStep.Found],
            _ => [CertificateStep.Lost, CertificateStep.Renumbered],
        };

    /// <summary>Whether the step gives the certificate a number.</summary>
    public static bool GivesNumber(this CertificateStep step) =>
        step is CertificateStep.Issued or CertificateStep.Renumbered or CertificateStep.Reissued;
}

/// <summary>A certificate belongs to one of those who received the conferral.</summary>
public sealed class TheCertificateIsARecipients(bool isOne) : IRule
{
    public bool Holds => isOne;

    public string Advice => "证书须属于这项授予的一名获得者，请重新选择。";
}

/// <summary>What is lost was issued, and what is reissued was lost.</summary>
public sealed class ACertificateTakesOneStepAfterAnother(CertificateEntry? before, CertificateDraft draft) : IRule
{
    public bool Holds => CertificateSteps.After(before?.Step).Contains(draft.Step);

    public string Advice =>
        before switch
        {
            null => "还没有登记证书编号，请先登记颁发。",
            { Step: CertificateStep.Lost } => "证书已经挂失，只能登记补发或找回。",
            _ when draft.Step == CertificateStep.Issued => "证书已经登记。编号有误请更正，遗失请先挂失再补发。",
            _ => "证书没有挂失，不能补发或找回。",
        };
}

/// <summary>Whoever issues a certificate says its number.</summary>
public sealed class ANumberIsGivenWhereACertificateIs(CertificateDraft draft) : IRule
{
    public bool Holds => !draft.Step.GivesNumber() || draft.Number is { Length: > 0 and <= CertificateEntry.LongestNumber };

    public string Advice => $"请填写证书编号，最多 {CertificateEntry.LongestNumber} 个字符。";
}

/// <summary>No certificate is lost before it was issued.</summary>
public sealed class ACertificatesDatesFollowEachOther(CertificateEntry? before, CertificateDraft draft) : IRule
{
    public bool Holds => before?.On is not { } earlier || draft.On is not { } later || !earlier.IsCertainlyAfter(later);

    public string Advice => $"日期 {draft.On} 早于上一条证书记录的日期 {before?.On}，请核对。";
}
