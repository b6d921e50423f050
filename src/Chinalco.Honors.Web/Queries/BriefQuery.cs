using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ladders;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>The leader's page of a unit: as much as fits on one sheet, and how much there is in all.</summary>
/// <param name="Quarter">The quarter's first day.</param>
/// <param name="Fresh">Honours entered this quarter, the highest first.</param>
/// <param name="Close">Who holds all rungs of the ladder but one.</param>
/// <param name="Jubilees">High honours whose year is five, ten, fifteen … years ago.</param>
/// <param name="Founded">Units that are as many years old.</param>
/// <param name="Quiet">Units right below without an honour for some years; null for none ever.</param>
/// <param name="Families">Fields without any honour.</param>
public sealed record BriefPage(
    Guid Id,
    string Name,
    UnitTier Tier,
    DateOnly Day,
    DateOnly Quarter,
    ImmutableArray<ConferralRow> Fresh,
    int FreshTotal,
    ImmutableArray<LadderHolder> Close,
    int CloseTotal,
    ImmutableArray<Jubilee> Jubilees,
    ImmutableArray<(string Name, int Years)> Founded,
    ImmutableArray<(string Name, int? Last)> Quiet,
    int QuietTotal,
    ImmutableArray<AwardFamily> Families,
    int Honours
);

public sealed record Jubilee(ConferralRow Honour, int Years);

/// <summary>Reads the leader's page of a unit.</summary>
public sealed class BriefQuery(ReadingDatabase database, LadderQuery ladder, RankingQuery ranking, TimeProvider clock)
{
    /// <summary>Years without an honour that make a unit quiet.</summary>
    public const int QuietYears = 3;

    private const int Most = 6;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <returns>Null when there is no such unit.</returns>
    public async Task<BriefPage?> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            if (tree.Find(id) is not { } unit)
            {
                return null;
            }

            var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(China).DateTime);
            var quarter = new DateOnly(today.Year, (((today.Month - 1) / 3) * 3) + 1, 1);
            var counted = tree.Counted(id);
            var honours = Honours(
                db,
                unit.ParentId is null && tree.Roots.Count(u => !u.HasEnded) == 1 ? null : [.. counted.Select(u => (Guid?)u)]
            );
            var since = new DateTimeOffset(quarter.ToDateTime(TimeOnly.MinValue), China);
            var fresh = honours.Where(c => c.EnteredAt >= since);
            var climbing = (await ladder.RunAsync(new LadderFilter(id), cancellationToken))!;
            var facts = await ranking.FactsAsync(id, cancellationToken);
            var quiet = Quiet(tree, id, facts.LastYears, today.Year);
            return new BriefPage(
                id,
                unit.Name,
                unit.Tier,
                today,
                quarter,
                await RowsAsync(db, fresh, Most, cancellationToken),
                await fresh.CountAsync(cancellationToken),
                [.. climbing.AllButOne.Take(Most)],
                climbing.AllButOneTotal,
                await JubileesAsync(db, honours, today.Year, cancellationToken),
                await FoundedAsync(db, counted, today.Year, cancellationToken),
                [.. quiet.Take(Most)],
                quiet.Count,
                [.. Enum.GetValues<AwardFamily>().Except(facts.Families)],
                facts.Honours
            );
        }
    }

    /// <param name="units">Null for everybody's.</param>
    private static IQueryable<Domain.Conferrals.Conferral> Honours(HonorsContext db, List<Guid?>? units)
    {
        var counting = db.Conferrals.AsNoTracking().Counting();
        if (units is null)
        {
            return counting;
        }

        var received = db.Recipients.Where(r => EF.Parameter(units).Contains(r.UnitId)).Select(r => r.ConferralId);
        return counting.Where(c => received.Contains(c.Id));
    }

    private static async Task<ImmutableArray<ConferralRow>> RowsAsync(
        HonorsContext db,
        IQueryable<Domain.Conferrals.Conferral> honours,
        int most,
        CancellationToken cancellationToken
    )
    {
        var ids = await honours
            .OrderBy(c => c.Level)
            .ThenByDescending(c => c.Year)
            .ThenBy(c => c.Id)
            .Take(most)
            .Select(c => c.Id)
            .ToListAsync(cancellationToken);
        return await ConferralRows.LoadAsync(
            db,
            db.Conferrals.AsNoTracking()
                .Where(c => EF.Parameter(ids).Contains(c.Id))
                .OrderBy(c => c.Level)
                .ThenByDescending(c => c.Year)
                .ThenBy(c => c.Id),
            cancellationToken
        );
    }

    private static async Task<ImmutableArray<Jubilee>> JubileesAsync(
        HonorsContext db,
        IQueryable<Domain.Conferrals.Conferral> honours,
        int year,
        CancellationToken cancellationToken
    )
    {
        int?[] years = [.. Enumerable.Range(1, 15).Select(i => (int?)(year - (5 * i)))];
        var high = honours.Where(c => Ladder.Upper.Contains(c.Level) && years.Contains(c.Year));
        var rows = await RowsAsync(db, high, Most, cancellationToken);
        return [.. rows.Select(r => new Jubilee(r, year - r.Year!.Value)).OrderByDescending(j => j.Years)];
    }

    private static async Task<ImmutableArray<(string Name, int Years)>> FoundedAsync(
        HonorsContext db,
        HashSet<Guid> units,
        int year,
        CancellationToken cancellationToken
    )
    {
        var founded = await db
            .Units.Where(u => EF.Parameter(units).Contains(u.Id) && u.FoundedOn != null && u.DissolvedOn == null)
            .OrderBy(u => u.Tier)
            .ThenBy(u => u.Name)
            .Select(u => new { u.Name, u.FoundedOn })
            .ToListAsync(cancellationToken);
        return
        [
            .. founded.Select(u => (u.Name, Years: year - u.FoundedOn!.Value.Year)).Where(u => u.Years > 0 && u.Years % 5 == 0).Take(Most),
        ];
    }

    /// <summary>The units right below that have had nothing for some years, those with nothing at all first.</summary>
    private static List<(string Name, int? Last)> Quiet(UnitTree tree, Guid id, IReadOnlyDictionary<Guid, int> years, int year) =>
        [
            .. tree.ChildrenOf(id)
                .Where(u => !u.HasEnded && u.Tier is not UnitTier.Team)
                .Select(u => (u.Name, Last: years.TryGetValue(u.Id, out var last) ? last : (int?)null))
                .Where(u => u.Last is null || year - u.Last >= QuietYears)
                .OrderBy(u => u.Last ?? 0)
                .ThenBy(u => u.Name, StringComparer.Ordinal),
        ];
}
