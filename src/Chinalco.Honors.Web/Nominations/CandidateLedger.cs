using System.Collections.Immutable;
using System.Diagnostics;
using Chinalco.Honors.Data;
using Chinalco.Honors.Nominations.Eligibility;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>
/// What shortlists ask of everybody, held in memory and kept as the database is. Whatever changes a person's page moves its version, and so
/// every answer begins with a look at the versions' sum: only whose versions differ are read anew, whoever wrote them. One for each process.
/// </summary>
public sealed class CandidateLedger(IHonorsDatabase database, ILogger<CandidateLedger> logger) : IDisposable
{
    // Somebody who writes without a pause does not keep an answer back for ever; what came after the question need not be in it.
    private const int MostRounds = 5;

    // Beyond one of so many, reading everybody takes no longer than reading those who changed.
    private const int OneOf = 10;

    private readonly SemaphoreSlim refreshing = new(1, 1);
    private volatile Held? now;

    /// <summary>
    /// The people who worked in one of the units on a day, as the viewer sees them, by pinyin.
    /// </summary>
    /// <param name="on">The day that rules ask about.</param>
    /// <param name="declared">What was declared of whom; of most people nothing.</param>
    public async Task<IEnumerable<Candidate>> AskAsync(
        HashSet<Guid> units,
        DateOnly on,
        Viewer viewer,
        IReadOnlyDictionary<Guid, ImmutableDictionary<string, DeclaredFact>> declared,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(declared);
        var held = await RefreshAsync(cancellationToken);
        return Of(held, units, on, new RowSight(viewer), declared);
    }

    /// <summary>Reads what has changed; everybody, the first time.</summary>
    public Task LoadAsync(CancellationToken cancellationToken = default) => RefreshAsync(cancellationToken);

    public void Dispose() => refreshing.Dispose();

    private static IEnumerable<Candidate> Of(
        Held held,
        HashSet<Guid> units,
        DateOnly on,
        RowSight sight,
        IReadOnlyDictionary<Guid, ImmutableDictionary<string, DeclaredFact>> declared
    )
    {
        var day = PostRow.Number(on);
        var nothing = ImmutableDictionary<string, DeclaredFact>.Empty;
        foreach (var row in held.Rows)
        {
            if (row.WorkedIn(units, day) && sight.Of(row, on, declared.GetValueOrDefault(row.Id, nothing)) is { } candidate)
            {
                yield return candidate;
            }
        }
    }

    private async Task<Held> RefreshAsync(CancellationToken cancellationToken)
    {
        await refreshing.WaitAsync(cancellationToken);
        try
        {
            var db = database.Open();
            await using (db)
            {
                for (var round = 0; round < MostRounds; round++)
                {
                    var stamp = await StampAsync(db, cancellationToken);
                    if (now?.Stamp == stamp)
                    {
                        break;
                    }

                    now = await CatchUpAsync(db, now, stamp, cancellationToken) ?? await ReadAllAsync(db, stamp, cancellationToken);
                }

                return now!;
            }
        }
        finally
        {
            refreshing.Release();
        }
    }

    private static async Task<LedgerStamp> StampAsync(HonorsContext db, CancellationToken cancellationToken)
    {
        var people = await db
            .Honorees.IgnoreQueryFilters()
            .GroupBy(_ => 1)
            .Select(all => new
            {
                Count = all.Count(),
                Own = all.Sum(h => h.Version),
                Pages = all.Sum(h => h.PageVersion),
            })
            .FirstOrDefaultAsync(cancellationToken);
        var awards = await db
            .Awards.GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Versions = all.Sum(a => a.Version) })
            .FirstOrDefaultAsync(cancellationToken);
        return new LedgerStamp(people?.Count ?? 0, people?.Own ?? 0, people?.Pages ?? 0, awards?.Count ?? 0, awards?.Versions ?? 0);
    }

    /// <returns>Null when everybody has to be read.</returns>
    private static async Task<Held?> CatchUpAsync(HonorsContext db, Held? held, LedgerStamp stamp, CancellationToken cancellationToken)
    {
        if (held is null)
        {
            return null;
        }

        var awards = await RuledPeople.AwardsAsync(db, cancellationToken);
        if (held.Awards.Any(a => awards.GetValueOrDefault(a.Key) != a.Value))
        {
            return null;
        }

        var versions = await db
            .Honorees.IgnoreQueryFilters()
            .Where(h => h.MergedIntoId == null)
            .Select(h => new
            {
                h.Id,
                h.Version,
                h.PageVersion,
            })
            .ToDictionaryAsync(h => h.Id, h => (h.Version, h.PageVersion), cancellationToken);
        List<RuledPerson> same = [.. held.Rows.Where(r => versions.TryGetValue(r.Id, out var version) && version == r.Versions)];
        if (versions.Count - same.Count > versions.Count / OneOf)
        {
            return null;
        }

        same.ForEach(r => versions.Remove(r.Id));
        var rows = await new RuledPeople(db, awards).OfAsync(versions.Keys, cancellationToken);
        return new Held(stamp, awards, Ordered([.. same, .. rows]));
    }

    private async Task<Held> ReadAllAsync(HonorsContext db, LedgerStamp stamp, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var awards = await RuledPeople.AwardsAsync(db, cancellationToken);
        var rows = await new RuledPeople(db, awards).AllAsync(cancellationToken);
        logger.LogInformation(
            "Candidates loaded: {People} people in {Seconds:0.0} s.",
            rows.Count,
            Stopwatch.GetElapsedTime(began).TotalSeconds
        );
        return new Held(stamp, awards, Ordered([.. rows]));
    }

    private static RuledPerson[] Ordered(RuledPerson[] rows)
    {
        Array.Sort(rows, RuledPerson.Compare);
        return rows;
    }

    private sealed record Held(LedgerStamp Stamp, IReadOnlyDictionary<Guid, RuledAward> Awards, RuledPerson[] Rows);

    /// <summary>Moves with every change: versions only grow.</summary>
    private readonly record struct LedgerStamp(int People, long Own, long Pages, int Awards, long AwardVersions);
}
