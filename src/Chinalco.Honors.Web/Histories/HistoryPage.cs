using System.Collections.Immutable;
using Chinalco.Honors.Domain.Auditing;

namespace Chinalco.Honors.Web.Histories;

/// <summary>What has a history. The names stand in no address; the folder of the entity's page does.</summary>
public enum HistoryOf
{
    /// <summary>人物: with rosters, and with the person's honours.</summary>
    Person = 1,

    /// <summary>单位: with the honours of the unit or team itself.</summary>
    Unit = 2,

    /// <summary>荣誉: the catalogue's entry; each conferral has a history of its own.</summary>
    Award = 3,

    /// <summary>授予: from the finding to the revocation.</summary>
    Conferral = 4,

    /// <summary>表彰文件</summary>
    Document = 5,

    /// <summary>文章: with what was read in it and what editors decided.</summary>
    Article = 6,
}

/// <summary>What kind of change an entry tells of. The names stand in addresses.</summary>
public enum HistoryTopic
{
    /// <summary>登记: the thing became known.</summary>
    Entry = 1,

    /// <summary>任职: rosters, moves, status.</summary>
    Post = 2,

    /// <summary>资料: facts were corrected or added.</summary>
    Facts = 3,

    /// <summary>佐证: a proof was added or taken back.</summary>
    Proof = 4,

    /// <summary>核对: what ingestion proposed and editors decided.</summary>
    Desk = 5,

    /// <summary>证书</summary>
    Certificate = 6,

    /// <summary>终止: expired, entered wrongly, revoked, holding again.</summary>
    End = 7,

    /// <summary>可见范围</summary>
    Visibility = 8,
}

/// <summary>What somebody wants to see of a history.</summary>
/// <param name="Topic">Null for every kind.</param>
/// <param name="Year">The year, in China, in which it was entered; null for all.</param>
/// <param name="Page">From 1.</param>
public sealed record HistoryFilter(HistoryTopic? Topic = null, int? Year = null, int Page = 1);

/// <summary>One page of the history of one thing, the newest entry first.</summary>
/// <param name="Total">Entries on all pages that the filter lets through.</param>
/// <param name="Topics">The kinds that the whole history holds.</param>
/// <param name="Years">The years that the whole history holds, the last first.</param>
public sealed record HistoryPage(
    HistorySubject Subject,
    ImmutableArray<HistoryEntry> Entries,
    int Total,
    HistoryFilter Filter,
    int PageSize,
    ImmutableArray<HistoryTopic> Topics,
    ImmutableArray<int> Years
)
{
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
}

/// <summary>Whose history it is.</summary>
/// <param name="Href">Its page.</param>
/// <param name="Chain">Its audit chain; null for a conferral, which stands in its award's.</param>
public sealed record HistorySubject(HistoryOf Of, Guid Id, string Name, string Href, AuditSubject? Chain);

/// <summary>One thing that was done.</summary>
/// <param name="Id">The audit record's; of what has none, the thing's own. Stands in the entry's address.</param>
/// <param name="Title">What was done, in Chinese.</param>
/// <param name="By">Who entered it; a word for somebody who is hidden.</param>
/// <param name="Source">The import or the text that it came from.</param>
/// <param name="About">What it was done to, where that is not the subject itself.</param>
/// <param name="Reason">In the words of whoever did it.</param>
public sealed record HistoryEntry(
    Guid Id,
    DateTimeOffset At,
    HistoryTopic Topic,
    string Title,
    string By,
    HistoryLink? Source,
    HistoryLink? About,
    string? Reason,
    ImmutableArray<HistoryProof> Proofs,
    ImmutableArray<HistoryChange> Changes
);

/// <summary>A text that may lead somewhere.</summary>
/// <param name="Href">Null when it leads nowhere, or nowhere for this viewer.</param>
public sealed record HistoryLink(string Text, string? Href = null);

/// <summary>Who says so, and where.</summary>
/// <param name="AssertedBy">The newspaper, the body that issued the document, the roster.</param>
/// <param name="Quote">The sentence; null where a whole document is the proof.</param>
public sealed record HistoryProof(string AssertedBy, string? Quote, HistoryLink? Place);

/// <summary>One field that differs.</summary>
/// <param name="Field">In Chinese.</param>
/// <param name="Before">Null when there was nothing, or nobody knows.</param>
/// <param name="After">Null when there is nothing any more.</param>
/// <param name="IsWithheld">It changed, but neither value stands here: an employee number, each look at which is recorded.</param>
public sealed record HistoryChange(string Field, HistoryLink? Before, HistoryLink? After, bool IsWithheld = false);
