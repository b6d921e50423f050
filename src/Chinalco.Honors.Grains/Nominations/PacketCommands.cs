using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Nominations;

/// <summary>Writes 事迹材料, freezes packets, keeps templates. Whether somebody may, the site decides; the files are in the store already.</summary>
public sealed class PacketCommands(CommandTransaction transaction)
{
    /// <summary>Writes both stories of a nomination.</summary>
    /// <param name="seen">The nomination's version as it was shown.</param>
    public Task<CommandOutcome> TellAsync(
        CommandStamp stamp,
        Guid id,
        long seen,
        string story,
        string shortStory,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return transaction.RunAsync(
            stamp,
            "nomination.tell",
            async scope =>
            {
                var nomination = await LoadAsync(scope, id, seen, cancellationToken);
                var before = new { nomination.Story, nomination.ShortStory };
                if (!nomination.Tell(story, shortStory))
                {
                    return CommandOutcome.NothingToDo(id, nomination.Version);
                }

                await scope.AuditAsync(
                    new AuditSubject(AuditKinds.Nomination, id),
                    "nomination.tell",
                    new { Before = before, After = new { nomination.Story, nomination.ShortStory } }
                );
                return CommandOutcome.Applied(id, nomination.Version);
            },
            cancellationToken
        );
    }

    /// <summary>Freezes a packet that was put together.</summary>
    /// <param name="packetId">The packet's.</param>
    /// <param name="seen">The nomination's version that the packet was made from.</param>
    /// <param name="zip">The archive in the file store.</param>
    /// <param name="facts">What it rests on.</param>
    /// <param name="pending">Sentences without evidence.</param>
    public Task<CommandOutcome> FreezeAsync(
        CommandStamp stamp,
        Guid packetId,
        Guid nominationId,
        long seen,
        PacketZip zip,
        IReadOnlyList<PacketFact> facts,
        int pending,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(zip);
        ArgumentNullException.ThrowIfNull(facts);
        return transaction.RunAsync(
            stamp,
            "nomination.packet",
            async scope =>
            {
                var nomination = await LoadAsync(scope, nominationId, seen, cancellationToken);
                Require.That(new ANominationIsNotSentOff(nomination.Stage));
                var number = await scope.Db.Packets.CountAsync(p => p.NominationId == nominationId, cancellationToken) + 1;
                // Its version moves: of two who make the next packet at once one is told.
                nomination.Touch();
                scope.Db.Packets.Add(new Packet(packetId, nominationId, number, zip, facts, pending, scope.Stamp.By, scope.Now));
                await scope.AuditAsync(
                    new AuditSubject(AuditKinds.Nomination, nominationId),
                    "nomination.packet",
                    new
                    {
                        Packet = packetId,
                        Number = number,
                        zip.Sha256,
                        Pending = pending,
                        Facts = facts.Count,
                    }
                );
                return CommandOutcome.Applied(packetId, nomination.Version);
            },
            cancellationToken
        );
    }

    /// <summary>Uses a template for a paper from now on; the one before it is retired.</summary>
    /// <param name="id">The template's.</param>
    /// <param name="programmeCode">The programme it is for; null for all.</param>
    /// <param name="file">In the file store; checked already.</param>
    public Task<CommandOutcome> UseTemplateAsync(
        CommandStamp stamp,
        Guid id,
        string paper,
        string? programmeCode,
        ScanFacts file,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(file);
        return transaction.RunAsync(
            stamp,
            "packet-template.upload",
            async scope =>
            {
                var before = await scope
                    .Db.PacketTemplates.Where(t => t.Paper == paper && t.ProgrammeCode == programmeCode && t.RetiredAt == null)
                    .ToListAsync(cancellationToken);
                if (before.Exists(t => t.Sha256 == file.Sha256))
                {
                    return CommandOutcome.NothingToDo(before[0].Id, version: 0);
                }

                before.ForEach(t => t.Retire(scope.Now));
                scope.Db.PacketTemplates.Add(new PacketTemplate(id, paper, programmeCode, file, scope.Stamp.By, scope.Now));
                await scope.AuditAsync(
                    new AuditSubject(AuditKinds.PacketTemplate, id),
                    "packet-template.upload",
                    new
                    {
                        Paper = paper,
                        Programme = programmeCode,
                        file.FileName,
                        file.Sha256,
                        Replaced = before.Select(t => t.Id),
                    }
                );
                return CommandOutcome.Applied(id, version: 0);
            },
            cancellationToken
        );
    }

    /// <summary>Uses a template no more.</summary>
    public Task<CommandOutcome> RetireTemplateAsync(CommandStamp stamp, Guid id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return transaction.RunAsync(
            stamp,
            "packet-template.retire",
            async scope =>
            {
                var template = await scope.Db.PacketTemplates.FirstOrDefaultAsync(t => t.Id == id, cancellationToken);
                Require.That(new TheEntityExists("材料模板", template is not null));
                if (template!.RetiredAt is not null)
                {
                    return CommandOutcome.NothingToDo(id, version: 0);
                }

                template.Retire(scope.Now);
                await scope.AuditAsync(
                    new AuditSubject(AuditKinds.PacketTemplate, id),
                    "packet-template.retire",
                    new { template.Paper, template.FileName }
                );
                return CommandOutcome.Applied(id, version: 0);
            },
            cancellationToken
        );
    }

    private static async Task<Nomination> LoadAsync(CommandScope scope, Guid id, long seen, CancellationToken cancellationToken)
    {
        var nomination = await scope.Db.Nominations.FirstOrDefaultAsync(n => n.Id == id, cancellationToken);
        Require.That(new TheEntityExists("推荐", nomination is not null));
        Require.That(new NobodyChangedItMeanwhile(seen, nomination!.Version));
        return nomination;
    }
}
