using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>Finds masters and apprentices in the articles that name a person. Nothing of it is stored: the sentence is there to be read.</summary>
internal static class TrainingTies
{
    private const int Most = 12;

    // UTF-16 units on either side of a name; a sentence that says it is shorter.
    private const int Before = 60;
    private const int After = 40;

    private static readonly string[] Words =
    [
        "徒弟",
        "爱徒",
        "学徒",
        "高徒",
        "徒儿",
        "弟子",
        "门生",
        "师傅",
        "师父",
        "导师",
        "师从",
        "师承",
        "为师",
    ];

    private static readonly char[] Ends = ['。', '！', '？', '；', '\n'];

    /// <param name="articles">The articles that name the person.</param>
    public static async Task<ImmutableArray<TrainingTie>> ReadAsync(
        HonorsContext db,
        Guid person,
        string name,
        List<Guid> articles,
        CancellationToken cancellationToken
    )
    {
        if (articles.Count == 0)
        {
            return [];
        }

        var windows = await (
            from m in db.Mentions.AsNoTracking()
            where EF.Parameter(articles).Contains(m.ArticleId) && m.HonoreeId != null && m.HonoreeId != person
            join a in db.Articles on m.ArticleId equals a.Id
            let start = m.Start > Before ? m.Start - Before : 0
            let text = a.Text.Substring(start, m.End - start + After)
            where EF.Parameter(Words).Any(word => text.Contains(word))
            orderby a.Date, a.Id, m.Start
            select new
            {
                m.ArticleId,
                a.Title,
                Other = m.HonoreeId!.Value,
                m.Start,
                m.End,
                From = start,
                Text = text,
            }
        ).ToListAsync(cancellationToken);
        if (windows.Count == 0)
        {
            return [];
        }

        var telling = windows.Select(w => w.ArticleId).Distinct().ToList();
        var own = (
            await db
                .Mentions.AsNoTracking()
                .Where(m => EF.Parameter(telling).Contains(m.ArticleId) && m.HonoreeId == person)
                .Select(m => new
                {
                    m.ArticleId,
                    m.Start,
                    m.End,
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(m => m.ArticleId);
        var found = windows
            .Select(w =>
            {
                var (text, from) = SentenceAround(w.Text, w.Start - w.From, w.End - w.From);
                var offset = w.From + from;
                var persons = own[w.ArticleId]
                    .Where(m => m.Start >= offset && m.End <= offset + text.Length)
                    .Select(m => (m.Start - offset, m.End - offset))
                    .ToList();
                var isAbout = w.Title?.Contains(name, StringComparison.Ordinal) == true;
                var training = TrainingSentence.Read(text, persons, [(w.Start - offset, w.End - offset)], isAbout);
                return (w.Other, w.ArticleId, w.Title, Sentence: text.Trim(), Training: training);
            })
            .Where(t => t.Training is not null)
            .DistinctBy(t => (t.Other, t.Training))
            .Take(Most)
            .ToList();
        var hints = (await PersonHints.LoadAsync(db, [.. found.Select(t => t.Other).Distinct()], cancellationToken)).ToDictionary(h =>
            h.Id
        );
        return
        [
            .. found
                .Where(t => hints.ContainsKey(t.Other))
                .Select(t => new TrainingTie(hints[t.Other], t.Training == Training.ByMaster, t.ArticleId, t.Title, t.Sentence)),
        ];
    }

    private static (string Text, int From) SentenceAround(string window, int start, int end)
    {
        var from = start == 0 ? 0 : window.LastIndexOfAny(Ends, start - 1) + 1;
        var to = window.IndexOfAny(Ends, end);
        return (to < 0 ? window[from..] : window[from..(to + 1)], from);
    }
}
