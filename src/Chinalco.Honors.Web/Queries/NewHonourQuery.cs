using System.Collections.Immutable;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>An award of the catalogue to choose.</summary>
public sealed record AwardChoice(Guid Id, string Name, AwardLevel Level, string? ConferringBody, bool IsGeneric);

/// <summary>Somebody to honour as well.</summary>
/// <param name="Place">Where a person works; null when nobody knows, and for units.</param>
public sealed record RecipientChoice(Guid Id, bool IsPerson, string Name, string? Place);

/// <summary>An honour that stands already and may be the one that somebody is about to enter.</summary>
/// <param name="IsSame">It cannot be told from the new one; else it was conferred to others as well.</param>
public sealed record StandingHonour(Guid Id, int? Year, string? Edition, string? Document, bool IsSame);

/// <summary>Reads what somebody needs who enters an honour by hand.</summary>
public sealed class NewHonourQuery(ReadingDatabase database, Scope scope)
{
    private const int MostRecipients = 20;

    private const int MostAwards = 20;

    /// <summary>Awards that have the words in one of their names, the best match first.</summary>
    public async Task<ImmutableArray<AwardChoice>> AwardsAsync(string? text, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var ids = await TermChoice.IdsAsync(db, SearchKind.Award, text, cancellationToken);
            var found = await db
                .Awards.AsNoTracking()
                .Where(a => EF.Parameter(ids).Contains(a.Id))
                .Select(a => new AwardChoice(a.Id, a.Name, a.Level, a.ConferringBody, a.IsGeneric))
                .ToListAsync(cancellationToken);
            return
            [
                .. found
                    .OrderBy(a => string.Equals(a.Name, text?.Trim(), StringComparison.Ordinal) ? 0 : 1)
                    .ThenBy(a => a.Level)
                    .ThenBy(a => a.Name.Length)
                    .ThenBy(a => a.Id)
                    .Take(MostAwards),
            ];
        }
    }

    public async Task<AwardChoice?> AwardAsync(Guid? id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            return id is null
                ? null
                : await db
                    .Awards.AsNoTracking()
                    .Where(a => a.Id == id)
                    .Select(a => new AwardChoice(a.Id, a.Name, a.Level, a.ConferringBody, a.IsGeneric))
                    .FirstOrDefaultAsync(cancellationToken);
        }
    }

    /// <summary>People, teams and units of the user's that have the words in one of their names; people with where they work.</summary>
    public async Task<ImmutableArray<RecipientChoice>> RecipientsAsync(string? text, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var found = new List<RecipientChoice>();
            var people = await TermChoice.IdsAsync(db, SearchKind.Person, text, cancellationToken);
            foreach (
                var person in (await PersonHints.LoadAsync(db, people, cancellationToken)).OrderBy(p => p.Name.Length).ThenBy(p => p.Id)
            )
            {
                if (found.Count < MostRecipients && await scope.CoversPersonAsync(Right.KeepHonours, person.Id, cancellationToken))
                {
                    found.Add(new RecipientChoice(person.Id, IsPerson: true, person.Name, person.Unit));
                }
            }

            var units = await TermChoice.IdsAsync(db, SearchKind.Unit, text, cancellationToken);
            var named = await db
                .Units.Where(u => EF.Parameter(units).Contains(u.Id))
                .OrderBy(u => u.Name.Length)
                .ThenBy(u => u.Id)
                .Take(MostRecipients)
                .Select(u => new RecipientChoice(u.Id, false, u.Name, null))
                .ToListAsync(cancellationToken);
            foreach (var unit in named)
            {
                if (await scope.CoversUnitAsync(Right.KeepHonours, unit.Id, cancellationToken))
                {
                    found.Add(unit);
                }
            }

            return [.. found];
        }
    }

    /// <summary>The award's conferrals to the subject that hold or held, whatever their year.</summary>
    public async Task<ImmutableArray<StandingHonour>> StandingAsync(
        HonourSubject subject,
        Guid awardId,
        int? year,
        string? edition,
        CancellationToken cancellationToken
    )
    {
        var db = database.Open();
        await using (db)
        {
            var rows = await HonourKeepingQuery
                .Of(db.Conferrals.AsNoTracking().Shown(), subject)
                .Where(c => c.AwardId == awardId)
                .OrderBy(c => c.Year)
                .ThenBy(c => c.Id)
                .Select(c => new
                {
                    c.Id,
                    c.Year,
                    c.Edition,
                    Document = db.Documents.Where(d => d.Id == c.DocumentId).Select(d => d.Number ?? d.Title).FirstOrDefault(),
                    Recipients = c.Recipients.Count,
                })
                .ToListAsync(cancellationToken);
            return
            [
                .. rows.Where(c =>
                        year is null || ((c.Year ?? year) == year && (c.Edition is null || edition is null || c.Edition == edition))
                    )
                    .Select(c => new StandingHonour(c.Id, c.Year, c.Edition, c.Document, c.Recipients == 1)),
            ];
        }
    }
}
