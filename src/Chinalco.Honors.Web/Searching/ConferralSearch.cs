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

    /// <returns>Null when a word fits no conferral.</returns>
    public static IQueryable<Conferral>? Matching(HonorsContext db, IReadOnlyList<WordHits> words, SearchRequest request, List<Guid?>? unit)
    {
        if (words.Count == 0 || words.Any(w => !w.MeansSomething))
        {
            return null;
        }

        // The word that leaves least brings the conferrals up by its indexes; the others are asked about each.
        var first = words.MinBy(w => w.Breadth)!;
        var ids = first.ConferralIds();
        var found = Filtered(db, request, unit).Where(c => ids.Contains(c.Id));
        return words.Where(w => w != first).Aggregate(found, (left, word) => left.Where(word.Fits()));
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

    public static async Task<SearchGroup<ConferralRow>> RunAsync(
        HonorsContext db,
        IQueryable<Conferral>? matching,
        SearchRequest request,
        CancellationToken cancellationToken
    )
    {
        if (matching is null)
        {
            return SearchGroup<ConferralRow>.Nothing;
        }

        var total = Tally.Of(await matching.Select(c => c.Id).Take(Tally.Most + 1).CountAsync(cancellationToken));
        if (request.Skip >= total.Number)
        {
            return new SearchGroup<ConferralRow>(total, []);
        }

        var ordered = request.Sort switch
        {
            SearchSort.Best => matching.OrderBy(c => c.Year == null).ThenByDescending(c => c.Year).ThenBy(c => c.Level),
            SearchSort.Oldest => matching.OrderBy(c => c.Year == null).ThenBy(c => c.Year).ThenBy(c => c.Level),
            SearchSort.Level => matching.OrderBy(c => c.Level).ThenBy(c => c.Year == null).ThenByDescending(c => c.Year),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Sort, message: null),
        };

        // The ids first: sorting thousands of rows, only those of the page are read whole.
        var ids = await ordered.ThenBy(c => c.Id).Select(c => c.Id).Skip(request.Skip).Take(request.Take).ToListAsync(cancellationToken);
        var rows = await ConferralRows.LoadAsync(db, db.Conferrals.Where(c => EF.Parameter(ids).Contains(c.Id)), cancellationToken);
        return new SearchGroup<ConferralRow>(total, [.. rows.OrderBy(r => ids.IndexOf(r.Id))]);
    }

    /// <summary>How many of the conferrals each value of a filter would leave.</summary>
    public static async Task<SearchFacets> FacetsAsync(
        HonorsContext db,
        IQueryable<Conferral> matching,
        CancellationToken cancellationToken
    )
    {
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
