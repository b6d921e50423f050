using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>What people are looked for by. Everything given must hold.</summary>
/// <param name="Text">Words of a name, a unit or an award, separated by blanks; each must be found literally.</param>
/// <param name="Unit">A unit's id (with everything below it), or words of its name.</param>
/// <param name="Award">An award's id, or words of its name.</param>
/// <param name="Level">Holders of an honour of this level.</param>
/// <param name="Year">Holders of an honour of this year.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">People a page.</param>
public sealed record PeopleFilter(
    string? Text = null,
    string? Unit = null,
    string? Award = null,
    AwardLevel? Level = null,
    int? Year = null,
    int Page = 1,
    int PageSize = 20
)
{
    /// <summary>Longest search text in UTF-16 units; pages cut what is longer and say so.</summary>
    public const int LongestText = 100;

    /// <summary>Most words that are looked for.</summary>
    internal const int MostWords = 5;

    internal bool AsksForHonours => Award is not null || Level is not null || Year is not null;
}

/// <summary>A person in a list.</summary>
/// <param name="Unit">The unit of the present employment, as the roster or print gives it.</param>
/// <param name="TopLevel">The highest level among the honours that count.</param>
/// <param name="ConferralCount">Honours that count.</param>
public sealed record PersonRow(
    Guid Id,
    string Name,
    bool IsSample,
    string? Unit,
    Guid? UnitId,
    string? Position,
    AwardLevel? TopLevel,
    int ConferralCount
);

/// <summary>One page of people.</summary>
/// <param name="Total">People on all pages.</param>
public sealed record PeoplePage(ImmutableArray<PersonRow> Items, int Total, int Page, int PageSize)
{
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
}

/// <summary>Finds people by name, unit, award, level and year, in the order of pinyin; who bears exactly the name asked for comes first, namesakes with honours before those without.</summary>
public sealed class PeopleQuery(ReadingDatabase database)
{
    /// <remarks>Without a search text only people with honours are listed: the roster alone is no honours list.</remarks>
    public async Task<PeoplePage> RunAsync(PeopleFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var db = database.Open();
        await using (db)
        {
            var people = await MatchingAsync(db, filter, cancellationToken);
            var total = await people.CountAsync(cancellationToken);
            var page = Math.Max(1, filter.Page);
            var skip = Math.Min((long)(page - 1) * filter.PageSize, int.MaxValue);
            var found =
                skip >= total
                    ? []
                    : await InOrder(db, people, filter.Text?.Trim() ?? "")
                        .Skip((int)skip)
                        .Take(filter.PageSize)
                        .Select(h => new Found(h.Id, h.Name, h.IsSample))
                        .ToListAsync(cancellationToken);
            return new PeoplePage(await RowsAsync(db, found, cancellationToken), total, page, filter.PageSize);
        }
    }

    private static async Task<IQueryable<Honoree>> MatchingAsync(HonorsContext db, PeopleFilter filter, CancellationToken cancellationToken)
    {
        var people = db.Honorees.AsNoTracking();
        var words = (filter.Text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(PeopleFilter.MostWords).ToList();
        var tree = words.Count > 0 || filter.Unit is not null ? await UnitTree.LoadAsync(db, cancellationToken) : null;
        foreach (var word in words)
        {
            var units = await UnitsAsync(db, tree!, word, cancellationToken);
            people = people.Where(h =>
                h.Name.Contains(word)
                || db.Employments.Any(e => e.HonoreeId == h.Id && (e.UnitText.Contains(word) || EF.Parameter(units).Contains(e.UnitId)))
                || db.Recipients.Any(r =>
                    r.HonoreeId == h.Id
                    && db.Conferrals.Counting()
                        .Any(c =>
                            c.Id == r.ConferralId
                            && (
                                c.AwardAsPrinted.Contains(word)
                                || db.Awards.Any(a =>
                                    a.Id == c.AwardId && (a.Name.Contains(word) || a.Aliases.Any(n => n.Name.Contains(word)))
                                )
                            )
                        )
                )
            );
        }

        if (filter.Unit is { } unit)
        {
            var units = await UnitsAsync(db, tree!, unit, cancellationToken);
            people = people.Where(h =>
                db.Employments.Any(e => e.HonoreeId == h.Id && (e.UnitText.Contains(unit) || EF.Parameter(units).Contains(e.UnitId)))
            );
        }

        return words.Count > 0 && !filter.AsksForHonours ? people : HoldersOf(db, people, filter);
    }

    private static IQueryable<Honoree> HoldersOf(HonorsContext db, IQueryable<Honoree> people, PeopleFilter filter)
    {
        var conferrals = db.Conferrals.Counting();
        if (filter.Level is { } level)
        {
            conferrals = conferrals.Where(c => c.Level == level);
        }

        if (filter.Year is { } year)
        {
            conferrals = conferrals.Where(c => c.Year == year);
        }

        if (filter.Award is { } award)
        {
            conferrals = Guid.TryParse(award, out var id)
                ? conferrals.Where(c => c.AwardId == id)
                : conferrals.Where(c =>
                    c.AwardAsPrinted.Contains(award)
                    || db.Awards.Any(a => a.Id == c.AwardId && (a.Name.Contains(award) || a.Aliases.Any(n => n.Name.Contains(award))))
                );
        }

        return people.Where(h => db.Recipients.Any(r => r.HonoreeId == h.Id && conferrals.Any(c => c.Id == r.ConferralId)));
    }

    private static async Task<List<Guid?>> UnitsAsync(
        HonorsContext db,
        UnitTree tree,
        string idOrWords,
        CancellationToken cancellationToken
    )
    {
        var named = Guid.TryParse(idOrWords, out var id)
            ? [id]
            : await db.UnitNames.Where(n => n.Name.Contains(idOrWords)).Select(n => n.UnitId).Distinct().ToListAsync(cancellationToken);
        return [.. tree.Subtree(named).Select(unit => (Guid?)unit)];
    }

    private static IQueryable<Honoree> InOrder(HonorsContext db, IQueryable<Honoree> people, string text) =>
        people
            .OrderByDescending(h => h.Name == text)
            .ThenBy(h => EF.Property<byte[]>(h, HonorsContext.NameSortKey))
            .ThenByDescending(h => db.Recipients.Any(r => r.HonoreeId == h.Id))
            .ThenBy(h => h.Id);

    /// <summary>Adds to the people of one page what a list shows besides the name: two queries, whatever the page's length.</summary>
    internal static async Task<ImmutableArray<PersonRow>> RowsAsync(
        HonorsContext db,
        IReadOnlyList<Found> found,
        CancellationToken cancellationToken
    )
    {
        var ids = found.Select(f => f.Id).ToList();
        var employments = (
            await db
                .Employments.AsNoTracking()
                .Where(e => ids.Contains(e.HonoreeId))
                .OrderByDescending(e => e.To == null)
                .ThenByDescending(e => e.From)
                .ThenByDescending(e => e.Id)
                .Select(e => new
                {
                    e.HonoreeId,
                    e.UnitText,
                    e.UnitId,
                    e.Position,
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(e => e.HonoreeId);
        var honours = await db
            .Recipients.AsNoTracking()
            .Where(r => r.HonoreeId != null && ids.Contains(r.HonoreeId.Value))
            .Join(db.Conferrals.Counting(), r => r.ConferralId, c => c.Id, (r, c) => new { r.HonoreeId, c.Level })
            .GroupBy(x => x.HonoreeId!.Value)
            .Select(g => new
            {
                Id = g.Key,
                Top = g.Min(x => x.Level),
                Count = g.Count(),
            })
            .ToDictionaryAsync(x => x.Id, cancellationToken);
        return
        [
            .. found.Select(f =>
            {
                var current = employments[f.Id].FirstOrDefault();
                var held = honours.GetValueOrDefault(f.Id);
                return new PersonRow(
                    f.Id,
                    f.Name,
                    f.IsSample,
                    current?.UnitText,
                    current?.UnitId,
                    current?.Position,
                    held?.Top,
                    held?.Count ?? 0
                );
            }),
        ];
    }

    /// <summary>A person of the page, before the rest is added.</summary>
    internal sealed record Found(Guid Id, string Name, bool IsSample);
}
