using System.Collections.Immutable;
using Chinalco.Honors.Data.Search;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>An award of the catalogue to choose.</summary>
public sealed record AwardChoice(Guid Id, string Name, AwardLevel Level, string? ConferringBody, bool IsGeneric);

/// <summary>An honour that stands already and may be the one that somebody is about to enter.</summary>
/// <param name="IsSame">It cannot be told from the new one; else it was conferred to others as well.</param>
public sealed record StandingHonour(Guid Id, int? Year, string? Edition, string? Document, bool IsSame);

/// <summary>Reads what somebody needs who enters an honour by hand.</summary>
public sealed class NewHonourQuery(ReadingDatabase database)
{
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
