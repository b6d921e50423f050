using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

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

/// <summary>Takes a unit's points apart, year by year, by asking for each year alone.</summary>
public sealed class BreakdownQuery(RankingQuery query, IUnitScores scores, IHonorsDatabase database)
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

            var table = await query.RunAsync(filter, cancellationToken);
            var (question, weights) = (table.Question, table.Policy.Weights);
            var score = (await scores.AskAsync(question, weights, cancellationToken)).Units.GetValueOrDefault(id);
            return new Breakdown(
                unit,
                [.. tree.Upwards(id).Skip(1).Reverse().Select(u => new Named(u.Id, u.Name))],
                table,
                table.Items.Concat(table.Uncounted).FirstOrDefault(i => i.Unit.Id == id),
                score,
                score is null ? [] : [.. await YearsAsync(db, score, question, weights, cancellationToken)]
            );
        }
    }

    private async Task<List<BreakdownYear>> YearsAsync(
        HonorsContext db,
        UnitScore score,
        RankingQuestion question,
        RankingWeights weights,
        CancellationToken cancellationToken
    )
    {
        var known = db.Conferrals.AsNoTracking().Where(c => c.Year != null);
        var (first, last) = (
            Math.Max(await known.MinAsync(c => c.Year, cancellationToken) ?? question.LastYear, question.From ?? int.MinValue),
            Math.Min(await known.MaxAsync(c => c.Year, cancellationToken) ?? question.LastYear, question.To ?? int.MaxValue)
        );
        var left = score.Parts.ToDictionary(p => (p.Level, p.Kind));
        List<BreakdownYear> years = [];
        for (var year = last; year >= first; year--)
        {
            var answer = await scores.AskAsync(question with { From = year, To = year }, weights, cancellationToken);
            if (answer.Units.GetValueOrDefault(score.UnitId) is not { Points: > 0 } of)
            {
                continue;
            }

            years.Add(new BreakdownYear(year, weights.KeptAt(question.LastYear - year), of.Parts));
            foreach (var part in of.Parts)
            {
                var before = left[(part.Level, part.Kind)];
                left[(part.Level, part.Kind)] = before with
                {
                    Points = before.Points - part.Points,
                    Recipients = before.Recipients - part.Recipients,
                };
            }
        }

        var without = left.Values.Where(p => p.Points > 0).OrderBy(p => p.Level).ThenBy(p => p.Kind).ToImmutableArray();
        if (without.Length > 0)
        {
            years.Add(new BreakdownYear(null, weights.KeptAt(age: null), without));
        }

        return years;
    }
}
