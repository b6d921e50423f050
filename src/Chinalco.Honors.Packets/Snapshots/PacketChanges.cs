using System.Collections.Immutable;
using Chinalco.Honors.Packets.Facts;

namespace Chinalco.Honors.Packets.Snapshots;

/// <summary>Compares what a packet was frozen with to what is known now.</summary>
public static class PacketChanges
{
    /// <summary>What changed, what stops the packet first; nothing when it still says what is so. What is new since is no change.</summary>
    public static ImmutableArray<FactChange> Between(IEnumerable<FrozenFact> frozen, PacketFacts present)
    {
        ArgumentNullException.ThrowIfNull(frozen);
        ArgumentNullException.ThrowIfNull(present);
        var now = present.All.DistinctBy(f => (f.Kind, f.Id)).ToDictionary(f => (f.Kind, f.Id));
        var ended = present.Ended.DistinctBy(e => (e.Kind, e.Id)).ToDictionary(e => (e.Kind, e.Id));
        return
        [
            .. frozen
                .Select(f => Change(f, now.GetValueOrDefault((f.Kind, f.Id)), ended.GetValueOrDefault((f.Kind, f.Id))))
                .OfType<FactChange>()
                .OrderByDescending(c => c.Stops),
        ];
    }

    private static FactChange? Change(FrozenFact was, PacketFact? now, EndedFact? ended)
    {
        if (ended is not null)
        {
            return new FactChange(KindOf(ended.End), was.Kind, was.Id, was.Text, now?.Text, ended.Reason);
        }

        return now is null ? new FactChange(FactChangeKind.Gone, was.Kind, was.Id, was.Text, Now: null, Reason: null)
            : now.Digest == was.Digest ? null
            : new FactChange(FactChangeKind.Corrected, was.Kind, was.Id, was.Text, now.Text, Reason: null);
    }

    private static FactChangeKind KindOf(FactEnd end) =>
        end switch
        {
            FactEnd.Revoked => FactChangeKind.Revoked,
            FactEnd.Wrong => FactChangeKind.Wrong,
            FactEnd.Expired => FactChangeKind.Expired,
            FactEnd.Merged => FactChangeKind.Merged,
            _ => throw new ArgumentOutOfRangeException(nameof(end), end, message: null),
        };
}
