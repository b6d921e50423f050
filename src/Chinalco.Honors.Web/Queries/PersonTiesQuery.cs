using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>Reads whom and what a person is connected with: a handful of queries, each bounded, whatever the unit's size.</summary>
public sealed class PersonTiesQuery(ReadingDatabase database)
{
    private const int MostTeamHonours = 30;
    private const int MostColleagues = 12;
    private const int MostFromUnit = 80;

    // A list of three hundred names connects nobody.
    private const int MostNamesOfAnArticle = 20;
    private const int MostMentions = 2000;

    private const int HonourWeight = 8;
    private const int ArticleWeight = 3;
    private const int UnitWeight = 2;

    public async Task<PersonTies> RunAsync(PersonPage person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        var db = database.Open();
        await using (db)
        {
            var articles = person.Articles.Select(a => a.Id).ToList();
            return new PersonTies(
                await TeamHonoursAsync(db, person.Employments, cancellationToken),
                await TrainingTies.ReadAsync(db, person.Id, person.Name, articles, cancellationToken),
                await ColleaguesAsync(db, person, articles, cancellationToken)
            );
        }
    }

    /// <summary>
    /// Honours of a team that the person worked in when it received them: the employment names the team, and the year is known and not
    /// outside of it. A company's honour is not one of each of its people.
    /// </summary>
    public static async Task<ImmutableArray<HonourLine>> TeamHonoursAsync(
        HonorsContext db,
        IReadOnlyList<EmploymentLine> employments,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        var units = await TeamUnitsAsync(db, employments, cancellationToken);
        if (units.Count == 0)
        {
            return [];
        }

        var texts = employments.Select(e => e.Unit).Distinct(StringComparer.Ordinal).ToList();
        var received = await (
            from r in db.Recipients.AsNoTracking()
            where r.Kind != RecipientKind.Person && EF.Parameter(units).Contains(r.UnitId)
            join u in db.Units on r.UnitId equals u.Id
            where
                u.Tier == UnitTier.Team || (r.Kind == RecipientKind.Team && EF.Parameter(texts).Any(text => text.Contains(r.NameAsPrinted)))
            join c in db.Conferrals.Shown() on r.ConferralId equals c.Id
            where c.Year != null
            orderby c.Year descending, c.Id
            select new
            {
                r.Id,
                r.UnitId,
                r.NameAsPrinted,
                IsTeam = u.Tier == UnitTier.Team,
                Year = c.Year!.Value,
            }
        ).ToListAsync(cancellationToken);
        var theirs = received
            .Where(r => employments.Any(e => e.UnitId == r.UnitId && (r.IsTeam || e.Unit.Contains(r.NameAsPrinted)) && Covers(e, r.Year)))
            .Select(r => r.Id)
            .Take(MostTeamHonours)
            .ToList();
        return theirs.Count == 0
            ? []
            : await HonourLines.LoadAsync(
                db,
                db.Recipients.AsNoTracking().Where(r => EF.Parameter(theirs).Contains(r.Id)),
                cancellationToken
            );
    }

    /// <summary>The units that are teams, or of which an employment names a part: a company's thousand recipients need not be looked through.</summary>
    private static async Task<List<Guid?>> TeamUnitsAsync(
        HonorsContext db,
        IReadOnlyList<EmploymentLine> employments,
        CancellationToken cancellationToken
    )
    {
        var ids = employments.Select(e => e.UnitId).OfType<Guid>().Distinct().ToList();
        var units = await db
            .Units.AsNoTracking()
            .Where(u => EF.Parameter(ids).Contains(u.Id))
            .Select(u => new
            {
                u.Id,
                u.Name,
                u.Tier,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. units
                .Where(u => u.Tier == UnitTier.Team || employments.Any(e => e.UnitId == u.Id && e.Unit != u.Name))
                .Select(u => (Guid?)u.Id),
        ];
    }

    /// <summary>People with honours who are connected, and why.</summary>
    private static async Task<ImmutableArray<Colleague>> ColleaguesAsync(
        HonorsContext db,
        PersonPage person,
        List<Guid> articles,
        CancellationToken cancellationToken
    )
    {
        var honours = person
            .Honours.SelectMany(h => h.Together.Where(t => t.HonoreeId is not null).Select(t => (Id: t.HonoreeId!.Value, h.Award.Name)))
            .ToLookup(t => t.Id, t => t.Name);
        var named = await NamedTogetherAsync(db, person.Id, articles, cancellationToken);
        var units = await SameUnitAsync(db, person, cancellationToken);
        var closest = honours
            .Select(h => h.Key)
            .Concat(named.Keys)
            .Concat(units.Keys)
            .Where(id => id != person.Id)
            .Distinct()
            .OrderByDescending(id =>
                (honours[id].Count() * HonourWeight)
                + (named.GetValueOrDefault(id) * ArticleWeight)
                + (units.ContainsKey(id) ? UnitWeight : 0)
            )
            .ThenBy(id => id)
            .Take(MostColleagues)
            .ToList();
        var hints = (await PersonHints.LoadAsync(db, closest, cancellationToken)).ToDictionary(h => h.Id);
        return
        [
            .. closest
                .Where(hints.ContainsKey)
                .Select(id => new Colleague(
                    hints[id],
                    [.. honours[id].Distinct(StringComparer.Ordinal)],
                    named.GetValueOrDefault(id),
                    units.GetValueOrDefault(id)
                )),
        ];
    }

    private static async Task<Dictionary<Guid, int>> NamedTogetherAsync(
        HonorsContext db,
        Guid person,
        List<Guid> articles,
        CancellationToken cancellationToken
    )
    {
        if (articles.Count == 0)
        {
            return [];
        }

        var named = await db
            .Mentions.AsNoTracking()
            .Where(m => EF.Parameter(articles).Contains(m.ArticleId) && m.HonoreeId != null)
            .Select(m => new { m.ArticleId, HonoreeId = m.HonoreeId!.Value })
            .Distinct()
            .Take(MostMentions)
            .ToListAsync(cancellationToken);
        return named
            .GroupBy(m => m.ArticleId)
            .Where(article => article.Count() <= MostNamesOfAnArticle)
            .SelectMany(article => article.Select(m => m.HonoreeId))
            .Where(id => id != person)
            .CountBy(id => id)
            .ToDictionary();
    }

    private static async Task<Dictionary<Guid, string>> SameUnitAsync(
        HonorsContext db,
        PersonPage person,
        CancellationToken cancellationToken
    )
    {
        var units = person.Employments.Select(e => e.UnitId).Where(id => id is not null).Distinct().ToList();
        if (units.Count == 0)
        {
            return [];
        }

        var (id, texts) = (person.Id, person.Employments.Select(e => e.Unit).Distinct(StringComparer.Ordinal).ToList());
        var others = await db
            .Employments.AsNoTracking()
            .Where(e => EF.Parameter(units).Contains(e.UnitId) && e.HonoreeId != id)
            .Where(e => db.Recipients.Any(r => r.HonoreeId == e.HonoreeId))
            .OrderByDescending(e => EF.Parameter(texts).Contains(e.UnitText))
            .ThenByDescending(e => e.To == null)
            .ThenBy(e => e.Id)
            .Take(MostFromUnit)
            .Select(e => new { e.HonoreeId, Line = new EmploymentLine(e.UnitId, e.UnitText, e.Position, e.From, e.To) })
            .ToListAsync(cancellationToken);
        return others
            .Where(o => person.Employments.Any(e => e.UnitId == o.Line.UnitId && Overlap(e, o.Line)))
            .GroupBy(o => o.HonoreeId)
            .ToDictionary(g => g.Key, g => g.First().Line.Unit);
    }

    private static bool Overlap(EmploymentLine one, EmploymentLine other) =>
        !(one.From is { } from && other.To is { } end && from.IsCertainlyAfter(end))
        && !(other.From is { } begin && one.To is { } to && begin.IsCertainlyAfter(to));

    private static bool Covers(EmploymentLine employment, int year) =>
        (employment.From is null || employment.From.Value.Year <= year) && (employment.To is null || employment.To.Value.Year >= year);
}
