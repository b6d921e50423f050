using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Nominations;

/// <summary>Who is nominated under a programme.</summary>
public enum CandidateKind
{
    /// <summary>个人</summary>
    Person = 1,

    /// <summary>集体</summary>
    Unit = 2,
}

/// <summary>How far a version of a programme has come.</summary>
public enum ProgrammeState
{
    /// <summary>草稿: being written; no round is opened under it.</summary>
    Draft = 1,

    /// <summary>现行: rounds are opened under it.</summary>
    Published = 2,

    /// <summary>历史: a later version took its place; rounds that were opened under it keep to it.</summary>
    Retired = 3,
}

/// <summary>
/// 评选项目的一版: one year's rules of an award, as YAML. A draft is written on until it is published; what is published never changes, so
/// that a round is judged to its end by what it was opened under.
/// </summary>
public sealed class NominationProgramme
{
    /// <summary>Most UTF-16 units of a code, such as national-pioneer.</summary>
    public const int LongestCode = 60;

    /// <summary>Most UTF-16 units of a name.</summary>
    public const int LongestName = 100;

    /// <summary>Most UTF-16 units of the rules.</summary>
    public const int LongestText = 40_000;

    /// <param name="revision">Which version of the year's rules it is, from 1.</param>
    /// <exception cref="RuleBrokenException">Code, year or text cannot be.</exception>
    public NominationProgramme(Guid id, ProgrammeHead head, int revision, string text, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(by);
        ArgumentOutOfRangeException.ThrowIfLessThan(revision, 1);
        Require.That(
            new TextIsGiven("评选项目编号", head.Code, LongestCode),
            new TextIsGiven("评选项目名称", head.Name, LongestName),
            new TheYearOfAProgrammeIsPlausible(head.Year),
            new TextIsGiven("评选规则", text, LongestText)
        );
        (Id, Code, Year, Revision) = (id, head.Code, head.Year, revision);
        (Name, Kind, Text, State, Version) = (head.Name, head.Kind, text, ProgrammeState.Draft, 1);
        (CreatedAt, CreatedBy, ChangedAt, ChangedBy) = (at, by.Name, at, by.Name);
    }

    private NominationProgramme() { }

    public Guid Id { get; private set; }

    /// <summary>The same through all years.</summary>
    public string Code { get; private set; } = "";

    public int Year { get; private set; }

    /// <summary>Counts the versions of one year's rules, from 1.</summary>
    public int Revision { get; private set; }

    public string Name { get; private set; } = "";

    public CandidateKind Kind { get; private set; }

    public ProgrammeState State { get; private set; }

    /// <summary>The rules as YAML: the truth. Of a draft they may be wrong yet.</summary>
    public string Text { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public string CreatedBy { get; private set; } = "";

    /// <summary>When the draft was last written.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public string ChangedBy { get; private set; } = "";

    public DateTimeOffset? PublishedAt { get; private set; }

    public string? PublishedBy { get; private set; }

    /// <summary>Why it was published, in the words of whoever did.</summary>
    public string? PublishReason { get; private set; }

    /// <summary>Moves with every change: whoever saw another number is told, and overwrites nothing.</summary>
    public long Version { get; private set; }

    /// <summary>Writes the draft anew.</summary>
    /// <param name="head">What the text says of itself; null while it cannot be read.</param>
    /// <returns>Whether anything is different.</returns>
    /// <exception cref="RuleBrokenException">It is published, or says that it is another year's or another programme's.</exception>
    public bool Write(string text, ProgrammeHead? head, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(by);
        Require.That(new OnlyADraftOfAProgrammeChanges(State), new TextIsGiven("评选规则", text, LongestText));
        if (head is not null)
        {
            Require.That(new ADraftKeepsItsCodeAndYear(this, head), new TextIsGiven("评选项目名称", head.Name, LongestName));
        }

        if (text == Text)
        {
            return false;
        }

        Text = text;
        (Name, Kind) = head is null ? (Name, Kind) : (head.Name, head.Kind);
        (ChangedAt, ChangedBy) = (at, by.Name);
        Version++;
        return true;
    }

    /// <summary>From now on rounds are opened under it.</summary>
    /// <param name="head">What the text says of itself: only what can be read is published.</param>
    /// <exception cref="RuleBrokenException">It is no draft, or nobody says why.</exception>
    public void Publish(ProgrammeHead head, string? reason, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(by);
        Require.That(
            new OnlyADraftOfAProgrammeChanges(State),
            new ADraftKeepsItsCodeAndYear(this, head),
            new TextIsGiven("发布理由", reason, Auditing.AuditRecord.LongestReason)
        );
        (Name, Kind) = (head.Name, head.Kind);
        (State, PublishedAt, PublishedBy, PublishReason) = (ProgrammeState.Published, at, by.Name, reason);
        Version++;
    }

    /// <summary>A later version of the year's rules takes its place.</summary>
    public void Retire()
    {
        State = ProgrammeState.Retired;
        Version++;
    }
}

/// <summary>What a programme's text says of itself.</summary>
public sealed record ProgrammeHead(string Code, int Year, string Name, CandidateKind Kind);

/// <summary>The Chinese words for candidates' kinds and programmes' states.</summary>
public static class ProgrammeWords
{
    public static string ToChinese(this CandidateKind kind) =>
        kind switch
        {
            CandidateKind.Person => "个人",
            CandidateKind.Unit => "集体",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    public static string ToChinese(this ProgrammeState state) =>
        state switch
        {
            ProgrammeState.Draft => "草稿",
            ProgrammeState.Published => "现行",
            ProgrammeState.Retired => "历史",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
        };
}
