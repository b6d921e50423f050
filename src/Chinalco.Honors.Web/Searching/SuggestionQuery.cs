using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Searching;

/// <summary>A name that what was typed so far begins.</summary>
/// <param name="Detail">What tells namesakes apart; null when unknown.</param>
/// <param name="Term">What matched: the name, a reading, initials or another name.</param>
public sealed record Suggestion(SearchKind Of, Guid Id, string Name, string? Detail, TermKind Kind, string Term);

/// <summary>Suggests people, units and awards from the first key on. Numbers are never suggested.</summary>
public sealed class SuggestionQuery(ReadingDatabase database)
{
    private const int MostLookedAt = 60;
    private const int MostPeople = 6;
    private const int MostOthers = 3;

    private static readonly TermKind[] OfPeople = [TermKind.Name, TermKind.Pinyin, TermKind.Initials];

    public async Task<ImmutableArray<Suggestion>> RunAsync(string? typed, CancellationToken cancellationToken)
    {
        if (SearchText.Read(typed).Words is not [.., var word])
        {
            return [];
        }

        var db = database.Open();
        await using (db)
        {
            return
            [
                .. await PeopleAsync(db, word, cancellationToken),
                .. await UnitsAsync(db, word, cancellationToken),
                .. await AwardsAsync(db, word, cancellationToken),
            ];
        }
    }

    private static async Task<IEnumerable<Suggestion>> PeopleAsync(HonorsContext db, SearchWord word, CancellationToken cancellationToken)
    {
        var found = await WordHits
            .TermsFrom(db, SearchKind.Person, word.Pinyin ?? word.Folded)
            .Where(t => OfPeople.Contains(t.Kind))
            .Join(
                db.Honorees,
                t => t.EntityId,
                h => h.Id,
                (t, h) =>
                    new
                    {
                        h.Id,
                        h.Name,
                        t.Kind,
                        t.Term,
                    }
            )
            .OrderBy(p => p.Term)
            .Take(MostLookedAt)
            .ToListAsync(cancellationToken);
        var best = found
            .OrderBy(p => p.Term.Length)
            .ThenBy(p => p.Kind)
            .ThenBy(p => p.Name, StringComparer.Ordinal)
            .ThenBy(p => p.Id)
            .DistinctBy(p => p.Id)
            .Take(MostPeople)
            .ToList();
        var ids = best.Select(p => p.Id).ToList();
        var units = (
            await db
                .Employments.AsNoTracking()
                .Where(e => EF.Parameter(ids).Contains(e.HonoreeId))
                .OrderByDescending(e => e.To == null)
                .ThenByDescending(e => e.From)
                .ThenByDescending(e => e.Id)
                .Select(e => new { e.HonoreeId, e.UnitText })
                .ToListAsync(cancellationToken)
        ).ToLookup(e => e.HonoreeId, e => e.UnitText);
        return best.Select(p => new Suggestion(SearchKind.Person, p.Id, p.Name, units[p.Id].FirstOrDefault(), p.Kind, p.Term));
    }

    private static async Task<IEnumerable<Suggestion>> UnitsAsync(HonorsContext db, SearchWord word, CancellationToken cancellationToken)
    {
        var found = await WordHits
            .TermsFrom(db, SearchKind.Unit, word.Pinyin ?? word.Folded)
            .Join(
                db.Units,
                t => t.EntityId,
                u => u.Id,
                (t, u) =>
                    new
                    {
                        u.Id,
                        u.Name,
                        t.Kind,
                        t.Term,
                    }
            )
            .OrderBy(u => u.Term)
            .Take(MostLookedAt)
            .ToListAsync(cancellationToken);
        return found
            .OrderBy(u => u.Kind)
            .ThenBy(u => u.Name.Length)
            .ThenBy(u => u.Name, StringComparer.Ordinal)
            .DistinctBy(u => u.Id)
            .Take(MostOthers)
            .Select(u => new Suggestion(SearchKind.Unit, u.Id, u.Name, Detail: null, u.Kind, u.Term));
    }

    private static async Task<IEnumerable<Suggestion>> AwardsAsync(HonorsContext db, SearchWord word, CancellationToken cancellationToken)
    {
        var found = await WordHits
            .TermsFrom(db, SearchKind.Award, word.Pinyin ?? word.Folded)
            .Join(
                db.Awards,
                t => t.EntityId,
                a => a.Id,
                (t, a) =>
                    new
                    {
                        a.Id,
                        a.Name,
                        a.ConferringBody,
                        t.Kind,
                        t.Term,
                    }
            )
            .OrderBy(a => a.Term)
            .Take(MostLookedAt)
            .ToListAsync(cancellationToken);
        return found
            .OrderBy(a => a.Kind)
            .ThenBy(a => a.Name.Length)
            .ThenBy(a => a.Name, StringComparer.Ordinal)
            .DistinctBy(a => a.Id)
            .Take(MostOthers)
            .Select(a => new Suggestion(SearchKind.Award, a.Id, a.Name, a.ConferringBody, a.Kind, a.Term));
    }
}
