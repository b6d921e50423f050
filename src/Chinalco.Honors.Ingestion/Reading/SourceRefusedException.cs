namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>Why a file is not taken.</summary>
public enum SourceRefusal
{
    /// <summary>There is nothing in it but white space.</summary>
    Empty = 1,

    /// <summary>It exceeds the limit of size.</summary>
    TooLarge = 2,

    /// <summary>It is no text: a picture, an archive, a program.</summary>
    Binary = 3,

    /// <summary>Its characters make no sense in any encoding we read.</summary>
    UnknownEncoding = 4,

    /// <summary>It bears a classification marking (秘密, 机密, 绝密).</summary>
    Classified = 5,

    /// <summary>Its front matter is not well-formed YAML.</summary>
    MalformedFrontMatter = 6,

    /// <summary>Its format is not read.</summary>
    UnsupportedFormat = 7,

    /// <summary>What is in it is another format than its name says.</summary>
    FormatMismatch = 8,

    /// <summary>A password protects it.</summary>
    Protected = 9,

    /// <summary>It refers to templates, pictures or objects outside itself.</summary>
    ExternalContent = 10,

    /// <summary>It is nested, packed or cut up beyond the limits: not to be read with the memory and time one file may take.</summary>
    TooComplex = 11,

    /// <summary>It breaks the rules of its own format.</summary>
    Damaged = 12,

    /// <summary>Its pages are pictures: there is no text to read.</summary>
    NoTextLayer = 13,
}

/// <summary>A file that is not taken. The message is Chinese, for the user, and says what to do.</summary>
public sealed class SourceRefusedException : Exception
{
    /// <summary>Refuses for the reason given, with a message for the user.</summary>
    public SourceRefusedException(SourceRefusal reason, string message)
        : base(message) => Reason = reason;

    /// <summary>Refuses for the reason given, keeping the cause for the log.</summary>
    public SourceRefusedException(SourceRefusal reason, string message, Exception innerException)
        : base(message, innerException) => Reason = reason;

    /// <summary>Why the file is not taken.</summary>
    public SourceRefusal Reason { get; }
}
