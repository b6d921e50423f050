using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Awards;

/// <summary>
/// What a correction says was wrong, in the one transaction that enters what is right. The wrong conferral may be another award's: its version
/// moves too, so that whoever writes to that award at the same moment looks again.
/// </summary>
internal static class WrongReports
{
    /// <summary>Ends the wrong conferral as entered wrongly, or answers the wrong finding.</summary>
    /// <returns>The conferral that was ended; null when there was none.</returns>
    public static async Task<Conferral?> EndAsync(CommandScope scope, Confer command)
    {
        if (command is not { Replaces: { } replaces, Evidence.FindingId: { } correction })
        {
            return null;
        }

        if (replaces.FindingId is { } findingId)
        {
            var finding = await scope.Db.Findings.FirstOrDefaultAsync(f => f.Id == findingId);
            Require.That(new TheEntityExists("线索", finding is not null));
            finding!.TakeUp(finding.Round);
            finding.Supersede(correction, replaces.Reason, scope.Stamp.By, scope.Now);
            await scope.AuditAsync(
                new AuditSubject(AuditKinds.Finding, findingId),
                "finding.supersede",
                new { replaces.Reason, correction }
            );
        }

        if (replaces.ConferralId is not { } conferralId)
        {
            return null;
        }

        var wrong = await AwardHandler.WithParts(scope).FirstOrDefaultAsync(c => c.Id == conferralId);
        Require.That(new TheEntityExists("授予", wrong is not null));
        wrong!.Deprecate(replaces.Reason);
        wrong.EndedBy(correction);
        await ChangedAsync(scope, wrong, "award.end", new { replaces.Reason, Correction = correction });
        return wrong;
    }

    /// <summary>Where a correction leaves the recipients as they are, the reports of the wrong version still report the same honour.</summary>
    /// <returns>Whether there was anything new.</returns>
    public static bool CarryOver(CommandScope scope, Conferral? wrong, Conferral right, Guid? correction)
    {
        if (wrong is null || wrong.RecipientsKey != right.RecipientsKey)
        {
            return false;
        }

        var carried = false;
        foreach (var proof in wrong.Evidence)
        {
            var draft = new EvidenceDraft(
                proof.ArticleId,
                proof.Start,
                proof.End,
                proof.Quote,
                proof.DocumentId,
                proof.AssertedBy,
                correction
            );
            carried |= right.AddEvidence(draft, scope.Stamp.By, scope.Now);
        }

        return carried;
    }

    /// <summary>The correction, or the revocation, was taken back: what it ended holds again, what it answered waits again.</summary>
    public static async Task ReinstateAsync(CommandScope scope, Guid findingId)
    {
        foreach (var finding in await scope.Db.Findings.Where(f => f.SupersededById == findingId).ToListAsync())
        {
            finding.ReturnToDesk();
            await scope.AuditAsync(new AuditSubject(AuditKinds.Finding, finding.Id), "finding.reopen", new { Correction = findingId });
        }

        foreach (var ended in await AwardHandler.WithParts(scope).Where(c => c.EndedByFindingId == findingId).ToListAsync())
        {
            var others = await AwardHandler.ReportedAsync(scope, ended.AwardId, ended.RecipientsKey);
            var standing = others.Where(c => c != ended && c.Status != ConferralStatus.Deprecated);
            Require.That(new AnHonourIsConferredOnce(SameHonour.IsAmong(standing, ended.Year, ended.Edition)));
            ended.Reinstate(findingId);
            await ChangedAsync(scope, ended, "award.reinstate", new { FindingId = findingId });
        }
    }

    private static async Task ChangedAsync(CommandScope scope, Conferral conferral, string action, object detail)
    {
        var award = await scope.Db.Awards.FirstAsync(a => a.Id == conferral.AwardId);
        award.ConferralsChanged();
        await scope.AuditAsync(new AuditSubject(AuditKinds.Award, award.Id), action, new { ConferralId = conferral.Id, Change = detail });
        await AwardHandler.PagesChangedAsync(scope, conferral, conferral.DocumentId);
    }
}
