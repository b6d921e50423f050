using System.IO.Compression;

namespace Chinalco.Honors.Packets.Files;

/// <summary>Archives whose bytes depend on nothing but what is in them: no time of day, no order of chance.</summary>
internal static class StableZip
{
    /// <summary>The first moment that an archive can hold.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same archive, its entries in order, with what Office wants first at the beginning.</summary>
    public static byte[] Of(byte[] archive)
    {
        using var result = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(archive, writable: false), ZipArchiveMode.Read))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (
                var entry in from.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal)
            )
            {
                using var content = entry.Open();
                Add(to, entry.FullName, content);
            }
        }

        return result.ToArray();
    }

    /// <summary>Adds an entry.</summary>
    public static void Add(ZipArchive to, string name, Stream content)
    {
        var entry = to.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using var target = entry.Open();
        content.CopyTo(target);
    }
}
