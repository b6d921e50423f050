using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>Which units are compared, over which years.</summary>
/// <param name="From">First year; null for no bound. A bound leaves out honours without a year.</param>
/// <param name="To">Last year; null for no bound.</param>
/// <param name="Tier">The tier compared; null compares operating companies and directly managed units.</param>
public sealed record RankingFilter(int? From = null, int? To = null, UnitTier? Tier = null);

/// <param name="PolicyVersion">Names the weights that the points were made with.</param>
/// <param name="Items">From the highest score down; units without points are left out.</param>
public sealed record RankingTable(string PolicyVersion, RankingFilter Filter, ImmutableArray<RankingItem> Items);

/// <param name="IsSample">The unit is an invented one.</param>
/// <param name="Points">In millionths of a point, the unit's subtree included.</param>
/// <param name="ConferralCount">Conferrals with a recipient in the subtree.</param>
/// <param name="Levels">From the highest level down.</param>
public sealed record RankingItem(
    int Rank,
    Named Unit,
    UnitTier Tier,
    bool IsSample,
    long Points,
    int ConferralCount,
    ImmutableArray<LevelScore> Levels
)
{
    /// <summary>In points.</summary>
    public decimal Score => (decimal)Points / RankingPolicy.One;
}

/// <param name="Points">In millionths of a point.</param>
public sealed record LevelScore(AwardLevel Level, long Points, int ConferralCount);

/// <summary>
/// Scores units: each recipient in a unit's subtree brings the points of the conferral's level, shared among its recipients.
/// Confirmed and naturally ended honours count.
/// </summary>
public sealed class RankingQuery(ReadingDatabase database, TimeProvider clock)
{
    public async Task<RankingTable> RunAsync(RankingFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var db = database.Open();
        await using (db)
        {
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            var sums = await SumsAsync(db, tree, filter, cancellationToken);
            var scored = tree
                .All.Where(u => filter.Tier is { } tier ? u.Tier == tier : u.Tier is UnitTier.Enterprise or UnitTier.DirectlyManaged)
                .Where(u => sums.ContainsKey(u.Id))
                .OrderByDescending(u => sums[u.Id].Points)
                .ThenBy(u => u.Name, StringComparer.Ordinal)
                .ThenBy(u => u.Id);
            return new RankingTable(
                RankingPolicy.Default.Version,
                filter,
                [.. CompetitionRank.Of(scored, u => sums[u.Id].Points).Select(x => sums[x.Item.Id].ToItem(x.Rank, x.Item))]
            );
        }
    }

    /// <summary>The score of one unit whatever its tier, over all years; null when it has no points. The rank is among units of its tier.</summary>
    public async Task<RankingItem?> OfAsync(UnitNode unit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var table = await RunAsync(new RankingFilter(Tier: unit.Tier), cancellationToken);
        return table.Items.FirstOrDefault(i => i.Unit.Id == unit.Id);
    }

    private async Task<Dictionary<Guid, Sum>> SumsAsync(
        HonorsContext db,
        UnitTree tree,
        RankingFilter filter,
        CancellationToken cancellationToken
    )
    {
        var conferrals = db.Conferrals.AsNoTracking().Counting();
        if (filter.From is { } from)
        {
            conferrals = conferrals.Where(c => c.Year >= from);
        }

        if (filter.To is { } to)
        {
            conferrals = conferrals.Where(c => c.Year <= to);
        }

        var rows = await (
            from c in conferrals
            from r in c.Recipients
            where r.UnitId != null
            select new
            {
                UnitId = r.UnitId!.Value,
                r.Kind,
                c.Year,
                c.Id,
                c.Level,
                Recipients = c.Recipients.Count,
            }
        ).ToListAsync(cancellationToken);
        var sums = new Dictionary<Guid, Sum>();
        var lastYear = filter.To ?? clock.GetUtcNow().Year;
        foreach (var row in rows)
        {
            var points = RankingPolicy.Default.Weights.PointsOf(row.Level, row.Kind, lastYear - row.Year, row.Recipients);
            foreach (var unit in tree.Upwards(row.UnitId))
            {
                if (!sums.TryGetValue(unit.Id, out var sum))
                {
                    sums[unit.Id] = sum = new Sum();
                }

                sum.Add(row.Id, row.Level, points);
            }
        }

        return sums;
    }

    private sealed class Sum
    {
        private readonly Dictionary<AwardLevel, (long Points, HashSet<Guid> Conferrals)> levels = [];

        public long Points { get; private set; }

        public void Add(Guid conferral, AwardLevel level, long points)
        {
            var (before, conferrals) = levels.TryGetValue(level, out var found) ? found : (0, []);
            conferrals.Add(conferral);
            levels[level] = (before + points, conferrals);
            Points += points;
        }

        public RankingItem ToItem(int rank, UnitNode unit) =>
            new(
                rank,
                new Named(unit.Id, unit.Name),
                unit.Tier,
                unit.IsSample,
                Points,
                levels.Values.Sum(l => l.Conferrals.Count),
                [.. levels.OrderBy(l => l.Key).Select(l => new LevelScore(l.Key, l.Value.Points, l.Value.Conferrals.Count))]
            );
    }
}
