using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Grains;
using Chinalco.Honors.Grains.Awards;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Ingestion.Reprints;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Rereading;

/// <summary>
/// Applies what editors chose of one file's changes, in one transaction. Before it, the award's owner takes the proof back where an honour
/// rests on a finding that is to change; done again after a crash, each of the steps is found done.
/// </summary>
public sealed class RoundApplier(IHonorsDatabase database, CommandTransaction transaction, IRegistry registry)
{
    private const string NotReadAnyMore = "按现行词库重新识别，这句话不再这样识别。";

    public async Task ApplyAsync(IngestionJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var chosen = await ChosenAsync(job);
        foreach (var change in chosen.Where(c => c.TouchesConferral))
        {
            await TakeProofBackAsync(job, change);
        }

        var outcome = await transaction.RunAsync(
            new CommandStamp(DerivedId.From(job.Id, $"apply:{string.Join(',', chosen.Select(c => c.Id))}"), job.Actor),
            "round.apply",
            async scope =>
            {
                var ordinal = await LastOrdinalAsync(scope.Db, job.SourceFileId);
                var changes = await Chosen(scope.Db, job).ToListAsync();
                foreach (var change in changes)
                {
                    ordinal++;
                    await ApplyAsync(scope, change, ordinal);
                }

                var stored = await scope.Db.IngestionJobs.FirstAsync(j => j.Id == job.Id);
                stored.Applied();
                await scope.AuditAsync(
                    new AuditSubject(AuditKinds.Source, job.SourceFileId),
                    "round.apply",
                    new
                    {
                        job.RoundId,
                        Changes = changes.Select(c => new
                        {
                            c.Id,
                            c.Kind,
                            c.State,
                            c.FindingId,
                        }),
                    }
                );
                return CommandOutcome.Applied(job.Id, version: 0);
            }
        );
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException($"{outcome.Rule}: {outcome.Message}");
        }
    }

    private static async Task ApplyAsync(CommandScope scope, RoundChange change, int ordinal)
    {
        if (change.Kind == ChangeKind.Added)
        {
            await AddAsync(scope, change, ordinal);
            return;
        }

        var finding = await scope.Db.Findings.FirstAsync(f => f.Id == change.FindingId);
        if (!IsAsItWas(change, finding))
        {
            change.Overtake();
            return;
        }

        var before = finding.Claim;
        if (change.After is { } today)
        {
            finding.ReadAnew(today.Claim, today.Proof, today.Safe);
            await scope.AuditAsync(Subject(finding.Id), "finding.reread", new { Before = before, finding.Claim });
        }
        else
        {
            finding.Withdraw(NotReadAnyMore, scope.Stamp.By, scope.Now);
            await scope.AuditAsync(Subject(finding.Id), "finding.withdraw", new { finding.Claim, change.RoundId });
            await ReleaseRepeatsAsync(scope, finding.Id);
        }

        change.Apply(finding.Id);
    }

    /// <summary>Unless the same has come in another way in the meantime, or been rejected.</summary>
    private static async Task AddAsync(CommandScope scope, RoundChange change, int ordinal)
    {
        var today = change.After!;
        var known = await scope.Db.Findings.AnyAsync(f =>
            f.MemoryKey == today.MemoryKey
            && (
                f.State == FindingState.Rejected
                || (f.ArticleId == change.ArticleId && f.State != FindingState.Withdrawn && f.Year == today.Claim.Year)
            )
        );
        if (known)
        {
            change.Overtake();
            return;
        }

        var finding = today.ToFinding(DerivedId.From(change.Id, "finding"), change.ArticleId, ordinal);
        finding.BelongsTo(change.UnitId);
        var first = await scope.Db.Articles.Where(a => a.Id == change.ArticleId).Select(a => a.ReprintOfId).FirstAsync();
        if (first is { } original)
        {
            await ReprintFinder.FollowAsync(scope, original, finding);
        }

        scope.Db.Findings.Add(finding);
        scope.AuditNew(Subject(finding.Id), "finding.add", new { finding.Claim, change.RoundId });
        change.Apply(finding.Id);
    }

    /// <summary>What repeated a finding that is read no more has nothing to follow.</summary>
    private static async Task ReleaseRepeatsAsync(CommandScope scope, Guid findingId)
    {
        foreach (var copy in await scope.Db.Findings.Where(f => f.RepeatsId == findingId && f.State == FindingState.Repeats).ToListAsync())
        {
            copy.Withdraw(NotReadAnyMore, scope.Stamp.By, scope.Now);
            await scope.AuditAsync(Subject(copy.Id), "finding.withdraw", new { copy.Claim, Repeats = findingId });
        }
    }

    private static bool IsAsItWas(RoundChange change, Finding finding) =>
        change.TouchesConferral
            ? finding.State == FindingState.Waiting && finding.Round == change.SeenRound + 1
            : finding.State is FindingState.Waiting or FindingState.Confirming && finding.Round == change.SeenRound;

    private async Task TakeProofBackAsync(IngestionJob job, RoundChange change)
    {
        var db = database.Open();
        await using (db)
        {
            var rests = await (
                from f in db.Findings
                join c in db.Conferrals on f.ConferralId equals c.Id
                where f.Id == change.FindingId && f.Round == change.SeenRound
                select new { ConferralId = c.Id, c.AwardId }
            ).FirstOrDefaultAsync();
            if (rests is not null)
            {
                var stamp = new CommandStamp(DerivedId.From(change.Id, "withdraw"), job.Actor, "重新识别");
                await registry.SendAsync(
                    rests.AwardId,
                    new WithdrawProof(stamp, rests.ConferralId, change.FindingId!.Value, change.SeenRound)
                );
            }
        }
    }

    private async Task<List<RoundChange>> ChosenAsync(IngestionJob job)
    {
        var db = database.Open();
        await using (db)
        {
            return await Chosen(db, job).AsNoTracking().ToListAsync();
        }
    }

    private static IQueryable<RoundChange> Chosen(HonorsContext db, IngestionJob job) =>
        db
            .RoundChanges.Where(c => c.RoundId == job.RoundId && c.SourceFileId == job.SourceFileId && c.State == ChangeState.Chosen)
            .OrderBy(c => c.Ordinal);

    private static async Task<int> LastOrdinalAsync(HonorsContext db, Guid sourceFileId) =>
        await (
            from f in db.Findings
            join a in db.Articles on f.ArticleId equals a.Id
            where a.SourceFileId == sourceFileId
            select (int?)f.Ordinal
        ).MaxAsync() ?? 0;

    private static AuditSubject Subject(Guid findingId) => new(AuditKinds.Finding, findingId);
}
