using System.Collections.Immutable;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>A person as whoever keeps the facts sees them.</summary>
public sealed record KeptPerson(Guid Id, string Name, HonoreeVisibility Visibility, ImmutableArray<KeptConferral> Conferrals);

/// <summary>A conferral of that person.</summary>
public sealed record KeptConferral(Guid Id, Guid AwardId, string Award, int? Year, Visibility Visibility);

/// <summary>Reads a person for those who keep the person's facts.</summary>
public sealed class PersonKeepingQuery(ReadingDatabase database, Scope scope)
{
    /// <returns>Null when there is no such person, or the user's right does not reach the person's unit.</returns>
    public async Task<KeptPerson?> RunAsync(Guid id, Right right, CancellationToken cancellationToken)
    {
        if (!await scope.CoversPersonAsync(right, id, cancellationToken))
        {
            return null;
        }

        var db = database.Open();
        await using (db)
        {
            var person = await db
                .Honorees.AsNoTracking()
                .Where(h => h.Id == id)
                .Select(h => new
                {
                    h.Name,
                    h.Visibility,
                    h.NumberVisibility,
                    h.StatusVisibility,
                })
                .FirstOrDefaultAsync(cancellationToken);
            if (person is null)
            {
                return null;
            }

            var past = await db
                .Employments.Where(e => e.HonoreeId == id && e.To != null)
                .Select(e => (Visibility?)e.Visibility)
                .FirstOrDefaultAsync(cancellationToken);
            List<KeptConferral> conferrals = await db
                .Conferrals.Shown()
                .Where(c => c.Recipients.Any(r => r.HonoreeId == id))
                .OrderByDescending(c => c.Year)
                .ThenBy(c => c.Level)
                .ThenBy(c => c.Id)
                .Select(c => new KeptConferral(
                    c.Id,
                    c.AwardId,
                    db.Awards.Where(a => a.Id == c.AwardId).Select(a => a.Name).First(),
                    c.Year,
                    c.Visibility
                ))
                .ToListAsync(cancellationToken);
            var visibility = new HonoreeVisibility(
                person.Visibility,
                person.NumberVisibility,
                person.StatusVisibility,
                past ?? HonoreeVisibility.Default.PastEmployments
            );
            return new KeptPerson(id, person.Name, visibility, [.. conferrals]);
        }
    }
}
