namespace Chinalco.Honors.Ingestion.Files;

/// <summary>The section <c>Images</c> of the settings.</summary>
public sealed class FileStoreOptions
{
    public const string Section = "Images";

    /// <summary>
    /// Where the pictures of pages and the scans of documents are kept; a relative path counts from the site's home. Several nodes need one
    /// folder that all reach.
    /// </summary>
    public string Directory { get; set; } = "data/images";
}

/// <summary>Keeps files under the SHA-256 of their bytes. The folder is not served: files leave it through the site alone.</summary>
/// <param name="root">The folder; made when the first file comes.</param>
public sealed class FileStore(string root)
{
    /// <summary>Keeps the bytes; the same ones twice are kept once. Half a file is never found under the name.</summary>
    /// <param name="sha256">Of the bytes.</param>
    public async Task SaveAsync(string sha256, byte[] content, CancellationToken cancellationToken)
    {
        var path = PathOf(sha256);
        if (File.Exists(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var half = $"{path}.{Guid.NewGuid():N}";
        try
        {
            await File.WriteAllBytesAsync(half, content, cancellationToken);
            File.Move(half, path, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
    }

    /// <summary>The bytes; null when they are not there.</summary>
    public Stream? Open(string sha256)
    {
        var path = PathOf(sha256);
        return File.Exists(path) ? File.OpenRead(path) : null;
    }

    public void Delete(string sha256) => File.Delete(PathOf(sha256));

    /// <exception cref="ArgumentException">It is no hash: nothing else becomes part of a path.</exception>
    private string PathOf(string sha256) =>
        sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(root, sha256[..2], sha256)
            : throw new ArgumentException("Not a SHA-256.", nameof(sha256));
}
