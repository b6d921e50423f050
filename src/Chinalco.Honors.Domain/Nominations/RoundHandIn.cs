namespace Chinalco.Honors.Domain.Nominations;

/// <summary>How a decision that was handed in is read.</summary>
public enum HandInWay
{
    /// <summary>As a text, by the job of ingestion.</summary>
    Text = 1,

    /// <summary>As a table, by the import of lists of winners.</summary>
    Table = 2,
}

/// <summary>
/// 表彰决定 that was handed in for a round: which job or import reads it, so that the round tells how far it is. What is in it, job and import
/// enter; the round only remembers that it was meant for it.
/// </summary>
public sealed class RoundHandIn
{
    /// <summary>Most UTF-16 units of a file's name.</summary>
    public const int LongestFileName = 200;

    /// <param name="workId">The job, or the import.</param>
    public RoundHandIn(Guid roundId, Guid workId, HandInWay way, string fileName, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(by);
        (RoundId, WorkId, Way, By, At) = (roundId, workId, way, by.Name, at);
        FileName = fileName.Length <= LongestFileName ? fileName : fileName[^LongestFileName..];
    }

    private RoundHandIn() { }

    public Guid RoundId { get; private set; }

    public Guid WorkId { get; private set; }

    public HandInWay Way { get; private set; }

    public string FileName { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
