using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Components;
using Chinalco.Honors.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Exports;

/// <summary>How the certificate of one who received an honour stands.</summary>
/// <param name="Replaced">The number of the lost one in whose place it was issued.</param>
public sealed record CertificateLine(string Number, CertificateStep Last, string? Replaced)
{
    /// <summary>In Chinese: in force, lost, or issued in the place of a lost one.</summary>
    public string State =>
        Last switch
        {
            CertificateStep.Lost => ExportTexts.CertificateLost,
            CertificateStep.Reissued when Replaced is { } before => ExportTexts.CertificateReissuedFor.With(before),
            CertificateStep.Reissued => ExportTexts.CertificateReissued,
            _ => ExportTexts.CertificateHeld,
        };
}

/// <summary>Reads certificates, for those who may see them: whoever keeps the honour, auditors, and the bearer.</summary>
public sealed class CertificateNumbers(CurrentUser current, Scope scope)
{
    /// <summary>The certificates of people's honours, by conferral and person.</summary>
    /// <param name="db">Sees what the viewer sees.</param>
    public async Task<Dictionary<(Guid Conferral, Guid Person), CertificateLine>> LoadAsync(
        HonorsContext db,
        IReadOnlyCollection<Guid> conferrals,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        if (current.User is not { } user || conferrals.Count == 0)
        {
            return [];
        }

        var steps = await db
            .Certificates.AsNoTracking()
            .Where(c => EF.Parameter(conferrals).Contains(c.ConferralId))
            .Join(
                db.Recipients.Where(r => r.HonoreeId != null),
                c => c.RecipientId,
                r => r.Id,
                (c, r) =>
                    new
                    {
                        c.ConferralId,
                        Person = r.HonoreeId!.Value,
                        c.Order,
                        c.Step,
                        c.Number,
                    }
            )
            .ToListAsync(cancellationToken);
        List<Guid> certified = [.. steps.Select(s => s.ConferralId).Distinct()];
        var kept = user.May(Right.ReadAudit)
            ? [.. certified]
            : await scope.CoveredHonoursAsync(Right.KeepHonours, certified, cancellationToken);
        return steps
            .Where(s => kept.Contains(s.ConferralId) || s.Person == user.HonoreeId)
            .GroupBy(s => (s.ConferralId, s.Person))
            .ToDictionary(
                g => g.Key,
                g =>
                {
                    var last = g.MaxBy(s => s.Order)!;
                    var before = g.Where(s => s.Order < last.Order).MaxBy(s => s.Order);
                    return new CertificateLine(last.Number, last.Step, last.Step == CertificateStep.Reissued ? before?.Number : null);
                }
            );
    }
}
