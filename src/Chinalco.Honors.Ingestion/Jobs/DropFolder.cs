using Chinalco.Honors.Domain;
using Chinalco.Honors.Grains.Leases;
using Chinalco.Honors.Ingestion.Reading;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Chinalco.Honors.Ingestion.Jobs;

/// <summary>The section <c>Ingestion</c> of the settings.</summary>
public sealed class DropFolderOptions
{
    public const string Section = "Ingestion";

    /// <summary>The folder that is watched; nothing is watched without one. A relative path counts from the site's home.</summary>
    public string? DropFolder { get; set; }

    /// <summary>How often it is looked at. A file is taken when it has not changed between two looks.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(5);
}

/// <summary>
/// Watches a folder: whoever may write into it hands files in. A taken file moves to <c>done</c>, a refused one to <c>refused</c> with a text
/// beside it that says why. A file that is still being copied is left alone.
/// </summary>
public sealed class DropFolder(
    DropFolderOptions options,
    string home,
    IngestionInbox inbox,
    JobSignal signal,
    OnOneNode oneNode,
    TimeProvider clock,
    ILogger<DropFolder> logger
) : BackgroundService
{
    /// <summary>The lease of the node that watches.</summary>
    public const string Lease = "drop-folder";

    private static readonly Actor Folder = new("drop-folder", "投放文件夹");

    private readonly Dictionary<string, (long Length, DateTime Written)> seen = new(StringComparer.Ordinal);

    /// <summary>Takes every file that has lain unchanged since the last look.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (options.DropFolder is not { Length: > 0 } setting)
        {
            return;
        }

        var folder = Directory.CreateDirectory(Path.GetFullPath(setting, home));
        var files = folder.EnumerateFiles().Where(f => !f.Name.StartsWith('.')).OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        var present = files.ToDictionary(f => f.FullName, f => (f.Length, f.LastWriteTimeUtc), StringComparer.Ordinal);
        foreach (var file in files.Where(f => seen.TryGetValue(f.FullName, out var before) && before == present[f.FullName]))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await TakeAsync(folder, file, cancellationToken);
        }

        seen.Clear();
        foreach (var (name, state) in present)
        {
            seen[name] = state;
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        string.IsNullOrEmpty(options.DropFolder) ? Task.CompletedTask : oneNode.RunAsync(Lease, WatchAsync, stoppingToken);

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await LookAsync(cancellationToken);
            await Task.Delay(options.Every, clock, cancellationToken);
        }
    }

    private async Task TakeAsync(DirectoryInfo folder, FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            var receipt = await inbox.ReceiveAsync(file.Name, await SourceIntake.ReadAsync(file.FullName, cancellationToken), Folder);
            Move(file, Path.Combine(folder.FullName, "done"));
            if (!receipt.AlreadyKnown)
            {
                signal.Ring();
            }
        }
        catch (SourceRefusedException refused)
        {
            var at = Move(file, Path.Combine(folder.FullName, "refused"));
            await File.WriteAllTextAsync(at + ".原因.txt", refused.Message, cancellationToken);
        }
        catch (IOException unreadable)
        {
            // Somebody has it open; the next look tries again.
            logger.LogWarning(unreadable, "{File} could not be taken yet.", file.Name);
        }
    }

    /// <summary>Moves the file; one of the same name that lies there already stays.</summary>
    private string Move(FileInfo file, string folder)
    {
        Directory.CreateDirectory(folder);
        var to = Path.Combine(folder, file.Name);
        if (File.Exists(to))
        {
            to = Path.Combine(folder, $"{clock.GetUtcNow():yyyyMMddHHmmssfff}-{file.Name}");
        }

        File.Move(file.FullName, to);
        return to;
    }
}
