namespace Chinalco.Honors.Domain.Documents;

/// <summary>扫描件: a file that shows a document as it is on paper. The bytes lie in the file store under their hash.</summary>
public sealed class DocumentFile
{
    /// <summary>Most UTF-16 units of a file's name.</summary>
    public const int LongestName = 200;

    public DocumentFile(Guid documentId, ScanFacts scan, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(scan);
        // The same bytes are the same file of a document, however often they are handed in.
        (Id, DocumentId) = (DerivedId.From(documentId, scan.Sha256), documentId);
        (FileName, Sha256, MediaType, Length) = (CutText.To(scan.FileName, LongestName), scan.Sha256, scan.MediaType, scan.Length);
        (AddedBy, AddedAt) = (by.Name, at);
    }

    private DocumentFile() { }

    public Guid Id { get; private set; }

    public Guid DocumentId { get; private set; }

    /// <summary>As whoever handed it in called it.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>SHA-256 of the bytes; names them in the file store.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>As the bytes themselves say: application/pdf, image/png or image/jpeg.</summary>
    public string MediaType { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public int Length { get; private set; }

    public string AddedBy { get; private set; } = "";

    public DateTimeOffset AddedAt { get; private set; }
}

/// <summary>What is known of a scan from its bytes, and what it was called.</summary>
/// <param name="MediaType">application/pdf, image/png or image/jpeg.</param>
/// <param name="Length">In bytes.</param>
public sealed record ScanFacts(string FileName, string Sha256, string MediaType, int Length);

/// <summary>A document, before it is entered.</summary>
/// <param name="Scan">The file that shows it; its bytes are in the file store already.</param>
public sealed record DocumentDraft(
    Guid Id,
    DocumentKind Kind,
    string Title,
    string? Number,
    string? IssuingBody,
    DateOnly? Date,
    ScanFacts? Scan = null
);
