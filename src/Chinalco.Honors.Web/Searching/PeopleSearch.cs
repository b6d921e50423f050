using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Searching;

/// <summary>
/// Finds people. One word is looked for in names, readings and numbers. Several words fit together: each by the person, the person's unit
/// or an honour of the person, and those about honours by one and the same honour.
/// </summary>
internal static class PeopleSearch
{
    public static async Task<SearchGroup<PersonHit>> RunAsync(
        HonorsContext db,
        IReadOnlyList<WordHits> words,
        ConferralsFound conferrals,
        SearchRequest request,
        List<Guid?>? unit,
        CancellationToken cancellationToken
    )
    {
        if (words is [var only])
        {
            return only.HasPeople ? await OneWordAsync(db, only, request, unit, cancellationToken) : SearchGroup<PersonHit>.Nothing;
        }

        var ids = await ByThemselvesAsync(db, words, cancellationToken);
        ids.UnionWith(await ByHonoursAsync(db, words, conferrals, cancellationToken));
        if (ids.Count == 0)
        {
            return SearchGroup<PersonHit>.Nothing;
        }

        List<Guid> listed = [.. ids];
        var people = Narrowed(db, request, unit).Where(h => EF.Parameter(listed).Contains(h.Id));
        var page = await PageAsync(db, people, "", request, cancellationToken);

        // Of very many conferrals only some were looked at for their recipients.
        return conferrals.Total.IsMore ? page with { Total = page.Total with { IsMore = true } } : page;
    }

    private static async Task<SearchGroup<PersonHit>> OneWordAsync(
        HonorsContext db,
        WordHits word,
        SearchRequest request,
        List<Guid?>? unit,
        CancellationToken cancellationToken
    )
    {
        var people = Narrowed(db, request, unit);
        if (word.ListedPeople is not { } listed)
        {
            var ids = word.People();
            return await PageAsync(db, people.Where(h => ids.Contains(h.Id)), word.Word.Typed, request, cancellationToken);
        }

        var terms = (
            await word.PeopleTerms()
                .Select(t => new
                {
                    t.EntityId,
                    t.Kind,
                    t.Term,
                })
                .ToListAsync(cancellationToken)
        ).GroupBy(t => t.EntityId).ToDictionary(g => g.Key, g => g.MinBy(t => ((int)t.Kind, t.Term.Length))!);
        var found = await people
            .Where(h => EF.Parameter(listed).Contains(h.Id))
            .Select(h => new
            {
                h.Id,
                h.Name,
                h.IsSample,
                Key = EF.Property<byte[]>(h, HonorsContext.NameSortKey),
            })
            .ToListAsync(cancellationToken);
        List<PeopleQuery.Found> page =
        [
            .. found
                .OrderBy(h => terms[h.Id].Kind)
                .ThenBy(h => terms[h.Id].Term.Length)
                .ThenBy(h => Convert.ToHexString(h.Key), StringComparer.Ordinal)
                .ThenBy(h => h.Id)
                .Skip(request.Skip)
                .Take(request.Take)
                .Select(h => new PeopleQuery.Found(h.Id, h.Name, h.IsSample)),
        ];
        var rows = await PeopleQuery.RowsAsync(db, page, cancellationToken);
        return new SearchGroup<PersonHit>(
            new Tally(found.Count, IsMore: false),
            [.. rows.Select(row => new PersonHit(row, new MatchReason(terms[row.Id].Kind, terms[row.Id].Term)))]
        );
    }

    /// <summary>People whom every word fits by name, reading or number, or by a unit that they work or worked in.</summary>
    private static async Task<HashSet<Guid>> ByThemselvesAsync(
        HonorsContext db,
        IReadOnlyList<WordHits> words,
        CancellationToken cancellationToken
    )
    {
        if (!words.Any(w => w.HasPeople) || words.Any(w => !w.HasPeople && w.Subtree.Count == 0))
        {
            return [];
        }

        var people = db.Honorees.AsNoTracking();
        foreach (var word in words.OrderBy(w => w.ListedPeople?.Count ?? int.MaxValue))
        {
            var (ids, units) = (word.People(), word.Subtree);
            people = (word.ListedPeople, units.Count) switch
            {
                ({ Count: > 0 } listed, 0) => people.Where(h => EF.Parameter(listed).Contains(h.Id)),
                ({ Count: > 0 } listed, _) => people.Where(h =>
                    EF.Parameter(listed).Contains(h.Id) || h.Employments.Any(e => EF.Parameter(units).Contains(e.UnitId))
                ),
                (null, 0) => people.Where(h => ids.Contains(h.Id)),
                (null, _) => people.Where(h => ids.Contains(h.Id) || h.Employments.Any(e => EF.Parameter(units).Contains(e.UnitId))),
                _ => people.Where(h => h.Employments.Any(e => EF.Parameter(units).Contains(e.UnitId))),
            };
        }

        return [.. await people.Select(h => h.Id).Take(Tally.Most + 1).ToListAsync(cancellationToken)];
    }

    /// <summary>The recipients of the conferrals found; a word that can only be a name fits the person, not somebody honoured together.</summary>
    private static async Task<List<Guid>> ByHonoursAsync(
        HonorsContext db,
        IReadOnlyList<WordHits> words,
        ConferralsFound conferrals,
        CancellationToken cancellationToken
    )
    {
        var ids = conferrals.Ids;
        var recipients = db
            .Recipients.Where(r => r.HonoreeId != null && EF.Parameter(ids).Contains(r.ConferralId))
            .Select(r => r.HonoreeId!.Value);
        foreach (var word in words.Where(w => w.MeansPeopleOnly))
        {
            var people = word.People();
            recipients = word.ListedPeople is { } listed
                ? recipients.Where(id => EF.Parameter(listed).Contains(id))
                : recipients.Where(id => people.Contains(id));
        }

        return await recipients.Distinct().Take(Tally.Most + 1).ToListAsync(cancellationToken);
    }

    /// <summary>The people whom the filters leave.</summary>
    private static IQueryable<Honoree> Narrowed(HonorsContext db, SearchRequest request, List<Guid?>? unit)
    {
        var people = db.Honorees.AsNoTracking();
        if (unit is not null)
        {
            people = people.Where(h => h.Employments.Any(e => EF.Parameter(unit).Contains(e.UnitId)));
        }

        if (!request.AsksForHonours)
        {
            return people;
        }

        var held = ConferralSearch.Filtered(db, request, unit: null);
        return people.Where(h => db.Recipients.Any(r => r.HonoreeId == h.Id && held.Any(c => c.Id == r.ConferralId)));
    }

    private static async Task<SearchGroup<PersonHit>> PageAsync(
        HonorsContext db,
        IQueryable<Honoree> people,
        string name,
        SearchRequest request,
        CancellationToken cancellationToken
    )
    {
        var total = Tally.Of(await people.Select(h => h.Id).Take(Tally.Most + 1).CountAsync(cancellationToken));
        var found = await people
            .OrderByDescending(h => h.Name == name)
            .ThenBy(h => EF.Property<byte[]>(h, HonorsContext.NameSortKey))
            .ThenBy(h => h.Id)
            .Skip(request.Skip)
            .Take(request.Take)
            .Select(h => new PeopleQuery.Found(h.Id, h.Name, h.IsSample))
            .ToListAsync(cancellationToken);
        var rows = await PeopleQuery.RowsAsync(db, found, cancellationToken);
        return new SearchGroup<PersonHit>(total, [.. rows.Select(row => new PersonHit(row, new MatchReason(Kind: null)))]);
    }
}
