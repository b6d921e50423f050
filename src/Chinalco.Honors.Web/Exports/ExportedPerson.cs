using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Exports;

/// <summary>What a file about a person says: exactly what the viewer's page shows.</summary>
/// <param name="Facts">Name, status as far as it may be seen, employments.</param>
/// <param name="Own">Honours that the person received alone.</param>
/// <param name="Shared">Honours received in one act with others.</param>
/// <param name="Teams">Honours of the person's teams.</param>
/// <param name="Dates">The days of the documents that conferred them.</param>
/// <param name="Certificates">The person's certificates that the viewer may see, by conferral.</param>
internal sealed record ExportedPerson(
    Guid Id,
    PersonFacts Facts,
    ImmutableArray<HonourLine> Own,
    ImmutableArray<HonourLine> Shared,
    ImmutableArray<HonourLine> Teams,
    ImmutableDictionary<Guid, DateOnly> Dates,
    ImmutableDictionary<Guid, CertificateLine> Certificates
)
{
    /// <summary>The person's honours, those of teams not among them.</summary>
    public int Count => Own.Length + Shared.Length;

    /// <summary>Those that were not revoked.</summary>
    public int Counting => Own.Concat(Shared).Count(h => h.Counts);

    /// <summary>The same with those honours alone that somebody asked for.</summary>
    /// <param name="wish">A word of <see cref="ExportedStatus"/>.</param>
    public ExportedPerson Only(string wish) =>
        this with
        {
            Own = [.. Own.Where(h => ExportedStatus.Lets(wish, h.Status))],
            Shared = [.. Shared.Where(h => ExportedStatus.Lets(wish, h.Status))],
            Teams = [.. Teams.Where(h => ExportedStatus.Lets(wish, h.Status))],
        };

    public CertificateLine? CertificateOf(HonourLine honour) => Certificates.GetValueOrDefault(honour.ConferralId);

    public DateOnly? DateOf(HonourLine honour) =>
        honour.Document is { } document && Dates.TryGetValue(document.Id, out var date) ? date : null;
}

/// <summary>Who made a file, when, what for, and where that stands in the audit trail.</summary>
/// <param name="Sequence">The number of the audit record in the person's chain.</param>
/// <param name="Hash">The audit record's hash.</param>
/// <param name="Wish">Which honours were asked for: a word of <see cref="ExportedStatus"/>.</param>
internal sealed record ExportStamp(string By, DateTimeOffset At, string Purpose, long Sequence, string Hash, string Wish);

/// <summary>Reads what a file about a person says.</summary>
internal sealed class PersonExportQuery(ReadingDatabase database, CertificateNumbers numbers)
{
    /// <returns>Null when there is no such person, or none for this viewer.</returns>
    public async Task<ExportedPerson?> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            if (await PersonQuery.FactsAsync(db, id, cancellationToken) is not { } facts)
            {
                return null;
            }

            var honours = await HonourLines.LoadAsync(db, db.Recipients.AsNoTracking().Where(r => r.HonoreeId == id), cancellationToken);
            var certificates = await numbers.LoadAsync(db, [.. honours.Select(h => h.ConferralId).Distinct()], cancellationToken);
            var teams = await PersonTiesQuery.TeamHonoursAsync(db, facts.Employments, cancellationToken);
            return new ExportedPerson(
                id,
                facts,
                [.. honours.Where(h => !h.IsShared)],
                [.. honours.Where(h => h.IsShared)],
                teams,
                await DatesAsync(db, [.. honours, .. teams], cancellationToken),
                certificates.Where(c => c.Key.Person == id).ToImmutableDictionary(c => c.Key.Conferral, c => c.Value)
            );
        }
    }

    private static async Task<ImmutableDictionary<Guid, DateOnly>> DatesAsync(
        HonorsContext db,
        IEnumerable<HonourLine> honours,
        CancellationToken cancellationToken
    )
    {
        var ids = honours.Select(h => h.Document?.Id).OfType<Guid>().Distinct().ToList();
        var dates = await db
            .Documents.AsNoTracking()
            .Where(d => EF.Parameter(ids).Contains(d.Id) && d.Date != null)
            .Select(d => new { d.Id, Date = d.Date!.Value })
            .ToListAsync(cancellationToken);
        return dates.ToImmutableDictionary(d => d.Id, d => d.Date);
    }
}
