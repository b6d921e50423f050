using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Rankings.Tests;

/// <summary>What the words of the contract say, worked out recipient by recipient from the entities, with nothing kept: what the ledger must equal.</summary>
internal static class PlainScores
{
    public static async Task<string> OfAsync(IHonorsDatabase database, RankingQuestion question, RankingWeights weights)
    {
        var db = database.Open();
        await using (db)
        {
            var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id);
            var people = await db.Honorees.IgnoreQueryFilters().AsNoTracking().ToDictionaryAsync(h => h.Id);
            var families = await db.Awards.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Family);
            var conferrals = await db.Conferrals.IgnoreQueryFilters().AsNoTracking().Include(c => c.Recipients).ToListAsync();
            var scores = new Dictionary<Guid, Score>();
            foreach (var conferral in conferrals.Where(c => c.Counts && IsAsked(c, families[c.AwardId], question)))
            {
                foreach (var recipient in conferral.Recipients.Where(r => r.UnitId is not null && IsShown(r, people, question)))
                {
                    var age = conferral.Year is { } year ? question.LastYear - year : (int?)null;
                    var points = weights.PointsOf(conferral.Level, recipient.Kind, age, conferral.Recipients.Count);
                    foreach (var unit in CountsFor(recipient.UnitId!.Value, units))
                    {
                        var score = scores.TryGetValue(unit, out var found) ? found : scores[unit] = new Score();
                        score.Conferrals.Add((conferral.Level, conferral.Id));
                        var part = score.Parts.GetValueOrDefault((conferral.Level, recipient.Kind));
                        score.Parts[(conferral.Level, recipient.Kind)] = (part.Points + points, part.Recipients + 1);
                    }
                }
            }

            return string.Join('\n', scores.Select(s => s.Value.Told(s.Key)).OfType<string>().Order(StringComparer.Ordinal));
        }
    }

    /// <summary>Conferrals that count for each unit.</summary>
    public static async Task<Dictionary<Guid, int>> CountsAsync(IHonorsDatabase database, Visibility sees)
    {
        var db = database.Open();
        await using (db)
        {
            var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id);
            var people = await db.Honorees.IgnoreQueryFilters().AsNoTracking().ToDictionaryAsync(h => h.Id);
            var conferrals = await db.Conferrals.IgnoreQueryFilters().AsNoTracking().Include(c => c.Recipients).ToListAsync();
            var all = new RankingQuestion(From: null, To: null, Family: null, sees, LastYear: 2025);
            return conferrals
                .Where(c => c.Counts && c.Visibility <= sees)
                .SelectMany(c =>
                    c.Recipients.Where(r => r.UnitId is not null && IsShown(r, people, all))
                        .SelectMany(r => CountsFor(r.UnitId!.Value, units))
                        .Distinct()
                )
                .GroupBy(unit => unit)
                .ToDictionary(unit => unit.Key, unit => unit.Count());
        }
    }

    /// <summary>What counts for one unit, in words.</summary>
    public static async Task<string> FactsAsync(IHonorsDatabase database, Guid unit, Visibility sees)
    {
        var db = database.Open();
        await using (db)
        {
            var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id);
            var people = await db.Honorees.IgnoreQueryFilters().AsNoTracking().ToDictionaryAsync(h => h.Id);
            var families = await db.Awards.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Family);
            var conferrals = await db.Conferrals.IgnoreQueryFilters().AsNoTracking().Include(c => c.Recipients).ToListAsync();
            var all = new RankingQuestion(From: null, To: null, Family: null, sees, LastYear: 2025);
            var counted = conferrals
                .Where(c => c.Counts && c.Visibility <= sees)
                .Select(c =>
                    (
                        Conferral: c,
                        Units: c.Recipients.Where(r => r.UnitId is not null && IsShown(r, people, all))
                            .Select(r => CountsFor(r.UnitId!.Value, units).ToList())
                            .Where(up => up.Contains(unit))
                            .ToList()
                    )
                )
                .Where(c => c.Units.Count > 0)
                .ToList();
            return Told(
                new UnitFacts(
                    counted.Count,
                    counted
                        .Where(c => c.Conferral.Year is not null)
                        .GroupBy(c => c.Conferral.Year!.Value)
                        .ToDictionary(of => of.Key, of => of.Count()),
                    counted.Select(c => families[c.Conferral.AwardId]).ToHashSet(),
                    counted
                        .Where(c => c.Conferral.Year is not null)
                        .SelectMany(c => c.Units.SelectMany(up => up).Select(of => (Unit: of, c.Conferral.Year!.Value)))
                        .Where(c => CountsFor(c.Unit, units).Contains(unit))
                        .GroupBy(c => c.Unit, c => c.Value)
                        .ToDictionary(of => of.Key, of => of.Max())
                )
            );
        }
    }

    public static string Told(UnitFacts facts) =>
        $"{facts.Honours} [{string.Join(' ', facts.ByYear.OrderBy(y => y.Key))}] [{string.Join(' ', facts.Families.Order())}] [{string.Join(' ', facts.LastYears.OrderBy(y => y.Key))}]";

    /// <summary>The ledger's answer in the same words.</summary>
    public static string Told(UnitScores scores) =>
        string.Join(
            '\n',
            scores
                .Units.Select(pair =>
                {
                    pair.Key.ShouldBe(pair.Value.UnitId);
                    return Line(
                        pair.Key,
                        pair.Value.Points,
                        pair.Value.Levels.Select(l => (l.Level, l.Conferrals)),
                        pair.Value.Conferrals,
                        pair.Value.Parts.Select(p => (p.Level, p.Kind, p.Points, p.Recipients))
                    );
                })
                .Order(StringComparer.Ordinal)
        );

    private static bool IsAsked(Conferral conferral, AwardFamily family, RankingQuestion question) =>
        (question.From is null || conferral.Year >= question.From)
        && (question.To is null || conferral.Year <= question.To)
        && (question.Family is null || family == question.Family)
        && conferral.Visibility <= question.Sees;

    private static bool IsShown(Recipient recipient, Dictionary<Guid, Honoree> people, RankingQuestion question) =>
        recipient.HonoreeId is not { } id
        || !people.TryGetValue(id, out var person)
        || (person.MergedIntoId is null && person.Visibility <= question.Sees);

    /// <summary>The unit and every other that its honours count for, each once.</summary>
    private static IEnumerable<Guid> CountsFor(Guid unit, Dictionary<Guid, Unit> units)
    {
        var seen = new HashSet<Guid>();
        for (Guid? next = unit; next is { } id && seen.Add(id); next = units[id].HeirId ?? units[id].ParentId)
        {
            yield return id;
        }
    }

    private static string Line(
        Guid unit,
        long points,
        IEnumerable<(AwardLevel Level, int Count)> levels,
        int conferrals,
        IEnumerable<(AwardLevel Level, RecipientKind Kind, long Points, int Recipients)> parts
    ) => $"{unit} {points} {conferrals} [{string.Join(' ', levels)}] [{string.Join(' ', parts)}]";

    private sealed class Score
    {
        public HashSet<(AwardLevel Level, Guid Id)> Conferrals { get; } = [];

        public SortedDictionary<(AwardLevel Level, RecipientKind Kind), (long Points, int Recipients)> Parts { get; } = [];

        /// <summary>Null without points.</summary>
        public string? Told(Guid unit)
        {
            var points = Parts.Values.Sum(p => p.Points);
            var levels = Conferrals.GroupBy(c => c.Level).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()));
            var parts = Parts.Where(p => p.Value.Points != 0).Select(p => (p.Key.Level, p.Key.Kind, p.Value.Points, p.Value.Recipients));
            return points == 0 ? null : Line(unit, points, levels, Conferrals.Count, parts);
        }
    }
}
