using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Ranking;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>Scores straight from SQL: every recipient that counts is read.</summary>
public sealed class SqlUnitScores(IHonorsDatabase database) : IUnitScores
{
    public async Task<UnitScores> AskAsync(RankingQuestion question, RankingWeights weights, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(weights);
        var db = database.OpenFor(new Viewer(question.Sees, [], [], []));
        await using (db)
        {
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            var conferrals = db.Conferrals.AsNoTracking().Counting();
            conferrals = question.From is { } from ? conferrals.Where(c => c.Year >= from) : conferrals;
            conferrals = question.To is { } to ? conferrals.Where(c => c.Year <= to) : conferrals;
            conferrals = question.Family is { } family
                ? conferrals.Where(c => db.Awards.Any(a => a.Id == c.AwardId && a.Family == family))
                : conferrals;
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
            var sums = new Dictionary<Guid, Dictionary<(AwardLevel, RecipientKind), (long Points, int Recipients)>>();
            var seen = new Dictionary<Guid, HashSet<Guid>>();
            foreach (var row in rows)
            {
                var points = weights.PointsOf(row.Level, row.Kind, question.LastYear - row.Year, row.Recipients);
                foreach (var unit in tree.Upwards(row.UnitId))
                {
                    var parts = sums.TryGetValue(unit.Id, out var known) ? known : sums[unit.Id] = [];
                    var (before, count) = parts.GetValueOrDefault((row.Level, row.Kind));
                    parts[(row.Level, row.Kind)] = (before + points, count + 1);
                    (seen.TryGetValue(unit.Id, out var of) ? of : seen[unit.Id] = []).Add(row.Id);
                }
            }

            return new UnitScores(
                question,
                weights,
                sums.ToDictionary(
                    s => s.Key,
                    s => new UnitScore(
                        s.Key,
                        s.Value.Values.Sum(p => p.Points),
                        seen[s.Key].Count,
                        [
                            .. s
                                .Value.Where(p => p.Value.Points > 0)
                                .OrderBy(p => p.Key)
                                .Select(p => new ScorePart(p.Key.Item1, p.Key.Item2, p.Value.Points, p.Value.Recipients)),
                        ]
                    )
                )
            );
        }
    }
}
