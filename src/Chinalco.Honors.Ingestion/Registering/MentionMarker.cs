using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Registering;

/// <summary>Marks where the articles of a file name people, units and awards of the registry.</summary>
public sealed class MentionMarker(IHonorsDatabase database)
{
    /// <summary>Marks every article of the file anew; doing it again gives the same rows.</summary>
    public async Task MarkAsync(Guid sourceFileId)
    {
        var db = database.Open();
        await using (db)
        {
            var lexicon = await RegistryLexicon.LoadAsync(db, withTeamsInPrint: true);
            var articles = await db
                .Articles.AsNoTracking()
                .Where(a => a.SourceFileId == sourceFileId)
                .OrderBy(a => a.Ordinal)
                .ToListAsync();
            foreach (var article in articles)
            {
                await MarkAsync(article, lexicon);
            }
        }
    }

    private Task<int> MarkAsync(Article article, Lexicons.Lexicon lexicon) =>
        database.InTransactionAsync(
            async (db, transaction) =>
            {
                await db.Mentions.Where(m => m.ArticleId == article.Id).ExecuteDeleteAsync();
                db.Mentions.AddRange(UnitsIn(article, lexicon));
                db.Mentions.AddRange(await HonoursInAsync(db, article));
                var marked = await db.SaveChangesAsync();
                await transaction.CommitAsync();
                return marked;
            }
        );

    private static IEnumerable<Mention> UnitsIn(Article article, Lexicons.Lexicon lexicon)
    {
        var end = 0;
        foreach (var hit in lexicon.FindUnits(article.Text).OrderBy(h => h.Start).ThenByDescending(h => h.End))
        {
            if (hit.Start >= end && hit.End - hit.Start > 1 && !NamesACup(article.Text, hit.End))
            {
                end = hit.End;
                yield return Marked(article, MentionKind.Unit, hit.Start, hit.End, Guid.Parse(hit.Values[0].Code));
            }
        }
    }

    /// <summary>A competition named after a unit (“…杯”) is not the unit.</summary>
    private static bool NamesACup(string text, int end) => end < text.Length && text[end] == '杯';

    /// <summary>The people and awards of the conferrals that the article proves, wherever it names them.</summary>
    private static async Task<List<Mention>> HonoursInAsync(HonorsContext db, Article article)
    {
        var proved = await db
            .Conferrals.Where(c => c.Evidence.Any(e => e.ArticleId == article.Id))
            .Select(c => new
            {
                c.AwardId,
                c.AwardAsPrinted,
                AwardName = db.Awards.Where(a => a.Id == c.AwardId).Select(a => a.Name).First(),
                People = c.Recipients.Where(r => r.HonoreeId != null).Select(r => new { r.HonoreeId, r.NameAsPrinted }).ToList(),
            })
            .ToListAsync();
        var denied = await DeniedAsync(db, article.Id);
        var words = proved
            .SelectMany(c =>
                new Word[] { new(MentionKind.Award, c.AwardAsPrinted, c.AwardId), new(MentionKind.Award, c.AwardName, c.AwardId) }.Concat(
                    c.People.Select(p => new Word(MentionKind.Person, p.NameAsPrinted, p.HonoreeId!.Value))
                )
            )
            .Concat(await LinkedPeopleAsync(db, article.Id))
            .Where(w => w.Text.Length > 1 && !denied.Contains(w.Target))
            .Distinct()
            .OrderByDescending(w => w.Text.Length)
            .ThenBy(w => w.Text, StringComparer.Ordinal)
            .ThenBy(w => w.Target);
        var mentions = new List<Mention>();
        foreach (var (kind, word, id) in words)
        {
            for (var at = article.Text.IndexOf(word, StringComparison.Ordinal); at >= 0; )
            {
                var end = at + word.Length;
                if (!mentions.Exists(m => m.Kind == kind && m.Start < end && at < m.End))
                {
                    mentions.Add(Marked(article, kind, at, end, id));
                }

                at = article.Text.IndexOf(word, end, StringComparison.Ordinal);
            }
        }

        return mentions;
    }

    /// <summary>People of waiting findings that the reader may already look up.</summary>
    private static async Task<List<Word>> LinkedPeopleAsync(HonorsContext db, Guid articleId)
    {
        var linked = await db
            .Findings.Where(f => f.ArticleId == articleId && f.HonoreeId != null)
            .Select(f => new { f.RecipientName, f.HonoreeId })
            .Distinct()
            .ToListAsync();
        return [.. linked.Select(f => new Word(MentionKind.Person, f.RecipientName, f.HonoreeId!.Value))];
    }

    /// <summary>People of whom HR agreed that the article means somebody else.</summary>
    private static async Task<HashSet<Guid>> DeniedAsync(HonorsContext db, Guid articleId) =>
        [
            .. await db
                .Requests.Where(r => r.ArticleId == articleId && r.Kind == RequestKind.NotMe && r.State == RequestState.Accepted)
                .Select(r => r.HonoreeId)
                .ToListAsync(),
        ];

    private static Mention Marked(Article article, MentionKind kind, int start, int end, Guid target) =>
        new(DerivedId.From(article.Id, $"{kind}:{start}:{end}"), article.Id, kind, start, end, target);

    /// <summary>What to look for in the text, and whose page it leads to.</summary>
    private sealed record Word(MentionKind Kind, string Text, Guid Target);
}
