using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Ranking;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Domain.Units;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Rankings;
using Chinalco.Honors.Web.Access;
using Chinalco.Honors.Web.Queries;

namespace Chinalco.Honors.Web.Rankings;

/// <summary>Lets those who keep the rankings of the whole group write their policy, and nobody else.</summary>
public sealed class PolicyKeeping(RankingPolicyCommands commands, CurrentUser current, IHonorsDatabase database)
{
    /// <summary>Whether the user keeps rankings for the whole group, not for a part of it that is ranked against others.</summary>
    public async Task<bool> MayAsync(CancellationToken cancellationToken)
    {
        List<Guid?> units = [.. current.User?.UnitsWith(Right.KeepRankings) ?? []];
        if (units.Count == 0 || units.Contains(null))
        {
            return units.Count > 0;
        }

        var db = database.Open();
        await using (db)
        {
            var tree = await UnitTree.LoadAsync(db, cancellationToken);
            return units.Exists(unit => tree.Find(unit!.Value) is { Tier: UnitTier.Group, ParentId: null });
        }
    }

    public Task<CommandOutcome> DraftAsync(Guid command, Guid id, string name, Guid basedOn, CancellationToken cancellationToken) =>
        IfAllowedAsync(by => commands.DraftAsync(by(command, null), id, name, basedOn, cancellationToken), cancellationToken);

    public Task<CommandOutcome> WriteAsync(Guid command, Guid id, long seen, RankingPolicyText text, CancellationToken cancellationToken) =>
        IfAllowedAsync(by => commands.WriteAsync(by(command, null), id, seen, text, cancellationToken), cancellationToken);

    public Task<CommandOutcome> PublishAsync(Guid command, Guid id, long seen, string? reason, CancellationToken cancellationToken) =>
        IfAllowedAsync(by => commands.PublishAsync(by(command, reason?.Trim()), id, seen, cancellationToken), cancellationToken);

    public Task<CommandOutcome> DiscardAsync(Guid command, Guid id, long seen, CancellationToken cancellationToken) =>
        IfAllowedAsync(by => commands.DiscardAsync(by(command, null), id, seen, cancellationToken), cancellationToken);

    private async Task<CommandOutcome> IfAllowedAsync(
        Func<Func<Guid, string?, CommandStamp>, Task<CommandOutcome>> send,
        CancellationToken cancellationToken
    )
    {
        var rule = new RankingsAreKeptByTheGroup(await MayAsync(cancellationToken));
        return rule.Holds
            ? await send((command, reason) => new CommandStamp(command, current.User!.Actor, reason))
            : CommandOutcome.Rejected(nameof(RankingsAreKeptByTheGroup), rule.Advice);
    }
}

/// <summary>Nobody writes the rules of a ranking that their own unit stands in against others.</summary>
public sealed class RankingsAreKeptByTheGroup(bool isGroups) : IRule
{
    public bool Holds => isGroups;

    public string Advice => "积分规则由集团人力资源制定；如有建议，请向集团人力资源提出。";
}
