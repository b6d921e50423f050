using System.Text.RegularExpressions;

namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>A regular expression that runs in linear time on whatever it is given, and only on lines short enough to be a line of its kind.</summary>
internal sealed class Pattern(string expression, int longest = 120)
{
    private readonly Regex regex = new(
        expression,
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    public bool IsIn(string text) => text.Length <= longest && regex.IsMatch(text);

    public Match? Find(string text) => text.Length <= longest && regex.Match(text) is { Success: true } match ? match : null;
}
