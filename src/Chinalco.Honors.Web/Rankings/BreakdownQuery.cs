using System.Collections.Immutable;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;

namespace Chinalco.Honors.Web.Rankings;

/// <summary>What a unit's points are made of.</summary>
/// <param name="Above">From the root down to the parent.</param>
/// <param name="Ranked">The unit in the ranking; null where that compares others, or the unit has no points.</param>
/// <param name="Years">From the latest on; honours without a year come last. Their points sum up to the unit's.</param>
public sealed record Breakdown(
    UnitNode Unit,
    ImmutableArray<Named> Above,
    RankingTable Table,
    RankingItem? Ranked,
    UnitScore? Score,
    ImmutableArray<BreakdownYear> Years
)
{
    /// <summary>How many units it is ranked among.</summary>
    public int Among => Table.Items.Length;
}

/// <summary>One year of a breakdown.</summary>
/// <param name="Year">Null for honours whose year nobody knows.</param>
/// <param name="Kept">Per mille of their points that honours of this year keep.</param>
public sealed record BreakdownYear(int? Year, int Kept, ImmutableArray<ScorePart> Parts)
{
    /// <summary>In millionths.</summary>
    public long Points => Parts.Sum(p => p.Points);
}

/// <summary>Takes a unit's points apart, year by year.</summary>
public sealed class BreakdownQuery(RankingQuery query, IUnitScores scores, ReadingDatabase database)
{
    /// <returns>Null when there is no such unit.</returns>
    public async Task<Breakdown?> RunAsync(Guid id, RankingFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var db = database.Open();
        await using (db)
        {
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            if (tree.Find(id) is not { } unit)
            {
                return null;
            }

            var policy = await query.PolicyOfAsync(filter, cancellationToken);
            var (question, weights) = (query.QuestionOf(filter), policy.Weights);
            var told = await scores.AskAsync(new ScoresAsked(question, weights) { Unit = id }, cancellationToken);
            var table = await RankingQuery.TableAsync(db, tree, filter, policy, told.Scores, cancellationToken);
            return new Breakdown(
                unit,
                [.. tree.Upwards(id).Skip(1).Reverse().Select(u => new Named(u.Id, u.Name))],
                table,
                table.Items.Concat(table.Uncounted).FirstOrDefault(i => i.Unit.Id == id),
                told.Scores.Units.GetValueOrDefault(id),
                [.. told.Years.Select(y => new BreakdownYear(y.Year, weights.KeptAt(question.LastYear - y.Year), y.Parts))]
            );
        }
    }
}
