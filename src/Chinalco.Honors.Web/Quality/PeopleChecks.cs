using System.Globalization;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Queries;
using Chinalco.Honors.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Quality;

/// <summary>People who should work somewhere, and no unit of the tree is known. A unit's own are those who once worked there or were honoured for it.</summary>
internal sealed class PeopleWithoutUnit(HonorsContext db, List<Guid?>? units) : IQualityCheck
{
    private IQueryable<Honoree> People
    {
        get
        {
            var people = db
                .Honorees.AsNoTracking()
                .Where(h => h.Status != HonoreeStatus.Retired && h.Status != HonoreeStatus.Deceased)
                .Where(h => !db.Employments.Any(e => e.HonoreeId == h.Id && e.To == null && e.UnitId != null));
            return units is null
                ? people
                : people.Where(h =>
                    db.Employments.Any(e => e.HonoreeId == h.Id && EF.Parameter(units).Contains(e.UnitId))
                    || db.Recipients.Any(r => r.HonoreeId == h.Id && EF.Parameter(units).Contains(r.UnitId))
                );
        }
    }

    public Task<int> CountAsync(CancellationToken cancellationToken) => People.CountAsync(cancellationToken);

    public async Task<IReadOnlyList<QualityRow>> RowsAsync(int skip, int take, CancellationToken cancellationToken)
    {
        var rows = await People
            .OrderBy(h => EF.Property<byte[]>(h, HonorsContext.NameSortKey))
            .ThenBy(h => h.Id)
            .Skip(skip)
            .Take(take)
            .Select(h => new
            {
                h.Id,
                h.Name,
                Printed = db.Employments.Where(e => e.HonoreeId == h.Id && e.To == null).Select(e => e.UnitText).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(h => new QualityRow(
                h.Name,
                Address.Person(h.Id),
                h.Printed is { } printed ? QualityTexts.UnitAsPrinted.With(printed) : QualityTexts.NoUnitAtAll,
                [QualityAct.Entry(h.Id), QualityAct.Roster]
            )),
        ];
    }
}

/// <summary>Retired or deceased people whose employment still lasts; people at work past the age of retirement, where the birth may be seen.</summary>
internal sealed class StillAtWork(HonorsContext db, List<Guid?>? units, DateTimeOffset now) : IQualityCheck
{
    /// <summary>In years: nobody works longer, whatever the grade.</summary>
    private const int LatestRetirement = 65;

    private readonly PartialDate latestBirth = new(now.Year - LatestRetirement - 1);

    private IQueryable<Honoree> People
    {
        get
        {
            var born = latestBirth;
            var people = db
                .Honorees.AsNoTracking()
                .Where(h =>
                    (
                        (h.Status == HonoreeStatus.Retired || h.Status == HonoreeStatus.Deceased)
                        && db.Employments.Any(e => e.HonoreeId == h.Id && e.To == null)
                    ) || (h.Status == HonoreeStatus.Active && db.PersonnelFiles.Any(f => f.HonoreeId == h.Id && f.Born < born))
                );
            return units is null
                ? people
                : people.Where(h => db.Employments.Any(e => e.HonoreeId == h.Id && e.To == null && EF.Parameter(units).Contains(e.UnitId)));
        }
    }

    public Task<int> CountAsync(CancellationToken cancellationToken) => People.CountAsync(cancellationToken);

    public async Task<IReadOnlyList<QualityRow>> RowsAsync(int skip, int take, CancellationToken cancellationToken)
    {
        var rows = await People
            .OrderBy(h => EF.Property<byte[]>(h, HonorsContext.NameSortKey))
            .ThenBy(h => h.Id)
            .Skip(skip)
            .Take(take)
            .Select(h => new
            {
                h.Id,
                h.Name,
                h.Status,
                Post = db.Employments.Where(e => e.HonoreeId == h.Id && e.To == null).Select(e => e.UnitText).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(h => new QualityRow(
                h.Name,
                Address.Person(h.Id),
                h.Status == HonoreeStatus.Active
                    ? QualityTexts.PastAge.With(LatestRetirement)
                    : QualityTexts.StillEmployed.With(h.Status.ToChinese(), h.Post),
                [QualityAct.Entry(h.Id), QualityAct.Roster]
            )),
        ];
    }
}

/// <summary>People who are probably one, a group each: same name and present unit, or same name and birth where it may be seen, or the same number but for its form.</summary>
internal sealed class LikelyDuplicates(HonorsContext db, List<Guid?>? units) : IQualityCheck
{
    private const int MostNames = 5000;
    private List<Group>? groups;

    public async Task<int> CountAsync(CancellationToken cancellationToken) => (await GroupsAsync(cancellationToken)).Count;

    public async Task<IReadOnlyList<QualityRow>> RowsAsync(int skip, int take, CancellationToken cancellationToken)
    {
        var page = (await GroupsAsync(cancellationToken)).Skip(skip).Take(take).ToList();
        return
        [
            .. page.Select(g => new QualityRow(
                QualityTexts.Doubles.With(g.Name, g.People.Count),
                Address.Person(g.People[0]),
                g.Why,
                [.. QualityAct.Duplicates(g.Name, g.People)]
            )),
        ];
    }

    private async Task<List<Group>> GroupsAsync(CancellationToken cancellationToken) =>
        groups ??= [
            .. (await SameUnitAsync(cancellationToken))
                .Concat(await SameBirthAsync(cancellationToken))
                .Concat(await SameNumberAsync(cancellationToken))
                .DistinctBy(g => string.Join(' ', g.People.Order()))
                .OrderBy(g => g.Name, StringComparer.Ordinal)
                .ThenBy(g => g.People[0]),
        ];

    private async Task<List<Group>> SameUnitAsync(CancellationToken cancellationToken)
    {
        var posts =
            from h in db.Honorees.AsNoTracking()
            join e in db.Employments on h.Id equals e.HonoreeId
            where e.To == null && e.UnitId != null && (units == null || EF.Parameter(units).Contains(e.UnitId))
            select new
            {
                h.Name,
                e.UnitId,
                h.Id,
            };
        var names = await posts
            .GroupBy(p => new { p.Name, p.UnitId })
            .Where(g => g.Select(p => p.Id).Distinct().Count() > 1)
            .Select(g => g.Key.Name)
            .Take(MostNames)
            .ToListAsync(cancellationToken);
        var rows = await (
            from p in posts.Where(p => EF.Parameter(names).Contains(p.Name))
            join u in db.Units on p.UnitId equals u.Id
            select new
            {
                p.Name,
                p.UnitId,
                Unit = u.Name,
                p.Id,
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(r => (r.Name, r.UnitId, r.Unit))
                .Select(g => new Group(g.Key.Name, [.. g.Select(r => r.Id).Distinct().Order()], QualityTexts.SameUnit.With(g.Key.Unit)))
                .Where(g => g.People.Count > 1),
        ];
    }

    private async Task<List<Group>> SameBirthAsync(CancellationToken cancellationToken)
    {
        var born =
            from f in db.PersonnelFiles.AsNoTracking()
            join h in db.Honorees on f.HonoreeId equals h.Id
            where f.Born != null
            where units == null || db.Employments.Any(e => e.HonoreeId == h.Id && e.To == null && EF.Parameter(units).Contains(e.UnitId))
            select new
            {
                h.Name,
                f.Born,
                h.Id,
            };
        var same = born.GroupBy(p => new { p.Name, p.Born }).Where(g => g.Count() > 1).Select(g => g.Key).Take(MostNames);
        var rows = await born.Join(same, p => new { p.Name, p.Born }, s => new { s.Name, s.Born }, (p, s) => p)
            .ToListAsync(cancellationToken);

        // A year alone is shared by half a class of graduates.
        return
        [
            .. rows.Where(r => r.Born!.Value.Month is not null)
                .GroupBy(r => (r.Name, r.Born))
                .Select(g => new Group(g.Key.Name, [.. g.Select(r => r.Id).Order()], QualityTexts.SameBirth)),
        ];
    }

    /// <summary>A number stands once in the registry; the same one with noughts before it, or in other letters, may stand there again.</summary>
    private async Task<List<Group>> SameNumberAsync(CancellationToken cancellationToken)
    {
        var viewer = db.Viewer;
        var numbered = db
            .Honorees.AsNoTracking()
            .Where(h =>
                h.EmployeeNumber != null
                && (
                    h.NumberVisibility <= viewer.Sees
                    || h.Employments.Any(e => e.To == null && EF.Parameter(viewer.Units).Contains(e.UnitId))
                )
            );
        if (units is not null)
        {
            numbered = numbered.Where(h => h.Employments.Any(e => e.To == null && EF.Parameter(units).Contains(e.UnitId)));
        }

        var rows = await numbered
            .Select(h => new
            {
                h.Id,
                h.Name,
                Number = h.EmployeeNumber!,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(r => r.Number.Trim().ToUpper(CultureInfo.InvariantCulture).TrimStart('0'), StringComparer.Ordinal)
                .Where(g => g.Key.Length > 0 && g.Count() > 1)
                .Select(g => new Group(g.First().Name, [.. g.Select(r => r.Id).Order()], QualityTexts.SameNumber)),
        ];
    }

    private sealed record Group(string Name, List<Guid> People, string Why);
}
