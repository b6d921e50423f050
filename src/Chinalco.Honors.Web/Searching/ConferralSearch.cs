using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Searching;

/// <summary>Finds the conferrals that every word fits: by a recipient, a recipient's unit, the award, the document, the year or the level.</summary>
internal static class ConferralSearch
{
    private const int MostUnits = 12;

    /// <summary>The conferrals that every word fits, or none when a word means nothing.</summary>
    public static async Task<ConferralsFound> FindAsync(
        HonorsContext db,
        IReadOnlyList<WordHits> words,
        SearchRequest request,
        List<Guid?>? unit,
        CancellationToken cancellationToken
    )
    {
        if (words.Count == 0 || words.Any(w => !w.MeansSomething))
        {
            return new ConferralsFound(db.Conferrals.Where(c => false), []);
        }

        // The word that leaves least brings conferrals up, each of its meanings by an index of its own; the others are asked about each.
        var filtered = Filtered(db, request, unit);
        var first = words.MinBy(w => w.Breadth)!;
        var others = words.Where(w => w != first).Select(w => w.Fits()).ToList();
        HashSet<Guid> ids = [];
        foreach (var meaning in first.Meanings())
        {
            var found = others.Aggregate(filtered.Where(meaning.ByIndex), (left, fits) => left.Where(fits));
            ids.UnionWith(await found.Select(c => c.Id).Take(Tally.Most + 1).ToListAsync(cancellationToken));
        }

        return new ConferralsFound(words.Aggregate(filtered, (left, word) => left.Where(word.Fits())), [.. ids]);
    }

    /// <summary>The conferrals that the filters leave.</summary>
    public static IQueryable<Conferral> Filtered(HonorsContext db, SearchRequest request, List<Guid?>? unit)
    {
        var conferrals = db.Conferrals.AsNoTracking().Shown();
        if (request.Level is { } level)
        {
            conferrals = conferrals.Where(c => c.Level == level);
        }

        if (request.From is { } from)
        {
            conferrals = conferrals.Where(c => c.Year >= from);
        }

        if (request.To is { } to)
        {
            conferrals = conferrals.Where(c => c.Year <= to);
        }

        if (request.Status is { } status)
        {
            conferrals = conferrals.Where(c => c.Status == status);
        }

        return unit is null
            ? conferrals
            : conferrals.Where(c => db.Recipients.Any(r => r.ConferralId == c.Id && EF.Parameter(unit).Contains(r.UnitId)));
    }

    public static async Task<SearchGroup<ConferralRow>> PageAsync(
        HonorsContext db,
        ConferralsFound found,
        SearchRequest request,
        CancellationToken cancellationToken
    )
    {
        if (request.Skip >= found.Total.Number)
        {
            return new SearchGroup<ConferralRow>(found.Total, []);
        }

        // The ids first: only the rows of the page are read whole. A year that nobody said comes last.
        var matching = found.Conferrals(db);
        var ordered = request.Sort switch
        {
            SearchSort.Best => matching.OrderByDescending(c => c.Year).ThenBy(c => c.Level),
            SearchSort.Oldest => matching.OrderBy(c => c.Year == null).ThenBy(c => c.Year).ThenBy(c => c.Level),
            SearchSort.Level => matching.OrderBy(c => c.Level).ThenByDescending(c => c.Year),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Sort, message: null),
        };
        var ids = await ordered.ThenBy(c => c.Id).Select(c => c.Id).Skip(request.Skip).Take(request.Take).ToListAsync(cancellationToken);
        var rows = await ConferralRows.LoadAsync(db, db.Conferrals.Where(c => EF.Parameter(ids).Contains(c.Id)), cancellationToken);
        return new SearchGroup<ConferralRow>(found.Total, [.. rows.OrderBy(r => ids.IndexOf(r.Id))]);
    }

    /// <summary>How many of the conferrals each value of a filter would leave.</summary>
    public static async Task<SearchFacets> FacetsAsync(HonorsContext db, ConferralsFound found, CancellationToken cancellationToken)
    {
        var matching = found.Conferrals(db);
        var rows = await matching
            .Select(c => new
            {
                c.Id,
                c.Level,
                c.Year,
                c.Status,
            })
            .Take(SearchFacets.MostCounted + 1)
            .ToListAsync(cancellationToken);
        var isPart = rows.Count > SearchFacets.MostCounted;
        return new SearchFacets(
            [.. rows.GroupBy(r => r.Level).OrderBy(g => g.Key).Select(g => new FacetCount<Domain.Awards.AwardLevel>(g.Key, "", g.Count()))],
            [
                .. rows.GroupBy(r => r.Year)
                    .Where(g => g.Key is not null)
                    .OrderByDescending(g => g.Key)
                    .Select(g => new FacetCount<int>(g.Key!.Value, "", g.Count())),
            ],
            [.. rows.GroupBy(r => r.Status).OrderBy(g => g.Key).Select(g => new FacetCount<ConferralStatus>(g.Key, "", g.Count()))],
            isPart ? [] : await UnitsAsync(db, matching, cancellationToken),
            isPart
        );
    }

    /// <summary>The companies that the recipients belonged to: the units two steps below the top and their like, most conferrals first.</summary>
    private static async Task<ImmutableArray<FacetCount<Guid>>> UnitsAsync(
        HonorsContext db,
        IQueryable<Conferral> matching,
        CancellationToken cancellationToken
    )
    {
        var ids = matching.Select(c => c.Id);
        var rows = await db
            .Recipients.Where(r => r.UnitId != null && ids.Contains(r.ConferralId))
            .Select(r => new { r.ConferralId, UnitId = r.UnitId!.Value })
            .ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        var tree = await UnitTree.LoadAsync(db, cancellationToken);
        return
        [
            .. rows.SelectMany(r => tree.Upwards(r.UnitId).Select(unit => (Unit: unit, r.ConferralId)))
                .Distinct()
                .GroupBy(pair => pair.Unit)
                .Select(g => new FacetCount<Guid>(g.Key.Id, g.Key.Name, g.Count()))
                .OrderByDescending(f => f.Count)
                .ThenBy(f => f.Name, StringComparer.Ordinal)
                .Take(MostUnits),
        ];
    }
}

/// <summary>The conferrals of a search.</summary>
/// <param name="Matching">All of them, each asked about by itself: for those that are many.</param>
/// <param name="Ids">Those found by index; more than <see cref="Tally.Most"/> stand for very many.</param>
internal sealed record ConferralsFound(IQueryable<Conferral> Matching, List<Guid> Ids)
{
    public Tally Total => Tally.Of(Ids.Count);

    /// <summary>All of them, the shortest way: few by their ids; of many, any order's index meets the first ones soon.</summary>
    public IQueryable<Conferral> Conferrals(HonorsContext db) =>
        Total.IsMore ? Matching : db.Conferrals.AsNoTracking().Where(c => EF.Parameter(Ids).Contains(c.Id));
}
