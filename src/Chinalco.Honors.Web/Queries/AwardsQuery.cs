using System.Collections.Immutable;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Queries;

/// <param name="Conferrals">Conferrals that count.</param>
public sealed record AwardRow(Guid Id, string Name, AwardLevel Level, AwardFamily Family, string? ConferringBody, int Conferrals);

/// <summary>Reads the award catalogue, from the highest level down, most conferred first.</summary>
public sealed class AwardsQuery(ReadingDatabase database)
{
    public async Task<ImmutableArray<AwardRow>> RunAsync(AwardLevel? level, AwardFamily? family, CancellationToken cancellationToken)
    {
        var db = database.Open();
        await using (db)
        {
            var awards = db.Awards.AsNoTracking();
            if (level is { } l)
            {
                awards = awards.Where(a => a.Level == l);
            }

            if (family is { } f)
            {
                awards = awards.Where(a => a.Family == f);
            }

            var counts = await db
                .Conferrals.Counting()
                .GroupBy(c => c.AwardId)
                .Select(g => new { AwardId = g.Key, Count = g.Count() })
                .ToDictionaryAsync(x => x.AwardId, x => x.Count, cancellationToken);
            var rows = await awards
                .OrderBy(a => a.Level)
                .ThenBy(a => a.Code == null)
                .ThenBy(a => a.Code)
                .ThenBy(a => a.Name)
                .Select(a => new
                {
                    a.Id,
                    a.Name,
                    a.Level,
                    a.Family,
                    a.ConferringBody,
                })
                .ToListAsync(cancellationToken);
            return
            [
                .. rows.Select(a => new AwardRow(a.Id, a.Name, a.Level, a.Family, a.ConferringBody, counts.GetValueOrDefault(a.Id)))
                    .OrderBy(a => a.Level)
                    .ThenByDescending(a => a.Conferrals),
            ];
        }
    }
}
