using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Nominations;

/// <summary>Whether a round still takes nominations.</summary>
public enum NominationRoundState
{
    /// <summary>进行中</summary>
    Open = 1,

    /// <summary>已结束</summary>
    Closed = 2,
}

/// <summary>评选轮次: a unit holds a programme, and everything below it may nominate.</summary>
public sealed class NominationRound
{
    /// <summary>Most UTF-16 units of a name.</summary>
    public const int LongestName = 100;

    /// <summary>Most UTF-16 units of a note.</summary>
    public const int LongestNote = 1000;

    /// <summary>Most seats of a round.</summary>
    public const int MostSeats = 10_000;

    /// <param name="programmeId">The exact version of the programme that nominations are judged by.</param>
    /// <param name="unitId">Who holds it.</param>
    /// <exception cref="RuleBrokenException">A name is missing, or there are no seats.</exception>
    public NominationRound(Guid id, Guid programmeId, Guid unitId, RoundText text, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(by);
        (Id, ProgrammeId, UnitId, State, Version) = (id, programmeId, unitId, NominationRoundState.Open, 1);
        (OpenedBy, OpenedAt) = (by.Name, at);
        Take(text);
    }

    private NominationRound() { }

    public Guid Id { get; private set; }

    public Guid ProgrammeId { get; private set; }

    public Guid UnitId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>How many first choices the round may send up.</summary>
    public int Seats { get; private set; }

    /// <summary>The last day of nominations, and the day that rules ask about.</summary>
    public DateOnly Deadline { get; private set; }

    public NominationRoundState State { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>For those who nominate, in Chinese; may be empty.</summary>
    public string Note { get; private set; } = "";

    public string OpenedBy { get; private set; } = "";

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Moves with every change of the round, its quotas, and who stands in it at which place.</summary>
    public long Version { get; private set; }

    public RoundText Text => new(Name, Seats, Deadline, Note);

    /// <summary>Writes name, seats, deadline and note anew.</summary>
    /// <returns>Whether anything is different.</returns>
    /// <exception cref="RuleBrokenException">The round is over, or the text cannot be.</exception>
    public bool Write(RoundText text)
    {
        Require.That(new TheRoundIsOpen(State));
        if (text == Text)
        {
            return false;
        }

        Take(text);
        Version++;
        return true;
    }

    /// <summary>Somebody was added, placed or left, or quotas were allotted: whoever does the same at the same time decides anew.</summary>
    /// <exception cref="RuleBrokenException">The round is over.</exception>
    public void Rearrange()
    {
        Require.That(new TheRoundIsOpen(State));
        Version++;
    }

    /// <exception cref="RuleBrokenException">The round is over already.</exception>
    public void Close(DateOnly on)
    {
        Require.That(new TheRoundIsOpen(State));
        (State, ClosedOn) = (NominationRoundState.Closed, on);
        Version++;
    }

    private void Take(RoundText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Require.That(
            new TextIsGiven("轮次名称", text.Name, LongestName),
            new ARoundHasSeats(text.Seats),
            new ATextFits("轮次说明", text.Note, LongestNote),
            new NoPrivateNumberIsWritten(text.Note)
        );
        (Name, Seats, Deadline, Note) = (text.Name, text.Seats, text.Deadline, text.Note);
    }
}

/// <summary>What is written of a round.</summary>
/// <param name="Deadline">The day that rules ask about.</param>
public sealed record RoundText(string Name, int Seats, DateOnly Deadline, string Note);

/// <summary>名额: how many first choices a unit may send up in a round.</summary>
public sealed class RoundQuota
{
    /// <exception cref="RuleBrokenException">Fewer than none, or too many.</exception>
    public RoundQuota(Guid roundId, Guid unitId, int seats)
    {
        (RoundId, UnitId) = (roundId, unitId);
        Allot(seats);
    }

    private RoundQuota() { }

    public Guid RoundId { get; private set; }

    public Guid UnitId { get; private set; }

    public int Seats { get; private set; }

    /// <exception cref="RuleBrokenException">Fewer than none, or too many.</exception>
    public void Allot(int seats)
    {
        Require.That(new AQuotaIsPlausible(seats));
        Seats = seats;
    }
}

/// <summary>A round that is over takes nothing any more.</summary>
public sealed class TheRoundIsOpen(NominationRoundState state) : IRule
{
    public bool Holds => state == NominationRoundState.Open;

    public string Advice => "本轮评选已结束，不能再修改。";
}

/// <summary>A round has at least one seat.</summary>
public sealed class ARoundHasSeats(int seats) : IRule
{
    public bool Holds => seats is >= 1 and <= NominationRound.MostSeats;

    public string Advice => $"名额应为 1 到 {NominationRound.MostSeats} 之间的整数。";
}

/// <summary>A unit gets no fewer seats than none.</summary>
public sealed class AQuotaIsPlausible(int seats) : IRule
{
    public bool Holds => seats is >= 0 and <= NominationRound.MostSeats;

    public string Advice => $"单位名额应为 0 到 {NominationRound.MostSeats} 之间的整数。";
}

/// <summary>A text that may be missing is not too long.</summary>
public sealed class ATextFits(string label, string? text, int longest) : IRule
{
    public bool Holds => (text?.Length ?? 0) <= longest;

    public string Advice => $"{label}过长，最多 {longest} 个字符。";
}
