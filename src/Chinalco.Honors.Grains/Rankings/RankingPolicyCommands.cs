using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Grains.Rankings;

/// <summary>
/// Writes the policies that rankings are made with. Drafts are kept on the server after every change; a published version never changes,
/// and publishing one retires the one before. A policy has no grain: its version decides races.
/// </summary>
public sealed class RankingPolicyCommands(CommandTransaction transaction)
{
    /// <summary>Begins a draft with the text of another version.</summary>
    /// <param name="id">The draft's.</param>
    public Task<CommandOutcome> DraftAsync(
        CommandStamp stamp,
        Guid id,
        string name,
        Guid basedOn,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return transaction.RunAsync(
            stamp,
            "ranking-policy.draft",
            async scope =>
            {
                var source = await LoadAsync(scope, basedOn, cancellationToken);
                var taken = await scope.Db.RankingPolicies.AnyAsync(p => p.Name == name, cancellationToken);
                Require.That(new APolicyHasAShortName(name), new APolicyNameIsTakenOnce(name, taken));
                var draft = new RankingPolicyVersion(id, name, source.Text, scope.Stamp.By, scope.Now);
                scope.Db.RankingPolicies.Add(draft);
                await scope.AuditAsync(Subject(id), "ranking-policy.draft", new { Name = name, BasedOn = source.Name });
                return CommandOutcome.Applied(id, draft.Version);
            },
            cancellationToken
        );
    }

    /// <summary>Writes a draft anew.</summary>
    /// <param name="seen">The draft's version as it was shown.</param>
    public Task<CommandOutcome> WriteAsync(
        CommandStamp stamp,
        Guid id,
        long seen,
        RankingPolicyText text,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        return ChangeAsync(
            stamp,
            id,
            seen,
            "ranking-policy.write",
            async (scope, draft) =>
            {
                var before = draft.Text;
                if (!draft.Write(text, scope.Stamp.By, scope.Now))
                {
                    return CommandOutcome.NothingToDo(id, draft.Version);
                }

                await scope.AuditAsync(Subject(id), "ranking-policy.write", new { Before = Told(before), After = Told(text) });
                return CommandOutcome.Applied(id, draft.Version);
            },
            cancellationToken
        );
    }

    /// <summary>Publishes a draft for the stamp's reason: from now on rankings are made with it, the version before stays for those that name it.</summary>
    /// <param name="seen">The draft's version as it was shown.</param>
    public Task<CommandOutcome> PublishAsync(CommandStamp stamp, Guid id, long seen, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            stamp,
            id,
            seen,
            "ranking-policy.publish",
            async (scope, draft) =>
            {
                var now = await scope.Db.RankingPolicies.Where(p => p.State == RankingPolicyState.Published).ToListAsync(cancellationToken);
                draft.Publish(scope.Stamp.Reason, scope.Stamp.By, scope.Now);
                foreach (var before in now)
                {
                    before.Retire();
                    await scope.AuditAsync(Subject(before.Id), "ranking-policy.retire", new { before.Name, By = draft.Name });
                }

                await scope.AuditAsync(Subject(id), "ranking-policy.publish", new { draft.Name, After = Told(draft.Text) });
                return CommandOutcome.Applied(id, draft.Version);
            },
            cancellationToken
        );

    /// <summary>Throws a draft away; the trail keeps what it said.</summary>
    /// <param name="seen">The draft's version as it was shown.</param>
    public Task<CommandOutcome> DiscardAsync(CommandStamp stamp, Guid id, long seen, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            stamp,
            id,
            seen,
            "ranking-policy.discard",
            async (scope, draft) =>
            {
                Require.That(new OnlyADraftChanges(draft.State));
                scope.Db.RankingPolicies.Remove(draft);
                await scope.AuditAsync(Subject(id), "ranking-policy.discard", new { draft.Name, Before = Told(draft.Text) });
                return CommandOutcome.Applied(id, version: 0);
            },
            cancellationToken
        );

    private Task<CommandOutcome> ChangeAsync(
        CommandStamp stamp,
        Guid id,
        long seen,
        string kind,
        Func<CommandScope, RankingPolicyVersion, Task<CommandOutcome>> change,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return transaction.RunAsync(
            stamp,
            kind,
            async scope =>
            {
                var policy = await LoadAsync(scope, id, cancellationToken);
                Require.That(new OnlyADraftChanges(policy.State), new TheDraftIsAsItWasSeen(seen, policy.Version));
                return await change(scope, policy);
            },
            cancellationToken
        );
    }

    private static async Task<RankingPolicyVersion> LoadAsync(CommandScope scope, Guid id, CancellationToken cancellationToken)
    {
        var policy = await scope.Db.RankingPolicies.FirstOrDefaultAsync(p => p.Id == id, cancellationToken);
        Require.That(new TheEntityExists("积分规则", policy is not null));
        return policy!;
    }

    private static AuditSubject Subject(Guid id) => new(AuditKinds.RankingPolicy, id);

    /// <summary>What the trail says of a text: every figure, in words that need no legend.</summary>
    private static object Told(RankingPolicyText text) =>
        new
        {
            Weights = RankingWeightWords.Of(text.Weights),
            text.OrderTurned,
            text.Explanation,
            text.Note,
        };
}
