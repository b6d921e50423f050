namespace Chinalco.Honors.Domain.Press;

/// <summary>A file that was handed in. Its bytes are kept, so that reading it again gives the same articles.</summary>
public sealed class SourceFile
{
    /// <summary>Most UTF-16 units of a file's name.</summary>
    public const int LongestFileName = 255;

    public SourceFile(string fileName, byte[] content, Provenance provenance, Actor receivedFrom, DateTimeOffset receivedAt)
    {
        (Id, FileName, Content, Provenance, ReceivedFrom, ReceivedAt) = (
            IdOf(content),
            fileName,
            content,
            provenance,
            receivedFrom.Name,
            receivedAt
        );
        (Length, Sha256) = (content.Length, Sha256Hex.Of(content));
    }

    private SourceFile() { }

    public Guid Id { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public int Length { get; private set; }

    /// <summary>SHA-256 of the bytes: the same content is the same file, whatever its name.</summary>
    public string Sha256 { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    /// <summary>What its articles are unless one says otherwise of itself.</summary>
    public Provenance Provenance { get; private set; }

    public string ReceivedFrom { get; private set; } = "";

    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>The id of the file with this content: the same bytes always get the same one.</summary>
    public static Guid IdOf(ReadOnlySpan<byte> content) => DerivedId.From(Guid.Empty, Sha256Hex.Of(content));
}
