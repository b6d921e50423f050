using Chinalco.Honors.Domain.Documents;
using Chinalco.Honors.Grains.Commands;
using Chinalco.Honors.Ingestion.Files;

namespace Chinalco.Honors.Web.Components.Editing;

/// <summary>Takes the file of a form in, around the command that names it.</summary>
public sealed class ScanUpload(ScanReader reader, KeptFiles files)
{
    /// <summary>In bytes: the largest file that a setting may allow, and what a form puts around it.</summary>
    public const long LargestRequest = (ScanOptions.MostMegabytes + 1) * 1024L * 1024;

    /// <summary>In megabytes.</summary>
    public int MaxMegabytes => reader.MaxMegabytes;

    /// <summary>Sends the command; a file that is refused refuses the command.</summary>
    /// <param name="file">Null when none was chosen.</param>
    public async Task<CommandOutcome> SendAsync(
        IFormFile? file,
        Func<ScanFacts?, Task<CommandOutcome>> send,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(send);
        if (file is not { Length: > 0 })
        {
            return await send(null);
        }

        try
        {
            reader.RefuseTooLarge(file.Length);
            using var stream = new MemoryStream((int)file.Length);
            await file.CopyToAsync(stream, cancellationToken);
            var content = stream.ToArray();
            var scan = reader.Read(file.FileName, content);
            return await files.AroundAsync(scan.Sha256, content, () => send(scan), cancellationToken);
        }
        catch (ScanRefusedException refused)
        {
            return CommandOutcome.Rejected(nameof(ScanRefusedException), refused.Message);
        }
    }
}
