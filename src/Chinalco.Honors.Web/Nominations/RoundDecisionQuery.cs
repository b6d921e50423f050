using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Imports;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Nominations.Programmes;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>A decision that was handed in for a round, and how far its reading is.</summary>
/// <param name="Job">How the reading of a text stands; null of a table.</param>
/// <param name="Import">How a table stands; null of a text.</param>
/// <param name="Said">What job or import says of it, in Chinese; null while it says nothing.</param>
/// <param name="Waiting">Findings of the text that an editor has not decided on yet.</param>
/// <param name="Article">The text in the registry; null before it is stored.</param>
public sealed record HandedIn(
    Guid Work,
    string FileName,
    string By,
    DateTimeOffset At,
    JobState? Job,
    ImportState? Import,
    string? Said,
    int Waiting,
    Guid? Article
)
{
    /// <summary>Whether a machine is at it: the page looks again by itself.</summary>
    public bool IsRunning => Job is JobState.Queued or JobState.Running || Import is ImportState.Applying;

    /// <summary>Whether something of it may still become an honour.</summary>
    public bool IsUnfinished => IsRunning || Waiting > 0 || Job is JobState.Failed || Import is ImportState.Checking or ImportState.Failed;
}

/// <summary>A winner of the holder's units whom nobody nominated in the round.</summary>
/// <param name="Person">Null of a team or unit.</param>
public sealed record OtherWinner(string Name, Guid? Person, string? Unit);

/// <summary>What the registry knows of the decision that ends a round.</summary>
/// <param name="IsKnown">Whether a document confers an award of the programme for its year.</param>
/// <param name="OthersCount">All of them, those not listed included.</param>
public sealed record RoundDecision(ImmutableArray<HandedIn> HandedIn, bool IsKnown, ImmutableArray<OtherWinner> Others, int OthersCount)
{
    /// <summary>Whether whoever is not among the winners may be taken to have won nothing.</summary>
    public bool IsRead => IsKnown && !HandedIn.Any(h => h.IsUnfinished);
}

/// <summary>Reads what was handed in for a round and what came of it.</summary>
public sealed class RoundDecisionQuery(ReadingDatabase reading, NominationReach reach)
{
    private const int MostOthers = 50;

    /// <param name="round">Held by the user; the page has asked.</param>
    public async Task<RoundDecision> RunAsync(NominationRound round, Programme programme, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(programme);
        var db = reading.Open();
        await using (db)
        {
            List<string> codes = [.. programme.Awards];
            var year = programme.Year;
            var conferred = db
                .Conferrals.Counting()
                .Where(c =>
                    c.Year == year && db.Awards.Any(a => a.Id == c.AwardId && a.Code != null && EF.Parameter(codes).Contains(a.Code))
                );
            // Honours entered by hand or from a list name their document; those that were read rest on the text of one, or on what was handed in here.
            var isKnown = await conferred.AnyAsync(
                c =>
                    c.DocumentId != null
                    || c.Evidence.Any(e =>
                        db.Documents.Any(d => d.ArticleId != null && d.ArticleId == e.ArticleId)
                        || db.Articles.Any(x =>
                            x.Id == e.ArticleId
                            && db.IngestionJobs.Any(j =>
                                j.SourceFileId == x.SourceFileId && db.RoundHandIns.Any(h => h.RoundId == round.Id && h.WorkId == j.Id)
                            )
                        )
                    ),
                cancellationToken
            );
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            List<Guid?> below = [.. tree.Subtree([round.UnitId])];
            var others = await (
                from r in db.Recipients
                join c in conferred on r.ConferralId equals c.Id
                where r.UnitId != null && EF.Parameter(below).Contains(r.UnitId)
                where
                    !db.Nominations.Any(n =>
                        n.RoundId == round.Id
                        && n.Stage != NominationStage.Withdrawn
                        && (r.HonoreeId != null ? n.HonoreeId == r.HonoreeId : n.CandidateUnitId == r.UnitId)
                    )
                select new
                {
                    r.NameAsPrinted,
                    r.HonoreeId,
                    r.UnitId,
                }
            )
                .Distinct()
                .ToListAsync(cancellationToken);
            return new RoundDecision(
                await HandedInAsync(db, round.Id, cancellationToken),
                isKnown,
                [
                    .. others
                        .OrderBy(o => o.NameAsPrinted, StringComparer.Ordinal)
                        .Take(MostOthers)
                        .Select(o => new OtherWinner(o.NameAsPrinted, o.HonoreeId, tree.Find(o.UnitId!.Value)?.Name)),
                ],
                others.Count
            );
        }
    }

    /// <summary>The round that a job or import was handed in for.</summary>
    /// <returns>Null when it was for none, or the user holds none of them.</returns>
    public async Task<Named?> RoundOfAsync(Guid work, CancellationToken cancellationToken)
    {
        var db = reading.Open();
        await using (db)
        {
            var rounds = await db
                .RoundHandIns.Where(h => h.WorkId == work)
                .OrderBy(h => h.RoundId)
                .Join(db.NominationRounds, h => h.RoundId, r => r.Id, (h, r) => r)
                .AsNoTracking()
                .ToListAsync(cancellationToken);
            foreach (var round in rounds)
            {
                if (await reach.HoldsAsync(round.UnitId, cancellationToken))
                {
                    return new Named(round.Id, round.Name);
                }
            }

            return null;
        }
    }

    private static async Task<ImmutableArray<HandedIn>> HandedInAsync(HonorsContext db, Guid round, CancellationToken cancellationToken)
    {
        var rows = await db
            .RoundHandIns.AsNoTracking()
            .Where(h => h.RoundId == round)
            .Select(h => new
            {
                HandIn = h,
                Job = db.IngestionJobs.FirstOrDefault(j => j.Id == h.WorkId),
                Import = db.ImportRuns.FirstOrDefault(r => r.Id == h.WorkId),
            })
            .ToListAsync(cancellationToken);
        List<Guid> sources = [.. rows.Select(r => r.Job?.SourceFileId).OfType<Guid>()];
        var articles = (
            await db
                .Articles.Where(a => EF.Parameter(sources).Contains(a.SourceFileId))
                .OrderBy(a => a.Ordinal)
                .Select(a => new
                {
                    a.Id,
                    a.SourceFileId,
                    Waiting = db.Findings.Count(f =>
                        f.ArticleId == a.Id && (f.State == FindingState.Waiting || f.State == FindingState.Confirming)
                    ),
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(a => (Guid?)a.SourceFileId);
        return
        [
            .. rows.OrderByDescending(r => r.HandIn.At)
                .Select(r => new HandedIn(
                    r.HandIn.WorkId,
                    r.HandIn.FileName,
                    r.HandIn.By,
                    r.HandIn.At,
                    r.Job?.State,
                    r.Import?.State,
                    r.Job is null ? r.Import?.Message : r.Job.Message,
                    articles[r.Job?.SourceFileId].Sum(a => a.Waiting),
                    r.Job is null ? null : articles[r.Job.SourceFileId].Select(a => (Guid?)a.Id).FirstOrDefault()
                )),
        ];
    }
}
