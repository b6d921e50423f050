using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Nominations;

/// <summary>公示: a nomination shown to everybody for some days.</summary>
public sealed class Publicity
{
    /// <summary>Most UTF-16 units of the level that it is shown at.</summary>
    public const int LongestStageName = 60;

    /// <summary>Most UTF-16 units of the place.</summary>
    public const int LongestPlace = 200;

    /// <summary>Longest term in days of either kind.</summary>
    public const int MostDays = 60;

    /// <exception cref="RuleBrokenException">The term or the place cannot be.</exception>
    public Publicity(Guid id, Guid nominationId, PublicityFacts facts, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(by);
        Require.That(
            new TextIsGiven("公示层级", facts.StageName, LongestStageName),
            new TextIsGiven("公示地点", facts.Place, LongestPlace),
            new NoPrivateNumberIsWritten(facts.StageName, facts.Place),
            new APublicityTakesItsDays(facts)
        );
        (Id, NominationId, StageName, Place) = (id, nominationId, facts.StageName, facts.Place);
        (From, Days, InWorkingDays, Until) = (facts.From, facts.Days, facts.InWorkingDays, facts.Until);
        (StartedBy, StartedAt) = (by.Name, at);
    }

    private Publicity() { }

    public Guid Id { get; private set; }

    public Guid NominationId { get; private set; }

    /// <summary>The programme's word for the level: 所在单位, 省, 全国 …</summary>
    public string StageName { get; private set; } = "";

    /// <summary>The day it was put up, which does not count.</summary>
    public DateOnly From { get; private set; }

    public int Days { get; private set; }

    public bool InWorkingDays { get; private set; }

    /// <summary>The last day, as the calendars of the day it was put up say.</summary>
    public DateOnly Until { get; private set; }

    public string Place { get; private set; } = "";

    /// <summary>When somebody took it down before its end; by itself it ends with its last day.</summary>
    public DateTimeOffset? TakenDownAt { get; private set; }

    public string StartedBy { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Whether it is up on a day.</summary>
    public bool IsUpOn(DateOnly day) => TakenDownAt is null && day >= From && day <= Until;

    /// <summary>Whether its whole term is over on a day; one taken down early never is.</summary>
    public bool IsOverOn(DateOnly day) => TakenDownAt is null && day > Until;

    /// <summary>Takes it down before its end: it has to be put up again.</summary>
    /// <exception cref="RuleBrokenException">It is over, or down already.</exception>
    public void TakeDown(DateOnly today, DateTimeOffset at)
    {
        Require.That(new ThePublicityIsUp(this, today));
        TakenDownAt = at;
    }
}

/// <summary>What is entered of a publicity.</summary>
/// <param name="From">The day it is put up.</param>
/// <param name="Until">Its last day, from the calendars.</param>
public sealed record PublicityFacts(string StageName, DateOnly From, int Days, bool InWorkingDays, DateOnly Until, string Place);

/// <summary>异议: what somebody has against a nomination that is shown.</summary>
public sealed class Objection
{
    /// <summary>Most UTF-16 units of the objection and of its answer.</summary>
    public const int LongestText = 2000;

    /// <summary>Most UTF-16 units of the way it came.</summary>
    public const int LongestChannel = 60;

    /// <param name="channel">来信, 来访, 网站 …; who objected is not kept.</param>
    /// <exception cref="RuleBrokenException">It says nothing, too much, or somebody's number.</exception>
    public Objection(Guid id, Guid publicityId, string text, DateOnly receivedOn, string channel, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(by);
        Require.That(
            new TextIsGiven("异议内容", text, LongestText),
            new TextIsGiven("异议来源", channel, LongestChannel),
            new NoPrivateNumberIsWritten(text, channel)
        );
        (Id, PublicityId, Text, ReceivedOn, Channel) = (id, publicityId, text, receivedOn, channel);
        (EnteredBy, EnteredAt) = (by.Name, at);
    }

    private Objection() { }

    public Guid Id { get; private set; }

    public Guid PublicityId { get; private set; }

    public string Text { get; private set; } = "";

    public DateOnly ReceivedOn { get; private set; }

    public string Channel { get; private set; } = "";

    public string? Answer { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Whether the objection was found right; null while nobody answered.</summary>
    public bool? Upheld { get; private set; }

    public string EnteredBy { get; private set; } = "";

    public DateTimeOffset EnteredAt { get; private set; }

    /// <exception cref="RuleBrokenException">It is answered already, or the answer says nothing.</exception>
    public void Reply(string answer, DateOnly on, bool upheld)
    {
        Require.That(
            new AnObjectionIsAnsweredOnce(AnsweredOn),
            new TextIsGiven("异议处理结果", answer, LongestText),
            new NoPrivateNumberIsWritten(answer)
        );
        (Answer, AnsweredOn, Upheld) = (answer, on, upheld);
    }
}

/// <summary>A publicity lasts at least a day and ends after it began.</summary>
public sealed class APublicityTakesItsDays(PublicityFacts facts) : IRule
{
    public bool Holds => facts.Days is >= 1 and <= Publicity.MostDays && facts.Until >= facts.From.AddDays(facts.Days);

    public string Advice => $"公示期限不合理：应为 1 到 {Publicity.MostDays} 天，且在公示日之后结束。";
}

/// <summary>Only what is up is taken down.</summary>
public sealed class ThePublicityIsUp(Publicity publicity, DateOnly today) : IRule
{
    public bool Holds => publicity.TakenDownAt is null && today <= publicity.Until;

    public string Advice => "该公示已结束或已撤下。";
}

/// <summary>An answer that was given stands.</summary>
public sealed class AnObjectionIsAnsweredOnce(DateOnly? answeredOn) : IRule
{
    public bool Holds => answeredOn is null;

    public string Advice => "该异议已有处理结果。";
}
