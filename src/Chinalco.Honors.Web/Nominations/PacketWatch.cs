using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Packets.Facts;
using Chinalco.Honors.Packets.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>
/// Compares packets with what is known now, many in as many queries as one. Compares with everything there is, whoever looks: what a viewer
/// may not see is no change.
/// </summary>
public sealed class PacketWatch(IHonorsDatabase database, TimeProvider clock)
{
    /// <returns>Of each packet what changed of what it rests on, what stops it first; nothing where the nomination is decided or withdrawn.</returns>
    public async Task<ImmutableDictionary<Guid, ImmutableArray<FactChange>>> ChangesAsync(
        IReadOnlyCollection<(Nomination Nomination, Packet Packet)> packets,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(packets);
        var present = await PresentAsync(
            [.. packets.Select(p => p.Nomination).DistinctBy(n => n.Id).Where(n => n.IsLive)],
            cancellationToken
        );
        return packets.ToImmutableDictionary(p => p.Packet.Id, p => p.Nomination.IsLive ? Between(p.Packet, present) : []);
    }

    /// <summary>What changed of what the last packet of each nomination rests on.</summary>
    /// <param name="db">Sees the nominations.</param>
    /// <returns>By nomination; only of those that have a change.</returns>
    public async Task<ImmutableDictionary<Guid, ImmutableArray<FactChange>>> FlaggedAsync(
        HonorsContext db,
        List<Guid> nominations,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        var made = await db.NewestPackets(nominations)
            .AsNoTracking()
            .Join(
                db.Nominations.AsNoTracking().Where(n => n.Stage < NominationStage.Decided),
                p => p.NominationId,
                n => n.Id,
                (p, n) => new { Nomination = n, Packet = p }
            )
            .ToListAsync(cancellationToken);
        var changes = await ChangesAsync([.. made.Select(m => (m.Nomination, m.Packet))], cancellationToken);
        return made.Where(m => !changes[m.Packet.Id].IsEmpty).ToImmutableDictionary(m => m.Nomination.Id, m => changes[m.Packet.Id]);
    }

    /// <summary>What ran out after a nomination was sent off held when it was: it is judged as of that day.</summary>
    private async Task<Dictionary<Guid, PacketFacts>> PresentAsync(List<Nomination> live, CancellationToken cancellationToken)
    {
        if (live.Count == 0)
        {
            return [];
        }

        var today = ChinaToday.Of(clock);
        var db = database.Open();
        await using (db)
        {
            return await PacketFactsReader.ReadManyAsync(
                db,
                live,
                n => n.Stage == NominationStage.Submitted ? ChinaToday.Of(n.StageSince) : today,
                cancellationToken
            );
        }
    }

    /// <summary>A candidate who is not there any more leaves nothing of what the packet says.</summary>
    private static ImmutableArray<FactChange> Between(Packet packet, Dictionary<Guid, PacketFacts> present)
    {
        var frozen = packet.Facts.Select(f => new FrozenFact(Enum.Parse<FactKind>(f.Kind), f.Id, f.Text, f.Digest));
        return present.TryGetValue(packet.NominationId, out var now)
            ? PacketChanges.Between(frozen, now)
            : [.. frozen.Select(f => new FactChange(FactChangeKind.Gone, f.Kind, f.Id, f.Text, Now: null, Reason: null))];
    }
}
