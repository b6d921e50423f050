using Chinalco.Honors.Data;
using Chinalco.Honors.Grains.Commands;
using Microsoft.EntityFrameworkCore;

namespace Chinalco.Honors.Ingestion.Files;

/// <summary>
/// Holds the file store and the rows that name its files together: the bytes are kept before the row that names them, and go after the last
/// row that did, whatever kind of row it was.
/// </summary>
public sealed class KeptFiles(IHonorsDatabase database, FileStore store)
{
    /// <summary>Keeps the bytes around a command that names them; they go again when it was refused.</summary>
    public async Task<CommandOutcome> AroundAsync(
        string sha256,
        byte[] content,
        Func<Task<CommandOutcome>> send,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(send);
        await store.SaveAsync(sha256, content, cancellationToken);
        var outcome = await send();
        if (outcome.Succeeded)
        {
            // Somebody may have forgotten the same bytes elsewhere since they were kept.
            await store.SaveAsync(sha256, content, CancellationToken.None);
        }
        else
        {
            await ForgetAsync(sha256);
        }

        return outcome;
    }

    /// <summary>Deletes the bytes that no row names any more.</summary>
    /// <param name="sha256">Null when there are none.</param>
    public async Task ForgetAsync(string? sha256)
    {
        if (sha256 is null)
        {
            return;
        }

        var db = database.Open();
        await using (db)
        {
            var isNamed =
                await db.PageImages.AnyAsync(i => i.Sha256 == sha256)
                || await db.DocumentFiles.AnyAsync(f => f.Sha256 == sha256)
                || await db.Requests.AnyAsync(r => r.AttachmentSha256 == sha256)
                || await db.AssemblyVotes.AnyAsync(v => v.MinutesSha256 == sha256)
                || await db.Consultations.AnyAsync(c => c.FileSha256 == sha256)
                || await db.PacketTemplates.AnyAsync(t => t.Sha256 == sha256)
                || await db.Packets.AnyAsync(p => p.Sha256 == sha256);
            if (!isNamed)
            {
                store.Delete(sha256);
            }
        }
    }
}
