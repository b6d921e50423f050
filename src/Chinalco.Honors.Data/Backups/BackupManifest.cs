using System.Text.Json;

namespace Chinalco.Honors.Data.Backups;

/// <summary>What a backup holds, as its <c>manifest.json</c> says.</summary>
/// <param name="Format">The version of this list; a program refuses one that it does not know.</param>
/// <param name="CreatedAt">When the state was taken.</param>
/// <param name="Migrations">The schema's migrations, in their order.</param>
/// <param name="Rows">How many rows each table has.</param>
/// <param name="Files">Every other file of the backup.</param>
public sealed record BackupManifest(
    int Format,
    DateTimeOffset CreatedAt,
    IReadOnlyList<string> Migrations,
    IReadOnlyDictionary<string, long> Rows,
    IReadOnlyList<BackupFile> Files
)
{
    /// <summary>The format that this program writes.</summary>
    public const int Current = 1;

    /// <summary>The manifest's name in the archive.</summary>
    public const string Name = "manifest.json";

    /// <summary>The database's name in the archive.</summary>
    public const string Database = "honors.db";

    /// <summary>The folder of pictures in the archive.</summary>
    public const string Pictures = "images/";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="BackupRefusedException">It is no manifest, or one of a later format.</exception>
    public static BackupManifest Read(Stream stream)
    {
        BackupManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<BackupManifest>(stream, Json);
        }
        catch (JsonException)
        {
            manifest = null;
        }

        return manifest switch
        {
            null or { Files: null } or { Rows: null } or { Migrations: null } => throw new BackupRefusedException(
                "备份的清单已损坏，不能恢复。"
            ),
            { Format: > Current } => throw new BackupRefusedException("备份由更新版本的程序生成，请先升级程序再恢复。"),
            _ => manifest,
        };
    }
}

/// <summary>One file of a backup.</summary>
/// <param name="Length">In bytes.</param>
public sealed record BackupFile(string Path, long Length, string Sha256);

/// <summary>A backup cannot be made or restored. The message tells the operator, in Chinese, why and what to do.</summary>
public sealed class BackupRefusedException(string message) : Exception(message);
