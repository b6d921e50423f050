using System.Collections.Concurrent;
using Chinalco.Honors.Grains.Commands;

namespace Chinalco.Honors.Cluster.Testing;

/// <summary>What a client keeps of what it sent and what it was told: the measure of what the database must hold.</summary>
public sealed class Ledger
{
    private readonly ConcurrentDictionary<Guid, Entry> entries = new();
    private long reads;
    private long resent;
    private long unavailable;

    public IReadOnlyCollection<Entry> Entries => [.. entries.Values];

    public long Reads => Interlocked.Read(ref reads);

    /// <summary>Commands that were sent again after they had been acknowledged.</summary>
    public long Resent => Interlocked.Read(ref resent);

    /// <summary>How often the registry gave up and the client had to send again itself.</summary>
    public long Unavailable => Interlocked.Read(ref unavailable);

    /// <summary>What did not go as it must, in words.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    public void Sending(Guid commandId, Guid subjectId, Guid ownerId, WriteKind kind) =>
        entries.TryAdd(commandId, new Entry(commandId, subjectId, ownerId, kind));

    public void Answered(Guid commandId, CommandOutcome outcome)
    {
        var entry = entries[commandId];
        if (!outcome.Succeeded || outcome.SubjectId != entry.SubjectId)
        {
            Complaints.Enqueue($"{entry.Kind} {commandId}: {outcome}");
        }

        entry.Version = outcome.Version;
        entry.Acknowledged = true;
    }

    public void Read() => Interlocked.Increment(ref reads);

    public void SentAgain() => Interlocked.Increment(ref resent);

    public void GaveUp() => Interlocked.Increment(ref unavailable);

    /// <summary>One command.</summary>
    /// <param name="SubjectId">The honoree or conferral that it makes.</param>
    /// <param name="OwnerId">The honoree or award that owns it.</param>
    public sealed record Entry(Guid CommandId, Guid SubjectId, Guid OwnerId, WriteKind Kind)
    {
        public bool Acknowledged { get; set; }

        /// <summary>The owner's version that was answered.</summary>
        public long Version { get; set; }
    }
}

public enum WriteKind
{
    Register = 1,
    Confer = 2,
}
