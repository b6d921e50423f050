namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>Reads a file's bytes, and stops at once where there are more than a file of its kind may have, however long the stream goes on.</summary>
public static class SourceIntake
{
    private const int BufferBytes = 128 * 1024;

    /// <summary>All bytes of the file at a path.</summary>
    /// <exception cref="SourceRefusedException">It is too large; nothing of it was read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken, SourceLimits? limits = null)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
        await using (stream)
        {
            if (stream.CanSeek)
            {
                SourceDecoder.RefuseTooLarge(path, stream.Length, limits);
            }

            return await ReadAsync(stream, path, cancellationToken, limits);
        }
    }

    /// <summary>All bytes of a stream.</summary>
    /// <param name="fileName">The file's name; the ending says the format, and this how much is read.</param>
    /// <exception cref="SourceRefusedException">There are too many.</exception>
    public static async Task<byte[]> ReadAsync(
        Stream stream,
        string fileName,
        CancellationToken cancellationToken,
        SourceLimits? limits = null
    )
    {
        using var content = new MemoryStream();
        var buffer = new byte[BufferBytes];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0; )
        {
            SourceDecoder.RefuseTooLarge(fileName, content.Length + read, limits);
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
