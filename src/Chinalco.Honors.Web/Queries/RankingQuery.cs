using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Rankings;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <param name="PolicyVersion">Names the weights that the points were made with.</param>
/// <param name="Items">From the highest down; units without points are left out.</param>
public sealed record RankingTable(string PolicyVersion, RankingFilter Filter, ImmutableArray<RankingItem> Items)
{
    /// <summary>Of a ranking per thousand, the units that have points but of whom nobody counted the people, from the highest score down.</summary>
    public ImmutableArray<RankingItem> Uncounted { get; init; } = [];

    /// <summary>How many of the units compared have no points.</summary>
    public int Silent { get; init; }

    public required RankingPolicyVersion Policy { get; init; }

    public required RankingQuestion Question { get; init; }
}

/// <param name="Rank">Standard competition rank; 0 for a unit that is not ranked.</param>
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

    /// <summary>By level and kind of recipient.</summary>
    public ImmutableArray<ScorePart> Parts { get; init; } = [];

    /// <summary>How many people it had; null where nobody said, or nobody asked.</summary>
    public UnitPeople? People { get; init; }

    /// <summary>What it is ranked by, in millionths: points, or points per thousand people.</summary>
    public long Value { get; init; } = Points;

    /// <summary>The same in whole units.</summary>
    public decimal Figure => (decimal)Value / RankingPolicy.One;
}

/// <param name="Points">In millionths of a point.</param>
/// <param name="ConferralCount">Conferrals of the level with a recipient in the subtree.</param>
public sealed record LevelScore(AwardLevel Level, long Points, int ConferralCount);

/// <param name="Year">The year they were counted in: the last of the period, or the nearest before it.</param>
public sealed record UnitPeople(int Year, int Number);

/// <summary>Ranks units by what <see cref="IUnitScores"/> says of them, among units of one kind.</summary>
public sealed class RankingQuery(
    ReadingDatabase database,
    IUnitScores scores,
    RankingPolicies policies,
    CurrentUser current,
    TimeProvider clock
)
{
    /// <summary>The present year, which a period without an end lasts to.</summary>
    public int ThisYear => clock.GetUtcNow().Year;

    /// <summary>What the filter asks of the scores, for who asks here.</summary>
    public RankingQuestion QuestionOf(RankingFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return filter.Question(current.Viewer.Sees, ThisYear);
    }

    /// <summary>The policy that the filter names; the one in force where there is no such policy.</summary>
    public async Task<RankingPolicyVersion> PolicyOfAsync(RankingFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return await policies.FindAsync(filter.Policy, cancellationToken) ?? (await policies.FindAsync(name: null, cancellationToken))!;
    }

    /// <summary>Ranks under the filter's policy.</summary>
    public async Task<RankingTable> RunAsync(RankingFilter filter, CancellationToken cancellationToken)
    {
        var policy = await PolicyOfAsync(filter, cancellationToken);
        return await RunAsync(filter, policy, policy.Weights, cancellationToken);
    }

    /// <summary>Ranks with any weights, such as a draft's.</summary>
    public async Task<RankingTable> RunAsync(
        RankingFilter filter,
        RankingPolicyVersion policy,
        RankingWeights weights,
        CancellationToken cancellationToken
    )
    {
        var answer = await scores.AskAsync(QuestionOf(filter), weights, cancellationToken);
        var db = database.Open();
        await using (db)
        {
            return await TableAsync(db, await UnitTree.LoadAsync(db, cancellationToken), filter, policy, answer, cancellationToken);
        }
    }

    /// <summary>Ranks what was answered to the filter's question.</summary>
    public static async Task<RankingTable> TableAsync(
        HonorsContext db,
        UnitTree tree,
        RankingFilter filter,
        RankingPolicyVersion policy,
        UnitScores answer,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(answer);
        var people =
            filter.Measure == RankingMeasure.PerThousand ? await PeopleAsync(db, answer.Question.LastYear, cancellationToken) : null;
        // A unit that was taken over is ranked no more: its honours count for its heir.
        var compared = Compared(tree, filter).Where(u => u.HeirId is null).ToList();
        var items = compared
            .Select(unit => answer.Units.GetValueOrDefault(unit.Id) is { Points: > 0 } score ? Item(unit, score, people) : null)
            .OfType<RankingItem>()
            .ToList();
        var ranked = InOrder(items.Where(i => people is null || i.People is not null));
        return new RankingTable(
            policy.Name,
            filter,
            [.. CompetitionRank.Of(ranked, i => i.Value).Select(x => x.Item with { Rank = x.Rank })]
        )
        {
            Uncounted = people is null ? [] : [.. InOrder(items.Where(i => i.People is null))],
            Silent = compared.Count - items.Count,
            Policy = policy,
            Question = answer.Question,
        };
    }

    /// <summary>
    /// The honours of every unit, those of everything that counts for it included, as far as who asks may count them: as in rankings, what the
    /// role sees of anybody.
    /// </summary>
    /// <returns>Null as long as they are not known; units without any are left out.</returns>
    public Task<IReadOnlyDictionary<Guid, int>?> CountsAsync(CancellationToken cancellationToken) =>
        scores.CountAsync(current.Viewer.Sees, cancellationToken);

    /// <summary>What counts for one unit, as far as who asks may count it.</summary>
    public Task<UnitFacts> FactsAsync(Guid unit, CancellationToken cancellationToken) =>
        scores.FactsAsync(unit, current.Viewer.Sees, cancellationToken);

    /// <summary>The score of one unit whatever its tier, over all years; null when it has no points. The rank is among units of its tier.</summary>
    public async Task<RankingItem?> OfAsync(UnitNode unit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var table = await RunAsync(new RankingFilter(Tier: unit.Tier), cancellationToken);
        return table.Items.FirstOrDefault(i => i.Unit.Id == unit.Id);
    }

    /// <summary>The units that a filter compares, like with like.</summary>
    private static IEnumerable<UnitNode> Compared(UnitTree tree, RankingFilter filter)
    {
        if (filter.Unit is not { } root)
        {
            return tree.All.Where(u =>
                filter.Tier is { } tier ? u.Tier == tier : u.Tier is UnitTier.Enterprise or UnitTier.DirectlyManaged
            );
        }

        if (filter.Tier is not { } of)
        {
            return tree.ChildrenOf(root);
        }

        var below = tree.Subtree([root]);
        return tree.All.Where(u => u.Tier == of && u.Id != root && below.Contains(u.Id));
    }

    private static IOrderedEnumerable<RankingItem> InOrder(IEnumerable<RankingItem> items) =>
        items.OrderByDescending(i => i.Value).ThenBy(i => i.Unit.Name, StringComparer.Ordinal).ThenBy(i => i.Unit.Id);

    private static RankingItem Item(UnitNode unit, UnitScore score, Dictionary<Guid, UnitPeople>? people)
    {
        var counted = people?.GetValueOrDefault(unit.Id);
        return new RankingItem(
            Rank: 0,
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
        )
        {
            Parts = score.Parts,
            People = counted,
            Value = new RankedUnit(unit.Id, score.Parts, counted?.Number).Value,
        };
    }

    /// <summary>How many people units had in a year, else in the nearest before it. Nobody divides by none.</summary>
    private static async Task<Dictionary<Guid, UnitPeople>> PeopleAsync(HonorsContext db, int year, CancellationToken cancellationToken)
    {
        var rows = await db
            .Headcounts.AsNoTracking()
            .Where(h => h.Year <= year && h.Number > 0)
            .Select(h => new
            {
                h.UnitId,
                h.Year,
                h.Number,
            })
            .ToListAsync(cancellationToken);
        return rows.GroupBy(h => h.UnitId)
            .ToDictionary(of => of.Key, of => of.OrderByDescending(h => h.Year).Select(h => new UnitPeople(h.Year, h.Number)).First());
    }
}
