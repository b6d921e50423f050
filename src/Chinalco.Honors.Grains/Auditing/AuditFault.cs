using Chinalco.Honors.Domain.Auditing;

namespace Chinalco.Honors.Grains.Auditing;

/// <summary>What can be wrong with the audit trail.</summary>
public enum AuditFaultKind
{
    /// <summary>A record is missing before this one.</summary>
    Gap = 1,

    /// <summary>A record does not stand on the one before it.</summary>
    NotLinked = 2,

    /// <summary>A record's fields do not give its hash.</summary>
    Altered = 3,

    /// <summary>An anchor is missing, altered or does not stand on the one before it.</summary>
    AnchorBroken = 4,

    /// <summary>An anchor covers more or fewer records than it was cast over.</summary>
    AnchorCount = 5,

    /// <summary>An anchor covers other records than it was cast over.</summary>
    AnchorRoot = 6,

    /// <summary>A command was carried out and none of its records is there.</summary>
    CommandWithoutRecord = 7,

    /// <summary>A record names a command that was never carried out.</summary>
    RecordWithoutCommand = 8,

    /// <summary>Something is in the registry whose chain is not there.</summary>
    EntityWithoutChain = 9,

    /// <summary>An anchor that is known from elsewhere is not among the anchors.</summary>
    AnchorUnknown = 10,
}

/// <summary>One thing that is wrong with the audit trail.</summary>
/// <param name="Subject">Whose chain; null when it is about an anchor or a command.</param>
/// <param name="Sequence">The record's place in its chain, or the anchor's number.</param>
/// <param name="What">What is wrong, in Chinese, without the place.</param>
public sealed record AuditFault(AuditFaultKind Kind, AuditSubject? Subject, long? Sequence, string What)
{
    /// <summary>Where it is and what is wrong, in one Chinese line.</summary>
    public string ToChinese() =>
        (Subject, Sequence) switch
        {
            ({ } subject, { } sequence) => $"{AuditKinds.ToChinese(subject.EntityKind)} {subject.EntityId} 第 {sequence} 条：{What}",
            ({ } subject, null) => $"{AuditKinds.ToChinese(subject.EntityKind)} {subject.EntityId}：{What}",
            (null, { } sequence) => $"锚点 {sequence}：{What}",
            (null, null) => What,
        };
}

/// <summary>What a check has seen.</summary>
/// <param name="Unanchored">Records that no anchor covers yet.</param>
/// <param name="Commands">Commands that were carried out.</param>
/// <param name="LastAnchor">The newest anchor's hash; null when there is none.</param>
public sealed record AuditReport(long Chains, long Records, long Unanchored, long Anchors, string? LastAnchor, long Commands, long Faults);
