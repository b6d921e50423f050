using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Nominations.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Nominations;

/// <summary>Loads nominations with everything that was entered for them, in as many queries for many as for one.</summary>
public static class NominationCourses
{
    /// <returns>In the order of the ids; without those that are not there.</returns>
    /// <exception cref="NominationFileException">A programme cannot be read any more, because an award left the catalogue.</exception>
    public static async Task<ImmutableArray<NominationCourse>> LoadAsync(
        HonorsContext db,
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        List<Guid> asked = [.. ids];
        var nominations = await db
            .Nominations.Where(n => EF.Parameter(asked).Contains(n.Id))
            .ToDictionaryAsync(n => n.Id, cancellationToken);
        if (nominations.Count == 0)
        {
            return [];
        }

        var held = nominations.Values.Select(n => n.RoundId).Distinct().ToList();
        var rounds = await db
            .NominationRounds.Where(r => EF.Parameter(held).Contains(r.Id))
            .ToDictionaryAsync(r => r.Id, cancellationToken);
        var programmes = await ProgrammesAsync(db, [.. rounds.Values.Select(r => r.ProgrammeId).Distinct()], cancellationToken);
        var votes = await db.AssemblyVotes.Where(v => EF.Parameter(asked).Contains(v.NominationId)).ToListAsync(cancellationToken);
        var publicities = await db.Publicities.Where(p => EF.Parameter(asked).Contains(p.NominationId)).ToListAsync(cancellationToken);
        var shown = publicities.ConvertAll(p => p.Id);
        var objections = await db.Objections.Where(o => EF.Parameter(shown).Contains(o.PublicityId)).ToListAsync(cancellationToken);
        var consultations = await db.Consultations.Where(c => EF.Parameter(asked).Contains(c.NominationId)).ToListAsync(cancellationToken);
        var facts = await db.NominationFacts.Where(f => EF.Parameter(asked).Contains(f.NominationId)).ToListAsync(cancellationToken);
        var notes = await db.NominationNotes.Where(n => EF.Parameter(asked).Contains(n.NominationId)).ToListAsync(cancellationToken);
        var packets = await db.NewestPackets(asked).ToDictionaryAsync(p => p.NominationId, cancellationToken);
        return [.. asked.Where(nominations.ContainsKey).Select(id => Course(nominations[id]))];

        NominationCourse Course(Nomination nomination)
        {
            var (id, round) = (nomination.Id, rounds[nomination.RoundId]);
            ImmutableArray<Publicity> shownOf = [.. publicities.Where(p => p.NominationId == id).OrderBy(p => p.StartedAt)];
            return new NominationCourse
            {
                Nomination = nomination,
                Round = round,
                Programme = programmes[round.ProgrammeId],
                Votes = [.. votes.Where(v => v.NominationId == id).OrderBy(v => v.EnteredAt)],
                Publicities = shownOf,
                Objections = [.. objections.Where(o => shownOf.Any(p => p.Id == o.PublicityId)).OrderBy(o => o.EnteredAt)],
                Consultations = [.. consultations.Where(c => c.NominationId == id).OrderBy(c => c.EnteredAt)],
                Facts = [.. facts.Where(f => f.NominationId == id).OrderBy(f => f.Key, StringComparer.Ordinal)],
                Notes = [.. notes.Where(n => n.NominationId == id).OrderBy(n => n.At)],
                LastPacket = packets.GetValueOrDefault(id),
            };
        }
    }

    /// <summary>Of each nomination the packet that was made last: the one that went up, since none is made after.</summary>
    public static IQueryable<Packet> NewestPackets(this HonorsContext db, List<Guid> nominations)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Packets.Where(p =>
            EF.Parameter(nominations).Contains(p.NominationId)
            && !db.Packets.Any(q => q.NominationId == p.NominationId && q.Number > p.Number)
        );
    }

    private static async Task<Dictionary<Guid, Programme>> ProgrammesAsync(
        HonorsContext db,
        List<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        var versions = await db.NominationProgrammes.Where(p => EF.Parameter(ids).Contains(p.Id)).ToListAsync(cancellationToken);
        var reader = await ProgrammeReader.OfAsync(db, cancellationToken);
        return versions.ToDictionary(v => v.Id, reader.Read);
    }
}
