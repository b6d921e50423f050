using System.Globalization;
using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Units;
using Chinalco.Honors.Ingestion.Registering;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Desk;

/// <summary>
/// What a correction teaches: the printed name of an award or a unit becomes an alias, a person told apart once is told apart in the whole
/// article; and what waits for the same reason is read anew.
/// </summary>
public sealed class FindingLearner(IHonorsDatabase database, CommandTransaction transaction, IRegistry registry)
{
    /// <summary>A shorter name is an alias of too much.</summary>
    private const int ShortestAlias = 4;

    /// <summary>How sure a finding is whose doubtful word an editor has explained.</summary>
    private const double Explained = 0.9;

    public async Task LearnAsync(Finding before, FindingClaim after, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(decision);
        if (after.AwardName != before.AwardName && await AwardAliasAsync(before.AwardName, after.AwardName, decision))
        {
            await RereadAsync(
                decision,
                "award",
                f => f.AwardName == before.AwardName,
                claim =>
                    claim with
                    {
                        AwardName = after.AwardName,
                        Level = after.Level,
                        ConferringBody = claim.ConferringBody ?? after.ConferringBody,
                    },
                $"编辑已确认“{before.AwardName}”即“{after.AwardName}”。"
            );
        }

        if (before.UnitText is { } printed && after.UnitName is { } legal && after.UnitName != before.UnitName)
        {
            await UnitAliasAsync(printed, legal, decision);
            await RereadAsync(
                decision,
                "unit",
                f => f.UnitText == printed && f.UnitName == before.UnitName,
                claim => claim with { UnitName = legal },
                $"编辑已确认“{printed}”即“{legal}”。"
            );
        }

        if (after.HonoreeId is { } person && person != before.HonoreeId)
        {
            await RereadAsync(
                decision,
                "person",
                f => f.ArticleId == before.ArticleId && f.RecipientName == before.RecipientName && f.UnitText == before.UnitText,
                claim => claim with { HonoreeId = person },
                $"编辑已在本文中确认“{before.RecipientName}”是哪一位。"
            );
        }
    }

    /// <returns>Whether the printed name now stands for the award.</returns>
    private async Task<bool> AwardAliasAsync(string printed, string name, Decision decision)
    {
        if (printed.Length < ShortestAlias)
        {
            return false;
        }

        var db = database.Open();
        await using (db)
        {
            var award = await db.Awards.Where(a => a.Name == name && !a.IsGeneric).Select(a => (Guid?)a.Id).FirstOrDefaultAsync();
            var taken = await db.Awards.AnyAsync(a => a.Name == printed || a.Aliases.Any(alias => alias.Name == printed));
            return award is { } id
                && !taken
                && (await registry.SendAsync(id, new AddAwardAlias(Stamp(decision, "alias"), printed))).Succeeded;
        }
    }

    private async Task UnitAliasAsync(string printed, string legal, Decision decision)
    {
        var db = database.Open();
        await using (db)
        {
            var unit = await UnitResolver.NamedAsync(db, legal);
            if (unit is { } id && printed.Length >= ShortestAlias && await UnitResolver.NamedAsync(db, printed) is null)
            {
                var name = new UnitNameFact(printed, UnitNameKind.Alias);
                await registry.SendAsync(id, new AddUnitName(Stamp(decision, "unit-alias"), name));
            }
        }
    }

    private Task<CommandOutcome> RereadAsync(
        Decision decision,
        string what,
        System.Linq.Expressions.Expression<Func<Finding, bool>> which,
        Func<FindingClaim, FindingClaim> read,
        string because
    ) =>
        transaction.RunAsync(
            Stamp(decision, "learn-" + what),
            "finding.learn",
            async scope =>
            {
                var waiting = await scope
                    .Db.Findings.Where(f => f.State == FindingState.Waiting && f.Id != decision.FindingId)
                    .Where(which)
                    .ToListAsync();
                foreach (var finding in waiting)
                {
                    var explanation = string.Create(CultureInfo.InvariantCulture, $"{finding.Explanation} {because}");
                    finding.Learn(
                        read(finding.Claim),
                        Math.Max(finding.Score, Explained),
                        CutText.To(explanation, Finding.LongestExplanation)
                    );
                    await scope.AuditAsync(new AuditSubject("finding", finding.Id), "finding.learn", new { finding.Claim });
                }

                return CommandOutcome.Applied(decision.FindingId, version: 0);
            }
        );

    private static CommandStamp Stamp(Decision decision, string step) =>
        new(DerivedId.From(decision.CommandId, step), decision.By, "编辑更正线索时习得");
}
