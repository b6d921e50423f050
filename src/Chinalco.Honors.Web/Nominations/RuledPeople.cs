using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Nominations.Eligibility;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>What rules ask of an award.</summary>
internal sealed record RuledAward(string? Code, string Name, AwardLevel? TreatmentLevel, AwardFamily Family);

/// <summary>Reads rows of people, each table once, joined in memory.</summary>
/// <param name="db">That sees everything.</param>
internal sealed class RuledPeople(HonorsContext db, IReadOnlyDictionary<Guid, RuledAward> awards)
{
    // People asked for in one statement.
    private const int AtOnce = 1000;

    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, HonourRow> honours = [];

    public static async Task<Dictionary<Guid, RuledAward>> AwardsAsync(HonorsContext db, CancellationToken cancellationToken) =>
        await db
            .Awards.AsNoTracking()
            .Select(a => new
            {
                a.Id,
                a.Code,
                a.Name,
                a.TreatmentLevel,
                a.Family,
            })
            .ToDictionaryAsync(a => a.Id, a => new RuledAward(a.Code, a.Name, a.TreatmentLevel, a.Family), cancellationToken);

    public Task<List<RuledPerson>> AllAsync(CancellationToken cancellationToken) => ReadAsync(of: null, cancellationToken);

    /// <summary>These people; whoever was merged into somebody else is not among them.</summary>
    public async Task<List<RuledPerson>> OfAsync(IEnumerable<Guid> people, CancellationToken cancellationToken)
    {
        List<RuledPerson> rows = [];
        foreach (var some in people.Chunk(AtOnce))
        {
            rows.AddRange(await ReadAsync(some, cancellationToken));
        }

        return rows;
    }

    private async Task<List<RuledPerson>> ReadAsync(Guid[]? of, CancellationToken cancellationToken)
    {
        var people = await db
            .Honorees.AsNoTracking()
            .Where(h => of == null || EF.Parameter(of).Contains(h.Id))
            .Select(h => new
            {
                h.Id,
                h.Name,
                SortKey = EF.Property<byte[]?>(h, HonorsContext.NameSortKey),
                h.Visibility,
                h.Status,
                h.StatusVisibility,
                h.Version,
                h.PageVersion,
            })
            .ToListAsync(cancellationToken);
        var posts = (
            await db
                .Employments.AsNoTracking()
                .Where(e => e.UnitId != null && (of == null || EF.Parameter(of).Contains(e.HonoreeId)))
                .Select(e => new
                {
                    e.HonoreeId,
                    UnitId = e.UnitId!.Value,
                    e.From,
                    e.To,
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(e => e.HonoreeId, e => PostRow.Of(e.UnitId, e.From, e.To));
        var files = await db
            .PersonnelFiles.AsNoTracking()
            .Where(f => of == null || EF.Parameter(of).Contains(f.HonoreeId))
            .ToDictionaryAsync(f => f.HonoreeId, f => Shared(f.Facts), cancellationToken);
        var held = await HonoursAsync(of, cancellationToken);
        return people.ConvertAll(p =>
        {
            HonourRow[] own = [.. held[p.Id].Distinct().OrderBy(h => h.Honour.Year ?? int.MaxValue).ThenBy(h => h.Honour.ConferralId)];
            return new RuledPerson(
                p.Id,
                p.Name,
                p.SortKey ?? [],
                p.Visibility,
                p.Status,
                p.StatusVisibility,
                files.GetValueOrDefault(p.Id),
                [.. posts[p.Id]],
                [.. own.Select(h => h.Honour)],
                Array.Exists(own, h => h.ShownTo != Visibility.Public) ? [.. own.Select(h => h.ShownTo)] : [],
                (p.Version, p.PageVersion)
            );
        });
    }

    private async Task<ILookup<Guid, HonourRow>> HonoursAsync(Guid[]? of, CancellationToken cancellationToken)
    {
        var recipients = await db
            .Recipients.AsNoTracking()
            .Where(r => r.HonoreeId != null && (of == null || EF.Parameter(of).Contains(r.HonoreeId.Value)))
            .Select(r => new { HonoreeId = r.HonoreeId!.Value, r.ConferralId })
            .ToListAsync(cancellationToken);
        var asked = of is null ? null : recipients.Select(r => r.ConferralId).Distinct().ToArray();
        var conferrals = await db
            .Conferrals.AsNoTracking()
            .Shown()
            .Where(c => asked == null || EF.Parameter(asked).Contains(c.Id))
            .Select(c => new
            {
                c.Id,
                c.AwardId,
                c.Level,
                c.Year,
                c.Status,
                c.Visibility,
            })
            .ToListAsync(cancellationToken);
        honours.Clear();
        foreach (var c in conferrals)
        {
            // An award that came after the others were read: its holders' versions have moved by then, and they are read again.
            if (awards.TryGetValue(c.AwardId, out var award))
            {
                honours[c.Id] = new HonourRow(
                    new HeldHonour(c.Id, award.Code, award.Name, c.Level, award.TreatmentLevel, award.Family, c.Year, c.Status),
                    c.Visibility
                );
            }
        }

        return recipients.Where(r => honours.ContainsKey(r.ConferralId)).ToLookup(r => r.HonoreeId, r => honours[r.ConferralId]);
    }

    /// <summary>The same words are held once: thousands of people have one of a few political statuses and grades.</summary>
    private PersonnelFacts Shared(PersonnelFacts facts) =>
        facts with
        {
            PoliticalStatus = Shared(facts.PoliticalStatus),
            SkillGrade = Shared(facts.SkillGrade),
            Education = Shared(facts.Education),
            Ethnicity = Shared(facts.Ethnicity),
        };

    private string? Shared(string? word)
    {
        if (word is null || words.TryAdd(word, word))
        {
            return word;
        }

        return words[word];
    }
}
