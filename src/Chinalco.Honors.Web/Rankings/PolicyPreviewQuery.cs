using System.Collections.Immutable;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Web.Queries;

namespace Chinalco.Honors.Web.Rankings;

/// <summary>What a draft would change in a ranking.</summary>
/// <param name="Base">The ranking as it is.</param>
/// <param name="Moves">Every unit of either ranking: those that move furthest first.</param>
public sealed record PolicyPreview(RankingTable Base, ImmutableArray<PolicyMove> Moves)
{
    /// <summary>How many units change their place.</summary>
    public int Moved => Moves.Count(m => m.Before?.Rank != m.After?.Rank);
}

/// <param name="Before">Null for a unit that has no points yet.</param>
/// <param name="After">Null for a unit that would have none.</param>
/// <param name="Cause">The one change that, alone, would move the unit's points furthest; null when none does.</param>
/// <param name="CausePoints">By how much, in millionths of what the ranking is by.</param>
public sealed record PolicyMove(Named Unit, RankingItem? Before, RankingItem? After, PolicyStep? Cause, long CausePoints)
{
    /// <summary>Places gained; negative when lost, null where one of the rankings does not have the unit.</summary>
    public int? Places => Before is { } before && After is { } after ? before.Rank - after.Rank : null;
}

/// <summary>Ranks with a draft beside the policy in force, and tells of each unit which change of the draft moves it most.</summary>
public sealed class PolicyPreviewQuery(RankingQuery query, RankingPolicies policies)
{
    public async Task<PolicyPreview> RunAsync(RankingFilter filter, RankingWeights draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(draft);
        var policy = (await policies.FindAsync(name: null, cancellationToken))!;
        var before = await query.RunAsync(filter, policy, policy.Weights, cancellationToken);
        var after = await query.RunAsync(filter, policy, draft, cancellationToken);
        var steps = new List<(PolicyStep Step, Dictionary<Guid, RankingItem> Items)>();
        foreach (var step in PolicyChange.Of(policy.Weights, draft))
        {
            var alone = await query.RunAsync(filter, policy, step.Weights, cancellationToken);
            steps.Add((step, ById(alone)));
        }

        var (was, will) = (ById(before), ById(after));
        var moves = was.Keys.Union(will.Keys).Select(id => Move(was.GetValueOrDefault(id), will.GetValueOrDefault(id), steps));
        return new PolicyPreview(
            before,
            [
                .. moves
                    .OrderByDescending(m => m.Places is { } places ? Math.Abs(places) : int.MaxValue)
                    .ThenBy(m => m.After?.Rank ?? int.MaxValue)
                    .ThenBy(m => m.Unit.Name, StringComparer.Ordinal),
            ]
        );
    }

    private static Dictionary<Guid, RankingItem> ById(RankingTable table) => table.Items.ToDictionary(i => i.Unit.Id);

    private static PolicyMove Move(
        RankingItem? before,
        RankingItem? after,
        List<(PolicyStep Step, Dictionary<Guid, RankingItem> Items)> steps
    )
    {
        var unit = (before ?? after)!.Unit;
        var (cause, points) = steps
            .Select(s => (s.Step, Points: (s.Items.GetValueOrDefault(unit.Id)?.Value ?? 0) - (before?.Value ?? 0)))
            .Where(s => s.Points != 0)
            .OrderByDescending(s => Math.Abs(s.Points))
            .FirstOrDefault();
        return new PolicyMove(unit, before, after, cause, points);
    }
}
