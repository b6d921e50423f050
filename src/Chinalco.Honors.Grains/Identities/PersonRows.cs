using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Honorees;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Grains.Awards;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Identities;

/// <summary>Everything that the registry holds of one person, tracked by the context it was read with.</summary>
public sealed record PersonRows(
    Honoree Person,
    PersonnelFile? File,
    IReadOnlyList<Conferral> Conferrals,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Mention> Mentions,
    IReadOnlyList<Account> Accounts,
    IReadOnlyList<EmployeeRequest> Requests,
    IReadOnlyList<Nomination> Nominations
)
{
    public Guid Id => Person.Id;

    public PersonnelFacts Facts => File?.Facts ?? PersonnelFacts.Nothing;

    /// <returns>Null when there is no such person, or the entry was merged already.</returns>
    public static async Task<PersonRows?> LoadAsync(HonorsContext db, Guid id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var person = await db
            .Honorees.Include(h => h.Employments)
            .Include(h => h.Aliases)
            .AsSplitQuery()
            .FirstOrDefaultAsync(h => h.Id == id, cancellationToken);
        return person is null
            ? null
            : new PersonRows(
                person,
                await db.PersonnelFiles.FirstOrDefaultAsync(f => f.HonoreeId == id, cancellationToken),
                await AwardHandler
                    .WithParts(db)
                    .Where(c => c.Recipients.Any(r => r.HonoreeId == id))
                    .OrderBy(c => c.EnteredAt)
                    .ThenBy(c => c.Id)
                    .ToListAsync(cancellationToken),
                await db.Findings.Where(f => f.HonoreeId == id).OrderBy(f => f.Id).ToListAsync(cancellationToken),
                await db.Mentions.Where(m => m.HonoreeId == id).OrderBy(m => m.Id).ToListAsync(cancellationToken),
                await db.Accounts.Where(a => a.HonoreeId == id).OrderBy(a => a.Id).ToListAsync(cancellationToken),
                await db.Requests.Where(r => r.HonoreeId == id).OrderBy(r => r.Id).ToListAsync(cancellationToken),
                await db.Nominations.Where(n => n.HonoreeId == id).OrderBy(n => n.Id).ToListAsync(cancellationToken)
            );
    }
}
