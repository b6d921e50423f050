using Chinalco.Honors.Packets.Facts;

namespace Chinalco.Honors.Packets.Snapshots;

/// <summary>A fact as it stood when a packet was made.</summary>
/// <param name="Digest">SHA-256 of its state.</param>
public sealed record FrozenFact(FactKind Kind, Guid Id, string Text, string Digest)
{
    public static FrozenFact Of(PacketFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return new FrozenFact(fact.Kind, fact.Id, fact.Text, fact.Digest);
    }
}

/// <summary>What became of a fact since.</summary>
public enum FactChangeKind
{
    /// <summary>更正: it says something else now.</summary>
    Corrected = 1,

    /// <summary>撤销</summary>
    Revoked = 2,

    /// <summary>有误</summary>
    Wrong = 3,

    /// <summary>自然终止</summary>
    Expired = 4,

    /// <summary>合并</summary>
    Merged = 5,

    /// <summary>It is not among the candidate's facts any more, and nobody said why.</summary>
    Gone = 6,
}

/// <summary>A fact that a packet rests on and that is not any more what it was.</summary>
/// <param name="Was">As the packet says it.</param>
/// <param name="Now">As it stands; null when it is none any more.</param>
/// <param name="Reason">Why it ended, in Chinese.</param>
public sealed record FactChange(FactChangeKind Kind, FactKind Fact, Guid Id, string Was, string? Now, string? Reason)
{
    /// <summary>Whether the packet must not go on as it is: what it says is false, or was taken back.</summary>
    public bool Stops => Kind is FactChangeKind.Revoked or FactChangeKind.Wrong or FactChangeKind.Gone;
}
