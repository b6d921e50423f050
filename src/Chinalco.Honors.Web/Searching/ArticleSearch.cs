using Chinalco.Honors.Data;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Searching;

/// <summary>Finds the articles whose title or text holds every word: by pairs of characters first, then by the text itself.</summary>
internal static class ArticleSearch
{
    // Of a long word so many pairs are asked for; the text decides anyway.
    private const int MostPairs = 8;

    public static async Task<SearchGroup<ArticleHit>> RunAsync(HonorsContext db, SearchRequest request, CancellationToken cancellationToken)
    {
        var words = request.Text.Words;
        var articles = db.Articles.AsNoTracking();
        if (words.IsEmpty || await PairsAsync(db, words.Select(w => w.Typed), cancellationToken) is not { } pairs)
        {
            return SearchGroup<ArticleHit>.Nothing;
        }

        if (pairs is [var rarest, .. var others])
        {
            var ids = db.ArticleGrams.Where(g => g.Gram == rarest).Select(g => g.ArticleId);
            articles = articles.Where(a => ids.Contains(a.Id));
            articles = others.Aggregate(
                articles,
                (left, pair) => left.Where(a => db.ArticleGrams.Any(g => g.Gram == pair && g.ArticleId == a.Id))
            );
        }

        foreach (var word in words)
        {
            articles = Holding(db, articles, word.Typed);
        }

        if (request.From is { } from)
        {
            var first = new DateOnly(from, 1, 1);
            articles = articles.Where(a => a.Date >= first);
        }

        if (request.To is { } to)
        {
            var last = new DateOnly(to, 12, 31);
            articles = articles.Where(a => a.Date <= last);
        }

        var total = Tally.Of(await articles.Select(a => a.Id).Take(Tally.Most + 1).CountAsync(cancellationToken));
        if (request.Skip >= total.Number)
        {
            return new SearchGroup<ArticleHit>(total, []);
        }

        var ordered =
            request.Sort == SearchSort.Oldest
                ? articles.OrderBy(a => a.Date == null).ThenBy(a => a.Date)
                : articles.OrderByDescending(a => a.Date);
        var page = await ordered.ThenBy(a => a.Id).Select(a => a.Id).Skip(request.Skip).Take(request.Take).ToListAsync(cancellationToken);
        return new SearchGroup<ArticleHit>(total, [.. await HitsAsync(db, page, request, cancellationToken)]);
    }

    private static async Task<IEnumerable<ArticleHit>> HitsAsync(
        HonorsContext db,
        List<Guid> page,
        SearchRequest request,
        CancellationToken cancellationToken
    )
    {
        var rows = await ArticleRows.LoadAsync(db, db.Articles.Where(a => EF.Parameter(page).Contains(a.Id)), cancellationToken);
        var texts = await db
            .Articles.Where(a => EF.Parameter(page).Contains(a.Id))
            .Select(a => new { a.Id, a.Text })
            .ToDictionaryAsync(a => a.Id, a => a.Text, cancellationToken);
        return rows.OrderBy(r => page.IndexOf(r.Id)).Select(r => new ArticleHit(r, Snippets.Of(texts[r.Id], request.Text)));
    }

    /// <summary>The pairs that the words need, the rarest first.</summary>
    /// <returns>Null when one stands in no article, or when the words have no letters at all; empty when they are single characters.</returns>
    private static async Task<List<int>?> PairsAsync(HonorsContext db, IEnumerable<string> words, CancellationToken cancellationToken)
    {
        var pairs = words.SelectMany(word => Spread([.. ArticleGrams.OfWord(word)])).Distinct().ToList();
        if (pairs.Count == 0)
        {
            return words.Any(word => word.Any(char.IsLetterOrDigit)) ? [] : null;
        }

        var counts = await db
            .ArticleGrams.Where(g => EF.Parameter(pairs).Contains(g.Gram))
            .GroupBy(g => g.Gram)
            .Select(g => new { Gram = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Gram, g => g.Count, cancellationToken);
        return pairs.Exists(pair => !counts.ContainsKey(pair)) ? null : [.. pairs.OrderBy(pair => counts[pair])];
    }

    /// <summary>Every second pair and the last cover the whole word.</summary>
    private static IEnumerable<int> Spread(List<int> pairs) => pairs.Where((_, at) => at % 2 == 0 || at == pairs.Count - 1).Take(MostPairs);

    /// <summary>The text decides; Latin letters may be written small or large.</summary>
    private static IQueryable<Article> Holding(HonorsContext db, IQueryable<Article> articles, string word)
    {
        if (word.Length == 1)
        {
            var (first, last) = ArticleGrams.BeginningWith(word[0]);
            var ids = db.ArticleGrams.Where(g => g.Gram >= first && g.Gram <= last).Select(g => g.ArticleId);
            return articles.Where(a => ids.Contains(a.Id));
        }

        // Two letters or digits side by side are the pair itself.
        if (word.Length == 2 && ArticleGrams.OfWord(word).Count == 1)
        {
            return articles;
        }

        if (!word.Any(char.IsAsciiLetter))
        {
            return articles.Where(a => a.Text.Contains(word) || a.Title!.Contains(word));
        }

        var (small, large) = (word.ToLowerInvariant(), word.ToUpperInvariant());
        return articles.Where(a =>
            a.Text.Contains(word)
            || a.Text.Contains(small)
            || a.Text.Contains(large)
            || a.Title!.Contains(word)
            || a.Title!.Contains(small)
            || a.Title!.Contains(large)
        );
    }
}
