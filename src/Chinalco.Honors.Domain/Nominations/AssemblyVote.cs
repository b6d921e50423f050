using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Nominations;

/// <summary>民主程序: a body met and voted on a nomination.</summary>
public sealed class AssemblyVote
{
    /// <summary>Most UTF-16 units of the body's name.</summary>
    public const int LongestBody = 100;

    /// <summary>Most members that a body has.</summary>
    public const int MostMembers = 10_000;

    /// <exception cref="RuleBrokenException">The body has no name, the date is not over, or the numbers do not fit each other.</exception>
    public AssemblyVote(Guid id, Guid nominationId, VoteFacts facts, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(by);
        Require.That(
            new TextIsGiven("会议名称", facts.Body, LongestBody),
            new NoPrivateNumberIsWritten(facts.Body),
            new VotesFitEachOther(facts.Expected, facts.Present, facts.InFavour)
        );
        (Id, NominationId, Body, Date) = (id, nominationId, facts.Body, facts.Date);
        (Expected, Present, InFavour) = (facts.Expected, facts.Present, facts.InFavour);
        if (facts.Minutes is { } minutes)
        {
            MinutesName = CutText.To(minutes.FileName, DocumentFile.LongestName);
            (MinutesSha256, MinutesType, MinutesLength) = (minutes.Sha256, minutes.MediaType, minutes.Length);
        }

        (EnteredBy, EnteredAt) = (by.Name, at);
    }

    private AssemblyVote() { }

    public Guid Id { get; private set; }

    public Guid NominationId { get; private set; }

    /// <summary>职代会, 联席会, 领导班子, 党委 …</summary>
    public string Body { get; private set; } = "";

    public DateOnly Date { get; private set; }

    /// <summary>应到: members.</summary>
    public int Expected { get; private set; }

    /// <summary>实到: members.</summary>
    public int Present { get; private set; }

    /// <summary>赞成: members.</summary>
    public int InFavour { get; private set; }

    public string? MinutesName { get; private set; }

    /// <summary>SHA-256 of the minutes; names them in the file store.</summary>
    public string? MinutesSha256 { get; private set; }

    public string? MinutesType { get; private set; }

    /// <summary>In bytes.</summary>
    public int? MinutesLength { get; private set; }

    public string EnteredBy { get; private set; } = "";

    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>会议纪要; null when none was handed in.</summary>
    public ScanFacts? Minutes =>
        MinutesSha256 is { } sha256 ? new ScanFacts(MinutesName ?? "", sha256, MinutesType ?? "", MinutesLength ?? 0) : null;

    /// <summary>Whether two thirds of the members came, as 企业民主管理规定 asks of a 职代会.</summary>
    public bool HasQuorum => Present * 3 >= Expected * 2;

    /// <summary>Whether more than half of all members agreed, not only of those who came.</summary>
    public bool Carries => HasQuorum && InFavour * 2 > Expected;
}

/// <summary>What is entered of a vote.</summary>
/// <param name="Minutes">Its bytes are in the file store already; null for none.</param>
public sealed record VoteFacts(string Body, DateOnly Date, int Expected, int Present, int InFavour, ScanFacts? Minutes = null);

/// <summary>No more come than there are, and no more agree than came.</summary>
public sealed class VotesFitEachOther(int expected, int present, int inFavour) : IRule
{
    public bool Holds =>
        expected is >= 1 and <= AssemblyVote.MostMembers && present >= 0 && present <= expected && inFavour >= 0 && inFavour <= present;

    public string Advice => "应到、实到、赞成人数不符：应到至少 1 人，实到不多于应到，赞成不多于实到。";
}

/// <summary>A vote that did not reach its majority is no consent.</summary>
public sealed class TheVoteCarries(AssemblyVote vote) : IRule
{
    public bool Holds => vote.Carries;

    public string Advice =>
        vote.HasQuorum
            ? $"{vote.Body}赞成 {vote.InFavour} 人，未超过应到 {vote.Expected} 人的半数，不能进入下一步。"
            : $"{vote.Body}实到 {vote.Present} 人，不足应到 {vote.Expected} 人的三分之二，不能进入下一步。";
}
