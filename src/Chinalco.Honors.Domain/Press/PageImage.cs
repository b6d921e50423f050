namespace Chinalco.Honors.Domain.Press;

/// <summary>版面图: the picture of one page of an issue. The bytes lie in the image store under their hash.</summary>
public sealed class PageImage
{
    /// <summary>No newspaper has more pages.</summary>
    public const int LastPage = 400;

    public PageImage(Guid issueId, int page, PictureFacts picture, Actor by, DateTimeOffset at)
    {
        (Id, IssueId, Page) = (Guid.CreateVersion7(at), issueId, page);
        Show(picture, by, at);
    }

    private PageImage() { }

    public Guid Id { get; private set; }

    public Guid IssueId { get; private set; }

    /// <summary>版次, from 1.</summary>
    public int Page { get; private set; }

    /// <summary>SHA-256 of the bytes; names them in the image store.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>As the bytes themselves say: image/png or image/jpeg.</summary>
    public string MediaType { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public int Length { get; private set; }

    /// <summary>In pixels.</summary>
    public int Width { get; private set; }

    /// <summary>In pixels.</summary>
    public int Height { get; private set; }

    public string AddedBy { get; private set; } = "";

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Takes another picture of the same page in the place of the one before.</summary>
    public void Show(PictureFacts picture, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(picture);
        (Sha256, MediaType, Length, Width, Height) = (picture.Sha256, picture.MediaType, picture.Length, picture.Width, picture.Height);
        (AddedBy, AddedAt) = (by.Name, at);
    }
}

/// <summary>What is known of a picture from its bytes.</summary>
/// <param name="MediaType">image/png or image/jpeg.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record PictureFacts(string Sha256, string MediaType, int Length, int Width, int Height);
