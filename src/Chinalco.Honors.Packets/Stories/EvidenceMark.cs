using System.Text.RegularExpressions;

namespace Chinalco.Honors.Packets.Stories;

/// <summary>〔证1a2b3c〕 behind a sentence says which fact proves it, where its words are the union's own.</summary>
internal static partial class EvidenceMark
{
    public static string For(string mark) => $"〔证{mark}〕";

    /// <summary>Where the mark ends that begins exactly there; the position itself when none does.</summary>
    public static int At(string text, int position) => Here().Match(text, position) is { Success: true } m ? position + m.Length : position;

    /// <summary>The facts that a sentence names.</summary>
    public static IReadOnlyList<string> In(string sentence) => [.. Any().Matches(sentence).Select(m => m.Groups["fact"].Value)];

    public static string Without(string sentence) => Any().Replace(sentence, "").Trim();

    [GeneratedRegex(@"\G\s*〔证(?<fact>[0-9a-f]{6})〕", RegexOptions.ExplicitCapture)]
    private static partial Regex Here();

    [GeneratedRegex(@"\s*〔证(?<fact>[0-9a-f]{6})〕", RegexOptions.ExplicitCapture)]
    private static partial Regex Any();
}
