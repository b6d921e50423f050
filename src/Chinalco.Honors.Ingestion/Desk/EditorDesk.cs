using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Ingestion.Registering;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Desk;

/// <summary>An editor's decision on one finding.</summary>
/// <param name="SeenRound">The finding's round as the editor saw it; whoever saw an older one is told.</param>
/// <param name="CommandId">Sent twice, it is carried out once.</param>
public sealed record Decision(Guid FindingId, int SeenRound, Guid CommandId, Actor By);

/// <summary>
/// What an editor does with findings: accept as they are or put right, reject, take a decision back. Each decision is recorded on the finding's
/// chain; two editors never decide the same round.
/// </summary>
public sealed class EditorDesk(
    IHonorsDatabase database,
    CommandTransaction transaction,
    FindingConfirmer confirmer,
    FindingLearner learner,
    IRegistry registry
)
{
    /// <summary>Makes the finding a conferral, or proof of one.</summary>
    /// <param name="corrected">What the editor put right; null when the finding is right as it stands.</param>
    public async Task<CommandOutcome> AcceptAsync(Decision decision, FindingClaim? corrected = null)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var before = await LoadAsync(decision.FindingId);
        var taken = await TakeUpAsync(decision, corrected);
        if (!taken.Succeeded)
        {
            return taken;
        }

        var finding = (await LoadAsync(decision.FindingId))!;
        var outcome = await confirmer.ConfirmAsync(finding, decision.By);
        if (outcome.Succeeded && corrected is not null && before is not null)
        {
            await learner.LearnAsync(before, corrected, decision);
        }

        return outcome;
    }

    /// <summary>Enters what a correction says is right and ends, in the same transaction, what it says was wrong.</summary>
    /// <param name="wrong">The conferral, or the waiting finding, that the editor says is meant.</param>
    /// <param name="corrected">What the editor put right of the correction itself.</param>
    public async Task<CommandOutcome> AcceptCorrectionAsync(Decision decision, WrongReport wrong, FindingClaim? corrected = null)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var taken = await TakeUpAsync(decision, corrected);
        return taken.Succeeded ? await confirmer.ConfirmAsync((await LoadAsync(decision.FindingId))!, decision.By, wrong) : taken;
    }

    /// <summary>Ends the conferral that the finding says is taken back or was wrong.</summary>
    /// <param name="conferralId">Which one the editor means.</param>
    /// <param name="status">Revoked when a body took it back, Expired when it ended by itself, Deprecated when it was reported wrongly.</param>
    /// <param name="reason">The document and its words, for the reader.</param>
    public async Task<CommandOutcome> AcceptRevocationAsync(Decision decision, Guid conferralId, ConferralStatus status, string reason)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var taken = await TakeUpAsync(decision, corrected: null);
        if (!taken.Succeeded)
        {
            return taken;
        }

        var award = await AwardOfAsync(conferralId);
        var told = status == ConferralStatus.Revoked ? await ToldAsync(decision.FindingId) : null;
        var command = new EndConferral(Stamp(decision, "end", reason), conferralId, status, reason, decision.FindingId, told);
        return await registry.SendAsync(award, command);
    }

    /// <summary>Who took back, when and by which decision, as far as the text that the finding stands in says so.</summary>
    private async Task<RevocationFacts> ToldAsync(Guid findingId)
    {
        var db = database.Open();
        await using (db)
        {
            var told = await db
                .Findings.Where(f => f.Id == findingId)
                .Select(f => new
                {
                    f.ConferringBody,
                    Decision = db
                        .Documents.Where(d => d.ArticleId == f.ArticleId)
                        .Select(d => new
                        {
                            d.Id,
                            d.IssuingBody,
                            d.Date,
                        })
                        .FirstOrDefault(),
                })
                .FirstAsync();
            PartialDate? date = told.Decision?.Date is { } day ? PartialDate.From(day) : null;
            var body = told.ConferringBody ?? told.Decision?.IssuingBody;
            return new RevocationFacts(CutText.To(body, Revocation.LongestBody), date, told.Decision?.Id);
        }
    }

    /// <summary>Says that the finding is wrong. The same said of the same sentence is not proposed again.</summary>
    public Task<CommandOutcome> RejectAsync(Decision decision, string reason)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return transaction.RunAsync(
            Stamp(decision, "reject", reason),
            "finding.reject",
            async scope =>
            {
                Require.That(new TextIsGiven("理由", reason, Finding.LongestReason));
                var finding = await InAsync(scope, decision.FindingId);
                finding.TakeUp(decision.SeenRound);
                finding.Reject(reason, decision.By, scope.Now);
                await scope.AuditAsync(Subject(finding.Id), "finding.reject", new { finding.Claim, finding.Quote });
                return CommandOutcome.Applied(finding.Id, finding.Round);
            }
        );
    }

    /// <summary>Takes a decision back: the finding waits again, what it alone proved is withdrawn, what it ended holds again.</summary>
    public async Task<CommandOutcome> UndoAsync(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var finding = await LoadAsync(decision.FindingId);
        if (finding is { State: FindingState.Confirmed, ConferralId: { } conferral })
        {
            var command = new WithdrawProof(Stamp(decision, "undo", "撤回确认"), conferral, finding.Id, decision.SeenRound);
            return await registry.SendAsync(await AwardOfAsync(conferral), command);
        }

        return await DecideAsync(decision, "undo", "finding.reopen", "撤回驳回", (f, _) => f.Reopen(decision.SeenRound));
    }

    private Task<CommandOutcome> TakeUpAsync(Decision decision, FindingClaim? corrected) =>
        DecideAsync(
            decision,
            "take",
            corrected is null ? "finding.accept" : "finding.correct",
            reason: null,
            (finding, _) =>
            {
                finding.TakeUp(decision.SeenRound);
                if (corrected is not null)
                {
                    finding.Correct(corrected);
                }
            }
        );

    private Task<CommandOutcome> DecideAsync(
        Decision decision,
        string step,
        string action,
        string? reason,
        Action<Finding, DateTimeOffset> change
    ) =>
        transaction.RunAsync(
            Stamp(decision, step, reason),
            action,
            async scope =>
            {
                var finding = await InAsync(scope, decision.FindingId);
                var before = finding.Claim;
                change(finding, scope.Now);
                await scope.AuditAsync(
                    Subject(finding.Id),
                    action,
                    new
                    {
                        finding.State,
                        finding.Claim,
                        Before = before == finding.Claim ? null : before,
                    }
                );
                return CommandOutcome.Applied(finding.Id, finding.Round);
            }
        );

    private async Task<Finding?> LoadAsync(Guid id)
    {
        var db = database.Open();
        await using (db)
        {
            return await db.Findings.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id);
        }
    }

    private async Task<Guid> AwardOfAsync(Guid conferralId)
    {
        var db = database.Open();
        await using (db)
        {
            return await db.Conferrals.Where(c => c.Id == conferralId).Select(c => c.AwardId).FirstOrDefaultAsync();
        }
    }

    private static async Task<Finding> InAsync(CommandScope scope, Guid id)
    {
        var finding = await scope.Db.Findings.FirstOrDefaultAsync(f => f.Id == id);
        Require.That(new TheEntityExists("线索", finding is not null));
        return finding!;
    }

    private static CommandStamp Stamp(Decision decision, string step, string? reason) =>
        new(DerivedId.From(decision.CommandId, step), decision.By, CutText.To(reason, AuditRecord.LongestReason));

    private static AuditSubject Subject(Guid id) => new("finding", id);
}
