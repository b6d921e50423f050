using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Findings;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Ingestion.Lexicons;
using Chinalco.Honors.Ingestion.Pipeline;
using Chinalco.Honors.Ingestion.Registering;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Rereading;

/// <summary>Reads one file of a round anew and stores what would differ. One transaction, once; nothing that stands is changed.</summary>
public sealed class RoundReader(IHonorsDatabase database, CommandTransaction transaction)
{
    // The files of a round are read with one lexicon, one after the other; loading it takes longer than reading most files.
    private (Guid Round, Lexicon Lexicon)? kept;

    public async Task CompareAsync(IngestionJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var (articles, today) = await ReadAsync(job);
        var outcome = await transaction.RunAsync(
            new CommandStamp(DerivedId.From(job.Id, "compare"), job.Actor),
            "round.compare",
            async scope =>
            {
                var differences = RoundDifference.Of(articles, await StandingAsync(scope.Db, job.SourceFileId), today);
                var known = await RejectedAsync(scope.Db, differences);
                var places = new FindingPlaces();
                var changes = new List<RoundChange>();
                foreach (
                    var (article, standing, read) in differences.Where(d => d.Standing is not null || !known.Contains(d.Today!.MemoryKey))
                )
                {
                    var place = new ChangePlace(job.SourceFileId, article, changes.Count + 1);
                    var unit = standing is null ? await places.OfAsync(scope.Db, read!.Claim) : standing.Finding.UnitId;
                    changes.Add(new RoundChange(job.RoundId!.Value, place, standing?.Finding, standing?.HonoreeId, read, unit));
                }

                scope.Db.RoundChanges.AddRange(changes);
                var stored = await scope.Db.IngestionJobs.FirstAsync(j => j.Id == job.Id);
                var message = changes.Count == 0 ? "与现有结果一致。" : $"与现有结果有 {changes.Count} 处不同，等待编辑决定。";
                stored.Compared(changes.Count, message, scope.Now);
                await scope.AuditAsync(
                    new AuditSubject(AuditKinds.Source, job.SourceFileId),
                    "round.compare",
                    new { job.RoundId, Changes = changes.Count }
                );
                return CommandOutcome.Applied(job.Id, version: 0);
            }
        );
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException($"{outcome.Rule}: {outcome.Message}");
        }
    }

    private async Task<(List<Guid> Articles, List<ReadToday> Today)> ReadAsync(IngestionJob job)
    {
        var db = database.Open();
        await using (db)
        {
            var file = await db.SourceFiles.AsNoTracking().FirstAsync(f => f.Id == job.SourceFileId);
            var articles = await db
                .Articles.AsNoTracking()
                .Where(a => a.SourceFileId == job.SourceFileId)
                .OrderBy(a => a.Ordinal)
                .ToListAsync();
            var result = new IngestionPipeline(await LexiconAsync(db, job.RoundId!.Value)).Run(StoredSource.Of(file, articles));
            var ids = result.Articles.Select((a, i) => (a.Id, Stored: articles[i].Id)).ToDictionary(a => a.Id, a => a.Stored);
            return ([.. articles.Select(a => a.Id)], [.. Proposals.Of(result).Select(p => new ReadToday(ids[p.ArticleId], p.Finding))]);
        }
    }

    private async Task<Lexicon> LexiconAsync(HonorsContext db, Guid round)
    {
        if (kept is { } same && same.Round == round)
        {
            return same.Lexicon;
        }

        var lexicon = await RegistryLexicon.LoadAsync(db);
        kept = (round, lexicon);
        return lexicon;
    }

    private static async Task<List<Standing>> StandingAsync(HonorsContext db, Guid sourceFileId)
    {
        var rows = await (
            from f in db.Findings.AsNoTracking()
            join a in db.Articles on f.ArticleId equals a.Id
            where a.SourceFileId == sourceFileId && f.State != FindingState.Withdrawn
            orderby f.Ordinal
            select new
            {
                Finding = f,
                Receiver = db
                    .Recipients.Where(r => r.ConferralId == f.ConferralId && r.NameAsPrinted == f.RecipientName)
                    .Select(r => r.HonoreeId)
                    .FirstOrDefault(),
            }
        ).ToListAsync();
        return [.. rows.Select(r => new Standing(r.Finding, r.Receiver ?? r.Finding.HonoreeId))];
    }

    /// <summary>What an editor has rejected, in whichever file, is not proposed again.</summary>
    private static async Task<HashSet<string>> RejectedAsync(HonorsContext db, IReadOnlyList<Difference> differences)
    {
        var keys = differences.Where(d => d.Standing is null).Select(d => d.Today!.MemoryKey).Distinct().ToList();
        return
        [
            .. await db
                .Findings.Where(f => f.State == FindingState.Rejected && EF.Parameter(keys).Contains(f.MemoryKey))
                .Select(f => f.MemoryKey)
                .ToListAsync(),
        ];
    }
}
