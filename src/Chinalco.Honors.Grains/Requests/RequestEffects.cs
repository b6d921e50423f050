using Chinalco.Honors.Domain.Accounts;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Accounts;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Requests;

/// <summary>What becomes of the registry when a request is accepted that no other command carries out.</summary>
internal static class RequestEffects
{
    public static Task CarryOutAsync(CommandScope scope, EmployeeRequest request) =>
        (request.Kind, request.Fact) switch
        {
            (RequestKind.ThisIsMe, _) => TieAsync(scope, request),
            (RequestKind.NotMe, RequestFact.Person) => UntieAsync(scope, request),
            (RequestKind.NotMe, RequestFact.Article) => ForgetMentionsAsync(scope, request),
            (RequestKind.Correct, not RequestFact.Honour) => PutRightElsewhere(scope),
            _ => throw new RuleBrokenException(new TheRequestAsksForThis(asks: false)),
        };

    private static async Task TieAsync(CommandScope scope, EmployeeRequest request)
    {
        var account = await AccountAsync(scope, request);
        var other = await scope
            .Db.Accounts.Where(a => a.HonoreeId == request.HonoreeId && a.Id != account.Id)
            .Select(a => a.DisplayName + "（" + a.SignInName + "）")
            .FirstOrDefaultAsync();
        Require.That(
            new AnAccountIsOnePersons(account.HonoreeId is { } tied && tied != request.HonoreeId),
            new APersonHasOneAccount(other)
        );
        account.HonoreeId = request.HonoreeId;
        await MovedAsync(scope, account, "account.link", request.HonoreeId);
    }

    private static async Task UntieAsync(CommandScope scope, EmployeeRequest request)
    {
        var account = await AccountAsync(scope, request);
        if (account.HonoreeId == request.HonoreeId)
        {
            account.HonoreeId = null;
            await MovedAsync(scope, account, "account.unlink", request.HonoreeId);
        }
    }

    /// <summary>The text keeps the name; it leads to the person no more, and marking the article anew heeds that.</summary>
    private static async Task ForgetMentionsAsync(CommandScope scope, EmployeeRequest request)
    {
        var article = request.ArticleId!.Value;
        var mentions = await scope.Db.Mentions.Where(m => m.ArticleId == article && m.HonoreeId == request.HonoreeId).ToListAsync();
        scope.Db.Mentions.RemoveRange(mentions);
        await scope.AuditAsync(
            new AuditSubject(AuditKinds.Article, article),
            "article.not-them",
            new { request.HonoreeId, Places = mentions.Count }
        );
        scope.PagesChanged([request.HonoreeId], [], [article]);
    }

    /// <summary>HR keeps it in a system of its own; whoever accepts says what was done there.</summary>
    private static Task PutRightElsewhere(CommandScope scope)
    {
        Require.That(new TextIsGiven("处理情况", scope.Stamp.Reason, AuditRecord.LongestReason));
        return Task.CompletedTask;
    }

    private static async Task<Account> AccountAsync(CommandScope scope, EmployeeRequest request)
    {
        var account = await scope.Db.Accounts.FirstOrDefaultAsync(a => a.Id == request.AccountId);
        Require.That(new TheEntityExists("账号", account is not null));
        return account!;
    }

    private static Task MovedAsync(CommandScope scope, Account account, string action, Guid honoree)
    {
        account.Moved();
        return scope.AuditAsync(AccountCommands.Subject(account.Id), action, new { HonoreeId = honoree });
    }
}

/// <summary>An account that is somebody's already is not given to somebody else on the way.</summary>
public sealed class AnAccountIsOnePersons(bool isAnothers) : IRule
{
    public bool Holds => !isAnothers;

    public string Advice => "申请人的账号已经对应到另一人物，不能采纳。请核对后不予采纳，并写明理由。";
}

/// <summary>A person has one account: two people who both say to be the same one are told apart first.</summary>
/// <param name="other">Whose account it is; null when it is nobody's.</param>
public sealed class APersonHasOneAccount(string? other) : IRule
{
    public bool Holds => other is null;

    public string Advice => $"该人物已对应到账号“{other}”，不能再对应另一账号。请核对是谁认领有误；原有对应由安全管理员解除。";
}
