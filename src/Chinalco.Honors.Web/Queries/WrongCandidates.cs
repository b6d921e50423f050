using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Findings;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <summary>What a correction may be about: a conferral that stands, or a finding that still waits.</summary>
/// <param name="Fits">Whether recipient and award are those that the correction calls wrong.</param>
public sealed record WrongCandidate(
    Guid? ConferralId,
    Guid? FindingId,
    string Recipient,
    string? Unit,
    string Award,
    AwardLevel? Level,
    int? Year,
    string? Document,
    bool Fits
);

/// <summary>Looks for the report that a correction is about: the same recipient first of all, then the award, then the year.</summary>
internal static class WrongCandidates
{
    private const int Most = 8;

    public static async Task<ImmutableArray<WrongCandidate>> OfAsync(
        HonorsContext db,
        Finding correction,
        CancellationToken cancellationToken
    )
    {
        if (correction is not { WrongRecipient: { } wrong, WrongAward: { } award })
        {
            return [];
        }

        var name = NameOf(wrong);
        var conferrals = await db
            .Conferrals.Counting()
            .Where(c => c.Recipients.Any(r => r.NameAsPrinted == name))
            .Select(c => new
            {
                c.Id,
                Award = db.Awards.Where(a => a.Id == c.AwardId).Select(a => a.Name).First(),
                c.AwardAsPrinted,
                c.Level,
                c.Year,
                Document = db.Documents.Where(d => d.Id == c.DocumentId).Select(d => d.Number ?? d.Title).FirstOrDefault(),
                Unit = c.Recipients.Where(r => r.NameAsPrinted == name).Select(r => r.UnitAsPrinted).FirstOrDefault(),
            })
            .OrderByDescending(c => c.Award == award || c.AwardAsPrinted == award)
            .ThenByDescending(c => c.Year == correction.Year)
            .ThenByDescending(c => c.Year)
            .Take(Most)
            .ToListAsync(cancellationToken);
        var waiting = await db
            .Findings.AsNoTracking()
            .Where(f => f.State == FindingState.Waiting && f.Kind == FindingKind.Conferral && f.Id != correction.Id)
            .Where(f => f.RecipientName == name && f.AwardName == award)
            .OrderBy(f => f.Id)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return
        [
            .. conferrals.Select(c => new WrongCandidate(
                c.Id,
                FindingId: null,
                name,
                c.Unit,
                c.Award,
                c.Level,
                c.Year,
                c.Document,
                (c.Award == award || c.AwardAsPrinted == award) && Agree(c.Year, correction.Year)
            )),
            .. waiting.Select(f => new WrongCandidate(
                ConferralId: null,
                f.Id,
                name,
                f.UnitName ?? f.UnitText,
                f.AwardName,
                f.Level,
                f.Year,
                Document: null,
                Agree(f.Year, correction.Year)
            )),
        ];
    }

    /// <summary>A correction may print the unit behind the name, in parentheses.</summary>
    private static string NameOf(string printed)
    {
        var end = printed.IndexOf('（', StringComparison.Ordinal);
        return end > 0 ? printed[..end] : printed;
    }

    private static bool Agree(int? left, int? right) => left is null || right is null || left == right;
}
