using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

public sealed record IssueRow(Guid Id, string Newspaper, int Number, DateOnly? Date, int Articles);

/// <param name="Loose">Articles that belong to no newspaper number: notices, decisions, pasted texts.</param>
public sealed record IssueArchive(ImmutableArray<IssueRow> Issues, ImmutableArray<ArticleRow> Loose);

/// <param name="Articles">By page, those without one at the end, then in reading order.</param>
/// <param name="Images">The pictures of its pages.</param>
public sealed record IssuePage(IssueRow Issue, ImmutableArray<ArticleRow> Articles, ImmutableArray<PageImageLink> Images);

/// <summary>Reads the archive of newspaper numbers: by newspaper, the latest first.</summary>
public sealed class IssuesQuery(ReadingDatabase database)
{
    private const int MostIssues = 2000;

    private const int MostLoose = 100;

    public async Task<IssueArchive> RunAsync(CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var issues = await db
                .Issues.AsNoTracking()
                .OrderByDescending(i => i.Date)
                .ThenByDescending(i => i.Number)
                .ThenBy(i => i.Newspaper)
                .Take(MostIssues)
                .Select(i => new IssueRow(i.Id, i.Newspaper, i.Number, i.Date, db.Articles.Count(a => a.IssueId == i.Id)))
                .ToListAsync(cancellationToken);
            var loose = await ArticleRows.LoadAsync(
                db,
                db.Articles.Where(a => a.IssueId == null).OrderByDescending(a => a.Date).ThenBy(a => a.Id).Take(MostLoose),
                cancellationToken
            );
            return new IssueArchive([.. issues], loose);
        }
    }
}

/// <summary>Reads one newspaper number.</summary>
public sealed class IssueQuery(ReadingDatabase database)
{
    /// <returns>Null when there is no such number.</returns>
    public async Task<IssuePage?> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var issue = await db.Issues.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancellationToken);
            if (issue is null)
            {
                return null;
            }

            var articles = await ArticleRows.LoadAsync(
                db,
                db.Articles.Where(a => a.IssueId == id)
                    .OrderBy(a => a.Page == null)
                    .ThenBy(a => a.Page)
                    .ThenBy(a => a.Ordinal)
                    .ThenBy(a => a.Id),
                cancellationToken
            );
            return new IssuePage(
                new IssueRow(id, issue.Newspaper, issue.Number, issue.Date, articles.Length),
                articles,
                await PageImages.LoadAsync(db, id, cancellationToken)
            );
        }
    }
}
