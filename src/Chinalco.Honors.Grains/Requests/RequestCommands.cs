using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Conferrals;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Requests;

/// <summary>
/// What employees ask, and what those who keep the registry decide. A request has no grain: its version decides races. What a request
/// changes of an award or a person goes through their own commands, which accept it (<see cref="AnsweredRequests"/>).
/// </summary>
public sealed class RequestCommands(CommandTransaction transaction)
{
    /// <summary>Enters a request of an account.</summary>
    public Task<CommandOutcome> AskAsync(
        CommandStamp stamp,
        Guid accountId,
        RequestDraft draft,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        return transaction.RunAsync(
            stamp,
            "request.ask",
            async scope =>
            {
                await CheckAsync(scope, accountId, draft);
                scope.Db.Requests.Add(new EmployeeRequest(draft, accountId, scope.Stamp.By, scope.Now));

                // What was said stands in the request itself, not in the trail, which is never deleted.
                await scope.AuditAsync(
                    AnsweredRequests.Subject(draft.Id),
                    "request.ask",
                    new
                    {
                        draft.Kind,
                        draft.Fact,
                        draft.HonoreeId,
                        draft.ConferralId,
                        draft.ArticleId,
                        draft.Honour?.AwardId,
                        draft.Honour?.Year,
                        draft.Attachment?.Sha256,
                    }
                );
                return CommandOutcome.Applied(draft.Id, version: 1);
            },
            cancellationToken
        );
    }

    /// <summary>Takes a waiting request back.</summary>
    /// <param name="accountId">Whose request it is.</param>
    public Task<CommandOutcome> WithdrawAsync(CommandStamp stamp, Guid id, Guid accountId, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            stamp,
            id,
            "request.withdraw",
            (scope, request) =>
            {
                Require.That(new TheEntityExists("申请", request.AccountId == accountId));
                request.Withdraw(scope.Stamp.By, scope.Now);
                return Task.CompletedTask;
            },
            cancellationToken
        );

    /// <summary>Declines a request; the stamp's reason is told to whoever asked.</summary>
    public Task<CommandOutcome> DeclineAsync(CommandStamp stamp, Guid id, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            stamp,
            id,
            "request.decline",
            (scope, request) =>
            {
                request.Decline(scope.Stamp.By, scope.Stamp.Reason, scope.Now);
                return Task.CompletedTask;
            },
            cancellationToken
        );

    /// <summary>
    /// Accepts a request that no other command carries out: an account is tied to its person or untied, the mentions in an article are
    /// untied, or what HR keeps elsewhere was put right there.
    /// </summary>
    public Task<CommandOutcome> AcceptAsync(CommandStamp stamp, Guid id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return transaction.RunAsync(
            stamp,
            "request.accept",
            async scope =>
            {
                var request = await AnsweredRequests.LoadAsync(scope, id);
                Require.That(new ARequestIsDecidedOnce(request));
                await RequestEffects.CarryOutAsync(scope, request);
                await AnsweredRequests.AcceptAsync(scope, request, outcome: null);
                return CommandOutcome.Applied(id, request.Version);
            },
            cancellationToken
        );
    }

    /// <summary>Forgets the photo of a request that came to nothing.</summary>
    public Task<CommandOutcome> ForgetAttachmentAsync(CommandStamp stamp, Guid id, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            stamp,
            id,
            "request.forget-file",
            (_, request) =>
            {
                Require.That(new OnlyWhatCameToNothingIsForgotten(request.State));
                request.ForgetAttachment();
                return Task.CompletedTask;
            },
            cancellationToken
        );

    private Task<CommandOutcome> ChangeAsync(
        CommandStamp stamp,
        Guid id,
        string action,
        Func<CommandScope, EmployeeRequest, Task> change,
        CancellationToken cancellationToken
    ) =>
        transaction.RunAsync(
            stamp,
            action,
            async scope =>
            {
                var request = await AnsweredRequests.LoadAsync(scope, id);
                await change(scope, request);
                await scope.AuditAsync(AnsweredRequests.Subject(id), action, new { request.Kind, request.Fact });
                return CommandOutcome.Applied(id, request.Version);
            },
            cancellationToken
        );

    private static async Task CheckAsync(CommandScope scope, Guid accountId, RequestDraft draft)
    {
        var db = scope.Db;
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Id == accountId);
        Require.That(
            new TheEntityExists("账号", account is not null),
            new TheYearIsPlausible(draft.Honour?.Year, scope.Now),
            new EverybodyAsksForThemselves(account!, draft)
        );
        await References.MustExistAsync(db.Honorees.Select(h => h.Id), [draft.HonoreeId], "人物");
        await References.MustExistAsync(db.Awards.Select(a => a.Id), [draft.Honour?.AwardId], "荣誉");
        await References.MustExistAsync(
            db.Conferrals.Where(c => c.Recipients.Any(r => r.HonoreeId == draft.HonoreeId)).Select(c => c.Id),
            [draft.ConferralId],
            "授予"
        );
        await References.MustExistAsync(
            db.Articles.Where(a => db.Mentions.Any(m => m.ArticleId == a.Id && m.HonoreeId == draft.HonoreeId)).Select(a => a.Id),
            [draft.ArticleId],
            "文章"
        );
        var told = draft.Honour ?? ToldHonour.Nothing;
        var waiting = db.Requests.Where(r => r.AccountId == accountId && r.State == RequestState.Waiting);
        var same = await waiting.AnyAsync(r =>
            r.Kind == draft.Kind
            && r.Fact == draft.Fact
            && r.HonoreeId == draft.HonoreeId
            && r.ConferralId == draft.ConferralId
            && r.ArticleId == draft.ArticleId
            && (r.Kind != RequestKind.MissingHonour || (r.AwardText == told.Award && r.Year == told.Year))
        );
        Require.That(new TheSameIsAskedOnce(same), new NobodyAsksForMoreThanIsRead(await waiting.CountAsync()));
    }
}

/// <summary>One asks about oneself; that a person is oneself, only as long as the account is nobody's.</summary>
public sealed class EverybodyAsksForThemselves(Account account, RequestDraft draft) : IRule
{
    public bool Holds => draft.Kind == RequestKind.ThisIsMe ? account.HonoreeId is null : account.HonoreeId == draft.HonoreeId;

    public string Advice =>
        draft.Kind == RequestKind.ThisIsMe
            ? "您的账号已经对应到人物，不能再认领。对应有误时，请在“我的信息”中申请“不是我”。"
            : "只能就本人的信息提出申请。";
}

/// <summary>What waits needs its photo, and what was accepted is proved by it.</summary>
public sealed class OnlyWhatCameToNothingIsForgotten(RequestState state) : IRule
{
    public bool Holds => state is RequestState.Declined or RequestState.Withdrawn;

    public string Advice => "只清除未采纳或已撤回的申请的附件。";
}
