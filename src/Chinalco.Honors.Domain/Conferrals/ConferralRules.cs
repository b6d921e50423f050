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

    public string Advice => "该授予已被撤销，不能再更改。如撤销决定有误，请登记新的授予并附文件。";
}

/// <summary>A conferral entered wrongly is entered anew, not revived: otherwise the same honour could stand twice.</summary>
public sealed class ADeprecatedConferralStaysDeprecated(ConferralStatus status) : IRule
{
    public bool Holds => status != ConferralStatus.Deprecated;

    public string Advice => "该授予已登记为有误，不能再更改。如记录其实无误，请重新登记。";
}

/// <summary>What ended by an accepted finding holds again only when that finding is taken back.</summary>
public sealed class OnlyWhatEndedItMakesItHoldAgain(bool same) : IRule
{
    public bool Holds => same;

    public string Advice => "该授予不是由这条线索终止的，不能在此恢复。";
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
