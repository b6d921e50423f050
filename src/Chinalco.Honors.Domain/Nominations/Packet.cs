using Chinalco.Honors.Domain.Rules;

namespace Chinalco.Honors.Domain.Nominations;

/// <summary>材料包: the files of a nomination as they were put together, frozen, with the state of every fact they rest on.</summary>
public sealed class Packet
{
    /// <param name="number">Counts the packets of the nomination, from 1.</param>
    /// <param name="facts">What it rests on.</param>
    /// <param name="pendingCount">Sentences without evidence (【待核】).</param>
    public Packet(
        Guid id,
        Guid nominationId,
        int number,
        PacketZip zip,
        IReadOnlyList<PacketFact> facts,
        int pendingCount,
        Actor by,
        DateTimeOffset at
    )
    {
        ArgumentNullException.ThrowIfNull(zip);
        ArgumentNullException.ThrowIfNull(by);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(pendingCount);
        (Id, NominationId, Number, Sha256, Length) = (id, nominationId, number, zip.Sha256, zip.Length);
        (Facts, PendingCount, CreatedBy, CreatedAt) = (facts, pendingCount, by.Name, at);
    }

    private Packet() { }

    public Guid Id { get; private set; }

    public Guid NominationId { get; private set; }

    public int Number { get; private set; }

    /// <summary>SHA-256 of the zip; names it in the file store.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public int Length { get; private set; }

    public IReadOnlyList<PacketFact> Facts { get; private set; } = [];

    /// <summary>Sentences that are marked 【待核】.</summary>
    public int PendingCount { get; private set; }

    public string CreatedBy { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was sent up; null while it was not.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <exception cref="RuleBrokenException">It was sent up already, or something in it has no evidence.</exception>
    public void Submit(DateTimeOffset at)
    {
        Require.That(new APacketIsSubmittedOnce(SubmittedAt), new NothingInThePacketIsPending(PendingCount));
        SubmittedAt = at;
    }
}

/// <summary>A zip in the file store.</summary>
/// <param name="Length">In bytes.</param>
public sealed record PacketZip(string Sha256, int Length);

/// <summary>One fact that a packet rests on.</summary>
/// <param name="Kind">What it is: a word of whoever makes packets, such as conferral.</param>
/// <param name="Id">The entity that holds it.</param>
/// <param name="Text">In Chinese, as the packet says it.</param>
/// <param name="Digest">Of its state when the packet was made: another digest means that it changed.</param>
public sealed record PacketFact(string Kind, Guid Id, string Text, string Digest);

/// <summary>What was sent up is sent up.</summary>
public sealed class APacketIsSubmittedOnce(DateTimeOffset? submittedAt) : IRule
{
    public bool Holds => submittedAt is null;

    public string Advice => "该材料包已上报过；再次上报前请重新生成。";
}

/// <summary>Nothing without evidence is sent up.</summary>
public sealed class NothingInThePacketIsPending(int pending) : IRule
{
    public bool Holds => pending == 0;

    public string Advice => $"材料中还有 {pending} 处【待核】，请补充佐证或删去后重新生成材料包。";
}
