namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>How much a file may hold.</summary>
/// <param name="MaxTextBytes">Largest text file in bytes; a larger one is refused before it is decoded.</param>
public sealed record SourceLimits(long MaxTextBytes)
{
    /// <summary>5 MB of text: about two hundred newspaper issues.</summary>
    public static SourceLimits Default { get; } = new(5L * 1024 * 1024);
}
