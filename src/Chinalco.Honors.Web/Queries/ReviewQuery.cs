using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>In which order the desk's queue stands.</summary>
public enum QueueOrder
{
    /// <summary>The surest first: they are decided at a glance.</summary>
    Surest = 1,

    /// <summary>What has waited longest first.</summary>
    Oldest = 2,
}

/// <summary>A finding in the queue.</summary>
public sealed record QueueRow(
    Guid Id,
    FindingKind Kind,
    string Recipient,
    string? Unit,
    string Award,
    int? Year,
    double Score,
    string? ArticleTitle,
    DateTimeOffset ReceivedAt
);

/// <summary>The beginning of the queue.</summary>
/// <param name="Total">All that wait for this editor.</param>
public sealed record WaitingFindings(ImmutableArray<QueueRow> Rows, int Total);

/// <summary>A finding on the desk, with everything an editor needs to decide.</summary>
/// <param name="Before">The article's text before the sentence, some lines of it.</param>
/// <param name="After">The text after it.</param>
/// <param name="SameArticle">How many findings of this article wait, this one included.</param>
/// <param name="Candidates">People of the same name, the likeliest first.</param>
/// <param name="Document">The decision's title and number, when the article is one.</param>
/// <param name="Endable">For a revocation: the conferrals that it may mean.</param>
/// <param name="Wrong">For a correction: the reports that it may be about.</param>
/// <param name="Reprints">In how many reprints the same stands.</param>
/// <param name="Image">The picture of the page it was printed on.</param>
public sealed record ReviewItem(
    Finding Finding,
    string? ArticleTitle,
    Citation Citation,
    string Before,
    string After,
    int SameArticle,
    string? Document,
    ImmutableArray<Candidate> Candidates,
    ImmutableArray<EndableConferral> Endable,
    ImmutableArray<WrongCandidate> Wrong,
    int Reprints,
    PageImageLink? Image
);

/// <summary>Somebody who bears the recipient's name.</summary>
/// <param name="Years">The years of the present employment, such as 2009—.</param>
/// <param name="Honours">The last honours, at most three.</param>
/// <param name="Fits">Whether unit or post agree with the sentence.</param>
/// <param name="Reason">Why this one, or why not, in Chinese.</param>
public sealed record Candidate(
    Guid Id,
    string Name,
    string? Unit,
    string? Position,
    string? Years,
    ImmutableArray<string> Honours,
    bool Fits,
    string Reason
);

/// <summary>A conferral that a revocation may mean.</summary>
public sealed record EndableConferral(Guid Id, string Award, int? Year, string Recipients);

/// <summary>Reads the desk: what waits, and one finding with its sentence, its candidates and what else the article says.</summary>
public sealed class ReviewQuery(ReadingDatabase database, Scope scope)
{
    private const int Shown = 50;

    /// <summary>UTF-16 units of the article shown on either side of the sentence.</summary>
    private const int Around = 240;

    private const int MostCandidates = 8;

    public async Task<WaitingFindings> QueueAsync(QueueOrder order, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var waiting = await MineAsync(db, cancellationToken);
            var rows =
                from f in waiting
                join a in db.Articles on f.ArticleId equals a.Id
                join s in db.SourceFiles on a.SourceFileId equals s.Id
                select new
                {
                    f,
                    a.Title,
                    s.ReceivedAt,
                };
            var ordered =
                order == QueueOrder.Oldest
                    ? rows.OrderBy(r => r.ReceivedAt).ThenBy(r => r.f.ArticleId).ThenBy(r => r.f.Ordinal)
                    : rows.OrderByDescending(r => r.f.Score).ThenBy(r => r.f.ArticleId).ThenBy(r => r.f.Ordinal);
            var total = await waiting.CountAsync(cancellationToken);
            List<QueueRow> shown = await ordered
                .Take(Shown)
                .Select(r => new QueueRow(
                    r.f.Id,
                    r.f.Kind,
                    r.f.RecipientName,
                    r.f.UnitName ?? r.f.UnitText,
                    r.f.AwardName,
                    r.f.Year,
                    r.f.Score,
                    r.Title,
                    r.ReceivedAt
                ))
                .ToListAsync(cancellationToken);
            return new WaitingFindings([.. shown], total);
        }
    }

    /// <returns>Null when there is no such finding, or it is for other editors.</returns>
    public async Task<ReviewItem?> ItemAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var units = await scope.UnitsAsync(Right.Decide, cancellationToken);
            var finding = await InScope(db.Findings, units).AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, cancellationToken);
            if (finding is null)
            {
                return null;
            }

            var article = await db.Articles.AsNoTracking().FirstAsync(a => a.Id == finding.ArticleId, cancellationToken);
            var issue = await db.Issues.AsNoTracking().FirstOrDefaultAsync(i => i.Id == article.IssueId, cancellationToken);
            return new ReviewItem(
                finding,
                article.Title,
                new Citation(issue?.Newspaper, issue?.Number, issue?.Date ?? article.Date, article.Page),
                article.Text[Math.Max(0, finding.Start - Around)..finding.Start],
                article.Text[finding.End..Math.Min(article.Text.Length, finding.End + Around)],
                await InScope(db.Findings, units)
                    .CountAsync(f => f.ArticleId == article.Id && f.State == FindingState.Waiting, cancellationToken),
                await db
                    .Documents.Where(d => d.ArticleId == article.Id)
                    .Select(d => d.Number == null ? $"《{d.Title}》" : $"《{d.Title}》（{d.Number}）")
                    .FirstOrDefaultAsync(cancellationToken),
                finding.RecipientKind == RecipientKind.Person ? await CandidatesAsync(db, finding, cancellationToken) : [],
                finding.Kind == FindingKind.Revocation ? await EndableAsync(db, finding, cancellationToken) : [],
                await WrongCandidates.OfAsync(db, finding, cancellationToken),
                await db.Findings.CountAsync(f => f.RepeatsId == id, cancellationToken),
                await PageImages.OfAsync(db, article, cancellationToken)
            );
        }
    }

    /// <summary>What can be accepted together with this finding: everything else of its article that is clear.</summary>
    public async Task<ImmutableArray<(Guid Id, int Round)>> ClearInArticleAsync(Guid articleId, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var waiting = await (await MineAsync(db, cancellationToken))
                .Where(f => f.ArticleId == articleId && f.Kind == FindingKind.Conferral)
                .OrderBy(f => f.Ordinal)
                .Select(f => new
                {
                    f.Id,
                    f.Round,
                    IsClear = f.RecipientKind != RecipientKind.Person
                        || f.HonoreeId != null
                        || !db.Honorees.Any(h => h.Name == f.RecipientName),
                    Levelled = f.Level != null || db.Awards.Any(a => a.Name == f.AwardName),
                })
                .ToListAsync(cancellationToken);
            return [.. waiting.Where(f => f.IsClear && f.Levelled).Select(f => (f.Id, f.Round))];
        }
    }

    /// <summary>Names of awards that begin with or contain the words, for the form.</summary>
    public async Task<IReadOnlyList<string>> AwardNamesAsync(string words, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db
                .Awards.Where(a => a.Name.Contains(words) || a.Aliases.Any(n => n.Name.Contains(words)))
                .OrderBy(a => a.Name.Length)
                .ThenBy(a => a.Name)
                .Select(a => a.Name)
                .Take(10)
                .ToListAsync(cancellationToken);
        }
    }

    /// <summary>Legal names of units whose names contain the words, for the form.</summary>
    public async Task<IReadOnlyList<string>> UnitNamesAsync(string words, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return await db
                .Units.Where(u => u.Names.Any(n => n.Name.Contains(words)))
                .OrderBy(u => u.Name.Length)
                .ThenBy(u => u.Name)
                .Select(u => u.Name)
                .Take(10)
                .ToListAsync(cancellationToken);
        }
    }

    private async Task<IQueryable<Finding>> MineAsync(HonorsContext db, CancellationToken cancellationToken) =>
        InScope(db.Findings, await scope.UnitsAsync(Right.Decide, cancellationToken))
            .AsNoTracking()
            .Where(f => f.State == FindingState.Waiting);

    private static IQueryable<Finding> InScope(IQueryable<Finding> findings, List<Guid?>? units) =>
        units is null ? findings : findings.Where(f => EF.Parameter(units).Contains(f.UnitId));

    private static async Task<ImmutableArray<Candidate>> CandidatesAsync(
        HonorsContext db,
        Finding finding,
        CancellationToken cancellationToken
    )
    {
        var people = await db
            .Honorees.AsNoTracking()
            .Where(h => h.Name == finding.RecipientName || h.Id == finding.HonoreeId)
            .OrderBy(h => h.Id)
            .Take(MostCandidates)
            .Select(h => new
            {
                h.Id,
                h.Name,
                Post = h
                    .Employments.OrderByDescending(e => e.To == null)
                    .ThenByDescending(e => e.From)
                    .Select(e => new
                    {
                        e.UnitText,
                        e.Position,
                        e.From,
                        e.To,
                    })
                    .FirstOrDefault(),
                Honours = db
                    .Recipients.Where(r => r.HonoreeId == h.Id)
                    .Join(db.Conferrals.Counting(), r => r.ConferralId, c => c.Id, (r, c) => c)
                    .OrderByDescending(c => c.Year)
                    .Take(3)
                    .Select(c => new { c.Year, c.AwardAsPrinted })
                    .ToList(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. people
                .Select(p =>
                {
                    var (fits, reason) = CandidateReason.Of(finding, p.Post?.UnitText, p.Post?.Position);
                    return new Candidate(
                        p.Id,
                        p.Name,
                        p.Post?.UnitText,
                        p.Post?.Position,
                        p.Post is null ? null : $"{p.Post.From}—{p.Post.To}".Trim('—'),
                        [.. p.Honours.Select(h => $"{h.Year} {h.AwardAsPrinted}".Trim())],
                        fits,
                        reason
                    );
                })
                .OrderByDescending(c => c.Id == finding.HonoreeId)
                .ThenByDescending(c => c.Fits),
        ];
    }

    private static async Task<ImmutableArray<EndableConferral>> EndableAsync(
        HonorsContext db,
        Finding finding,
        CancellationToken cancellationToken
    )
    {
        var rows = await db
            .Conferrals.Counting()
            .Where(c => c.Recipients.Any(r => r.NameAsPrinted == finding.RecipientName))
            .OrderByDescending(c => c.AwardAsPrinted == finding.AwardText)
            .ThenByDescending(c => c.Year)
            .Take(MostCandidates)
            .Select(c => new
            {
                c.Id,
                Award = db.Awards.Where(a => a.Id == c.AwardId).Select(a => a.Name).First(),
                c.Year,
                Names = c.Recipients.OrderBy(r => r.Order).Select(r => r.NameAsPrinted).ToList(),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => new EndableConferral(r.Id, r.Award, r.Year, string.Join('、', r.Names)))];
    }
}
