using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Web.Access;

namespace Chinalco.Honors.Web.Searching;

/// <summary>Searches everything that the current user may see.</summary>
public sealed class SearchQuery(ReadingDatabase database)
{
    public async Task<SearchResults> RunAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var db = database.Open();
        await using (db)
        {
            List<WordHits> words = [];
            foreach (var word in request.Text.Words)
            {
                words.Add(await WordHits.FindAsync(db, word, cancellationToken));
            }

            return await RunAsync(db, words, request, cancellationToken);
        }
    }

    private static async Task<SearchResults> RunAsync(
        HonorsContext db,
        List<WordHits> words,
        SearchRequest request,
        CancellationToken cancellationToken
    )
    {
        var unit = request.Unit is { } root ? await WordHits.SubtreeAsync(db, [root], cancellationToken) : null;
        var conferrals = await ConferralSearch.FindAsync(db, words, request, unit, cancellationToken);

        // Every kind is counted for its tab, whichever kind the page shows; only that one's page goes beyond the first.
        var people = await PeopleSearch.RunAsync(db, words, conferrals, For(SearchKind.Person), unit, cancellationToken);
        var results = new SearchResults(
            people,
            await NameSearch.UnitsAsync(db, words, For(SearchKind.Unit), unit, cancellationToken),
            await NameSearch.AwardsAsync(db, words, For(SearchKind.Award), cancellationToken),
            await ConferralSearch.PageAsync(db, conferrals, For(SearchKind.Conferral), cancellationToken),
            await NameSearch.DocumentsAsync(db, words, For(SearchKind.Document), cancellationToken),
            await ArticleSearch.RunAsync(db, For(SearchKind.Article), cancellationToken),
            [],
            Facets: null
        );
        if (request.Kind == SearchKind.Conferral && conferrals.Ids.Count > 0)
        {
            results = results with { Facets = await ConferralSearch.FacetsAsync(db, conferrals, cancellationToken) };
        }

        return results with
        {
            Near = await NearAsync(db, words, results, request, cancellationToken),
        };

        SearchRequest For(SearchKind kind) =>
            request.Kind is null || request.Kind == kind ? request : request with { Kind = null, Page = 1 };
    }

    /// <summary>For a word that means nothing by itself, or a lone word that is nobody's name: names that are close to it.</summary>
    private static async Task<ImmutableArray<NearName>> NearAsync(
        HonorsContext db,
        List<WordHits> words,
        SearchResults results,
        SearchRequest request,
        CancellationToken cancellationToken
    )
    {
        var lost = words switch
        {
            [var only]
                when results.People.Total.Number + results.Units.Total.Number + results.Awards.Total.Number == 0 && !request.HasFilter =>
                only,
            [_] => null,
            _ => words.Find(w => !w.MeansSomething),
        };
        return lost is null || lost.Word.Year is not null || lost.Word.Level is not null
            ? []
            : await NearNames.FindAsync(db, lost.Word, cancellationToken);
    }
}
