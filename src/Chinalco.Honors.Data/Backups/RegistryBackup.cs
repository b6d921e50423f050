using System.IO.Compression;
using System.Security.Cryptography;

namespace Chinalco.Honors.Data.Backups;

/// <summary>
/// Makes a backup of a registry on SQLite and restores it, both while the site is running: the database is copied as it is at one moment,
/// and put back in one transaction. On SQL Server the server's own backups do this.
/// </summary>
/// <param name="database">The database file.</param>
/// <param name="pictures">The folder of pictures and scans, which are files named by their hash.</param>
public sealed class RegistryBackup(string database, string pictures, TimeProvider clock)
{
    /// <summary>Writes the backup, reads it back and checks it; only then it bears its name.</summary>
    /// <param name="target">The archive to write; it must not exist.</param>
    /// <exception cref="BackupRefusedException">There is no database, the target exists, or what was written is not whole.</exception>
    public async Task<BackupManifest> CreateAsync(string target, CancellationToken cancellationToken)
    {
        if (!File.Exists(database))
        {
            throw new BackupRefusedException($"没有数据库文件 {database}，请用 --database 指明。");
        }

        if (File.Exists(target))
        {
            throw new BackupRefusedException($"{target} 已存在，没有覆盖。请换一个文件名。");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(target))!;
        Directory.CreateDirectory(folder);
        var work = Directory.CreateDirectory(Path.Combine(folder, $".backup-{Guid.NewGuid():N}"));
        try
        {
            var copy = Path.Combine(work.FullName, BackupManifest.Database);
            await DatabaseFile.SnapshotAsync(database, copy, cancellationToken);
            await DatabaseFile.CheckAsync(copy, cancellationToken);
            var archive = Path.Combine(work.FullName, "backup.zip");
            var manifest = await WriteAsync(archive, copy, cancellationToken);
            await CheckAsync(archive, manifest, cancellationToken);
            File.Move(archive, target);
            return manifest;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    /// <summary>
    /// Puts the registry back as the backup has it. What is there now is backed up first, beside the database. A site that is running sees
    /// the restored state with the next request.
    /// </summary>
    /// <returns>What was restored, and the backup of what was there before; null when there was nothing.</returns>
    /// <exception cref="BackupRefusedException">The backup is damaged or from a later program; nothing was changed.</exception>
    public async Task<(BackupManifest Restored, string? Before)> RestoreAsync(
        string archive,
        IReadOnlyList<string> knownMigrations,
        CancellationToken cancellationToken
    )
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(database))!;
        Directory.CreateDirectory(folder);
        var work = Directory.CreateDirectory(Path.Combine(folder, $".restore-{Guid.NewGuid():N}"));
        try
        {
            var manifest = await ExtractAsync(archive, work.FullName, cancellationToken);
            var later = manifest.Migrations.Except(knownMigrations, StringComparer.Ordinal).ToList();
            if (later.Count > 0)
            {
                throw new BackupRefusedException($"备份的数据库结构比程序新（{later[0]}），请先升级程序再恢复。");
            }

            var copy = Path.Combine(work.FullName, BackupManifest.Database);
            await DatabaseFile.CheckAsync(copy, cancellationToken);
            if (!SameRows(await DatabaseFile.CountAsync(copy, cancellationToken), manifest.Rows))
            {
                throw new BackupRefusedException("备份中各表的行数与清单不符，备份已损坏，没有恢复。");
            }

            var before = File.Exists(database) ? $"{database}.before-restore-{clock.GetUtcNow():yyyyMMddHHmmssfff}.zip" : null;
            if (before is not null)
            {
                await CreateAsync(before, cancellationToken);
            }

            TakePictures(Path.Combine(work.FullName, BackupManifest.Pictures));
            await DatabaseFile.RenewVersionsAsync(copy, database, cancellationToken);
            await DatabaseFile.NoteChangeAsync(copy, database, cancellationToken);
            DatabaseFile.Replace(database, copy);
            return (manifest, before);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private async Task<BackupManifest> WriteAsync(string archive, string copy, CancellationToken cancellationToken)
    {
        var files = new List<BackupFile>();
        var stream = File.Create(archive);
        await using (stream)
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            files.Add(await AddAsync(zip, BackupManifest.Database, copy, cancellationToken));
            foreach (var picture in Pictures())
            {
                var name = BackupManifest.Pictures + Path.GetRelativePath(pictures, picture).Replace('\\', '/');
                files.Add(await AddAsync(zip, name, picture, cancellationToken));
            }

            var manifest = new BackupManifest(
                BackupManifest.Current,
                clock.GetUtcNow(),
                await DatabaseFile.MigrationsAsync(copy, cancellationToken),
                await DatabaseFile.CountAsync(copy, cancellationToken),
                files
            );
            var entry = zip.CreateEntry(BackupManifest.Name).Open();
            await using (entry)
            {
                await entry.WriteAsync(manifest.ToBytes(), cancellationToken);
            }

            return manifest;
        }
    }

    private static async Task<BackupFile> AddAsync(ZipArchive zip, string name, string path, CancellationToken cancellationToken)
    {
        var from = File.OpenRead(path);
        var to = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        await using (from)
        await using (to)
        {
            await from.CopyToAsync(to, cancellationToken);
            from.Position = 0;
            return new BackupFile(name, from.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(from, cancellationToken)));
        }
    }

    private static async Task CheckAsync(string archive, BackupManifest manifest, CancellationToken cancellationToken)
    {
        using var zip = Open(archive);
        foreach (var file in manifest.Files)
        {
            var stream = (zip.GetEntry(file.Path) ?? throw Damaged(file.Path)).Open();
            await using (stream)
            {
                if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)) != file.Sha256)
                {
                    throw Damaged(file.Path);
                }
            }
        }
    }

    private static async Task<BackupManifest> ExtractAsync(string archive, string folder, CancellationToken cancellationToken)
    {
        using var zip = Open(archive);
        BackupManifest manifest;
        var list = (zip.GetEntry(BackupManifest.Name) ?? throw new BackupRefusedException($"{archive} 不是本系统的备份。")).Open();
        await using (list)
        {
            manifest = BackupManifest.Read(list);
        }

        foreach (var file in manifest.Files)
        {
            var path = Path.GetFullPath(file.Path, folder);
            if (
                !path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || zip.GetEntry(file.Path) is not { } entry
            )
            {
                throw Damaged(file.Path);
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            entry.ExtractToFile(path);
            var written = File.OpenRead(path);
            await using (written)
            {
                if (
                    written.Length != file.Length
                    || Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancellationToken)) != file.Sha256
                )
                {
                    throw Damaged(file.Path);
                }
            }
        }

        return File.Exists(Path.Combine(folder, BackupManifest.Database)) ? manifest : throw Damaged(BackupManifest.Database);
    }

    private static ZipArchive Open(string archive)
    {
        try
        {
            return ZipFile.OpenRead(archive);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BackupRefusedException($"{archive} 不存在，或不是完整的备份文件。");
        }
    }

    private IEnumerable<string> Pictures() =>
        Directory.Exists(pictures)
            ? Directory.EnumerateFiles(pictures, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];

    /// <summary>A picture is named by its hash: one that is there already is the same.</summary>
    private void TakePictures(string from)
    {
        if (!Directory.Exists(from))
        {
            return;
        }

        foreach (var picture in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(pictures, Path.GetRelativePath(from, picture));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Move(picture, to, overwrite: true);
        }
    }

    private static bool SameRows(IReadOnlyDictionary<string, long> one, IReadOnlyDictionary<string, long> other) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var rows) && rows == pair.Value);

    private static BackupRefusedException Damaged(string file) => new($"备份中的 {file} 缺失或已损坏，没有恢复任何内容。");
}
