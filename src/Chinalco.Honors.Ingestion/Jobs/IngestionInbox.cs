using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Auditing;
using Chinalco.Honors.Domain.Jobs;
using Chinalco.Honors.Domain.Press;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Ingestion.Reading;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Jobs;

/// <summary>What became of a file that was handed in.</summary>
/// <param name="JobId">The job that reads it, or read the same bytes before.</param>
/// <param name="AlreadyKnown">The same bytes were handed in before; nothing was written.</param>
public sealed record Receipt(Guid JobId, bool AlreadyKnown);

/// <summary>Takes files in. A file that must not or cannot be read is refused before anything of it is kept.</summary>
public sealed class IngestionInbox(IHonorsDatabase database, CommandTransaction transaction)
{
    /// <param name="fileName">The file's name; decides how it is read.</param>
    /// <param name="provenance">What the file's articles are unless they say otherwise of themselves.</param>
    /// <exception cref="SourceRefusedException">The file is refused; the message tells the user why and what to do.</exception>
    public async Task<Receipt> ReceiveAsync(string fileName, byte[] content, Actor actor, Provenance provenance = Provenance.Original)
    {
        SourceDecoder.Decode(content, fileName);
        var file = SourceFile.IdOf(content);
        var jobId = DerivedId.From(file, "job");
        if (await IsKnownAsync(jobId))
        {
            return new Receipt(jobId, AlreadyKnown: true);
        }

        var outcome = await transaction.RunAsync(
            new CommandStamp(DerivedId.From(jobId, "receive"), actor),
            "ingestion.receive",
            async scope =>
            {
                if (await scope.Db.IngestionJobs.AnyAsync(j => j.Id == jobId))
                {
                    return CommandOutcome.NothingToDo(jobId, version: 0);
                }

                var source = new SourceFile(NameOf(fileName), content, provenance, actor, scope.Now);
                scope.Db.SourceFiles.Add(source);
                scope.Db.IngestionJobs.Add(new IngestionJob(jobId, source.Id, source.FileName, actor, scope.Now));
                await scope.AuditAsync(
                    new AuditSubject("source", source.Id),
                    "ingestion.receive",
                    new
                    {
                        source.FileName,
                        source.Length,
                        source.Sha256,
                    }
                );
                return CommandOutcome.Applied(jobId, version: 0);
            }
        );
        return new Receipt(jobId, outcome.Result == CommandResult.NothingToDo);
    }

    /// <summary>The file's own name; of one that is too long the end, which says how it is read.</summary>
    private static string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        return name.Length <= SourceFile.LongestFileName ? name : name[^SourceFile.LongestFileName..];
    }

    private async Task<bool> IsKnownAsync(Guid jobId)
    {
        var db = database.Open();
        await using (db)
        {
            return await db.IngestionJobs.AnyAsync(j => j.Id == jobId);
        }
    }
}
