using System.Collections.Immutable;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Web.Access;

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
public sealed class RankingQuery(ReadingDatabase database, IUnitScores scores, TimeProvider clock)
{
    public async Task<RankingTable> RunAsync(RankingFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var db = database.Open();
        await using (db)
        {
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            var question = new RankingQuestion(
                filter.From,
                filter.To,
                Family: null,
                db.Viewer.Sees,
                LastYear: filter.To ?? clock.GetUtcNow().Year
            );
            var units = (await scores.AskAsync(question, RankingPolicy.Default.Weights, cancellationToken)).Units;
            var scored = tree
                .All.Where(u => filter.Tier is { } tier ? u.Tier == tier : u.Tier is UnitTier.Enterprise or UnitTier.DirectlyManaged)
                .Where(u => units.ContainsKey(u.Id))
                .OrderByDescending(u => units[u.Id].Points)
                .ThenBy(u => u.Name, StringComparer.Ordinal)
                .ThenBy(u => u.Id);
            return new RankingTable(
                RankingPolicy.Default.Version,
                filter,
                [.. CompetitionRank.Of(scored, u => units[u.Id].Points).Select(x => ToItem(x.Rank, x.Item, units[x.Item.Id]))]
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

    private static RankingItem ToItem(int rank, UnitNode unit, UnitScore score) =>
        new(
            rank,
            new Named(unit.Id, unit.Name),
            unit.Tier,
            unit.IsSample,
            score.Points,
            score.Conferrals,
            [
                .. score.Levels.Select(level => new LevelScore(
                    level.Level,
                    score.Parts.Where(p => p.Level == level.Level).Sum(p => p.Points),
                    level.Conferrals
                )),
            ]
        );
}
