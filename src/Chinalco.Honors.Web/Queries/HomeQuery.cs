using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>The home page.</summary>
public sealed record HomePage(HomeCounts Counts, ImmutableArray<NewHonour> Newest, ImmutableArray<Profile> Profiles);

/// <param name="People">People with an honour that counts.</param>
/// <param name="Honours">Conferrals that count.</param>
public sealed record HomeCounts(int People, int Honours, int Units, int Articles);

/// <summary>An honour lately entered.</summary>
public sealed record NewHonour(Named Award, AwardLevel Level, int? Year, RecipientLink Recipient, int Recipients);

/// <summary>A person whom an article portrays.</summary>
public sealed record Profile(
    Guid Id,
    string Name,
    bool IsSample,
    string? Unit,
    string? Position,
    AwardLevel TopLevel,
    int Honours,
    Named Article
);

/// <summary>Reads the home page.</summary>
public sealed class HomeQuery(ReadingDatabase database)
{
    private const int NewestShown = 8;

    private const int ProfilesShown = 6;

    /// <summary>An article that names a person this often portrays them.</summary>
    private const int MentionsOfAPortrait = 3;

    public async Task<HomePage> RunAsync(CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var conferrals = db.Conferrals.Counting();
            var counts = new HomeCounts(
                await db
                    .Recipients.Where(r => r.HonoreeId != null && conferrals.Any(c => c.Id == r.ConferralId))
                    .Select(r => r.HonoreeId)
                    .Distinct()
                    .CountAsync(cancellationToken),
                await conferrals.CountAsync(cancellationToken),
                await db.Units.CountAsync(cancellationToken),
                await db.Articles.CountAsync(cancellationToken)
            );
            return new HomePage(counts, await NewestAsync(db, cancellationToken), await ProfilesAsync(db, cancellationToken));
        }
    }

    /// <summary>The last ones entered, no award more than twice: one long list of winners would fill the page.</summary>
    private static async Task<ImmutableArray<NewHonour>> NewestAsync(HonorsContext db, CancellationToken cancellationToken)
    {
        var last = await db
            .Conferrals.AsNoTracking()
            .Counting()
            .OrderByDescending(c => c.EnteredAt)
            .ThenByDescending(c => c.Id)
            .Take(10 * NewestShown)
            .Select(c => new
            {
                c.Id,
                c.AwardId,
                Award = db.Awards.Where(a => a.Id == c.AwardId).Select(a => a.Name).First(),
                c.Level,
                c.Year,
                Recipients = c.Recipients.Count,
            })
            .ToListAsync(cancellationToken);
        var shown = last.Select((c, index) => (c, index))
            .GroupBy(x => x.c.AwardId)
            .SelectMany(g => g.Take(2))
            .OrderBy(x => x.index)
            .Take(NewestShown)
            .Select(x => x.c)
            .ToList();
        var ids = shown.ConvertAll(c => c.Id);
        var firsts = (
            await db
                .Recipients.Where(r => EF.Parameter(ids).Contains(r.ConferralId))
                .OrderBy(r => r.Order)
                .Select(r => new
                {
                    r.ConferralId,
                    r.NameAsPrinted,
                    r.HonoreeId,
                    r.UnitId,
                    r.UnitAsPrinted,
                })
                .ToListAsync(cancellationToken)
        ).DistinctBy(r => r.ConferralId).ToDictionary(r => r.ConferralId, r => new RecipientLink(r.NameAsPrinted, r.HonoreeId, r.HonoreeId is null ? r.UnitId : null, r.UnitAsPrinted));
        return [.. shown.Select(c => new NewHonour(new Named(c.AwardId, c.Award), c.Level, c.Year, firsts[c.Id], c.Recipients))];
    }

    /// <summary>People whom an article portrays, those with the highest honours first.</summary>
    private static async Task<ImmutableArray<Profile>> ProfilesAsync(HonorsContext db, CancellationToken cancellationToken)
    {
        var portraits = await db
            .Mentions.Where(m => m.HonoreeId != null && db.Articles.Any(a => a.Id == m.ArticleId && !a.IsNotice))
            .GroupBy(m => new { HonoreeId = m.HonoreeId!.Value, m.ArticleId })
            .Where(g => g.Count() >= MentionsOfAPortrait)
            .Select(g => new
            {
                g.Key.HonoreeId,
                g.Key.ArticleId,
                Mentions = g.Count(),
            })
            .ToListAsync(cancellationToken);
        var portrayed = portraits.Select(p => (Guid?)p.HonoreeId).Distinct().ToList();
        var holders = await (
            from r in db.Recipients
            where EF.Parameter(portrayed).Contains(r.HonoreeId)
            join c in db.Conferrals.Counting() on r.ConferralId equals c.Id
            join h in db.Honorees on r.HonoreeId equals h.Id
            group c by new
            {
                h.Id,
                h.Name,
                h.IsSample,
            } into g
            select new
            {
                g.Key.Id,
                g.Key.Name,
                g.Key.IsSample,
                Top = g.Min(c => c.Level),
                Count = g.Count(),
            }
        ).ToListAsync(cancellationToken);
        var shown = holders.OrderBy(h => h.Top).ThenByDescending(h => h.Count).ThenBy(h => h.Id).Take(ProfilesShown).ToList();
        var articleOf = shown.ToDictionary(
            h => h.Id,
            h => portraits.Where(p => p.HonoreeId == h.Id).OrderByDescending(p => p.Mentions).ThenBy(p => p.ArticleId).First().ArticleId
        );
        var articleIds = articleOf.Values.ToList();
        var titles = await db
            .Articles.Where(a => articleIds.Contains(a.Id))
            .Select(a => new { a.Id, a.Title })
            .ToDictionaryAsync(a => a.Id, a => a.Title, cancellationToken);
        var ids = shown.Select(h => h.Id).ToList();
        var employments = (
            await db
                .Employments.AsNoTracking()
                .Where(e => ids.Contains(e.HonoreeId))
                .OrderByDescending(e => e.To == null)
                .ThenByDescending(e => e.From)
                .ThenByDescending(e => e.Id)
                .Select(e => new
                {
                    e.HonoreeId,
                    e.UnitText,
                    e.Position,
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(e => e.HonoreeId);
        return
        [
            .. shown.Select(h =>
            {
                var current = employments[h.Id].FirstOrDefault();
                var article = articleOf[h.Id];
                return new Profile(
                    h.Id,
                    h.Name,
                    h.IsSample,
                    current?.UnitText,
                    current?.Position,
                    h.Top,
                    h.Count,
                    new Named(article, titles[article] ?? h.Name)
                );
            }),
        ];
    }
}
