using Chinalco.Honors.Data;
using Chinalco.Honors.Domain;
using Chinalco.Honors.Domain.Requests;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Grains.Requests;
using Chinalco.Honors.Ingestion.Files;
using Chinalco.Honors.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Web.Requests;

/// <summary>Forgets the photos of requests that were declined or withdrawn, some time afterwards: they prove nothing.</summary>
internal sealed class OldRequestFiles(
    IHonorsDatabase database,
    RequestCommands commands,
    KeptFiles files,
    RetentionOptions options,
    TimeProvider clock
)
{
    /// <returns>How many were forgotten.</returns>
    public async Task<int> ForgetAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().AddDays(-options.RequestFileDays);
        var db = database.Open();
        await using (db)
        {
            var old = await db
                .Requests.AsNoTracking()
                .Where(r =>
                    r.AttachmentSha256 != null
                    && (r.State == RequestState.Declined || r.State == RequestState.Withdrawn)
                    && r.DecidedAt < before
                )
                .Select(r => new { r.Id, r.AttachmentSha256 })
                .ToListAsync(cancellationToken);
            foreach (var request in old)
            {
                await commands.ForgetAttachmentAsync(CommandStamp.New(Actor.System), request.Id, cancellationToken);
                await files.ForgetAsync(request.AttachmentSha256);
            }

            return old.Count;
        }
    }
}
