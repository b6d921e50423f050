using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Awards;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Units;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Awards;

/// <summary>An award as a table of the catalogue shows it.</summary>
/// <param name="Seen">The award that the table was compared with (<see cref="AwardFacts.Digest"/>); null for one that the registry does not have.</param>
/// <param name="Facts">As it shall be.</param>
public sealed record ListedAward(Guid Id, string? Seen, AwardFacts Facts);

/// <summary>Enters and corrects entries of the catalogue inside one command, one or many, with the same records.</summary>
public static class CatalogueEntries
{
    /// <returns>How many awards somebody else changed since they were looked at, or whose name or code somebody took: they are left as they are.</returns>
    public static async Task<int> WriteAsync(CommandScope scope, IReadOnlyList<ListedAward> listed)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(listed);
        var ids = listed.Select(a => a.Id).ToList();
        var known = await scope.Db.Awards.Include(a => a.Aliases).Where(a => EF.Parameter(ids).Contains(a.Id)).ToDictionaryAsync(a => a.Id);
        var all = await scope
            .Db.Awards.Select(a => new
            {
                a.Id,
                a.Code,
                a.Name,
            })
            .ToListAsync();
        var names = all.ToDictionary(a => a.Name, a => a.Id, StringComparer.OrdinalIgnoreCase);
        var codes = all.Where(a => a.Code is not null).ToDictionary(a => a.Code!, a => a.Id, StringComparer.OrdinalIgnoreCase);
        await scope.PrepareChainsAsync(AuditKinds.Award, known.Keys);
        var overtaken = 0;
        foreach (var (id, seen, facts) in listed)
        {
            var award = known.GetValueOrDefault(id);
            var isTaken =
                names.GetValueOrDefault(facts.Name, id) != id || (facts.Code is { } code && codes.GetValueOrDefault(code, id) != id);
            if (award?.Facts.Digest != seen || isTaken)
            {
                overtaken++;
                continue;
            }

            names[facts.Name] = id;
            if (facts.Code is { } given)
            {
                codes[given] = id;
            }

            if (award is null)
            {
                Enter(scope, id, facts);
            }
            else
            {
                await ChangeAsync(scope, award, facts);
            }
        }

        return overtaken;
    }

    /// <summary>Corrects what the catalogue says of one award, with the record of it and the pages that show its name.</summary>
    /// <returns>Whether anything changed.</returns>
    internal static async Task<bool> ChangeAsync(CommandScope scope, Award award, AwardFacts to)
    {
        var before = award.Facts;
        if (!award.Correct(to))
        {
            return false;
        }

        await scope.AuditAsync(Subject(award.Id), "award.describe", new { Before = before, After = award.Facts });
        if (award.Name != before.Name)
        {
            await PagesChangedAsync(scope, award.Id);
        }

        return true;
    }

    private static void Enter(CommandScope scope, Guid id, AwardFacts facts)
    {
        var details = new AwardDetails(facts.TreatmentLevel, facts.Cycle, facts.Summary, facts.Recipients, facts.IsGeneric);
        var award = new Award(id, facts.Code, facts.Name, facts.Level, facts.Family, facts.ConferringBody, details);
        foreach (var alias in facts.Aliases)
        {
            award.AddAlias(alias);
        }

        scope.Db.Awards.Add(award);
        scope.AuditNew(
            Subject(id),
            "award.register",
            new
            {
                facts.Code,
                facts.Name,
                facts.Level,
                facts.Family,
                facts.ConferringBody,
                Details = details,
                facts.Aliases,
            }
        );
    }

    /// <summary>The award's name stands on the pages of all who received it.</summary>
    private static async Task PagesChangedAsync(CommandScope scope, Guid awardId)
    {
        var conferrals = scope.Db.Conferrals.Where(c => c.AwardId == awardId && c.Status != ConferralStatus.Deprecated);
        var recipients = await conferrals.SelectMany(c => c.Recipients).Select(r => new { r.HonoreeId, r.UnitId }).Distinct().ToListAsync();
        var proofs = await conferrals.SelectMany(c => c.Evidence).Select(e => new { e.ArticleId, e.DocumentId }).Distinct().ToListAsync();
        scope.PagesChanged(
            recipients.Select(r => r.HonoreeId).OfType<Guid>(),
            await UnitAncestors.OfAsync(scope.Db, [.. recipients.Select(r => r.UnitId).OfType<Guid>().Distinct()]),
            proofs.Select(p => p.ArticleId).OfType<Guid>(),
            proofs.Select(p => p.DocumentId).OfType<Guid>()
        );
    }

    private static AuditSubject Subject(Guid id) => new(AuditKinds.Award, id);
}
