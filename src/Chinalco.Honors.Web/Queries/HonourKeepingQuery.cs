using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>Whose honours are kept: a person, or a team or unit.</summary>
/// <param name="Kind">As what it receives an honour.</param>
/// <param name="Posts">Where a person works and worked, the present first; empty for a unit.</param>
public sealed record HonourSubject(Guid Id, string Name, RecipientKind Kind, ImmutableArray<EmploymentLine> Posts)
{
    public bool IsPerson => Kind == RecipientKind.Person;

    public string Page => IsPerson ? Address.Person(Id) : Address.Unit(Id);

    public string Honours => $"{Page}/honours";
}

/// <summary>One honour in the list of those who keep it; what was entered wrongly stands in it too.</summary>
/// <param name="IsKept">Whether the user may change it.</param>
public sealed record KeptHonourLine(
    Guid Id,
    string Award,
    AwardLevel Level,
    int? Year,
    string? Edition,
    ConferralStatus Status,
    string? StatusReason,
    string? Document,
    bool IsKept
);

/// <summary>One honour as those who keep it see it.</summary>
/// <param name="Conferral">With recipients, evidence, certificates and revocation.</param>
/// <param name="Documents">Those that it names, and that prove or revoke it.</param>
/// <param name="Proofs">As everybody sees them.</param>
public sealed record KeptHonour(
    Conferral Conferral,
    string Award,
    ImmutableDictionary<Guid, DocumentChoice> Documents,
    ImmutableArray<EvidenceLine> Proofs,
    HonourSubject? Subject
)
{
    public DocumentChoice? Document => Conferral.DocumentId is { } id ? Documents.GetValueOrDefault(id) : null;
}

/// <summary>Reads honours for those who keep them.</summary>
public sealed class HonourKeepingQuery(ReadingDatabase database, Scope scope)
{
    /// <returns>Null when there is no such person, or not in the user's units.</returns>
    public async Task<HonourSubject?> PersonAsync(Guid id, CancellationToken cancellationToken)
    {
        return await scope.CoversPersonAsync(Right.KeepHonours, id, cancellationToken) ? await FindAsync(id, cancellationToken) : null;
    }

    /// <summary>The person of a request that the user may decide on: in nobody's units perhaps, and then the group's.</summary>
    /// <returns>Null when the user may not see the person.</returns>
    public Task<HonourSubject?> OfAsync(EmployeeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return FindAsync(request.HonoreeId, cancellationToken);
    }

    private async Task<HonourSubject?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var person = await PersonQuery.FactsAsync(db, id, cancellationToken);
            return person is null ? null : new HonourSubject(id, person.Name, RecipientKind.Person, person.Employments);
        }
    }

    /// <returns>Null when there is no such unit, or it is none of the user's.</returns>
    public async Task<HonourSubject?> UnitAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await scope.CoversUnitAsync(Right.KeepHonours, id, cancellationToken))
        {
            return null;
        }

        var db = database.Open();
        await using (db)
        {
            var unit = await db
                .Units.AsNoTracking()
                .Where(u => u.Id == id)
                .Select(u => new { u.Name, u.Tier })
                .FirstOrDefaultAsync(cancellationToken);
            var kind = unit?.Tier == Domain.Units.UnitTier.Team ? RecipientKind.Team : RecipientKind.Unit;
            return unit is null ? null : new HonourSubject(id, unit.Name, kind, []);
        }
    }

    /// <summary>Everything the subject received, from the last year to the first.</summary>
    public async Task<ImmutableArray<KeptHonourLine>> ListAsync(HonourSubject subject, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var db = database.Open();
        await using (db)
        {
            var rows = await Of(db.Conferrals.AsNoTracking(), subject)
                .OrderBy(c => c.Year == null)
                .ThenByDescending(c => c.Year)
                .ThenBy(c => c.Level)
                .ThenBy(c => c.Id)
                .Select(c => new KeptHonourLine(
                    c.Id,
                    db.Awards.Where(a => a.Id == c.AwardId).Select(a => a.Name).First(),
                    c.Level,
                    c.Year,
                    c.Edition,
                    c.Status,
                    c.StatusReason,
                    db.Documents.Where(d => d.Id == c.DocumentId).Select(d => d.Number ?? d.Title).FirstOrDefault(),
                    false
                ))
                .ToListAsync(cancellationToken);
            var kept = await scope.CoveredHonoursAsync(Right.KeepHonours, [.. rows.Select(r => r.Id)], cancellationToken);
            return [.. rows.Select(r => r with { IsKept = kept.Contains(r.Id) })];
        }
    }

    /// <returns>Null when there is no such honour, or the user may not change it.</returns>
    public async Task<KeptHonour?> OneAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!(await scope.CoveredHonoursAsync(Right.KeepHonours, [id], cancellationToken)).Contains(id))
        {
            return null;
        }

        var db = database.Open();
        await using (db)
        {
            var conferral = await db
                .Conferrals.AsNoTracking()
                .Include(c => c.Recipients)
                .Include(c => c.Evidence)
                .Include(c => c.Certificates)
                .Include(c => c.Revocation)
                .AsSplitQuery()
                .FirstOrDefaultAsync(c => c.Id == id, cancellationToken);
            if (conferral is null)
            {
                return null;
            }

            List<Guid> named =
            [
                .. conferral
                    .Evidence.Select(e => e.DocumentId)
                    .Append(conferral.DocumentId)
                    .Append(conferral.Revocation?.DocumentId)
                    .OfType<Guid>()
                    .Distinct(),
            ];
            var documents = await db
                .Documents.AsNoTracking()
                .Where(d => EF.Parameter(named).Contains(d.Id))
                .Select(d => new DocumentChoice(d.Id, d.Title, d.Number, d.IssuingBody, d.Date))
                .ToListAsync(cancellationToken);
            return new KeptHonour(
                conferral,
                await db.Awards.Where(a => a.Id == conferral.AwardId).Select(a => a.Name).FirstAsync(cancellationToken),
                documents.ToImmutableDictionary(d => d.Id),
                [.. (await HonourLines.EvidenceAsync(db, [id], cancellationToken))[id].Select(e => e.Line)],
                await SubjectAsync(conferral, cancellationToken)
            );
        }
    }

    internal static IQueryable<Conferral> Of(IQueryable<Conferral> conferrals, HonourSubject subject) =>
        subject.IsPerson
            ? conferrals.Where(c => c.Recipients.Any(r => r.HonoreeId == subject.Id))
            : conferrals.Where(c => c.Recipients.Any(r => r.UnitId == subject.Id && r.Kind != RecipientKind.Person));

    /// <summary>The first recipient whose honours the user keeps: where the way back leads.</summary>
    private async Task<HonourSubject?> SubjectAsync(Conferral conferral, CancellationToken cancellationToken)
    {
        foreach (var recipient in conferral.Recipients.OrderBy(r => r.Order))
        {
            var subject =
                recipient.HonoreeId is { } person ? await PersonAsync(person, cancellationToken)
                : recipient.UnitId is { } unit ? await UnitAsync(unit, cancellationToken)
                : null;
            if (subject is not null)
            {
                return subject;
            }
        }

        return null;
    }
}
