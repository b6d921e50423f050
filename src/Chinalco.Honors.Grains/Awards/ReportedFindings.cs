using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Awards;

/// <summary>What becomes of findings together with the conferral that they report. Reprints share the fate of the finding they repeat.</summary>
internal static class ReportedFindings
{
    /// <summary>Confirms the finding; those that repeat it prove the conferral as well.</summary>
    /// <returns>Whether a repetition added a proof.</returns>
    public static async Task<bool> ConfirmAsync(CommandScope scope, Guid? findingId, Conferral conferral)
    {
        var finding = findingId is null ? null : await scope.Db.Findings.FirstOrDefaultAsync(f => f.Id == findingId);
        if (finding is null)
        {
            return false;
        }

        finding.Confirm(conferral.Id, scope.Stamp.By, scope.Now);
        var proved = false;
        foreach (var copy in await scope.Db.Findings.Where(f => f.RepeatsId == findingId && f.State == FindingState.Repeats).ToListAsync())
        {
            if (finding.Kind != FindingKind.Revocation)
            {
                var evidence = new EvidenceDraft(
                    copy.ArticleId,
                    copy.Start,
                    copy.End,
                    copy.Quote,
                    DocumentId: null,
                    await PrintedBy.AssertedByAsync(scope.Db, copy.ArticleId),
                    copy.Id
                );
                proved |= conferral.AddEvidence(evidence, scope.Stamp.By, scope.Now);
            }

            copy.Confirm(conferral.Id, scope.Stamp.By, scope.Now);
        }

        return proved;
    }

    /// <summary>Lets the finding wait again and takes back what it, and those that repeat it, proved.</summary>
    public static async Task ReopenAsync(CommandScope scope, WithdrawProof command, Conferral conferral)
    {
        var finding = await scope.Db.Findings.FirstOrDefaultAsync(f => f.Id == command.FindingId);
        Require.That(new TheEntityExists("线索", finding is not null));
        Require.That(
            new OnlyWhatEndedItMakesItHoldAgain(finding!.Kind != FindingKind.Revocation || conferral.EndedByFindingId == finding.Id)
        );
        finding.Reopen(command.SeenRound);
        const string Reason = "编辑撤回了对报道线索的确认。";
        conferral.Withdraw(command.FindingId, Reason);
        var copies = scope.Db.Findings.Where(f => f.RepeatsId == command.FindingId && f.ConferralId == conferral.Id);
        foreach (var copy in await copies.ToListAsync())
        {
            copy.FollowAgain();
            conferral.Withdraw(copy.Id, Reason);
        }
    }
}
