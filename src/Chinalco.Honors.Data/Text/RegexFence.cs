namespace Chinalco.Honors.Data.Text;

/// <summary>
/// The longest that a regular expression may search when it names no time of its own: a text that was made to let one run for ever ends with
/// an error instead of a core that is busy for good.
/// </summary>
public static class RegexFence
{
    /// <summary>Far beyond what any text of a newspaper page, a table or a form takes.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    // Documented at System.Text.RegularExpressions.Regex.MatchTimeout; the runtime reads it once, as a TimeSpan, before the first expression is made.
    private const string Setting = "REGEX_DEFAULT_MATCH_TIMEOUT";

    /// <summary>To be called first of all in a program.</summary>
    public static void Raise() => AppContext.SetData(Setting, Longest);
}
