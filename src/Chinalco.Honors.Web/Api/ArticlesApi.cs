using Chinalco.Honors.Data;
using Chinalco.Honors.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Api;

/// <summary>Articles, with the one text that evidence counts into.</summary>
internal static class ArticlesApi
{
    public static RouteGroupBuilder MapArticlesApi(this RouteGroupBuilder group)
    {
        group.MapGet("/{id:guid}", GetAsync).WithSummary("一篇文章的全文；佐证的起止位置按 UTF-16 计入 text");
        return group;
    }

    private static async Task<Results<Ok<ArticleItem>, ProblemHttpResult>> GetAsync(ReadingDatabase database, Guid id)
    {
        var db = database.Open();
        await using (db)
        {
            var article = await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id);
            if (article is null)
            {
                return Problems.NotFound("没有这篇文章，请从报纸档案中查找。");
            }

            var issue = await db.Issues.AsNoTracking().FirstOrDefaultAsync(i => i.Id == article.IssueId);
            var mentions = await db
                .Mentions.Where(m => m.ArticleId == id)
                .OrderBy(m => m.Start)
                .ThenBy(m => m.End)
                .ThenBy(m => m.Kind)
                .Select(m => new
                {
                    m.Kind,
                    m.Start,
                    m.End,
                    Target = m.HonoreeId ?? m.UnitId ?? m.AwardId,
                })
                .ToListAsync();
            return TypedResults.Ok(
                new ArticleItem(
                    article.Id,
                    article.Title,
                    article.Subtitles,
                    article.Authors,
                    article.Series,
                    issue is null ? null : new IssueItem(issue.Id, issue.Newspaper, issue.Number, issue.Date),
                    article.Page,
                    article.Date,
                    article.Text,
                    article.TextSha256,
                    article.Provenance.ToString(),
                    article.SourceNote,
                    [.. mentions.Select(m => new MentionItem(m.Kind.ToString(), m.Start, m.End, m.Target))]
                )
            );
        }
    }

    internal sealed record ArticleItem(
        Guid Id,
        string? Title,
        IReadOnlyList<string> Subtitles,
        IReadOnlyList<string> Authors,
        string? Series,
        IssueItem? Issue,
        int? Page,
        DateOnly? Date,
        string Text,
        string Sha256,
        string Provenance,
        string? SourceNote,
        IReadOnlyList<MentionItem> Mentions
    );

    internal sealed record IssueItem(Guid Id, string Newspaper, int Number, DateOnly? Date);

    internal sealed record MentionItem(string Kind, int Start, int End, Guid? TargetId);
}
