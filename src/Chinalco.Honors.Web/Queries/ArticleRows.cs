using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Press;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>Reads articles for a list: the opening words alone, never the whole text.</summary>
internal static class ArticleRows
{
    private const int OpeningLength = 90;

    /// <param name="articles">In the order wanted.</param>
    public static async Task<ImmutableArray<ArticleRow>> LoadAsync(
        HonorsContext db,
        IQueryable<Article> articles,
        CancellationToken cancellationToken
    )
    {
        var rows = await articles
            .AsNoTracking()
            .Select(a => new
            {
                a.Id,
                a.Title,
                Opening = a.Text.Substring(0, OpeningLength),
                Issue = db
                    .Issues.Where(i => i.Id == a.IssueId)
                    .Select(i => new
                    {
                        i.Newspaper,
                        i.Number,
                        i.Date,
                    })
                    .FirstOrDefault(),
                a.Date,
                a.Page,
                a.Provenance,
                a.IsNotice,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(a => new ArticleRow(
                a.Id,
                a.Title,
                a.Opening,
                new Citation(a.Issue?.Newspaper, a.Issue?.Number, a.Issue?.Date ?? a.Date, a.Page),
                a.Provenance,
                a.IsNotice
            )),
        ];
    }
}
