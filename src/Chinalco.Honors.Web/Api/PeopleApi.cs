using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Api;

/// <summary>People and their honours.</summary>
internal static class PeopleApi
{
    public static RouteGroupBuilder MapPeopleApi(this RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).WithSummary("按姓名、单位、荣誉或年份查找人物");
        group.MapGet("/{id:guid}", GetAsync).WithSummary("一个人物及其荣誉与佐证");
        return group;
    }

    private static async Task<Ok<Page<PersonListItem>>> ListAsync(
        PeopleQuery people,
        string? q,
        string? unit,
        string? award,
        int? year,
        CancellationToken cancellationToken,
        int page = 1
    )
    {
        var found = await people.RunAsync(new PeopleFilter(q, unit, award, Level: null, year, page), cancellationToken);
        List<PersonListItem> items =
        [
            .. found.Items.Select(p => new PersonListItem(p.Id, p.Name, p.Unit, p.Position, p.TopLevel?.ToChinese(), p.ConferralCount)),
        ];
        return TypedResults.Ok(new Page<PersonListItem>(items, found.Total, found.Page, found.PageSize));
    }

    private static async Task<Results<Ok<PersonItem>, ProblemHttpResult>> GetAsync(
        ReadingDatabase database,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var db = database.Open();
        await using (db)
        {
            var person = await PersonQuery.FactsAsync(db, id, cancellationToken);
            if (person is null)
            {
                return Problems.NotFound("没有这个人物，请用姓名重新查找。");
            }

            var unitIds = person.Employments.Select(e => e.UnitId).ToList();
            var units = await db
                .Units.Where(u => unitIds.Contains(u.Id))
                .Select(u => new NamedRef(u.Id, u.Name))
                .ToDictionaryAsync(u => u.Id, cancellationToken);
            var conferrals = await ConferralItems.ReadAsync(
                db,
                db.Conferrals.Where(c => c.Status != ConferralStatus.Deprecated && c.Recipients.Any(r => r.HonoreeId == id))
                    .OrderByDescending(c => c.Year)
                    .ThenBy(c => c.Level)
                    .ThenBy(c => c.Id)
            );
            return TypedResults.Ok(
                new PersonItem(
                    id,
                    person.Name,
                    person.Current is null ? null : UnitOf(person.Current),
                    person.Current?.Position,
                    person.Status?.ToChinese(),
                    person.IsSample,
                    [
                        .. person
                            .Employments.OrderBy(e => e.From)
                            .Select(e => new EmploymentItem(UnitOf(e), e.Unit, e.Position, e.From?.ToString(), e.To?.ToString())),
                    ],
                    conferrals
                )
            );

            NamedRef? UnitOf(EmploymentLine employment) => employment.UnitId is { } unit ? units.GetValueOrDefault(unit) : null;
        }
    }

    /// <param name="TopLevel">The highest level held, such as 国家级.</param>
    internal sealed record PersonListItem(Guid Id, string Name, string? Unit, string? Position, string? TopLevel, int ConferralCount);

    /// <param name="Status">Absent when the caller may not see it.</param>
    internal sealed record PersonItem(
        Guid Id,
        string Name,
        NamedRef? Unit,
        string? Position,
        string? Status,
        bool Sample,
        IReadOnlyList<EmploymentItem> Employments,
        IReadOnlyList<ConferralItem> Conferrals
    );

    /// <param name="UnitText">The unit as the roster or print gives it.</param>
    internal sealed record EmploymentItem(NamedRef? Unit, string UnitText, string? Position, string? From, string? To);
}
