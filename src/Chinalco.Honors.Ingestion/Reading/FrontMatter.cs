using System.Collections.Immutable;

namespace Chinalco.Honors.Ingestion.Reading;

/// <summary>What a Markdown file says about itself between its two lines of three hyphens.</summary>
/// <param name="Title">Title of the article.</param>
/// <param name="Date">Day of publication.</param>
/// <param name="IssueNumber">Running number of the newspaper issue (总第1289期 → 1289).</param>
/// <param name="Page">Page of the issue (四版 → 4).</param>
/// <param name="Authors">Names without their function (本报通讯员 is taken off).</param>
/// <param name="Series">Name of the series the article belongs to.</param>
/// <param name="Other">Every other key with its value as written; keys in lower case.</param>
public sealed record FrontMatter(
    string? Title,
    DateOnly? Date,
    int? IssueNumber,
    int? Page,
    ImmutableArray<string> Authors,
    string? Series,
    ImmutableDictionary<string, string> Other
)
{
    /// <summary>Name of the newspaper without its title marks.</summary>
    public string? Newspaper => Other.GetValueOrDefault("newspaper")?.Trim('《', '》', ' ');
}
