using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Domain.Rules;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Ingestion.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Rereading;

/// <summary>Which files a round reads anew.</summary>
/// <param name="Since">For <see cref="RoundScope.Since"/>: the first day.</param>
/// <param name="SourceFileId">For <see cref="RoundScope.OneFile"/>.</param>
public sealed record RoundWish(RoundScope Scope, DateOnly? Since = null, Guid? SourceFileId = null);

/// <summary>Which changes of a round an editor means.</summary>
/// <param name="Changes">Some of them; null for all that nobody has decided on and no honour rests on.</param>
/// <param name="Units">The units whose changes the editor decides; null for the whole group.</param>
public sealed record RoundChoice(IReadOnlyCollection<Guid>? Changes, IReadOnlyCollection<Guid?>? Units);

/// <summary>Begins rounds of re-reading, and takes an editor's word on what came out. The work itself is done by jobs.</summary>
public sealed class RoundDesk(CommandTransaction transaction, JobSignal signal)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Begins a round: a job for each file that has been read before. Nothing that stands is changed by it.</summary>
    /// <param name="roundId">The new round's id; the same id begins one round.</param>
    public async Task<CommandOutcome> BeginAsync(Guid roundId, RoundWish wish, Actor by)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var outcome = await transaction.RunAsync(
            new CommandStamp(DerivedId.From(roundId, "begin"), by),
            "round.begin",
            async scope =>
            {
                var files = await FilesAsync(scope, wish);
                Require.That(new ThereIsSomethingToReadAnew(files.Count));
                var round = new IngestionRound(roundId, wish.Scope, wish.Since, wish.SourceFileId, by, scope.Now);
                scope.Db.IngestionRounds.Add(round);
                scope.Db.IngestionJobs.AddRange(files.Select(f => IngestionJob.InRound(round, f.Id, f.Name)));
                scope.AuditNew(
                    Subject(roundId),
                    "round.begin",
                    new
                    {
                        wish.Scope,
                        wish.Since,
                        wish.SourceFileId,
                        Files = files.Count,
                    }
                );
                return CommandOutcome.Applied(roundId, version: 0);
            }
        );
        signal.Ring();
        return outcome;
    }

    /// <summary>Has the chosen changes applied by the jobs of their files.</summary>
    public async Task<CommandOutcome> ApplyAsync(Guid roundId, RoundChoice choice, CommandStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(stamp);
        var outcome = await transaction.RunAsync(
            stamp,
            "round.apply",
            async scope =>
            {
                Require.That(new TheRoundIsOpen(await RoundAsync(scope, roundId)));
                var chosen = await ChosenAsync(scope, roundId, choice);
                Require.That(new SomethingIsChosen(chosen.Count));
                chosen.ForEach(change => change.Choose(stamp.By, scope.Now));
                var jobs = chosen.Select(c => IngestionJob.IdIn(roundId, c.SourceFileId)).Distinct().ToList();
                foreach (var job in await scope.Db.IngestionJobs.Where(j => EF.Parameter(jobs).Contains(j.Id)).ToListAsync())
                {
                    job.ApplyChosen(stamp.By);
                }

                await scope.AuditAsync(Subject(roundId), "round.apply", new { Changes = chosen.Select(c => c.Id) });
                return CommandOutcome.Applied(roundId, version: 0);
            }
        );
        signal.Ring();
        return outcome;
    }

    /// <summary>Leaves things as they are where the changes chosen would alter them.</summary>
    public Task<CommandOutcome> DismissAsync(Guid roundId, RoundChoice choice, CommandStamp stamp) =>
        transaction.RunAsync(
            stamp,
            "round.dismiss",
            async scope =>
            {
                var chosen = await ChosenAsync(scope, roundId, choice);
                Require.That(new SomethingIsChosen(chosen.Count));
                chosen.ForEach(change => change.Dismiss(stamp.By, scope.Now));
                await scope.AuditAsync(Subject(roundId), "round.dismiss", new { Changes = chosen.Select(c => c.Id) });
                return CommandOutcome.Applied(roundId, version: 0);
            }
        );

    /// <summary>
    /// Puts away what is left of the round: jobs that are not over stop, changes that nobody decided on are never applied. An editor of some
    /// units puts away what belongs to them, and the round goes on for the others.
    /// </summary>
    /// <param name="units">The units whose changes the editor decides; null for the whole group.</param>
    public Task<CommandOutcome> DiscardAsync(Guid roundId, IReadOnlyCollection<Guid?>? units, CommandStamp stamp) =>
        transaction.RunAsync(
            stamp,
            "round.discard",
            async scope =>
            {
                var round = await RoundAsync(scope, roundId);
                if (round.DiscardedAt is not null)
                {
                    return CommandOutcome.NothingToDo(roundId, version: 0);
                }

                var open = await OpenIn(scope, roundId, units).ToListAsync();
                open.ForEach(change => change.Dismiss(stamp.By, scope.Now));
                if (units is null)
                {
                    round.Discard(stamp.By, scope.Now);
                    var jobs = await scope.Db.IngestionJobs.Where(j => j.RoundId == roundId && j.State != JobState.Done).ToListAsync();
                    jobs.FindAll(j => !j.IsOver).ForEach(j => j.Cancel(scope.Now));
                }

                await scope.AuditAsync(Subject(roundId), "round.discard", new { Left = open.Count });
                return CommandOutcome.Applied(roundId, version: 0);
            }
        );

    /// <summary>Files whose first reading is over, with the names they came under.</summary>
    private static async Task<List<(Guid Id, string Name)>> FilesAsync(CommandScope scope, RoundWish wish)
    {
        var since = wish.Since is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), China).ToUniversalTime() : default;
        var files = await scope
            .Db.IngestionJobs.Where(j => j.RoundId == null && j.State == JobState.Done)
            .Where(j => wish.Scope != RoundScope.OneFile || j.SourceFileId == wish.SourceFileId)
            .Where(j => wish.Scope != RoundScope.Since || j.CreatedAt >= since)
            .OrderBy(j => j.CreatedAt)
            .Select(j => new { j.SourceFileId, j.FileName })
            .ToListAsync();
        return [.. files.Select(f => (f.SourceFileId, f.FileName))];
    }

    /// <summary>An honour is never touched by choosing everything: whoever wants that chooses the change itself.</summary>
    private static async Task<List<RoundChange>> ChosenAsync(CommandScope scope, Guid roundId, RoundChoice choice)
    {
        var open = OpenIn(scope, roundId, choice.Units);
        open = choice.Changes is { } ids ? open.Where(c => EF.Parameter(ids).Contains(c.Id)) : open.Where(c => !c.TouchesConferral);
        return await open.ToListAsync();
    }

    private static IQueryable<RoundChange> OpenIn(CommandScope scope, Guid roundId, IReadOnlyCollection<Guid?>? units)
    {
        var open = scope.Db.RoundChanges.Where(c => c.RoundId == roundId && (c.State == ChangeState.Open || c.State == ChangeState.Chosen));
        return units is null ? open : open.Where(c => EF.Parameter(units).Contains(c.UnitId));
    }

    private static async Task<IngestionRound> RoundAsync(CommandScope scope, Guid roundId)
    {
        var round = await scope.Db.IngestionRounds.FirstOrDefaultAsync(r => r.Id == roundId);
        Require.That(new TheEntityExists("重新识别", round is not null));
        return round!;
    }

    private static AuditSubject Subject(Guid roundId) => new(AuditKinds.Round, roundId);
}

/// <summary>A round reads at least one file.</summary>
public sealed class ThereIsSomethingToReadAnew(int files) : IRule
{
    public bool Holds => files > 0;

    public string Advice => "所选范围内没有已处理完的来稿，请换一个范围。";
}

/// <summary>What was put away is not applied.</summary>
public sealed class TheRoundIsOpen(IngestionRound round) : IRule
{
    public bool Holds => round.DiscardedAt is null;

    public string Advice => $"这次重新识别已由“{round.DiscardedBy}”放弃，不能再应用；如需要，请重新识别。";
}

/// <summary>A decision is about something.</summary>
public sealed class SomethingIsChosen(int changes) : IRule
{
    public bool Holds => changes > 0;

    public string Advice => "没有选中任何尚待决定的变动，请先勾选。";
}
