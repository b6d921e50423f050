using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Nominations;

/// <summary>What a note is about.</summary>
public enum NominationNoteKind
{
    /// <summary>意见: somebody says something.</summary>
    Comment = 1,

    /// <summary>进入下一步</summary>
    Moved = 2,

    /// <summary>退回</summary>
    Returned = 3,

    /// <summary>撤回</summary>
    Withdrawn = 4,

    /// <summary>登记: a vote, a publicity, an answer, a fact was entered.</summary>
    Entered = 5,

    /// <summary>结果</summary>
    Decided = 6,
}

/// <summary>What happened to a nomination, and what people said of it. Notes are only added.</summary>
public sealed class NominationNote
{
    /// <summary>Most UTF-16 units.</summary>
    public const int LongestText = 1000;

    /// <param name="stage">Where the nomination stood afterwards.</param>
    /// <exception cref="RuleBrokenException">It says nothing, too much, or somebody's number.</exception>
    public NominationNote(Guid nominationId, NominationNoteKind kind, string text, NominationStage stage, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(by);
        Require.That(new TextIsGiven("内容", text, LongestText), new NoPrivateNumberIsWritten(text));
        Id = Guid.CreateVersion7(at);
        (NominationId, Kind, Text, Stage, By, At) = (nominationId, kind, text, stage, by.Name, at);
    }

    private NominationNote() { }

    public Guid Id { get; private set; }

    public Guid NominationId { get; private set; }

    public NominationNoteKind Kind { get; private set; }

    public string Text { get; private set; } = "";

    public NominationStage Stage { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

/// <summary>The Chinese words for kinds of notes.</summary>
public static class NominationNoteWords
{
    public static string ToChinese(this NominationNoteKind kind) =>
        kind switch
        {
            NominationNoteKind.Comment => "意见",
            NominationNoteKind.Moved => "进入下一步",
            NominationNoteKind.Returned => "退回",
            NominationNoteKind.Withdrawn => "撤回",
            NominationNoteKind.Entered => "登记",
            NominationNoteKind.Decided => "结果",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };
}
