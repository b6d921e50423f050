using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>Honours of one year.</summary>
public sealed record YearCount(int Year, int Honours);

/// <param name="HasMore">There is another page.</param>
public sealed record UnitHonourRows(ImmutableArray<ConferralRow> Rows, bool HasMore);

/// <summary>
/// Reads the honours of a unit and those whose honours count for it. A handful of units are asked for by their recipients; a large part of the
/// tree is read along the index of years, and stops when the page is full.
/// </summary>
internal static class UnitHonours
{
    public const int PageSize = 40;

    /// <summary>Up to so many units are asked for by their recipients.</summary>
    private const int Few = 200;

    /// <param name="units">Whose honours count for the unit; null for everybody's.</param>
    /// <param name="people">Those of people, or else those of teams and units.</param>
    /// <param name="unit">The unit itself, whose own honours stand elsewhere.</param>
    /// <param name="page">From 1.</param>
    public static async Task<UnitHonourRows> PageAsync(
        HonorsContext db,
        IReadOnlyCollection<Guid>? units,
        bool people,
        Guid unit,
        int page,
        CancellationToken cancellationToken
    )
    {
        var of = units?.Select(id => (Guid?)id).ToList();
        var shown = db.Conferrals.AsNoTracking().Shown();
        if (of is { Count: <= Few })
        {
            var received = db
                .Recipients.Where(r => EF.Parameter(of).Contains(r.UnitId))
                .Where(r => people ? r.Kind == RecipientKind.Person : r.Kind != RecipientKind.Person && r.UnitId != unit)
                .Select(r => r.ConferralId);
            shown = shown.Where(c => received.Contains(c.Id));
        }
        else
        {
            shown = shown.Where(c =>
                c.Recipients.Any(r =>
                    (people ? r.Kind == RecipientKind.Person : r.Kind != RecipientKind.Person && r.UnitId != unit)
                    && (of == null || EF.Parameter(of).Contains(r.UnitId))
                )
            );
        }

        var ids = await shown
            .OrderByDescending(c => c.Year)
            .ThenBy(c => c.Level)
            .ThenBy(c => c.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize + 1)
            .Select(c => c.Id)
            .ToListAsync(cancellationToken);
        var wanted = ids.Take(PageSize).ToList();
        var rows = await ConferralRows.LoadAsync(
            db,
            db.Conferrals.AsNoTracking()
                .Where(c => EF.Parameter(wanted).Contains(c.Id))
                .OrderByDescending(c => c.Year)
                .ThenBy(c => c.Level)
                .ThenBy(c => c.Id),
            cancellationToken
        );
        return new(rows, ids.Count > PageSize);
    }

    /// <summary>How many honours count in each year, from the first on, years without any included.</summary>
    public static ImmutableArray<YearCount> Trend(IReadOnlyDictionary<int, int> years) =>
        years.Count == 0
            ? []
            :
            [
                .. Enumerable
                    .Range(years.Keys.Min(), years.Keys.Max() - years.Keys.Min() + 1)
                    .Select(year => new YearCount(year, years.GetValueOrDefault(year))),
            ];
}
