using Chinalco.Honors.Data;
using Chinalco.Honors.Domain.Nominations;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Nominations;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Nominations;

/// <summary>Lets those write programmes, calendars, rounds and batches who may, and nobody else.</summary>
public sealed class NominationKeeping(
    NominationReach reach,
    ProgrammeCommands programmes,
    CalendarCommands calendars,
    NominationRoundCommands rounds,
    NominationBatchCommands batches,
    IHonorsDatabase database
)
{
    public Task<CommandOutcome> DraftAsync(CommandStamp stamp, Guid id, Guid basedOn, string code, int year, CancellationToken stop) =>
        AsKeeperAsync(() => programmes.DraftAsync(stamp, id, basedOn, code, year, stop), stop);

    public Task<CommandOutcome> WriteAsync(CommandStamp stamp, Guid id, long seen, string text, CancellationToken stop) =>
        AsKeeperAsync(() => programmes.WriteAsync(stamp, id, seen, text, stop), stop);

    public Task<CommandOutcome> PublishAsync(CommandStamp stamp, Guid id, long seen, CancellationToken stop) =>
        AsKeeperAsync(() => programmes.PublishAsync(stamp, id, seen, stop), stop);

    public Task<CommandOutcome> DiscardAsync(CommandStamp stamp, Guid id, long seen, CancellationToken stop) =>
        AsKeeperAsync(() => programmes.DiscardAsync(stamp, id, seen, stop), stop);

    public Task<CommandOutcome> ImportCalendarAsync(CommandStamp stamp, string text, CancellationToken stop) =>
        AsKeeperAsync(() => calendars.ImportAsync(stamp, text, stop), stop);

    public async Task<CommandOutcome> OpenRoundAsync(
        CommandStamp stamp,
        Guid id,
        Guid programme,
        Guid unit,
        RoundText text,
        CancellationToken stop
    ) => await IfAsync(await reach.HoldsAsync(unit, stop), () => rounds.OpenAsync(stamp, id, programme, unit, text, stop));

    public Task<CommandOutcome> WriteRoundAsync(CommandStamp stamp, Guid round, long seen, RoundText text, CancellationToken stop) =>
        AsHolderAsync(round, () => rounds.WriteAsync(stamp, round, seen, text, stop), stop);

    public Task<CommandOutcome> CloseRoundAsync(CommandStamp stamp, Guid round, long seen, CancellationToken stop) =>
        AsHolderAsync(round, () => rounds.CloseAsync(stamp, round, seen, stop), stop);

    public Task<CommandOutcome> AllotAsync(
        CommandStamp stamp,
        Guid round,
        long seen,
        IReadOnlyDictionary<Guid, int> quotas,
        CancellationToken stop
    ) => AsHolderAsync(round, () => rounds.AllotAsync(stamp, round, seen, quotas, stop), stop);

    public Task<CommandOutcome> RankAsync(
        CommandStamp stamp,
        Guid round,
        long seen,
        IReadOnlyList<Guid> chosen,
        IReadOnlyList<Guid> reserves,
        CancellationToken stop
    ) => AsHolderAsync(round, () => batches.RankAsync(stamp, round, seen, chosen, reserves, stop), stop);

    public async Task<CommandOutcome> NominateAsync(CommandStamp stamp, NewNomination nomination, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(nomination);
        return await IfAsync(
            await reach.MayNominateForAsync(nomination.NominatingUnitId, stop),
            () => batches.NominateAsync(stamp, nomination, stop)
        );
    }

    public async Task<CommandOutcome> MarkAsync(
        CommandStamp stamp,
        Guid id,
        long seen,
        IReadOnlyList<string> groups,
        CancellationToken stop
    )
    {
        var db = database.Open();
        await using (db)
        {
            var at = await db
                .Nominations.Where(n => n.Id == id)
                .Select(n => new
                {
                    n.NominatingUnitId,
                    Holder = db.NominationRounds.Where(r => r.Id == n.RoundId).Select(r => r.UnitId).First(),
                })
                .FirstOrDefaultAsync(stop);
            return await IfAsync(
                at is not null && await reach.MaySeeAsync(at.Holder, at.NominatingUnitId, stop),
                () => batches.MarkAsync(stamp, id, seen, groups, stop)
            );
        }
    }

    private async Task<CommandOutcome> AsKeeperAsync(Func<Task<CommandOutcome>> send, CancellationToken stop)
    {
        var rule = new ProgrammesAreKeptByTheGroup(await reach.KeepsProgrammesAsync(stop));
        return rule.Holds ? await send() : CommandOutcome.Rejected(nameof(ProgrammesAreKeptByTheGroup), rule.Advice);
    }

    private async Task<CommandOutcome> AsHolderAsync(Guid round, Func<Task<CommandOutcome>> send, CancellationToken stop)
    {
        var db = database.Open();
        await using (db)
        {
            var holder = await db.NominationRounds.Where(r => r.Id == round).Select(r => (Guid?)r.UnitId).FirstOrDefaultAsync(stop);
            return await IfAsync(holder is { } unit && await reach.HoldsAsync(unit, stop), send);
        }
    }

    private static async Task<CommandOutcome> IfAsync(bool may, Func<Task<CommandOutcome>> send)
    {
        var rule = new NominationsAreOfOnesOwnUnits(may);
        return rule.Holds ? await send() : CommandOutcome.Rejected(nameof(NominationsAreOfOnesOwnUnits), rule.Advice);
    }
}

/// <summary>Nobody who nominates for a part of the group writes the rules that all are judged by.</summary>
public sealed class ProgrammesAreKeptByTheGroup(bool isGroups) : IRule
{
    public bool Holds => isGroups;

    public string Advice => "评选规则和工作日历由集团工会和集团人力资源维护；如有建议，请向他们提出。";
}

/// <summary>Rounds are kept by whoever holds them, nominations by whose people they are.</summary>
public sealed class NominationsAreOfOnesOwnUnits(bool isOwn) : IRule
{
    public bool Holds => isOwn;

    public string Advice => "该单位不在您负责的范围内，不能这样操作。";
}
