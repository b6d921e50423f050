using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Grains.Nominations;
using Chinalco.Honors.Nominations.Eligibility;
using Chinalco.Honors.Packets.Facts;
using Chinalco.Honors.Packets.Stories;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.EntityFrameworkCore;
using PacketFact = Chinalco.Honors.Packets.Facts.PacketFact;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>
/// Reads everything that the packets of some nominations say, in as many queries for many as for one. Honours in force alone; what ended is
/// told apart.
/// </summary>
internal sealed partial class PacketFactsReader
{
    private const int MostArticles = 40;

    private readonly HonorsContext db;
    private readonly IReadOnlyList<Nomination> nominations;
    private readonly bool ofPeople;
    private readonly Func<Nomination, DateOnly> today;
    private readonly CancellationToken gone;

    private readonly OpenScans openScans;

    private PacketFactsReader(
        HonorsContext db,
        IReadOnlyList<Nomination> nominations,
        bool ofPeople,
        OpenScans openScans,
        Func<Nomination, DateOnly> today,
        CancellationToken gone
    ) =>
        (this.db, this.nominations, this.ofPeople, this.openScans, this.today, this.gone) = (
            db,
            nominations,
            ofPeople,
            openScans,
            today,
            gone
        );

    /// <summary>The scans of a document that whoever asks may open.</summary>
    public delegate Task<ImmutableArray<ScanLine>> OpenScans(Guid document, CancellationToken cancellationToken);

    /// <param name="db">Sees what the viewer sees; everything where states are compared.</param>
    /// <param name="nomination">One that is there.</param>
    /// <param name="personnel">Whether what the roster says of the person may be read.</param>
    /// <param name="openScans">What may be attached.</param>
    /// <param name="today">Publicities that ended before it are over.</param>
    /// <returns>Null when the candidate is not there, or not for this viewer.</returns>
    public static async Task<PacketFacts?> ReadAsync(
        HonorsContext db,
        Nomination nomination,
        bool personnel,
        OpenScans openScans,
        DateOnly today,
        CancellationToken cancellationToken
    ) =>
        (
            await new PacketFactsReader(
                db,
                [nomination],
                nomination.HonoreeId is not null,
                openScans,
                _ => today,
                cancellationToken
            ).ReadAsync(personnel)
        ).GetValueOrDefault(nomination.Id);

    /// <summary>Reads many without what is attached, for whom everything may be seen: states are compared with it.</summary>
    /// <param name="db">Sees everything.</param>
    /// <param name="today">The day that a nomination is looked at.</param>
    /// <returns>By nomination; without those whose candidate is not there.</returns>
    public static async Task<Dictionary<Guid, PacketFacts>> ReadManyAsync(
        HonorsContext db,
        IReadOnlyCollection<Nomination> nominations,
        Func<Nomination, DateOnly> today,
        CancellationToken cancellationToken
    )
    {
        Dictionary<Guid, PacketFacts> all = [];
        foreach (var kind in nominations.GroupBy(n => n.HonoreeId is not null))
        {
            var reader = new PacketFactsReader(db, [.. kind], kind.Key, NoScans, today, cancellationToken);
            foreach (var (id, facts) in await reader.ReadAsync(personnel: true))
            {
                all[id] = facts;
            }
        }

        return all;

        static Task<ImmutableArray<ScanLine>> NoScans(Guid document, CancellationToken stop) =>
            Task.FromResult(ImmutableArray<ScanLine>.Empty);
    }

    private async Task<Dictionary<Guid, PacketFacts>> ReadAsync(bool personnel)
    {
        var who = await WhoAsync();
        var candidates = who.Values.Select(w => w.Id).Distinct().ToList();
        var found = ofPeople ? await PeopleAsync(candidates, personnel) : await UnitsAsync(candidates);
        var recipients = ofPeople
            ? db.Recipients.AsNoTracking().Where(r => r.HonoreeId != null && EF.Parameter(candidates).Contains(r.HonoreeId.Value))
            : db
                .Recipients.AsNoTracking()
                .Where(r => r.HonoreeId == null && r.UnitId != null && EF.Parameter(candidates).Contains(r.UnitId.Value));
        var owners = await recipients
            .Select(r => new Owner(r.Id, r.ConferralId, ofPeople ? r.HonoreeId!.Value : r.UnitId!.Value))
            .ToListAsync(gone);
        var rounds = await RoundsAsync();
        var posts = ofPeople ? await PostsAsync(candidates) : Nothing<PacketPost>();
        var honours = await HonoursAsync(recipients, owners);
        var sentences = await SentencesAsync(candidates, owners);
        var ended = await EndedAsync(recipients, owners);
        var (declared, votes) = (await DeclaredAsync(), await VotesAsync());
        var (publicity, opinions) = (await PublicityAsync(), await OpinionsAsync());
        return nominations
            .Where(n => found.ContainsKey(who[n.Id].Id))
            .ToDictionary(
                n => n.Id,
                n =>
                {
                    var (candidate, merged) = who[n.Id];
                    return new PacketFacts(
                        rounds[n.Id],
                        found[candidate],
                        [.. posts[candidate]],
                        [.. honours[candidate]],
                        [.. sentences[candidate]],
                        [.. declared[n.Id]],
                        [.. votes[n.Id]],
                        [.. publicity[n.Id]],
                        [.. opinions[n.Id]],
                        [.. merged, .. ended[candidate]]
                    );
                }
            );
    }

    private static ILookup<Guid, T> Nothing<T>() => Array.Empty<(Guid, T)>().ToLookup(x => x.Item1, x => x.Item2);

    private DateOnly TodayOf(Guid nomination) => today(nominations.First(n => n.Id == nomination));

    private List<Guid> Ids => [.. nominations.Select(n => n.Id)];

    /// <summary>
    /// Whom each nomination is about now: an entry that was merged is the one that kept it. Every entry that became part of it is told, since a
    /// nomination goes with the entry and a packet names the one that was.
    /// </summary>
    private async Task<Dictionary<Guid, (Guid Id, ImmutableArray<EndedFact> Ended)>> WhoAsync()
    {
        if (!ofPeople)
        {
            return nominations.ToDictionary(n => n.Id, n => (n.CandidateUnitId!.Value, ImmutableArray<EndedFact>.Empty));
        }

        Dictionary<Guid, Guid> kept = [];
        for (var asked = nominations.Select(n => n.HonoreeId!.Value).Distinct().ToList(); asked.Count > 0; )
        {
            var known = asked;
            var merged = await db
                .Honorees.IgnoreQueryFilters()
                .Where(h =>
                    h.MergedIntoId != null && (EF.Parameter(known).Contains(h.Id) || EF.Parameter(known).Contains(h.MergedIntoId.Value))
                )
                .Select(h => new { h.Id, Into = h.MergedIntoId!.Value })
                .ToListAsync(gone);
            var found = merged.Where(m => kept.TryAdd(m.Id, m.Into)).ToList();
            asked = [.. found.SelectMany(m => new[] { m.Id, m.Into }).Distinct()];
        }

        var parts = kept.Keys.ToLookup(id => Last(id, kept));
        return nominations.ToDictionary(
            n => n.Id,
            n =>
            {
                var who = Last(n.HonoreeId!.Value, kept);
                return (
                    who,
                    parts[who]
                        .SelectMany(id =>
                            new[] { FactKind.Candidate, FactKind.Personnel }.Select(kind => new EndedFact(
                                kind,
                                id,
                                FactEnd.Merged,
                                PacketTexts.MergedReason
                            ))
                        )
                        .ToImmutableArray()
                );
            }
        );
    }

    private static Guid Last(Guid person, Dictionary<Guid, Guid> kept)
    {
        var seen = new HashSet<Guid> { person };
        while (kept.TryGetValue(person, out var into) && seen.Add(into))
        {
            person = into;
        }

        return person;
    }

    private async Task<Dictionary<Guid, PacketRound>> RoundsAsync()
    {
        var held = nominations.Select(n => n.RoundId).Distinct().ToList();
        var rounds = await db
            .NominationRounds.AsNoTracking()
            .Where(r => EF.Parameter(held).Contains(r.Id))
            .ToDictionaryAsync(r => r.Id, gone);
        var versions = rounds.Values.Select(r => r.ProgrammeId).Distinct().ToList();
        var programmes = await db
            .NominationProgrammes.AsNoTracking()
            .Where(p => EF.Parameter(versions).Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, gone);
        var reader = await ProgrammeReader.OfAsync(db, gone);
        var consultations = programmes.ToDictionary(p => p.Key, p => reader.Read(p.Value).Consultations);
        var units = await UnitNamesAsync([.. rounds.Values.Select(r => r.UnitId), .. nominations.Select(n => n.NominatingUnitId)]);
        return nominations.ToDictionary(
            n => n.Id,
            n =>
            {
                var round = rounds[n.RoundId];
                var programme = programmes[round.ProgrammeId];
                return new PacketRound(
                    programme.Name,
                    programme.Year,
                    round.Name,
                    units.GetValueOrDefault(round.UnitId) ?? "",
                    units.GetValueOrDefault(n.NominatingUnitId) ?? "",
                    round.Deadline,
                    n.Choice.ToChinese(),
                    n.Rank,
                    string.Join(HonourTexts.ListComma, n.Groups),
                    consultations[programme.Id]
                );
            }
        );
    }

    private Task<Dictionary<Guid, string>> UnitNamesAsync(List<Guid> ids) =>
        db
            .Units.Where(u => EF.Parameter(ids).Contains(u.Id))
            .Select(u => new { u.Id, u.Name })
            .ToDictionaryAsync(u => u.Id, u => u.Name, gone);

    private async Task<Dictionary<Guid, PacketCandidate>> PeopleAsync(List<Guid> ids, bool personnel)
    {
        var people = await PersonQuery.FactsAsync(db, ids, gone);
        var files = personnel
            ? await db
                .PersonnelFiles.AsNoTracking()
                .Where(f => EF.Parameter(ids).Contains(f.HonoreeId))
                .ToDictionaryAsync(f => f.HonoreeId, gone)
            : [];
        return people.ToDictionary(p => p.Key, p => Person(p.Key, p.Value, files.GetValueOrDefault(p.Key)));
    }

    private static PacketCandidate Person(Guid id, PersonFacts person, PersonnelFile? file)
    {
        var post = person.Current;
        var state = string.Join('\n', person.Name, post?.Unit, post?.Position);
        var text = post is null ? $"{person.Name}。" : $"{person.Name}现任{post.Unit}{post.Position}。";
        var roster = new Proof(PacketTexts.Roster);
        var candidate = new PacketCandidate(
            new PacketFact(FactKind.Candidate, id, text, state, [roster]),
            CandidateKinds.Person,
            person.Name,
            post?.Unit,
            post?.Position
        );
        return file is null ? candidate : With(candidate, file.Facts, roster);
    }

    private static PacketCandidate With(PacketCandidate candidate, PersonnelFacts facts, Proof roster)
    {
        var words = new[]
        {
            facts.Gender?.ToChinese(),
            facts.Ethnicity,
            facts.Born is { } born ? PacketTexts.Born.With(Month(born)) : null,
            facts.Hired is { } hired ? PacketTexts.Hired.With(Month(hired)) : null,
            facts.PoliticalStatus,
            facts.Education,
            facts.SkillGrade,
        }
            .OfType<string>()
            .ToList();
        return candidate with
        {
            Gender = facts.Gender?.ToChinese(),
            Ethnicity = facts.Ethnicity,
            Born = facts.Born is { } birth ? Month(birth) : null,
            Hired = facts.Hired is { } start ? Month(start) : null,
            PoliticalStatus = facts.PoliticalStatus,
            Education = facts.Education,
            Skill = facts.SkillGrade,
            Personnel =
                words.Count == 0
                    ? null
                    : new PacketFact(
                        FactKind.Personnel,
                        candidate.Fact.Id,
                        $"{candidate.Name}，{string.Join('，', words)}。",
                        string.Join('\n', facts.InWords().Select(w => w.Text)),
                        [roster]
                    ),
        };
    }

    private async Task<Dictionary<Guid, PacketCandidate>> UnitsAsync(List<Guid> ids)
    {
        var units = await db
            .Units.AsNoTracking()
            .Where(u => EF.Parameter(ids).Contains(u.Id))
            .Select(u => new
            {
                u.Id,
                u.Name,
                u.ParentId,
            })
            .ToListAsync(gone);
        var parents = await UnitNamesAsync([.. units.Select(u => u.ParentId).OfType<Guid>()]);
        return units.ToDictionary(
            u => u.Id,
            u => Unit(u.Id, u.Name, u.ParentId is { } above ? parents.GetValueOrDefault(above) ?? "" : null)
        );
    }

    private static PacketCandidate Unit(Guid id, string name, string? parent) =>
        new(
            new PacketFact(
                FactKind.Candidate,
                id,
                parent is null ? $"{name}。" : PacketTexts.UnitBelow.With(name, parent),
                string.Join('\n', name, parent),
                [new Proof(PacketTexts.Organisation)]
            ),
            CandidateKinds.Unit,
            name,
            parent,
            Position: null
        );

    private async Task<ILookup<Guid, PacketPost>> PostsAsync(List<Guid> people) =>
        (
            await db
                .Employments.AsNoTracking()
                .Where(e => EF.Parameter(people).Contains(e.HonoreeId))
                .OrderBy(e => e.From)
                .ThenBy(e => e.Id)
                .ToListAsync(gone)
        ).ToLookup(
            e => e.HonoreeId,
            e => new PacketPost(
                new PacketFact(
                    FactKind.Post,
                    e.Id,
                    $"{e.UnitText}{e.Position}",
                    string.Join('\n', e.UnitText, e.Position, e.From, e.To),
                    [new Proof(PacketTexts.Roster)]
                ),
                e.From is { } from ? Month(from) : null,
                e.To is { } to ? Month(to) : null,
                e.UnitText,
                e.Position
            )
        );

    /// <summary>Year, month or day as papers write it.</summary>
    private static string Month(PartialDate date) =>
        (date.Month, date.Day) switch
        {
            (null, _) => $"{date.Year}年",
            ({ } month, null) => $"{date.Year}年{month}月",
            ({ } month, { } day) => $"{date.Year}年{month}月{day}日",
        };

    private static string Day(DateOnly day) => Month(PartialDate.From(day));

    /// <summary>Whose a row of an act is.</summary>
    private sealed record Owner(Guid RecipientId, Guid ConferralId, Guid Candidate);
}
