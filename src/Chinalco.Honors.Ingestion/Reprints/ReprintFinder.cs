using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Reprints;

/// <summary>Recognises articles that were printed before. What they say again follows the finding of the article printed first.</summary>
public static class ReprintFinder
{
    /// <summary>Articles that are compared in full, the likeliest first.</summary>
    private const int MostLookedAt = 3;

    /// <summary>Articles read at a time when the prints of old articles are made.</summary>
    private const int Batch = 200;

    /// <summary>Marks which of the new articles are reprints, and which of their findings say nothing new.</summary>
    public static async Task MarkAsync(CommandScope scope, IReadOnlyList<Article> articles, IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(articles);
        var inThisFile = new List<(Article Article, TextPrint Print)>();
        foreach (var article in articles)
        {
            var print = TextPrint.Of(article.Text);
            var own = findings.Where(f => f.ArticleId == article.Id).ToList();
            var first =
                inThisFile.Find(earlier => earlier.Print.IsNearly(print)).Article ?? await PrintedBeforeAsync(scope.Db, article, print);
            if (first is not null)
            {
                await FollowAsync(scope, article, first, own, findings);
            }

            inThisFile.Add((article, print));
            scope.Db.ArticlePrints.AddRange(print.Values.Select(value => new ArticlePrint(article.Id, value)));
        }
    }

    /// <summary>Makes a new finding of a reprint follow the one that says the same, if there is one.</summary>
    public static async Task FollowAsync(CommandScope scope, Guid reprintOf, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(finding);
        if (Twin(await StandingAsync(scope.Db, reprintOf), finding) is { } twin)
        {
            Follow(scope, finding, twin);
        }
    }

    /// <summary>Articles of before there were prints get theirs. Does nothing once there is one.</summary>
    public static async Task CompleteAsync(IHonorsDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        await database.InTransactionAsync(
            async (db, transaction) =>
            {
                if (await db.ArticlePrints.AnyAsync())
                {
                    return 0;
                }

                var ids = await db.Articles.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync();
                foreach (var batch in ids.Chunk(Batch))
                {
                    var texts = await db
                        .Articles.Where(a => EF.Parameter(batch).Contains(a.Id))
                        .Select(a => new { a.Id, a.Text })
                        .ToListAsync();
                    db.ArticlePrints.AddRange(texts.SelectMany(a => TextPrint.Of(a.Text).Values.Select(v => new ArticlePrint(a.Id, v))));
                    await db.SaveInBulkAsync();
                }

                await transaction.CommitAsync();
                return ids.Count;
            }
        );
    }

    /// <summary>A form filled in for others looks like a reprint; where it says something, at least half of it must have been said before.</summary>
    private static async Task FollowAsync(
        CommandScope scope,
        Article article,
        Article first,
        List<Finding> own,
        IReadOnlyList<Finding> ofThisFile
    )
    {
        var root = first.ReprintOfId ?? first.Id;
        var standing = ofThisFile
            .Where(f => f.ArticleId == root || f.ArticleId == first.Id)
            .Concat(await StandingAsync(scope.Db, root))
            .Concat(first.Id == root ? [] : await StandingAsync(scope.Db, first.Id))
            .ToList();
        var said = own.Select(finding => (Finding: finding, Twin: Twin(standing, finding))).Where(pair => pair.Twin is not null).ToList();
        if (said.Count * 2 < own.Count)
        {
            return;
        }

        article.Reprints(root);
        foreach (var (finding, twin) in said.Where(pair => pair.Finding.State != FindingState.Rejected))
        {
            Follow(scope, finding, twin!);
        }
    }

    private static void Follow(CommandScope scope, Finding finding, Finding twin)
    {
        if (twin.State == FindingState.Rejected)
        {
            finding.Reject(CutText.To($"此前已驳回：{twin.DecisionReason}", Finding.LongestReason), scope.Stamp.By, scope.Now);
        }
        else
        {
            finding.Repeat(twin.Id);
        }
    }

    private static async Task<Article?> PrintedBeforeAsync(HonorsContext db, Article article, TextPrint print)
    {
        var same = await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.TextSha256 == article.TextSha256);
        if (same is not null || print.Values.IsEmpty)
        {
            return same;
        }

        var values = print.Values.ToList();
        var likely = await db
            .ArticlePrints.Where(p => EF.Parameter(values).Contains(p.Value))
            .GroupBy(p => p.ArticleId)
            .Select(g => new { ArticleId = g.Key, Shared = g.Count() })
            .Where(g => g.Shared >= TextPrint.Worth)
            .OrderByDescending(g => g.Shared)
            .ThenBy(g => g.ArticleId)
            .Take(MostLookedAt)
            .ToListAsync();
        foreach (var candidate in likely)
        {
            var earlier = await db.Articles.AsNoTracking().FirstAsync(a => a.Id == candidate.ArticleId);
            if (TextPrint.Of(earlier.Text).IsNearly(print))
            {
                return earlier;
            }
        }

        return null;
    }

    /// <summary>The findings of an article that others may follow.</summary>
    private static async Task<List<Finding>> StandingAsync(HonorsContext db, Guid articleId) =>
        await db
            .Findings.AsNoTracking()
            .Where(f => f.ArticleId == articleId && f.State != FindingState.Withdrawn && f.State != FindingState.Repeats)
            .OrderBy(f => f.Ordinal)
            .ToListAsync();

    private static Finding? Twin(List<Finding> standing, Finding finding) =>
        standing.Find(f =>
            f.Kind == finding.Kind
            && f.RecipientName == finding.RecipientName
            && f.AwardText == finding.AwardText
            && (f.Year is null || finding.Year is null || f.Year == finding.Year)
        );
}
