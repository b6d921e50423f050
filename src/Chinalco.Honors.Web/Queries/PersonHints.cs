using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>Reads as much of several people as tells them apart.</summary>
internal static class PersonHints
{
    /// <summary>Those of them whom the viewer may see, in no particular order: two queries whatever their number.</summary>
    public static async Task<ImmutableArray<PersonHint>> LoadAsync(
        HonorsContext db,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var names = await db
            .Honorees.AsNoTracking()
            .Where(h => EF.Parameter(ids).Contains(h.Id))
            .Select(h => new { h.Id, h.Name })
            .ToListAsync(cancellationToken);
        var posts = (
            await db
                .Employments.AsNoTracking()
                .Where(e => EF.Parameter(ids).Contains(e.HonoreeId))
                .Select(e => new
                {
                    e.HonoreeId,
                    e.Id,
                    e.UnitText,
                    e.Position,
                    e.From,
                    e.To,
                })
                .ToListAsync(cancellationToken)
        ).GroupBy(e => e.HonoreeId).ToDictionary(g => g.Key, g => g.OrderByDescending(e => e.To is null).ThenByDescending(e => e.From).ThenByDescending(e => e.Id).First());
        return
        [
            .. names.Select(h =>
                posts.TryGetValue(h.Id, out var post)
                    ? new PersonHint(h.Id, h.Name, post.UnitText, post.Position)
                    : new PersonHint(h.Id, h.Name, Unit: null, Position: null)
            ),
        ];
    }
}
