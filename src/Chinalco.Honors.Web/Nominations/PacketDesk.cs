using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Ingestion.Files;
using Chinalco.Honors.Packets.Facts;
using Chinalco.Honors.Packets.Files;
using Chinalco.Honors.Packets.Papers;
using Chinalco.Honors.Packets.Snapshots;
using Chinalco.Honors.Packets.Stories;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>What the page of a packet shows.</summary>
/// <param name="Version">The nomination's.</param>
/// <param name="LongText">As it is edited, with marks of evidence.</param>
/// <param name="MayWrite">Whether the nomination is still ours to change.</param>
/// <param name="Kind">Which form of opinion fits, as far as the groups say.</param>
/// <param name="Packets">The last one first.</param>
public sealed record PacketView(
    Guid Id,
    long Version,
    Guid RoundId,
    string ProgrammeCode,
    PacketFacts Facts,
    string LongText,
    string ShortText,
    bool MayWrite,
    PersonKind Kind,
    ImmutableArray<MadePacket> Packets
)
{
    public Story LongStory => StoryWriter.Read(LongText, Facts, StoryWriter.LongForm);

    public Story ShortStory => StoryWriter.Read(ShortText, Facts, StoryWriter.ShortForm);

    /// <summary>What may be chosen: a unit has forms of its own.</summary>
    public ImmutableArray<PersonKind> Kinds =>
        Kind == PersonKind.Unit ? [PersonKind.Unit] : [.. Enum.GetValues<PersonKind>().Where(k => k != PersonKind.Unit)];

    /// <summary>The kind that was chosen, where such a candidate has it.</summary>
    public PersonKind Fitting(PersonKind? chosen) => chosen is { } kind && Kinds.Contains(kind) ? kind : Kind;

    public PacketOrder Order(PersonKind kind) => new(Facts, kind, LongStory, ShortStory);
}

/// <summary>A packet that was made, and what changed since of what it rests on.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="Changes">What stops it first; nothing for a packet whose nomination is decided.</param>
public sealed record MadePacket(
    Guid Id,
    int Number,
    string Sha256,
    int Length,
    int Pending,
    string By,
    DateTimeOffset At,
    DateTimeOffset? SubmittedAt,
    ImmutableArray<FactChange> Changes
);

/// <summary>Puts packets together for those who nominate: reads what the viewer may, writes by commands.</summary>
internal sealed class PacketDesk(
    ReadingDatabase reading,
    IHonorsDatabase database,
    Scope scope,
    NominationReach reach,
    ScanFiles scans,
    TemplateDesk templates,
    PacketCommands commands,
    PacketWatch watch,
    KeptFiles files,
    FileStore store,
    CurrentUser current,
    TimeProvider clock
)
{
    /// <returns>Null when there is no such nomination, or none of the user's units.</returns>
    public async Task<PacketView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await ReachedAsync(id, cancellationToken) is not { } nomination)
        {
            return null;
        }

        var personnel = nomination.HonoreeId is { } person && await scope.CoversPersonAsync(Right.ReadSensitive, person, cancellationToken);
        var db = reading.Open();
        await using (db)
        {
            if (await PacketFactsReader.ReadAsync(db, nomination, personnel, scans.OfAsync, Today, cancellationToken) is not { } facts)
            {
                return null;
            }

            var programme = await db
                .NominationProgrammes.Where(p => db.NominationRounds.Any(r => r.Id == nomination.RoundId && r.ProgrammeId == p.Id))
                .Select(p => p.Code)
                .FirstAsync(cancellationToken);
            return new PacketView(
                id,
                nomination.Version,
                nomination.RoundId,
                programme,
                facts,
                nomination.Story.Length > 0 ? nomination.Story : StoryWriter.Draft(facts, StoryWriter.LongForm),
                nomination.ShortStory.Length > 0 ? nomination.ShortStory : StoryWriter.Draft(facts, StoryWriter.ShortForm),
                nomination.Stage < NominationStage.Submitted,
                KindOf(nomination),
                await MadeAsync(nomination, cancellationToken)
            );
        }
    }

    /// <summary>Writes both stories.</summary>
    /// <param name="seen">The nomination's version as it was shown.</param>
    public async Task<CommandOutcome> TellAsync(
        Guid command,
        Guid id,
        long seen,
        string story,
        string shortStory,
        CancellationToken cancellationToken
    ) =>
        await ReachedAsync(id, cancellationToken) is null
            ? Missing
            : await commands.TellAsync(
                new CommandStamp(command, current.User!.Actor, null),
                id,
                seen,
                story,
                shortStory,
                cancellationToken
            );

    /// <summary>Makes a packet of what is known now and freezes it.</summary>
    /// <param name="seen">The nomination's version as it was shown.</param>
    /// <param name="kind">What was chosen; null for what the groups say.</param>
    public async Task<CommandOutcome> MakeAsync(Guid command, Guid id, long seen, PersonKind? kind, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } view)
        {
            return Missing;
        }

        try
        {
            var order = view.Order(view.Fitting(kind));
            var template = await templates.ForAsync(view.ProgrammeCode, cancellationToken);
            var made = PacketFile.Of(order, template, BytesOf);
            return await files.AroundAsync(
                made.Sha256,
                made.Content,
                () =>
                    commands.FreezeAsync(
                        new CommandStamp(command, current.User!.Actor, null),
                        Domain.DerivedId.From(command, "packet"),
                        id,
                        seen,
                        new PacketZip(made.Sha256, made.Content.Length),
                        [.. made.Facts.Select(f => new Domain.Nominations.PacketFact(f.Kind.ToString(), f.Id, f.Text, f.Digest))],
                        order.Pending,
                        cancellationToken
                    ),
                cancellationToken
            );
        }
        catch (PacketRefusedException refused)
        {
            return CommandOutcome.Rejected(nameof(PacketRefusedException), refused.Message);
        }
    }

    /// <summary>One paper as it would be made now, and whom it is about.</summary>
    /// <returns>Null when there is no such nomination for the user.</returns>
    public async Task<(string Candidate, byte[] Content)?> PaperAsync(Guid id, Paper paper, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } view
            ? (
                view.Facts.Candidate.Name,
                PacketFile.Paper(view.Order(view.Kind), paper, await templates.ForAsync(view.ProgrammeCode, cancellationToken))
            )
            : null;

    /// <summary>A packet's archive with the candidate's name; null when there is none for the user.</summary>
    public async Task<(Packet Packet, string Candidate, Stream Content)?> OpenAsync(
        Guid id,
        Guid packetId,
        CancellationToken cancellationToken
    )
    {
        if (await ReachedAsync(id, cancellationToken) is not { } nomination)
        {
            return null;
        }

        var db = database.Open();
        await using (db)
        {
            var packet = await db
                .Packets.AsNoTracking()
                .FirstOrDefaultAsync(p => p.Id == packetId && p.NominationId == id, cancellationToken);
            var name = nomination.HonoreeId is { } person
                ? await db.Honorees.Where(h => h.Id == person).Select(h => h.Name).FirstOrDefaultAsync(cancellationToken)
                : await db.Units.Where(u => u.Id == nomination.CandidateUnitId).Select(u => u.Name).FirstOrDefaultAsync(cancellationToken);
            return packet is not null && store.Open(packet.Sha256) is { } content ? (packet, name ?? "", content) : null;
        }
    }

    private static CommandOutcome Missing => CommandOutcome.Rejected("TheNominationIsReached", PacketTexts.MissingText);

    private DateOnly Today => ChinaToday.Of(clock);

    /// <summary>The nomination, when the user nominates for its unit or holds its round.</summary>
    private async Task<Nomination?> ReachedAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var found = await db
                .Nominations.AsNoTracking()
                .Where(n => n.Id == id)
                .Join(db.NominationRounds, n => n.RoundId, r => r.Id, (n, r) => new { Nomination = n, Holder = r.UnitId })
                .FirstOrDefaultAsync(cancellationToken);
            return found is not null && await reach.MaySeeAsync(found.Holder, found.Nomination.NominatingUnitId, cancellationToken)
                ? found.Nomination
                : null;
        }
    }

    private async Task<ImmutableArray<MadePacket>> MadeAsync(Nomination nomination, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var packets = await db
                .Packets.AsNoTracking()
                .Where(p => p.NominationId == nomination.Id)
                .OrderByDescending(p => p.Number)
                .ToListAsync(cancellationToken);
            var changes = await watch.ChangesAsync([.. packets.Select(p => (nomination, p))], cancellationToken);
            return
            [
                .. packets.Select(p => new MadePacket(
                    p.Id,
                    p.Number,
                    p.Sha256,
                    p.Length,
                    p.PendingCount,
                    p.CreatedBy,
                    p.CreatedAt,
                    p.SubmittedAt,
                    changes[p.Id]
                )),
            ];
        }
    }

    private byte[]? BytesOf(string sha256)
    {
        using var content = store.Open(sha256);
        if (content is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static PersonKind KindOf(Nomination nomination) =>
        nomination.HonoreeId is null ? PersonKind.Unit
        : nomination.Groups.Any(g => g.Contains("干部", StringComparison.Ordinal)) ? PersonKind.Cadre
        : nomination.Groups.Any(g => g.Contains("负责人", StringComparison.Ordinal)) ? PersonKind.Executive
        : PersonKind.Worker;
}
