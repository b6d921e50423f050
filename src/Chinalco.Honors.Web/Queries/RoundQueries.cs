using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>A round of re-reading.</summary>
/// <param name="Over">Files whose job is over or waits for an editor.</param>
public sealed record RoundRow(
    Guid Id,
    RoundScope Scope,
    DateOnly? Since,
    string? FileName,
    string By,
    DateTimeOffset CreatedAt,
    string? DiscardedBy,
    DateTimeOffset? DiscardedAt,
    int Files,
    int Over,
    int Failed,
    int Cancelled
)
{
    /// <summary>Whether a job is still to be done.</summary>
    public bool IsAtWork => Over + Failed < Files;
}

/// <summary>Which changes of a round are shown.</summary>
/// <param name="Kind">Null for all.</param>
/// <param name="Page">From 1.</param>
public sealed record ChangeFilter(ChangeKind? Kind, bool Touching, int Page);

/// <summary>A round with the changes that its reader may decide.</summary>
/// <param name="Counts">How many changes there are of each kind and state.</param>
/// <param name="Matching">How many fit the filter.</param>
public sealed record RoundPage(
    RoundRow Round,
    ImmutableArray<(ChangeKind Kind, ChangeState State, bool Touching, int Count)> Counts,
    ImmutableArray<ChangeItem> Changes,
    int Matching
)
{
    public int Of(ChangeKind kind) => Counts.Where(c => c.Kind == kind).Sum(c => c.Count);

    public int Of(ChangeState state) => Counts.Where(c => c.State == state).Sum(c => c.Count);

    public int Touching => Counts.Where(c => c.Touching).Sum(c => c.Count);

    /// <summary>What “apply everything” would apply.</summary>
    public int Applicable => Counts.Where(c => !c.Touching && c.State == ChangeState.Open).Sum(c => c.Count);
}

/// <summary>A change with its sentence.</summary>
/// <param name="PersonBefore">The name and unit of whom the finding is linked to.</param>
/// <param name="PersonAfter">The same for what is read today.</param>
public sealed record ChangeItem(RoundChange Change, string? ArticleTitle, string FileName, string? PersonBefore, string? PersonAfter)
{
    /// <summary>What the reader is shown of it: today's reading, else what stands.</summary>
    public ProposedFinding Shown => Change.After ?? Change.Before!;
}

/// <summary>Reads rounds of re-reading, the newest first.</summary>
public sealed class RoundsQuery(IHonorsDatabase database)
{
    private const int Shown = 5;

    private const int MostFiles = 50;

    public async Task<ImmutableArray<RoundRow>> RunAsync(CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return
            [
                .. await RoundRows.LoadAsync(db, db.IngestionRounds.OrderByDescending(r => r.CreatedAt).Take(Shown), cancellationToken),
            ];
        }
    }

    /// <summary>The files that came last and have been read: what a round of one file may be about.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> FilesAsync(CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var files = await db
                .IngestionJobs.Where(j => j.RoundId == null && j.State == JobState.Done)
                .OrderByDescending(j => j.CreatedAt)
                .Take(MostFiles)
                .Select(j => new { j.SourceFileId, j.FileName })
                .ToListAsync(cancellationToken);
            return [.. files.Select(f => (f.SourceFileId, f.FileName))];
        }
    }
}

/// <summary>Reads one round, with the changes of the editor's units.</summary>
public sealed class RoundQuery(ReadingDatabase database, Scope scope)
{
    public const int PageSize = 30;

    /// <returns>Null when there is no such round.</returns>
    public async Task<RoundPage?> RunAsync(Guid id, ChangeFilter filter, CancellationToken cancellationToken)
    {
        var units = await scope.UnitsAsync(Right.Decide, cancellationToken);
        var db = database.Open();
        await using (db)
        {
            var rounds = await RoundRows.LoadAsync(db, db.IngestionRounds.Where(r => r.Id == id), cancellationToken);
            if (rounds is not [var round])
            {
                return null;
            }

            var mine = db.RoundChanges.AsNoTracking().Where(c => c.RoundId == id);
            mine = units is null ? mine : mine.Where(c => EF.Parameter(units).Contains(c.UnitId));
            var counts = await mine.GroupBy(c => new
                {
                    c.Kind,
                    c.State,
                    c.TouchesConferral,
                })
                .Select(g => new { g.Key, Count = g.Count() })
                .ToListAsync(cancellationToken);
            var wanted = mine.Where(c => (filter.Kind == null || c.Kind == filter.Kind) && (!filter.Touching || c.TouchesConferral));
            return new RoundPage(
                round,
                [.. counts.Select(c => (c.Key.Kind, c.Key.State, c.Key.TouchesConferral, c.Count))],
                await ItemsAsync(db, wanted, filter.Page, cancellationToken),
                await wanted.CountAsync(cancellationToken)
            );
        }
    }

    private static async Task<ImmutableArray<ChangeItem>> ItemsAsync(
        HonorsContext db,
        IQueryable<RoundChange> changes,
        int page,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from c in changes
            join a in db.Articles on c.ArticleId equals a.Id
            join f in db.SourceFiles on c.SourceFileId equals f.Id
            orderby c.State, f.ReceivedAt, c.SourceFileId, c.Ordinal
            select new
            {
                c,
                a.Title,
                f.FileName,
            }
        )
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        List<Guid> people =
        [
            .. rows.SelectMany(r => new[] { r.c.Before?.Claim.HonoreeId, r.c.After?.Claim.HonoreeId }).OfType<Guid>().Distinct(),
        ];
        var names = await db
            .Honorees.Where(h => EF.Parameter(people).Contains(h.Id))
            .Select(h => new
            {
                h.Id,
                h.Name,
                Unit = h.Employments.OrderByDescending(e => e.To == null).Select(e => e.UnitText).FirstOrDefault(),
            })
            .ToDictionaryAsync(h => h.Id, h => $"{h.Name} {h.Unit}".Trim(), cancellationToken);
        return
        [
            .. rows.Select(r => new ChangeItem(
                r.c,
                r.Title,
                r.FileName,
                NameOf(r.c.Before?.Claim.HonoreeId),
                NameOf(r.c.After?.Claim.HonoreeId)
            )),
        ];

        string? NameOf(Guid? person) => person is { } id ? names.GetValueOrDefault(id) : null;
    }
}

/// <summary>Loads rounds with the progress of their jobs.</summary>
internal static class RoundRows
{
    public static async Task<List<RoundRow>> LoadAsync(
        HonorsContext db,
        IQueryable<IngestionRound> rounds,
        CancellationToken cancellationToken
    )
    {
        var rows = await rounds
            .AsNoTracking()
            .Select(r => new
            {
                Round = r,
                FileName = db.SourceFiles.Where(f => f.Id == r.SourceFileId).Select(f => f.FileName).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        List<Guid?> ids = [.. rows.Select(r => (Guid?)r.Round.Id)];
        var counts = await db
            .IngestionJobs.Where(j => EF.Parameter(ids).Contains(j.RoundId))
            .GroupBy(j => new { j.RoundId, j.State })
            .Select(g => new
            {
                g.Key.RoundId,
                g.Key.State,
                Count = g.Count(),
            })
            .ToListAsync(cancellationToken);
        var jobs = counts.ToLookup(c => c.RoundId, c => (c.State, c.Count));
        return [.. rows.Select(r => Row(r.Round, r.FileName, [.. jobs[r.Round.Id]]))];
    }

    private static RoundRow Row(IngestionRound round, string? fileName, List<(JobState State, int Count)> jobs) =>
        new(
            round.Id,
            round.Scope,
            round.Since,
            fileName,
            round.ActorName,
            round.CreatedAt,
            round.DiscardedBy,
            round.DiscardedAt,
            jobs.Sum(j => j.Count),
            jobs.Where(j => j.State is JobState.Done or JobState.Cancelled or JobState.Refused).Sum(j => j.Count),
            jobs.Where(j => j.State == JobState.Failed).Sum(j => j.Count),
            jobs.Where(j => j.State == JobState.Cancelled).Sum(j => j.Count)
        );
}
