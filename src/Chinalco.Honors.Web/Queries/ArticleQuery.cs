using System.Collections.Immutable;
using System.Linq.Expressions;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>An article's page.</summary>
/// <param name="Text">The one stored text that every position counts into.</param>
/// <param name="Mentions">In the order of the text.</param>
/// <param name="Proofs">The honours that passages of this article prove, in the order of the text.</param>
/// <param name="ReprintOf">The article that printed the text first; null when it is this one.</param>
/// <param name="Reprints">The articles that printed it again.</param>
/// <param name="Image">The picture of its page.</param>
public sealed record ArticlePage(
    Guid Id,
    string? Title,
    ImmutableArray<string> Subtitles,
    ImmutableArray<string> Authors,
    string? Series,
    string Text,
    TextFormat Format,
    Provenance Provenance,
    string? SourceNote,
    ImmutableArray<string> Warnings,
    Guid? IssueId,
    Citation Citation,
    ImmutableArray<MentionLine> Mentions,
    ImmutableArray<ProofLine> Proofs,
    PrintOf? ReprintOf,
    ImmutableArray<PrintOf> Reprints,
    PageImageLink? Image
);

/// <summary>Another print of an article's text.</summary>
public sealed record PrintOf(Guid Id, string? Title, Citation Citation);

/// <summary>A person, unit or award named in the text.</summary>
public sealed record MentionLine(MentionKind Kind, int Start, int End, Guid TargetId, string TargetName);

/// <summary>A passage and what it proves.</summary>
public sealed record ProofLine(
    int Start,
    int End,
    Named Award,
    string AwardAsPrinted,
    AwardLevel Level,
    int? Year,
    ConferralStatus Status,
    ImmutableArray<RecipientLink> Recipients
);

/// <summary>Reads an article's page.</summary>
public sealed class ArticleQuery(ReadingDatabase database)
{
    /// <returns>Null when there is no such article.</returns>
    public async Task<ArticlePage?> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var article = await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellationToken);
            if (article is null)
            {
                return null;
            }

            var issue = await db.Issues.AsNoTracking().FirstOrDefaultAsync(i => i.Id == article.IssueId, cancellationToken);
            return new ArticlePage(
                id,
                article.Title,
                [.. article.Subtitles],
                [.. article.Authors],
                article.Series,
                article.Text,
                article.Format,
                article.Provenance,
                article.SourceNote,
                [.. article.Warnings],
                article.IssueId,
                new Citation(issue?.Newspaper, issue?.Number, issue?.Date ?? article.Date, article.Page),
                await MentionsAsync(db, id, cancellationToken),
                await ProofsAsync(db, id, cancellationToken),
                (await PrintsAsync(db, a => a.Id == article.ReprintOfId, cancellationToken)).FirstOrDefault(),
                await PrintsAsync(db, a => a.ReprintOfId == id, cancellationToken),
                await PageImages.OfAsync(db, article, cancellationToken)
            );
        }
    }

    private static async Task<ImmutableArray<PrintOf>> PrintsAsync(
        HonorsContext db,
        Expression<Func<Article, bool>> which,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from a in db.Articles.AsNoTracking().Where(which)
            join i in db.Issues on a.IssueId equals i.Id into issues
            from i in issues.DefaultIfEmpty()
            orderby a.Date, a.Id
            select new
            {
                a.Id,
                a.Title,
                i.Newspaper,
                Number = (int?)i.Number,
                Date = i.Date ?? a.Date,
                a.Page,
            }
        ).ToListAsync(cancellationToken);
        return [.. rows.Select(a => new PrintOf(a.Id, a.Title, new Citation(a.Newspaper, a.Number, a.Date, a.Page)))];
    }

    private static async Task<ImmutableArray<MentionLine>> MentionsAsync(HonorsContext db, Guid id, CancellationToken cancellationToken)
    {
        var rows = await (
            from m in db.Mentions.AsNoTracking()
            where m.ArticleId == id
            join h in db.Honorees on m.HonoreeId equals h.Id into people
            from h in people.DefaultIfEmpty()
            join u in db.Units on m.UnitId equals u.Id into units
            from u in units.DefaultIfEmpty()
            join a in db.Awards on m.AwardId equals a.Id into awards
            from a in awards.DefaultIfEmpty()
            orderby m.Start, m.End descending, m.Id
            select new
            {
                m.Kind,
                m.Start,
                m.End,
                TargetId = m.HonoreeId ?? m.UnitId ?? m.AwardId,
                Name = h.Name ?? u.Name ?? a.Name,
            }
        ).ToListAsync(cancellationToken);
        return [.. rows.Where(m => m.TargetId is not null).Select(m => new MentionLine(m.Kind, m.Start, m.End, m.TargetId!.Value, m.Name))];
    }

    private static async Task<ImmutableArray<ProofLine>> ProofsAsync(HonorsContext db, Guid id, CancellationToken cancellationToken)
    {
        var passages = await (
            from e in db.Evidence.AsNoTracking()
            where e.ArticleId == id && e.Start != null && e.End != null
            join c in db.Conferrals.Shown() on e.ConferralId equals c.Id
            orderby e.Start, e.End, c.Level, c.Id
            select new
            {
                Start = e.Start!.Value,
                End = e.End!.Value,
                c.Id,
            }
        ).ToListAsync(cancellationToken);
        var ids = passages.Select(p => p.Id).Distinct().ToList();
        var conferrals = (
            await ConferralRows.LoadAsync(db, db.Conferrals.AsNoTracking().Where(c => ids.Contains(c.Id)), cancellationToken)
        ).ToDictionary(c => c.Id);
        return
        [
            .. passages.Select(p =>
            {
                var c = conferrals[p.Id];
                return new ProofLine(p.Start, p.End, c.Award, c.AwardAsPrinted, c.Level, c.Year, c.Status, c.Recipients);
            }),
        ];
    }
}
