using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Conferrals;

/// <summary>Somebody received it: each recipient names a person or a unit.</summary>
public sealed class AConferralHasRecipients(IReadOnlyList<RecipientDraft> recipients) : IRule
{
    public bool Holds =>
        recipients.Count > 0
        && recipients.All(r => !string.IsNullOrWhiteSpace(r.NameAsPrinted) && (r.Kind != RecipientKind.Person || r.HonoreeId is not null));

    public string Advice => "授予须至少有一名获得者，且个人获得者须对应到人物。";
}

/// <summary>Nobody receives the same conferral twice.</summary>
public sealed class ARecipientStandsOnceInAConferral(IReadOnlyList<RecipientDraft> recipients) : IRule
{
    public bool Holds => recipients.Select(r => r.Key).Distinct(StringComparer.Ordinal).Count() == recipients.Count;

    public string Advice => "同一获得者在一次授予中出现了两次，请删去重复的一项。";
}

/// <summary>The year is neither before the republic nor after next year.</summary>
public sealed class TheYearIsPlausible(int? year, DateTimeOffset now) : IRule
{
    public bool Holds => year is null || (year >= 1949 && year <= now.Year + 1);

    public string Advice => $"年份 {year} 不合理，请填写 1949 年至明年之间的年份。";
}

/// <summary>A revoked conferral is neither changed nor revived.</summary>
public sealed class ARevokedConferralStaysRevoked(ConferralStatus status) : IRule
{
    public bool Holds => status != ConferralStatus.Revoked;

    public string Advice => "该授予已被撤销，不能再更改。如撤销是误登的，请先恢复。";
}

/// <summary>A conferral entered wrongly is restored before anything else is done with it.</summary>
public sealed class ADeprecatedConferralStaysDeprecated(ConferralStatus status) : IRule
{
    public bool Holds => status != ConferralStatus.Deprecated;

    public string Advice => "该授予已登记为有误，不能再更改。如记录其实无误，请先恢复。";
}

/// <summary>What ended by an accepted finding holds again only when that finding is taken back.</summary>
public sealed class OnlyWhatEndedItMakesItHoldAgain(bool same) : IRule
{
    public bool Holds => same;

    public string Advice => "该授予不是由这条线索终止的，不能在此恢复。";
}

/// <summary>What somebody ended by hand is restored by hand; what a finding ended holds again when the finding is taken back.</summary>
public sealed class OnlyWhatWasEndedByHandIsRestoredByHand(bool isEnded, bool byFinding) : IRule
{
    public bool Holds => isEnded && !byFinding;

    public string Advice =>
        isEnded ? "该授予是由编辑确认的一条报道线索终止的，请由编辑在审核台撤回那次确认。" : "该授予没有被登记为有误或撤销，无需恢复。";
}

/// <summary>Whoever changes a conferral by hand saw it as it is: nothing that somebody else wrote is overwritten unseen.</summary>
public sealed class TheConferralIsAsItWasSeen(long seen, long now) : IRule
{
    public bool Holds => seen == now;

    public string Advice => "在您打开页面之后，有人更改了这项授予。您的操作没有生效，请看过现在的内容再决定。";
}

/// <summary>Nothing is taken back before it was given.</summary>
public sealed class ARevocationFollowsItsConferral(PartialDate? revoked, PartialDate? conferred) : IRule
{
    public bool Holds => revoked is not { } end || conferred is not { } begin || !begin.IsCertainlyAfter(end);

    public string Advice => $"撤销日期 {revoked} 早于授予时间 {conferred}，请核对。";
}

/// <summary>Medal and certificate are given back when the honour was taken back.</summary>
public sealed class OnlyARevokedHonourIsGivenBack(bool isRevoked) : IRule
{
    public bool Holds => isRevoked;

    public string Advice => "该授予没有被撤销，无须登记收回奖章、证书。";
}

/// <summary>A proof points at a passage of an article or at a document.</summary>
public sealed class EvidenceNamesAPassageOrADocument(EvidenceDraft draft) : IRule
{
    public bool Holds =>
        draft.DocumentId is not null
        || (draft is { ArticleId: not null, Start: >= 0, Quote.Length: > 0 } && draft.End == draft.Start + draft.Quote.Length);

    public string Advice => "佐证须指向文章中的一段原文，或一份表彰文件。";
}

/// <summary>A quote stands literally in its article at the place given.</summary>
public sealed class AQuoteStandsInItsArticle(string articleText, EvidenceDraft draft) : IRule
{
    public bool Holds =>
        draft is { Start: { } start, End: { } end, Quote: { } quote }
        && start >= 0
        && end >= start
        && end <= articleText.Length
        && articleText.AsSpan(start, end - start).SequenceEqual(quote);

    public string Advice => "引文与文章原文不一致，请重新选取原文。";
}
